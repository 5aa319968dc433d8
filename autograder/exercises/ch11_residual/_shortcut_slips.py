"""Slips of both kinds of block that are made on the shortcut."""

from autograder.exercise import Slip

LESSON = "11_2_residual_blocks"
ADD = f"{LESSON}#Add the input"
DIFFER = f"{LESSON}#When the shapes differ"

SHORTCUT_SLIPS = (
    Slip(
        "always-projected",
        decision="projected",
        does="Your block has a projection where the shapes agree, too: there, x itself is to be added.",
        why="A projection changes what it hands on. Only where nothing stands on the shortcut can a block whose "
        "convolutions give 0 hand x on as it is. It also costs weights: 64 channels to 64 take 4,096 more, and a norm.",
        code="self.downsample = nn.Sequential(nn.Conv2d(...), nn.BatchNorm2d(...))  # without an if",
        section=DIFFER,
        seen="The paper that introduced residual networks tried it as option C, and kept projections for shapes that "
        "differ.",
    ),
    Slip(
        "never-projected",
        decision="projected",
        does="Your block never has a projection: downsample is None where the shapes differ, too.",
        why="The sum then stops with an error about sizes. Worse is where it does not: one channel, or a map of a "
        "single cell, is broadcast to whatever it is added to, and nothing complains.",
        code="self.downsample = None",
        section=DIFFER,
        seen="In diagrams of a residual block, most of which draw the case of equal shapes only.",
    ),
    Slip(
        "channels-not-looked-at",
        decision="projected",
        does="Your block has a projection only where the stride is not 1: channels that differ get none.",
        why="At stride 1 the channels can differ as well. 2 channels cannot be added to 4, and 1 channel is added to "
        "all 4 of them without a word.",
        code="if stride != 1:",
        section=DIFFER,
        seen="In networks where both change at the same blocks, so that one of the two questions seems enough.",
    ),
    Slip(
        "stride-not-looked-at",
        decision="projected",
        does="Your block has a projection only where the channels differ: a stride alone gets none.",
        why="With stride 2 the branch's map has half as many rows and columns as x, with as many channels as x, too.",
        code="if in_channels != out_channels:",
        section=DIFFER,
        seen="In networks where both change at the same blocks, so that one of the two questions seems enough.",
    ),
    Slip(
        "both-asked-for",
        decision="projected",
        does="Your block has a projection only where the stride is not 1 *and* the channels differ.",
        why="Each of the two alone makes another shape, which x cannot be added to.",
        code="if stride != 1 and in_channels != out_channels:",
        section=DIFFER,
        seen="“Where stride and channels change” is said in one breath, and written down with an *and*.",
    ),
    Slip(
        "projection-unused",
        decision="projected",
        does="Your block has a projection, and adds x without it.",
        why="What stands in `__init__` does nothing until `forward` calls it. Where x is one channel or one cell, the "
        "sum even works, by broadcasting, and the projection's weights never get a gradient.",
        code="return torch.relu(y + x)",
        section=DIFFER,
        seen="Wherever a layer is made and then not called: its weights are counted, and no gradient reaches them.",
    ),
    Slip(
        "projection-3x3",
        decision="projection",
        does="The convolution of your projection is 3×3; a 1×1 is asked for.",
        why="The shortcut has to bring x to another shape, and to do as little else as it can. A 3×3 mixes neighbours "
        "and has nine times as many weights.",
        code="nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False)",
        section=DIFFER,
        seen="Where the line of conv1 is copied to the shortcut.",
    ),
    Slip(
        "projection-padded",
        decision="projection",
        does="The 1×1 convolution of your projection is padded by 1.",
        why="A 1×1 needs no border: with padding it makes a map of 5×6 one of 7×8, with rows and columns of zeros.",
        code="nn.Conv2d(in_channels, out_channels, 1, stride, padding=1, bias=False)",
        section=DIFFER,
        seen="Where the line of conv1 is copied to the shortcut, and only its kernel changed.",
    ),
    Slip(
        "projection-without-norm",
        decision="projection",
        does="Your projection has no norm after its convolution.",
        why="The branch comes out of a norm, and the shortcut then does not: their sizes need not be alike, and the "
        "larger of the two drowns the other.",
        code="self.downsample = nn.Sequential(nn.Conv2d(...))",
        section=DIFFER,
        seen="In networks with pre-activation it is meant so: no norm stands behind the convolutions there.",
    ),
    Slip(
        "projection-bare",
        decision="projection",
        does="Your downsample is a convolution by itself: no norm stands behind it.",
        why="The branch comes out of a norm, and so should the shortcut. With both in an `nn.Sequential` the weights "
        "are called downsample.0 and downsample.1, as in published networks.",
        code="self.downsample = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False)",
        section=DIFFER,
        seen="In networks with pre-activation it is meant so: no norm stands behind the convolutions there.",
    ),
    Slip(
        "projection-with-relu",
        decision="projection",
        does="Your projection ends with a ReLU.",
        why="Then the shortcut can only add, never take away: where it would be negative it hands on 0. The ReLU "
        "comes once, after the sum.",
        code="nn.Sequential(nn.Conv2d(...), nn.BatchNorm2d(...), nn.ReLU())",
        section=DIFFER,
        seen="Where one helper makes convolution, norm and ReLU in a row: torchvision's `Conv2dNormActivation` does.",
    ),
    Slip(
        "projection-without-stride",
        decision="projection",
        does="Your projection has stride 1, whatever the stride of the block is.",
        why="The branch's map has become smaller and the shortcut's has not. Of 6×8 cells, stride 2 leaves 3×4.",
        code="nn.Conv2d(in_channels, out_channels, 1, bias=False)",
        section=DIFFER,
        seen="torch's `nn.Conv2d` takes stride 1 where none is given.",
    ),
    Slip(
        "pooled-before-projection",
        decision="projection",
        does="Your shortcut takes means of stride×stride cells before its 1×1 convolution, which then has stride 1.",
        why="It reads every cell, and that is a good thought; but it is another network, into which weights trained "
        "with a strided 1×1 do not fit, and 5 rows become 2 where the branch has 3.",
        code="self.downsample(F.avg_pool2d(x, stride))",
        section=DIFFER,
        seen="On purpose, in the variant of these networks that is called ResNet-D.",
    ),
    Slip(
        "input-overwritten",
        decision="shortcut",
        does="You add to the branch what came out of it, and not what came into the block.",
        why="If `x` is overwritten on the way, the x that is added at the end is no longer the input: the sum is twice "
        "the branch, and the gradient has no second way.",
        code="x = self.bn2(self.conv2(x)); return torch.relu(x + x)",
        section=ADD,
        seen="The habit of `x = layer(x)`, line after line, which is right in a network without shortcuts.",
    ),
)
