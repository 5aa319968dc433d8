"""Mistakes in freezing: which parts, which parameters, and the statistics of norms."""

from autograder.exercise import Slip

FROZEN = "12_2_freeze_and_tune#What is frozen"
MOVE = "12_2_freeze_and_tune#Statistics that move"


def _slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = FROZEN) -> Slip:
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


PARTS_SLIPS = (
    _slip(
        "only-that-part",
        "parts",
        does="You freeze the part that `upto` names, and not those before it.",
        why="The parts before it would go on learning, and what the frozen part reads would change under it.",
        code="net.get_submodule(upto).requires_grad_(False)",
        seen="In examples that freeze “the backbone”, where it is a single part.",
    ),
    _slip(
        "up-to-and-not-with",
        "parts",
        does="You freeze the parts before the one that `upto` names, and leave that one learning.",
        why="`upto` is the last part that is frozen, so it is frozen too.",
        code="if name == upto: break  # before the part is frozen",
        seen="In Python's own `range(stop)` and slices, which end before what they name.",
    ),
    _slip(
        "the-others",
        "parts",
        does="You freeze the parts behind `upto`, and let the first ones learn.",
        why="The first parts hold what is borrowed. The last ones are new, or have to fit the new task.",
        code="part.requires_grad_(name in names[: names.index(upto) + 1])",
        seen="Where a list of what is frozen is taken for a list of what is trained, or a `not` is lost.",
    ),
    _slip(
        "from-there-on",
        "parts",
        does="You freeze from the part that `upto` names to the end.",
        why="Up to it is asked for. As it is, the head cannot learn, and the loss moves by the first parts only.",
        code="frozen = names[names.index(upto) :]",
        seen="Where a colon stands on the other side of an index: `names[i:]` and `names[:i]`.",
    ),
    _slip(
        "all-parts",
        "parts",
        does="You freeze every part.",
        why="Then nothing learns: `loss.backward()` stops with an error, since no parameter requires a gradient.",
        code="net.requires_grad_(False)",
        seen="It is a good first line, if a second one frees the rest again.",
    ),
    _slip(
        "all-but-the-last",
        "parts",
        does="You freeze all parts but the last, whatever `upto` says.",
        why="How many parts to free is what one wants to try: with more labels, more of them.",
        code="for part in list(net.children())[:-1]: part.requires_grad_(False)",
        seen="In feature extraction, the case for which most tutorials are written.",
    ),
    _slip(
        "in-order-of-letters",
        "parts",
        does="You go through the parts in the order of the alphabet, and not in that of the network.",
        why="`body` comes before `stem` in the alphabet, and behind it in the network. `named_children()` has the "
        "order in which the parts are called.",
        code="for name in sorted(dict(net.named_children())): …",
        seen="Files and tables of weights are often sorted by name, where `layer10` comes before `layer2`.",
    ),
    _slip(
        "by-beginning",
        "parts",
        does="You freeze all parameters whose names begin with `upto`, and no others.",
        why="`body2` begins with `body`, and is another part. And the parts before it have other names.",
        code="for name, value in net.named_parameters(): value.requires_grad_(not name.startswith(upto))",
        seen="Wherever parts are chosen by `startswith`: `block1` fits `block10` as well.",
    ),
    _slip(
        "parameters-untouched",
        "held",
        does="You leave `requires_grad` of every parameter as it was, so nothing is frozen.",
        why="If you wrote `part.requires_grad = False`: a part has no such setting. Python makes a new attribute, and "
        "nobody reads it. The method `part.requires_grad_(False)`, with an underscore, goes through the parameters.",
        code="part.requires_grad = False",
        seen="Python lets anybody put any attribute on most objects, and says nothing.",
    ),
    _slip(
        "weights-only",
        "held",
        does="You freeze weights, and leave the biases learning.",
        why="A bias is a parameter too. It would shift each map of a part that is meant to stay as it is.",
        code='if name.endswith("weight"): value.requires_grad_(False)',
        seen="Where biases are picked out on purpose: weight decay is often kept away from them.",
    ),
    _slip(
        "norms-learn",
        "held",
        does="You freeze convolutions and dense layers, and leave the weights and biases of norms learning.",
        why="A norm's weight and bias are parameters as well. They scale and shift each map of a part that is meant to "
        "stay.",
        code="for layer in part.modules(): if isinstance(layer, (nn.Conv2d, nn.Linear)): layer.requires_grad_(False)",
        seen="Some methods train norms alone, on purpose: they hold few numbers and move much.",
    ),
    _slip(
        "others-not-freed",
        "freed",
        does="You leave parts behind `upto` frozen that were frozen before.",
        why="All parameters behind `upto` are to learn, whatever was set before: else a second call with an earlier "
        "part frees nothing, and nobody notices.",
        code="if name in frozen: part.requires_grad_(False)  # and nothing for the others",
        seen="When layers are unfrozen step by step: each step has to say what learns, and not only what does not.",
    ),
    _slip(
        "on-a-copy",
        "place",
        does="You freeze a copy; the network that you were given is left as it was.",
        why="In place is asked for. An optimizer that holds the given network's parameters would go on changing them.",
        code="net = copy.deepcopy(net)",
        seen="NumPy has taught it: a function that leaves its arguments alone. `nn.Module` changes in place.",
    ),
    _slip(
        "unknown-name-accepted",
        "name",
        does="You do not refuse a name that no part has.",
        why="After a slip of the pen the program goes on, with everything frozen, or nothing, and not what was meant. "
        "An error that is printed or returned stops nobody: `raise ValueError(…)`, and say which names there are.",
        code="for name, part in net.named_children(): part.requires_grad_(False); if name == upto: break",
        seen="In loops that end at a match, and run to the end if there is none.",
    ),
)
NORM_SLIPS = (
    _slip(
        "statistics-move",
        "norms",
        does="You freeze the parameters, and the running statistics of the frozen norms go on moving.",
        why="A running mean is no parameter: no optimizer changes it, each batch in training mode does. After some "
        "batches the “frozen” part answers otherwise than before. Its norms have to stay in evaluation mode.",
        code="part.requires_grad_(False)  # and nothing else",
        section=MOVE,
        seen="In most tutorials on freezing. They run `net.train()` in each epoch, and the statistics drift.",
    ),
    _slip(
        "eval-once",
        "norms",
        does="You put the frozen norms into evaluation mode, and `net.train()` takes them out again.",
        why="Training loops call `net.train()` at the start of each epoch, and it goes through all parts. The norms "
        "have to answer it by staying as they are.",
        code="norm.eval()",
        section=MOVE,
        seen="A helper that freezes once, before a loop that was written by somebody else.",
    ),
    _slip(
        "net-in-eval-once",
        "norms",
        does="You put the whole network into evaluation mode, and `net.train()` takes it out again.",
        why="Before that call, the norms that learn do not gather statistics; after it, the frozen ones do. Both are "
        "the wrong way round.",
        code="net.eval()",
        section=MOVE,
        seen="`eval` is taken for “do not train”. It says how norms and dropout compute, and freezes no parameter.",
    ),
    _slip(
        "only-from-the-next-train-on",
        "norms",
        does="Your norms stay in evaluation mode from the next `net.train()` on, and not before.",
        why="A network that comes in training mode would be trained in it. Put the norms into evaluation mode at once, "
        "and keep them there.",
        code="norm.train = lambda mode=True: nn.BatchNorm2d.train(norm, False)  # without norm.eval()",
        section=MOVE,
        seen="Where a setting is stored for later, and what runs already goes on as it was.",
    ),
    _slip(
        "batch-statistics-used",
        "norms",
        does="You keep the running statistics from moving, but your frozen norms still normalise by the batch.",
        why="In training mode a norm uses the mean and the variance of the batch, whatever it has stored. What comes "
        "out of the frozen part then depends on which examples are in the batch. Evaluation mode uses what is stored.",
        code="norm.momentum = 0  # or norm.track_running_stats = False",
        section=MOVE,
        seen="A norm's momentum says how fast it stores. What it normalises by, its mode says.",
    ),
    _slip(
        "all-norms-still",
        "norms",
        does="You keep all norms in evaluation mode, those behind `upto` too.",
        why="Only what is frozen was asked to keep still. In which mode the parts that learn are is for "
        "`net.train()` and `net.eval()` to say, whoever calls them.",
        code="for layer in net.modules(): if isinstance(layer, nn.BatchNorm2d): layer.eval()",
        section=MOVE,
        seen="It is often done with small batches, on purpose: their statistics are noisy. Here it is not asked for.",
    ),
    _slip(
        "one-level-deep",
        "which norms",
        does="You find the norms that are a part's direct children, and no others.",
        why="Blocks hold norms at any depth, and a part can be a norm itself. `part.modules()` goes through all of "
        "them, the part first.",
        code="for layer in part.children(): if isinstance(layer, nn.BatchNorm2d): …",
        section=MOVE,
        seen="`children` and `modules` differ by this: the one looks a level down, the other all the way.",
    ),
    _slip(
        "norms-of-maps-only",
        "which norms",
        does="You look for `nn.BatchNorm2d` only; a norm of rows, `nn.BatchNorm1d`, goes on moving.",
        why="`nn.BatchNorm1d` and `nn.BatchNorm3d` keep running statistics in the same way.",
        code="isinstance(layer, nn.BatchNorm2d)",
        section=MOVE,
        seen="In code written for images, which is then used for a network with a norm behind its flatten.",
    ),
)
SLIPS = (*PARTS_SLIPS, *NORM_SLIPS)
