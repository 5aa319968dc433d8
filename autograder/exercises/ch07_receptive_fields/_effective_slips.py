"""Mistakes that are made when it is measured how much each pixel counts."""

from autograder.exercise import Slip

GRADIENT = "07_2_fields_by_measuring#Ask the gradient"
WORTH = "07_2_fields_by_measuring#What a field is worth"
CORNERS = "07_2_fields_by_measuring#The corners of a field"

SLIPS = (
    Slip(
        "sign-kept",
        decision="size",
        does="You average the gradient with its sign.",
        why="A pixel that pushes the cell up in one image and down in another seems not to count at all. Its "
        "size is what counts: `.abs()` first.",
        code="field = x.grad.mean(dim=0).sum(dim=0)",
        section=WORTH,
        seen="Means come to mind before sizes, and for equal positive weights both agree.",
    ),
    Slip(
        "samples-cancel",
        decision="size",
        does="You take the absolute value after the mean over the inputs.",
        why="Then gradients of opposite sign cancel before their size is taken. First `.abs()`, then the mean.",
        code="field = x.grad.mean(dim=0).abs().sum(dim=0)",
        section=WORTH,
        seen="Where two lines are written in the order in which they are spoken: “mean absolute gradient”.",
    ),
    Slip(
        "channels-cancel",
        decision="channels",
        does="You add up the channels of a pixel before you take absolute values.",
        why="One channel may push up and another down: their sum says less than both of them count. First "
        "`.abs()`, then the sum over channels.",
        code="field = x.grad.sum(dim=1).abs().mean(dim=0)",
        section=WORTH,
        seen="Sums over channels are what a convolution itself makes.",
    ),
    Slip(
        "largest-channel",
        decision="size",
        does="You take the largest channel of each pixel in place of the sum.",
        why="A saliency map does so, for the eye. Here each channel adds to what a pixel is worth.",
        code="field = x.grad.abs().amax(dim=1).mean(dim=0)",
        section=WORTH,
        seen="In saliency maps: the maximum over the colour channels is the usual choice.",
    ),
    Slip(
        "first-channel-only",
        decision="channels",
        does="You look at the first input channel only.",
        why="A pixel counts by all of its channels.",
        code="field = x.grad[:, 0].abs().mean(dim=0)",
        section=GRADIENT,
        seen="Grey images have one channel, and code for them lives on.",
    ),
    Slip(
        "squared",
        decision="size",
        does="You square the gradient in place of its absolute value.",
        why="Squares make the middle of a field count for more: 3 and 1 become 9 and 1. The mean *size* is asked for.",
        code="field = (x.grad**2).sum(dim=1).mean(dim=0)",
        section=WORTH,
        seen="Energies and variances are sums of squares, and a norm of a gradient is made of them.",
    ),
    Slip(
        "first-sample-only",
        decision="samples",
        does="You ask for the first input only.",
        why="One image shuts some ReLUs and opens others. Only the mean over all inputs says what a pixel is worth.",
        code="y = net(x)[0, :, row, column].sum()",
        section=GRADIENT,
        seen="`y[0]` is how one gets rid of a batch axis of one.",
    ),
    Slip(
        "samples-alike",
        decision="weighing",
        does="You divide each input's gradient by its own sum, and average then.",
        why="An input whose gradient is small would count as much as one whose gradient is large. Average first, "
        "then divide once.",
        code="sizes = sizes / sizes.sum(dim=(1, 2), keepdim=True)",
        section=WORTH,
        seen="Heat maps are brought to one scale, each for itself, before they are laid over each other.",
    ),
    Slip(
        "gradients-pile-up",
        decision="gradient",
        does="You add each input's gradient to those before it.",
        why="`backward` adds to `x.grad` what it finds, and does not replace it: set it to None before each call, "
        "or the first input counts in every one.",
        code="for one in x: net(one[None])[0, :, r, c].sum().backward(); total += x0.grad.abs()",
        section=GRADIENT,
        seen="PyTorch adds gradients up until they are cleared; that is why training loops call `zero_grad`.",
    ),
    Slip(
        "times-input",
        decision="gradient",
        does="You multiply the gradient by the input.",
        why="That says how much a pixel did in this image. What it could do, whatever stands in it, is the "
        "gradient alone.",
        code="sizes = (x.grad * x).abs()",
        section=WORTH,
        seen="Gradient times input is a well-known way to explain single predictions.",
    ),
    Slip(
        "not-divided",
        decision="shares",
        does="You do not divide by the sum.",
        why="How large gradients are depends on the scale of the weights. As shares, which add up to 1, the fields "
        "of two networks can be compared.",
        code="return sizes.mean(dim=0)",
        section=WORTH,
        seen="In a first try: the picture looks the same.",
    ),
    Slip(
        "peak-is-one",
        decision="shares",
        does="You divide by the largest value.",
        why="Then the peak is 1, and not the sum: of a wide and a narrow field one no longer sees which puts more "
        "on its middle.",
        code="return field / field.max()",
        section=WORTH,
        seen="Figures of fields are scaled by their peak; the drawing in the lesson is, too.",
    ),
    Slip(
        "softmax",
        decision="shares",
        does="You take a softmax for the division by the sum.",
        why="Softmax takes powers of e first: pixels that the cell cannot see, with 0, get a share as well.",
        code="return field.flatten().softmax(dim=0).reshape(field.shape)",
        section=WORTH,
        seen="Softmax is known as what makes numbers add up to 1.",
    ),
    Slip(
        "whole-map",
        decision="asked",
        does="You ask for the sum over the whole last map, and not for its middle cell.",
        why="Then the fields of all cells lie on top of each other, and the measurement says little about any.",
        code="net(x).sum().backward()",
        section=GRADIENT,
        seen="`y.sum().backward()` is the usual way to get any gradient at all.",
    ),
    Slip(
        "first-map-only",
        decision="map",
        does="You ask for the first channel of the last map only.",
        why="The cell is all of its channels, and each may look elsewhere: take their sum.",
        code="net(x)[:, 0, row, column].sum().backward()",
        section=GRADIENT,
        seen="In snippets that were written for networks with one output channel.",
    ),
    Slip(
        "corner-for-middle",
        decision="asked",
        does="You ask for the cell in the corner.",
        why="The middle cell of the last map is asked for: (height // 2, width // 2). The corner's field may be "
        "half padding.",
        code="net(x)[:, :, 0, 0].sum().backward()",
        section=CORNERS,
        seen="Zeros are the first index that one writes.",
    ),
    Slip(
        "middle-rounded-down",
        decision="asked",
        does="You take (height − 1) // 2 for the middle of the last map.",
        why="In a map with 4 rows that is row 1, and height // 2 is row 2: of the two middle rows the second is "
        "asked for.",
        code="row, column = (height - 1) // 2, (width - 1) // 2",
        section=GRADIENT,
        seen="Where the middle is meant as half of the last index.",
    ),
    Slip(
        "training-mode",
        decision="mode",
        does="You measure in training mode.",
        why="Dropout then hides half of the ways by chance, and a batch norm looks at the other inputs of the "
        "batch. Measure in evaluation mode: `.eval()`.",
        code="y = net(x)  # and no net.eval() before",
        section=WORTH,
        seen="A module is in training mode from the start, in PyTorch.",
    ),
    Slip(
        "left-in-evaluation",
        decision="copy",
        does="You put the network into evaluation mode, and leave it there.",
        why="Its owner may be in the middle of training: from then on dropout and batch norm would not do their "
        "part. Work on a copy, or put the mode back.",
        code="net.eval()",
        section=WORTH,
        seen="`net.eval()` is written for a measurement between two epochs, and the `net.train()` after it is "
        "forgotten.",
    ),
    Slip(
        "left-in-training",
        decision="copy",
        does="You leave every network in training mode, also one that came in evaluation mode.",
        why="Remember the mode before you change it, `was = net.training`, and put back that one: `net.train(was)`. Or "
        "work on a copy.",
        code="net.eval(); ...; net.train()",
        section=WORTH,
        seen="`net.train()` closes a measurement within a training; after the training it opens dropout again.",
    ),
    Slip(
        "weights-made-positive",
        decision="net",
        does="You take absolute values of the weights, and measure another network.",
        why="That shows what the cell *could* see. How much a pixel counts depends on the weights as they are.",
        code="for parameter in net.parameters(): parameter.data = parameter.data.abs()",
        section=WORTH,
        seen="In code that is taken over from the search for the theoretical field.",
    ),
)
