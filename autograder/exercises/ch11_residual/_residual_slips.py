"""Slips of a residual block of two 3×3 convolutions."""

from autograder.exercise import Slip
from autograder.exercises.ch11_residual._block_slips import ADD, DIFFER, RELU, block_slips

RESIDUAL_SLIPS = (
    *block_slips(),
    Slip(
        "shortcut-after-relu",
        decision="shortcut",
        does="You take the shortcut from behind the first ReLU; it starts at x, in front of the first convolution.",
        why="Then one convolution, with its norm and ReLU, has no way around it. If both convolutions give 0, the "
        "block gives 0 where it should hand x on.",
        code="y = torch.relu(self.bn1(self.conv1(x))); shortcut = y",
        section=ADD,
        seen="Where the line that keeps x for later is written one line too late.",
    ),
    Slip(
        "norm-after-sum",
        decision="last norm",
        does="Your second norm stands behind the sum; it belongs behind conv2, in front of the sum.",
        why="There it changes what the shortcut hands on, in every block once more, and a branch of 0 no longer makes "
        "the block hand x on.",
        code="torch.relu(self.bn2(self.conv2(y) + shortcut))",
        section=RELU,
        seen="The authors of residual networks tried it later, and it was worse, on the training images too.",
    ),
    Slip(
        "bn2-unused",
        decision="last norm",
        does="Your block has bn2 and does not use it: what conv2 gives is added as it is.",
        why="The shortcut comes with the size of x, and the branch then with any size. And starting a block as the "
        "identity, by a last norm of 0, would do nothing.",
        code="torch.relu(self.conv2(y) + shortcut)",
        section=ADD,
        seen="Wherever a layer is made and then not called: its weights are counted, and no gradient reaches them.",
    ),
    Slip(
        "norm-shared",
        decision="last norm",
        does="Your block has one norm, bn1, for both convolutions.",
        why="A norm keeps running means and variances of what goes through it. One that sees two different maps in "
        "turn fits neither of them in evaluation mode, and bn2 is not there when weights are loaded.",
        code="y = self.bn1(self.conv2(y))  # and no bn2 in __init__",
        section=ADD,
        seen="A ReLU can be shared, since it has no weights and remembers nothing; much published code does.",
    ),
    Slip(
        "bn1-used-twice",
        decision="last norm",
        does="You apply bn1 after both convolutions, and bn2 never.",
        why="Both norms have as many channels, so nothing complains; but bn1 remembers the statistics of both maps, "
        "and fits neither of them.",
        code="y = self.bn1(self.conv2(y))",
        section=ADD,
        seen="In copied lines, of which one number was not changed.",
    ),
    Slip(
        "conv1-used-twice",
        decision="second convolution",
        does="You apply conv1 two times, and conv2 never.",
        why="Where the shapes agree nothing complains, and half of the block's weights are never used.",
        code="y = self.bn2(self.conv1(y))",
        section=ADD,
        seen="In copied lines, of which one number was not changed.",
    ),
    Slip(
        "widened-by-conv2",
        decision="second convolution",
        does="Your conv1 keeps the number of channels, and conv2 changes it; conv1 is to change it.",
        why="It is a block as well, of other shapes: published weights for (out_channels, in_channels, 3, 3) do not "
        "fit into your conv1.",
        code="self.conv1 = nn.Conv2d(in_channels, in_channels, 3, ...)",
        section=DIFFER,
        seen="In bottleneck blocks, where the last convolution is the one that widens.",
    ),
    Slip(
        "relu-between-missing",
        decision="between",
        does="No ReLU stands between your two convolutions.",
        why="In evaluation mode a norm is linear, so two convolutions with only a norm between them are one linear "
        "map: the branch could not bend.",
        code="y = self.bn2(self.conv2(self.bn1(self.conv1(x))))",
        section=RELU,
        seen="Where the ReLU is thought of as part of the sum, one to a block.",
    ),
    Slip(
        "norm-after-relu",
        decision="between",
        does="Your first norm stands behind the ReLU; it belongs between the convolution and the ReLU.",
        why="The norm centres its channel around 0, so that about half of the cells pass the ReLU. Behind it, the norm "
        "moves zeros to other places, and conv2 reads negative numbers.",
        code="y = self.bn1(torch.relu(self.conv1(x)))",
        section=RELU,
        seen="Both orders are in use outside of residual networks, and people argue which is better.",
    ),
    Slip(
        "preactivated",
        decision="between",
        does="Your norms and ReLUs stand in front of the convolutions: that is a block with pre-activation.",
        why="It is a good block, and another: nothing stands after its sum. Here conv, norm and ReLU come in this "
        "order, and the last ReLU after the sum.",
        code="self.conv2(torch.relu(self.bn2(self.conv1(torch.relu(self.bn1(x)))))) + shortcut",
        section=RELU,
        seen="In the second version of residual networks, often called ResNet v2; Keras has both.",
    ),
    Slip(
        "stride-on-both",
        decision="stride",
        does="Both of your convolutions have the stride; it belongs on conv1 alone.",
        why="Stride 2 twice makes the map four times smaller each way, and the shortcut only two times. Where a single "
        "cell is left, it is broadcast, and nothing complains.",
        code="self.conv2 = nn.Conv2d(out_channels, out_channels, 3, stride, padding=1, bias=False)",
        section=DIFFER,
        seen="Where one helper makes both convolutions and is given the block's stride.",
    ),
    Slip(
        "stride-on-conv2",
        decision="stride",
        does="Your stride is on conv2; it belongs on conv1.",
        why="The shapes are right, and the numbers are not: trained weights give another map. It costs more, too: "
        "with stride 2, conv1 works on four times as many cells.",
        code="self.conv2 = nn.Conv2d(out_channels, out_channels, 3, stride, ...)",
        section=DIFFER,
        seen="In bottleneck blocks the stride is on the second convolution, the 3×3.",
    ),
)
