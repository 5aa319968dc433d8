"""Slips of the measured gradients: the mode, the loss, which gradients, their size, and what is left behind."""

from autograder.exercise import Slip

WAY = "11_2_residual_blocks#The gradient's second way"
VANISH = "11_1_degradation#Not a vanishing gradient"


def _slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = WAY) -> Slip:
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


GRADIENT_SLIPS = (
    _slip(
        "evaluation-mode",
        "mode",
        does="You run the network in evaluation mode.",
        why="Its norms then use their running statistics, and not the batch's. The gradients are those of another "
        "function than the one that is trained.",
        code="net.eval()",
        seen="Whoever measures is used to `eval()`, and for accuracies that is right.",
    ),
    _slip(
        "mode-as-it-is",
        "mode",
        does="You run the network in the mode in which you find it; training mode is asked for.",
        why="A network that was evaluated before is still in evaluation mode, and its norms then use their running "
        "statistics.",
        code="loss = F.cross_entropy(net(x), y)  # without net.train()",
        seen="A network that was just made is in training mode, so that the line seems to be of no use.",
    ),
    _slip(
        "gradients-added",
        "before",
        does="You add the gradients of this batch to those that the network held before.",
        why="`backward` adds to `.grad` and does not replace it. What you measure is the gradient of two batches.",
        code="loss.backward()  # without net.zero_grad()",
        seen="The forgotten `zero_grad` is the best known trap of torch's training loops.",
    ),
    _slip(
        "nothing-put-back",
        "gradients after",
        does="You leave the network as your measurement made it: in training mode, with other gradients and other "
        "running statistics.",
        why="A measurement in the middle of a training must not change the training. `copy.deepcopy(net)` is the "
        "shortest way: measure the copy.",
        code="net.train(); net.zero_grad(); F.cross_entropy(net(x), y).backward()",
        seen="Whoever measures at the end of everything never notices.",
    ),
    _slip(
        "gradients-left",
        "gradients after",
        does="You leave the gradients of your measurement in the network.",
        why="The next `backward` adds to them, and the next step goes where this batch points as well.",
        code="loss.backward()  # and the old .grad is gone",
        seen="`torch.autograd.grad` returns gradients without storing them; `backward` stores them.",
    ),
    _slip(
        "gradients-cleared",
        "gradients after",
        does="You clear the network's gradients at the end; those that it held before are lost.",
        why="Whoever collects gradients over several batches before a step would lose what was collected.",
        code="net.zero_grad()  # at the end",
        seen="In training loops it is the right end of a step.",
    ),
    _slip(
        "statistics-left",
        "statistics after",
        does="You leave the running means and variances as this batch has moved them.",
        why="A run in training mode moves them, with or without gradients: measuring twice would change what the "
        "network answers in evaluation mode.",
        code="net(x)  # in training mode, and no state_dict kept",
        seen="Also where a network is thought to be frozen: the statistics move all the same.",
        section=VANISH,
    ),
    _slip(
        "mode-left",
        "mode after",
        does="You leave the network in training mode, whatever it was in.",
        why="Who evaluates next gets the statistics of the batch, and moves the running ones.",
        code="net.train()  # and never back",
        seen="Wherever a function changes the mode and does not note what it was.",
    ),
    _slip(
        "evaluation-mode-left",
        "mode after",
        does="You leave the network in evaluation mode, whatever it was in.",
        why="In the middle of a training the next step would use the running statistics, and not move them.",
        code="net.eval()  # at the end",
        seen="After a training it is where one wants it. A function that measures cannot know.",
    ),
    _slip(
        "squared",
        "size",
        does="You return the squared norm.",
        why="The Euclidean norm is the *root* of the sum of squares. A gradient ten times as large looks a hundred "
        "times as large.",
        code="weight.grad.pow(2).sum()",
        seen="In sums over parameters, where squares are added and the root comes at the end.",
    ),
    _slip(
        "mean-of-sizes",
        "size",
        does="You return the mean absolute value of the gradient.",
        why="A norm is the root of a sum of squares; it grows with the number of weights, and a mean does not.",
        code="weight.grad.abs().mean()",
        seen="Common in plots of gradients layer by layer, where layers of different sizes are to be compared.",
    ),
    _slip(
        "sum-of-sizes",
        "size",
        does="You return the sum of absolute values, which is the 1-norm.",
        why="The Euclidean norm is the root of the sum of squares. For 3 and 4 it is 5, and the sum is 7.",
        code="weight.grad.abs().sum()",
        seen="`torch.linalg.norm(…, ord=1)` of a vector is this one.",
    ),
    _slip(
        "largest-size",
        "size",
        does="You return the largest absolute value of the gradient.",
        why="One weight then speaks for all. For 3 and 4 the Euclidean norm is 5, and the largest is 4.",
        code="weight.grad.abs().max()",
        seen="As the infinity norm it is used to clip gradients.",
    ),
    _slip(
        "root-mean-square",
        "size",
        does="You divide the norm by the root of the number of weights.",
        why="That is the root of the mean square; the norm is the root of the sum. A convolution of 2 to 2 channels "
        "has 36 weights, and is 6 times off.",
        code="weight.grad.pow(2).mean().sqrt()",
        seen="For layers of different sizes it is the better measure; here all are measured by the norm.",
    ),
    _slip(
        "weights-for-gradients",
        "size",
        does="You return the norm of the weights, and not that of their gradient.",
        why="How large a weight is tells nothing of how much it is asked to change.",
        code="block.conv1.weight.norm()",
        seen="Where `.grad` is forgotten nothing complains: a parameter is a tensor like its gradient.",
    ),
    _slip(
        "relative-to-the-weights",
        "size",
        does="You divide the norm of the gradient by the norm of the weights.",
        why="That tells how far a step would move them, measured by what they are. The norm alone is asked for.",
        code="weight.grad.norm() / weight.norm()",
        seen="It is what learning rates are chosen by, in optimizers that scale each layer's step.",
    ),
    _slip(
        "conv2-for-conv1",
        "which",
        does="You measure conv2 of each block; conv1 is asked for.",
        why="On the way back the gradient comes to conv2 first, and to conv1 after that.",
        code="block.conv2.weight.grad",
        seen="Where the last convolution of a block stands for the block.",
    ),
    _slip(
        "whole-blocks",
        "which",
        does="You measure all parameters of a block together.",
        why="Norms and projections are then part of it, and blocks with a projection get more than those without.",
        code="torch.cat([p.grad.flatten() for p in block.parameters()]).norm()",
        seen="Clipping does so with a whole network: `clip_grad_norm_` takes one norm over all parameters.",
    ),
    _slip(
        "stem-counted",
        "which",
        does="You count the network's own conv1 as a block: your list is one number longer.",
        why="The stem is a convolution by itself. A block has a conv1 *and* a conv2.",
        code='[p for name, p in net.named_parameters() if name.endswith("conv1.weight")]',
        seen="In published networks the stem is called conv1, just as the first convolution of a block.",
    ),
    _slip(
        "every-convolution",
        "which",
        does="You measure every convolution of the network; conv1 of each block is asked for.",
        why="One number to a block is enough to see the gradient from block to block. Stem and projections are on no "
        "branch.",
        code="for part in net.modules():\n    if isinstance(part, nn.Conv2d): ...",
        seen="Modules are easier to choose by their kind than by their place.",
    ),
    _slip(
        "last-block-first",
        "order",
        does="You list the blocks from the last to the first.",
        why="The gradient does come that way. The list is to go as the image goes, so that its first number belongs to "
        "the first block.",
        code="return norms[::-1]",
        seen="Hooks on the backward pass are called in this order.",
    ),
    _slip(
        "summed-loss",
        "loss",
        does="You take the sum of the cross-entropies; their mean is asked for.",
        why="The sum grows with the batch, and all gradients with it: for 4 images they are 4 times as large.",
        code='F.cross_entropy(net(x), y, reduction="sum")',
        seen="Losses that are added up over a data set are summed first and divided once.",
    ),
    _slip(
        "softmax-first",
        "loss",
        does="You apply a softmax to the scores before the cross-entropy.",
        why="torch's cross-entropy takes logits and does it itself. Twice, and all classes look nearly alike: the "
        "gradients become small.",
        code="F.cross_entropy(net(x).softmax(dim=1), y)",
        seen="Keras' cross-entropy takes probabilities where nothing else is said; torch's does not.",
    ),
    _slip(
        "logits-as-log-probabilities",
        "loss",
        does="You give the logits to `nll_loss`, which takes log-probabilities.",
        why="What comes out is minus the mean logit of the right class: the other classes count for nothing, and their "
        "scores may grow as they like.",
        code="F.nll_loss(net(x), y)",
        seen="In examples whose network ends with a log-softmax, for which it is right.",
    ),
    _slip(
        "squared-error",
        "loss",
        does="You take the mean squared error to one-hot targets; the cross-entropy is asked for.",
        why="It is another loss with other gradients.",
        code="F.mse_loss(net(x), F.one_hot(y, 3).float())",
        seen="Linear probes are often fitted so, since then a formula gives the weights.",
    ),
    _slip(
        "output-for-loss",
        "loss",
        does="You take the sum of the network's scores for the loss; the labels are not asked.",
        why="That tells how much each weight changes the scores, and not what the labels want of it.",
        code="net(x).sum().backward()",
        seen="For receptive fields and saliency maps the gradient is taken of the output itself.",
    ),
    _slip(
        "images-one-by-one",
        "loss",
        does="You run the images one by one, and add up or average their gradients.",
        why="In training mode a norm takes its mean over the batch. For one image alone it is another mean, so that it "
        "is another network.",
        code="for image, label in zip(x, y): ...",
        seen="Gradients image by image are what privacy needs; networks with batch norm are changed for it first.",
    ),
)
