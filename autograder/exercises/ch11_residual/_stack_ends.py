"""Slips at both ends of a residual network: the stem, the pooling, and the dense layer."""

from autograder.exercise import Slip

WHOLE = "11_2_residual_blocks#A whole network"
RELU = "11_2_residual_blocks#Where the ReLU stands"


def stack_slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = WHOLE) -> Slip:
    """Return a slip of a whole network, told where whole networks are built."""
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


END_SLIPS = (
    stack_slip(
        "stem-norm-missing",
        "stem",
        does="No norm stands behind your first convolution.",
        why="bn1 and a ReLU follow it, as each convolution on the way is followed by its norm.",
        code="x = torch.relu(self.conv1(x))",
        seen="Where the stem is taken for a matter of the blocks.",
    ),
    stack_slip(
        "stem-relu-missing",
        "stem",
        does="No ReLU stands behind your first norm.",
        why="The first shortcut would hand on negative numbers; and the first convolution of the network and that of "
        "the first block would have, in evaluation mode, nothing between them that bends.",
        code="x = self.bn1(self.conv1(x))",
        seen="In networks with pre-activation it is meant so: their first block begins with norm and ReLU.",
        section=RELU,
    ),
    stack_slip(
        "stem-7x7",
        "stem",
        does="Your first convolution is 7×7 with stride 2; a 3×3 with stride 1 is asked for.",
        why="That is the stem for photographs of 224×224. A digit of 28×28 would be 14×14 before the first block.",
        code="nn.Conv2d(in_channels, width, 7, stride=2, padding=3, bias=False)",
        seen="In the published networks for ImageNet, and in code that was written from them.",
    ),
    stack_slip(
        "stem-strided",
        "stem",
        does="Your first convolution has stride 2.",
        why="Only layer2 and layer3 make the map smaller. Of 28×28 cells, the blocks of layer1 are to see all.",
        code="nn.Conv2d(in_channels, width, 3, stride=2, padding=1, bias=False)",
        seen="Networks for large photographs begin so, to save work.",
    ),
    stack_slip(
        "stem-pooled",
        "stem",
        does="You pool in front of the first block.",
        why="That belongs to the stem for photographs of 224×224. Only layer2 and layer3 make the map smaller here.",
        code="x = F.max_pool2d(x, 3, stride=2, padding=1)",
        seen="In the published networks for ImageNet, and in code that was written from them.",
    ),
    stack_slip(
        "stem-bias-left",
        "stem",
        does="Your first convolution has a bias; none is asked for.",
        why="A norm follows, and takes away the mean of each channel, bias and all.",
        code="nn.Conv2d(in_channels, width, 3, padding=1)",
        seen="torch's `nn.Conv2d` has a bias where nothing else is said.",
    ),
    stack_slip(
        "maximum-for-mean",
        "pool",
        does="You take the largest number of each map; its mean is asked for.",
        why="The dense layer then reads other numbers than those that it was trained on.",
        code="x.amax(dim=(2, 3))",
        seen="This book's small networks for digits pool by the maximum; residual networks take the mean.",
    ),
    stack_slip(
        "sum-for-mean",
        "pool",
        does="You add up each map and do not divide.",
        why="A larger image gives larger sums, and the dense layer behind would fit one size of image only.",
        code="x.sum(dim=(2, 3))",
        seen="In counting: the sum of a density map is how many there are.",
    ),
    stack_slip(
        "fc-always-wide",
        "fc",
        does="Your dense layer reads 4·width numbers, also where layer3 is empty.",
        why="At depth 4 there is one block, in layer1, and width numbers arrive. At depth 6 it is 2·width.",
        code="nn.Linear(4 * width, classes)",
        seen="It holds from depth 8 on, and networks as shallow as 4 are rarely built.",
    ),
    stack_slip(
        "fc-without-bias",
        "fc",
        does="Your dense layer has no bias.",
        why="Without biases the convolutions do well, since norms follow. Nothing follows the dense layer: its bias is "
        "what says how likely a class is before anything is seen.",
        code="nn.Linear(channels, classes, bias=False)",
        seen="Where `bias=False` has become a habit by the last line.",
    ),
    stack_slip(
        "softmax-at-the-end",
        "end",
        does="Your network ends with a softmax; the scores themselves are asked for.",
        why="torch's cross-entropy takes logits and does the softmax itself. Twice, and the gradients become small.",
        code="return self.fc(x).softmax(dim=1)",
        seen="Keras' examples end so, and its cross-entropy expects it.",
    ),
    stack_slip(
        "log-softmax-at-the-end",
        "end",
        does="Your network ends with a log-softmax; the scores themselves are asked for.",
        why="With the cross-entropy the loss comes out the same, since a log-softmax of a log-softmax changes nothing. "
        "The scores are others, though, and weights are compared by scores.",
        code="return F.log_softmax(self.fc(x), dim=1)",
        seen="In examples that train with `nll_loss`, for which it is right.",
    ),
    stack_slip(
        "relu-on-scores",
        "end",
        does="Your network rectifies its scores.",
        why="A score below 0 says that a class is unlikely. Rectified, all unlikely classes are alike, and no gradient "
        "tells them apart.",
        code="return torch.relu(self.fc(x))",
        seen="Where a ReLU follows each layer by rule.",
        section=RELU,
    ),
)
