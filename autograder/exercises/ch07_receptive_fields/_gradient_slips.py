"""Mistakes that are made when the gradient is asked for a field."""

from autograder.exercise import Slip

GRADIENT = "07_2_fields_by_measuring#Ask the gradient"
GAPS = "07_1_fields_by_counting#Fields with gaps"
WORTH = "07_2_fields_by_measuring#What a field is worth"

SLIPS = (
    Slip(
        "weights-kept",
        decision="opening",
        does="You leave the weights as they are.",
        why="Where a weight is negative a ReLU behind it may be shut, and two ways may cancel: the gradient is 0 "
        "though the pixel counts. With absolute values no way can hide.",
        code="(gradient,) = torch.autograd.grad(net(x)[0, :, row, column].sum(), x)",
        section=GRADIENT,
        seen="In recipes that read a receptive field off the gradient of a trained network.",
    ),
    Slip(
        "biases-kept",
        decision="opening",
        does="You make the weights positive, and leave the biases as they are.",
        why="A negative bias can shut a ReLU by itself: whatever leads through it is lost. Take absolute values "
        "of all parameters.",
        code='[p.abs_() for name, p in opened.named_parameters() if "weight" in name]',
        section=GRADIENT,
        seen="Wherever “the parameters” is taken to mean the weights.",
    ),
    Slip(
        "zeros-asked",
        decision="input",
        does="You ask at an input of zeros.",
        why="Behind a convolution without bias every number is then 0, and the slope of ReLU at 0 is taken as 0: "
        "nothing comes through. Ask at ones.",
        code="x = torch.zeros(1, *shape, requires_grad=True)",
        section=GRADIENT,
        seen="Zeros are what one hands over when only the shape is meant to matter.",
    ),
    Slip(
        "whole-map",
        decision="asked",
        does="You ask for the sum over the whole last map, and not for one cell.",
        why="Then every pixel that any cell sees is marked. A receptive field belongs to one cell.",
        code="opened(x).sum().backward()",
        section=GRADIENT,
        seen="`y.sum().backward()` is the usual way to get any gradient at all.",
    ),
    Slip(
        "first-map-only",
        decision="asked",
        does="You ask for the first channel of the last map only.",
        why="Channels of one map can see different pixels, where branches were joined. The cell is all of its "
        "channels: take their sum.",
        code="opened(x)[0, 0, row, column].backward()",
        section=GRADIENT,
        seen="In snippets that were written for networks with one output channel.",
    ),
    Slip(
        "first-channel-only",
        decision="seen",
        does="You look at the gradient of the first input channel only.",
        why="A pixel is seen if any of its channels is: a network may read a place in one channel and leave it "
        "out in another.",
        code="return x.grad[0, 0] != 0",
        section=GRADIENT,
        seen="Grey images have one channel, and code for them lives on.",
    ),
    Slip(
        "corner-for-middle",
        decision="middle",
        does="You take the cell in the corner, where the middle one is asked for.",
        why="In the corner much of a field is padding, so fewer pixels are marked. Without `cell` it is the one "
        "at (height // 2, width // 2) of the last map.",
        code="row, column = cell or (0, 0)",
        section="07_2_fields_by_measuring#The corners of a field",
        seen="With defaults of zero, which options often have.",
    ),
    Slip(
        "middle-rounded-down",
        decision="middle",
        does="You take (height − 1) // 2 for the middle of the last map.",
        why="In a map with 6 rows that is row 2, and height // 2 is row 3: of the two middle rows the second is "
        "asked for.",
        code="row, column = (height - 1) // 2, (width - 1) // 2",
        section=GRADIENT,
        seen="Where the middle is meant as half of the last index.",
    ),
    Slip(
        "every-channel",
        decision="seen",
        does="You mark a pixel only if all of its input channels can reach the cell.",
        why="One of them is enough: a network may read a place in one channel and leave it out in another.",
        code="return (x.grad[0] != 0).all(dim=0)",
        section=GRADIENT,
        seen="`all` and `any` are the same where all channels are read alike, as by a full convolution.",
    ),
    Slip(
        "cell-ignored",
        decision="cell",
        does="You always take the middle cell, whatever `cell` says.",
        why="With `cell` the field of another cell is asked for.",
        code="row, column = height // 2, width // 2",
        section=GRADIENT,
        seen="An option that was added later is easily accepted and forgotten.",
    ),
    Slip(
        "cell-swapped",
        decision="cell",
        does="You take `cell` as column and row.",
        why="It is (row, column), as everywhere in this book: (4, 1) is in row 4.",
        code="column, row = cell",
        section=GRADIENT,
        seen="Between arrays, which say (row, column), and drawings, which say (x, y).",
    ),
    Slip(
        "counted-from-one",
        decision="cell",
        does="You count cells from 1.",
        why="Rows and columns count from 0: cell (1, 2) is in the second row and the third column.",
        code="row, column = cell[0] - 1, cell[1] - 1",
        section=GRADIENT,
        seen="In MATLAB, and wherever people count.",
    ),
    Slip(
        "small-dropped",
        decision="mask",
        does="You mark only pixels whose gradient is large.",
        why="At the rim of a field few ways lead to the cell, and the gradient is small, but it is not 0. What "
        "you have is nearer to the effective field.",
        code="return gradient > 0.2 * gradient.max()",
        section=WORTH,
        seen="Pictures of fields are often cut off at a share of their peak.",
    ),
    Slip(
        "gaps-filled",
        decision="gaps",
        does="You mark the whole rectangle from the first pixel to the last.",
        why="A dilation leaves pixels out, and no change there reaches the cell. The rectangle is what the "
        "recurrence counts.",
        code="mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = True",
        section=GAPS,
        seen="Receptive fields are told as one size, as if they had no gaps.",
    ),
    Slip(
        "gradient-returned",
        decision="mask",
        does="You return the gradient itself.",
        why="How much a pixel counts depends on the weights. What is asked for is whether it can count at all: `!= 0`.",
        code="return x.grad[0].sum(dim=0)",
        section=WORTH,
        seen="Where theoretical and effective field are taken for one thing.",
    ),
    Slip(
        "net-changed",
        decision="copy",
        does="You take the absolute values in the network that you were given.",
        why="Its owner gets it back with other weights, and it answers differently from then on. Work on "
        "`copy.deepcopy(net)`.",
        code="for parameter in net.parameters(): parameter.data.abs_()",
        section=GRADIENT,
        seen="Modules are handed over without a copy, and `parameter.data` changes them for everybody.",
    ),
)
