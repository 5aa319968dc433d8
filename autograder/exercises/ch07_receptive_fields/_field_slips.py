"""The mistakes of the recurrence, which all exercises of this chapter can make."""

from autograder.exercise import Slip

LAYERS = "07_1_fields_by_counting#One layer, then the next"
JUMPS = "07_1_fields_by_counting#Jumps"
BEGINS = "07_1_fields_by_counting#Where a field begins"
GAPS = "07_1_fields_by_counting#Fields with gaps"
BRANCHES = "07_1_fields_by_counting#Branches"

_SLIPS = (
    Slip(
        "both-sides-doubled",
        decision="reach",
        does="You let each layer add its whole reach on each side, and so count it twice.",
        why="A 3×3 layer adds 2 cells to the size, one on each side. Two of them see 5 cells, not 9.",
        code="size += 2 * dilation * (kernel - 1) * jump",
        section=LAYERS,
        seen="In popular texts: each 3×3 layer adds 2 “in each direction”. It is 2 in each dimension, 1 on each side.",
    ),
    Slip(
        "one-side-only",
        decision="reach",
        does="You add what a layer sees on one side of its middle cell, and not on the other.",
        why="A kernel of 3 reaches one cell to the left and one to the right, so it adds 2 cells; you add 1.",
        code="size += dilation * (kernel // 2) * jump",
        section=LAYERS,
        seen="In code that speaks of a kernel's radius, as image filters do: the size is twice the radius, and 1.",
    ),
    Slip(
        "even-as-odd",
        decision="reach",
        does="You add half a kernel on each side, which makes even kernels one cell too wide.",
        why="A kernel of 2 has no middle. It adds one cell, and you add 2: `2 * (kernel // 2)` is `kernel − 1` only if "
        "the kernel is odd.",
        code="size += 2 * (kernel // 2) * dilation * jump",
        section=LAYERS,
        seen="In code for odd kernels that later meets a 2×2 pooling.",
    ),
    Slip(
        "kernel-not-less-one",
        decision="reach",
        does="You add the whole kernel, and one of its cells is counted already.",
        why="The field of one cell is there before the layer comes; a kernel of 3 adds 2 neighbours to it.",
        code="size += dilation * kernel * jump",
        section=LAYERS,
        seen="In every sum of overlapping lengths: what is shared is counted twice.",
    ),
    Slip(
        "fields-multiplied",
        decision="growth",
        does="You multiply the field by each layer's kernel.",
        why="Neighbouring cells see almost the same: their fields overlap. Two 3×3 layers at stride 1 see 5 cells, not "
        "9.",
        code="size *= dilation * (kernel - 1) + 1",
        section=LAYERS,
        seen="It holds where every stride is as large as its kernel, as in a tree of poolings: no two fields overlap.",
    ),
    Slip(
        "dilation-forgotten",
        decision="gap",
        does="You leave the dilation out.",
        why="With dilation 4, a kernel of 3 reaches over 8 steps, not 2. Dilations of 1, 2 and 4 see 15 cells, not 7.",
        code="size += (kernel - 1) * jump",
        section=GAPS,
        seen="In popular texts: they print the recurrence without dilation, beside the advice to dilate for larger "
        "fields.",
    ),
    Slip(
        "dilation-counts-gaps",
        decision="gap",
        does="You take dilation as the number of cells that are left out: 0 would be contiguous, and 1 is not.",
        why="In this book, as in PyTorch, dilation is the distance between neighbouring cells: 1 is contiguous.",
        code="size += (dilation + 1) * (kernel - 1) * jump",
        section=GAPS,
        seen="In the picture of dilation as holes: a kernel with 1 hole between its cells has dilation 2.",
    ),
    Slip(
        "dilation-times-kernel",
        decision="gap",
        does="You take the kernel to span dilation·kernel cells.",
        why="There are gaps *between* its cells, one fewer than cells: it spans dilation·(kernel − 1) + 1.",
        code="size += (dilation * kernel - 1) * jump",
        section=GAPS,
        seen="In the saying that dilation 2 doubles the kernel: nearly, and one cell too many.",
    ),
    Slip(
        "jump-multiplied-first",
        decision="scale",
        does="You multiply the jump by a layer's stride before that layer has been added.",
        why="A layer reads its *input*, where neighbours lie the old jump apart. Its own stride counts only from the "
        "next layer on.",
        code="jump *= stride; size += dilation * (kernel - 1) * jump",
        section=JUMPS,
        seen="Where the two lines of the recurrence change places: at stride 1 nothing shows it.",
    ),
    Slip(
        "jump-not-used",
        decision="scale",
        does="You add what a layer reads in cells of its own input, and not in cells of the image.",
        why="Behind two layers of stride 2, neighbouring cells lie 4 image cells apart, so a kernel of 3 adds 8.",
        code="size += dilation * (kernel - 1)",
        section=JUMPS,
        seen="In “n layers of 3×3 see 2n + 1”, which holds without strides and pooling only.",
    ),
    Slip(
        "own-stride-used",
        decision="scale",
        does="You scale what a layer adds by its own stride, in place of the strides of all layers below it.",
        why="What its cells are apart is decided below: the jump is the product of the strides so far.",
        code="size += dilation * (kernel - 1) * stride",
        section=JUMPS,
        seen="Where a layer is looked at by itself: kernel and stride stand side by side in its definition.",
    ),
    Slip(
        "strides-added",
        decision="jump",
        does="You add up strides where they are to be multiplied.",
        why="A step at stride 2 over cells that lie 2 apart goes 4 cells of the input. And a stride of 1 changes "
        "nothing, though you add 1 for it.",
        code="jump += stride",
        section=JUMPS,
        seen="In sums of step lengths; here each step is measured in steps of the layer below.",
    ),
    Slip(
        "strides-less-one-added",
        decision="jump",
        does="You add stride − 1 to the jump, and the stride has to multiply it.",
        why="For the first stride of 2 it is the same. Behind two of them neighbours lie 4 apart, not 3.",
        code="jump += stride - 1",
        section=JUMPS,
        seen="After the count of skipped cells: a stride of s skips s − 1 of them.",
    ),
    Slip(
        "dilation-widens-jump",
        decision="jump",
        does="You multiply the jump by the dilation as well.",
        why="Dilation sets apart the cells *within* a window. The window itself still moves on by the stride, so "
        "neighbours of the map lie as near as before.",
        code="jump *= stride * dilation",
        section=GAPS,
        seen="Both set cells apart: the stride whole windows, the dilation what a window reads. Networks for "
        "segmentation dilate to widen fields *without* a coarser map.",
    ),
    Slip(
        "last-stride-only",
        decision="jump",
        does="You keep the stride of the layer just passed, and forget those before it.",
        why="Jumps gather: behind strides of 2 and 2, and 1, neighbours lie 4 apart, not 1.",
        code="jump = stride",
        section=JUMPS,
        seen="An `=` where `*=` is meant.",
    ),
    Slip(
        "from-the-wrong-end",
        decision="direction",
        does="You go through the layers from the other end.",
        why="A stride widens what comes *after* it. In the list the first layer is the one that reads the image.",
        code="for kernel, stride, padding, dilation in reversed(layers):",
        section=JUMPS,
        seen="size = (size − 1)·stride + kernel is right as well, from the last layer down to the first; with the "
        "other recurrence it is not, and neither is this one upwards.",
    ),
    Slip(
        "padding-ignored",
        decision="padding",
        does="You leave the padding out: your fields begin as if there were none.",
        why="With padding 1, cell 0 begins to read one cell *before* the input. All fields lie that much earlier.",
        code="first = 0",
        section=BEGINS,
        seen="Where only the size of a field is asked for, which no padding changes.",
    ),
    Slip(
        "padding-not-scaled",
        decision="padding",
        does="You subtract the padding in cells of the layer's own input, and not in cells of the image.",
        why="A cell of padding is as wide as the jump: behind a stride of 2, padding 1 moves the field by 2.",
        code="first -= padding",
        section=BEGINS,
        seen="In sums of all paddings of a network, which tell something at stride 1 only.",
    ),
    Slip(
        "padding-after-stride",
        decision="padding",
        does="You scale a layer's padding by the jump behind the layer, and it lies in front.",
        why="Padding is put around a layer's *input*, whose cells lie the old jump apart. The stride comes after it.",
        code="jump *= stride; first -= padding * jump",
        section=BEGINS,
        seen="Where the line for the jump stands second of three: it has to be the last.",
    ),
    Slip(
        "padding-twice",
        decision="padding",
        does="You subtract the padding of both sides.",
        why="Where a field begins, only what stands *before* the input counts; what stands after it moves nothing.",
        code="first -= 2 * padding * jump",
        section=BEGINS,
        seen="In the size formula, which has 2·padding: there both sides count.",
    ),
    Slip(
        "padding-adds",
        decision="padding",
        does="You let padding move the field forwards, and it moves it back.",
        why="The first window begins on the padding, before cell 0: at −1 with padding 1.",
        code="first += padding * jump",
        section=BEGINS,
        seen="Where places are counted in the padded image: there cell 0 of the input is cell `padding`.",
    ),
)
FIELD_SLIPS = {slip.name: slip for slip in _SLIPS}


def field_slips(*names: str) -> tuple[Slip, ...]:
    """Return some of them by their names."""
    return tuple(FIELD_SLIPS[name] for name in names)
