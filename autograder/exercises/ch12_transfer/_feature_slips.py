"""Mistakes in reading features: the mode, the parts, the means, the batches, and what is left behind."""

from functools import partial

from autograder.exercise import Slip

BEFORE = "12_1_borrowed_features#Numbers before the last layer"
MOVE = "12_2_freeze_and_tune#Statistics that move"


def _slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = BEFORE) -> Slip:
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


_mode, _parts, _pool, _batch, _left = (
    partial(_slip, decision=decision) for decision in ("mode", "parts", "pool", "batches", "left")
)

READING_SLIPS = (
    _mode(
        "training-mode",
        does="You leave the network in the mode in which it came, and that can be training mode.",
        why="Norms then use the mean and the variance of each batch, and their running statistics move; dropout drops "
        "features. The same image gets other numbers in another batch. Call `net.eval()` first.",
        code="with torch.no_grad(): batches = [body(batch) for batch in x.split(batch_size)]",
        section=MOVE,
        seen="A new `nn.Module` is in training mode; and `torch.no_grad()` is often taken for evaluation mode.",
    ),
    _mode(
        "training-mode-at-once",
        does="You leave the network in training mode, and run all examples as one batch.",
        why="Norms then use the mean and the variance of that batch, and their running statistics move. Call "
        "`net.eval()` first; then it makes no difference how the examples are dealt out.",
        code="features = net[:-1](x)",
        section=MOVE,
        seen="In a first try in a notebook, on one batch, where nothing looks wrong.",
    ),
    _parts(
        "head-included",
        does="You run the head too: what comes out are the scores of the old classes.",
        why="The scores were made for another question. What a new head is to read is what the old head reads.",
        code="features = net(x)",
        seen="Scores are used as features here and there; they hold less, above all of what the old classes ignore.",
    ),
    _parts(
        "last-layer-left-out",
        does="You leave out the last layer of the head only, and run the others of the head.",
        why="The head is the last part, as a whole. Its first layers were made for the old classes as well.",
        code="layers = [*list(net.children())[:-1], *list(net[-1].children())[:-1]]",
        seen="In networks whose head is a single layer, the two are the same.",
    ),
    _parts(
        "two-parts-left-out",
        does="You leave out the last two parts.",
        why="Only the head is left out. The part before it was trained as well, and its features are asked for.",
        code="body = list(net.children())[:-2]",
        seen="In recipes for ResNets, which leave out the pooling along with the head: `children()[:-2]`.",
    ),
    _parts(
        "first-part-only",
        does="You run the first part only.",
        why="Its features are edges and colours. What the head would read comes out of the part before it.",
        code="features = net[0](x)",
        seen="Where early layers are looked at, as in pictures of first kernels.",
    ),
    _pool(
        "maps-returned",
        does="You return whole maps, and one mean for each map is asked for.",
        why="A linear layer takes a row of numbers: (examples, channels).",
        code="return torch.cat(batches)",
        seen="In detection and segmentation, where the places are kept, since they are what is asked.",
    ),
    _pool(
        "flattened",
        does="You flatten the maps, and do not take their means.",
        why="A 7×7 map gives 49 times as many features, which tell where something stands. With few labels the new "
        "layer learns the places by heart.",
        code="features = maps.flatten(1)",
        seen="In networks such as VGG, whose first dense layer reads flattened maps.",
    ),
    _pool(
        "maximum-for-mean",
        does="You take the largest number of each map, and the mean is asked for.",
        why="A maximum says whether something is there at all, a mean how much of it there is. The pretrained head "
        "has read means.",
        code="features = maps.amax(dim=(2, 3))",
        seen="Both are used; some networks read the two side by side.",
    ),
    _pool(
        "sum-for-mean",
        does="You add up each map, and do not divide.",
        why="A sum grows with the size of the map, so larger images would have larger features.",
        code="features = maps.sum(dim=(2, 3))",
        seen="In counting, where the sum of a map is how many there are.",
    ),
    _pool(
        "rows-only",
        does="You take the mean over the rows only; the columns are left.",
        why="One number for each map is asked for: a mean over rows and columns.",
        code="features = maps.mean(dim=2)",
        seen="Images of text lines are pooled so, on purpose: the reading order is kept.",
    ),
    _pool(
        "columns-only",
        does="You take the mean over the columns only; the rows are left.",
        why="One number for each map is asked for: a mean over rows and columns.",
        code="features = maps.mean(dim=-1)",
        seen="For signals of shape (batch, channels, length) it is right: there `dim=-1` is the whole map.",
    ),
    _pool(
        "over-the-channels",
        does="You take the mean over the channels; the places are left.",
        why="Each channel tells of something else, and is a feature of its own. The places are what is averaged.",
        code="features = maps.mean(dim=1)",
        seen="With channels last, `mean(dim=(1, 2))` is over rows and columns. In torch the channels are axis 1.",
    ),
    _pool(
        "corner-taken",
        does="You take one cell of each map, the first.",
        why="It has seen the upper left corner, and little else.",
        code="features = maps[:, :, 0, 0]",
        seen="Behind a pooling layer that leaves a map of 1×1, it is right.",
    ),
)
LEAVING_SLIPS = (
    _batch(
        "last-batch-lost",
        does="You lose the last batch if it is not full.",
        why="7 examples in batches of 3 are 3, 3 and 1. Each example is to get its features.",
        code="for i in range(len(x) // batch_size): …",
        seen="`DataLoader(…, drop_last=True)` does it on purpose, in training.",
    ),
    _batch(
        "first-batch-only",
        does="You return the features of the first batch only.",
        why="All batches count. A `return` inside the loop ends it at its first turn; and `x[i:batch_size]` is empty "
        "from the second turn on: a slice is told where it ends, at `i + batch_size`.",
        code="for batch in x.split(batch_size): return body(batch)",
        seen="A `return` that is indented one step too far ends a loop at its first turn.",
    ),
    _batch(
        "last-batch-only",
        does="You return the features of the last batch only.",
        why="Each turn of the loop overwrites the one before. Gather the batches in a list, and `torch.cat` them.",
        code="for batch in x.split(batch_size): features = body(batch)",
        seen="In loops that overwrite what they should gather.",
    ),
    _left(
        "mode-not-put-back",
        does="You leave the network in evaluation mode.",
        why="Whoever trains it further believes that it is in training mode, as it was: its dropout drops nothing, and "
        "its statistics stay.",
        code="net.eval()  # and nothing afterwards",
        section=MOVE,
        seen="In training loops that test after each epoch, and call `net.train()` only once, before the loop.",
    ),
    _left(
        "parts-left-in-evaluation",
        does="You run the parts in evaluation mode, and leave them so.",
        why="`nn.Sequential(*parts)` copies nothing: it holds the same parts, and its `eval()` goes through them. Put "
        "back the mode of each part, or run a copy: `copy.deepcopy(net)`.",
        code="body = nn.Sequential(*list(net.children())[:-1]).eval()",
        section=MOVE,
        seen="`nn.Sequential(*list(net.children())[:-1])` is the widespread way to cut off a head; the weights stay "
        "shared, too.",
    ),
    _left(
        "train-afterwards",
        does="You put the network into training mode in the end, whatever it was in before.",
        why="A network that is used, and not trained, came in evaluation mode, and then answers otherwise. Put back "
        "what you found.",
        code="net.train()",
        section=MOVE,
        seen="In training loops, where it is right: nobody else uses the network there.",
    ),
    _left(
        "one-mode-for-all",
        does="You put back the mode of the network as a whole, and each part had one of its own.",
        why="Frozen norms are in evaluation mode while the network trains. `net.train(True)` goes through all parts.",
        code="was = net.training; net.eval(); …; net.train(was)",
        section=MOVE,
        seen="It is the widespread way, and right as long as no part is frozen.",
    ),
    _slip(
        "head-thrown-away",
        "traces",
        does="You put something else in the place of the network's head, and leave it there.",
        why="Whoever gave you the network still needs its head. Run the other parts one by one, or as `net[:-1]`.",
        code="net[-1] = nn.Identity()",
        seen="`model.fc = nn.Identity()` is the widespread way; there the network is one's own.",
    ),
    _slip(
        "network-frozen",
        "traces",
        does="You let no parameter of the network require a gradient any more.",
        why="Nobody asked for that: reading features changes nothing. `torch.no_grad()` ends with its block.",
        code="for parameter in net.parameters(): parameter.requires_grad = False",
        section="12_2_freeze_and_tune#What is frozen",
        seen="In feature extraction scripts, where freezing and reading are one step.",
    ),
)
SLIPS = (*READING_SLIPS, *LEAVING_SLIPS)
