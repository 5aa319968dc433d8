"""Slips of both kinds of block: on the shortcut, at the sum, and in the branch."""

from autograder.exercise import Slip
from autograder.exercises.ch11_residual._shortcut_slips import ADD, DIFFER, LESSON, SHORTCUT_SLIPS

RELU = f"{LESSON}#Where the ReLU stands"
NARROW = f"{LESSON}#Narrow in the middle"

_SUM = (
    Slip(
        "concatenated",
        decision="sum",
        does="You put the channels of branch and shortcut side by side; they are to be added.",
        why="Twice as many channels come out, and the next block needs a wider convolution for them.",
        code="torch.cat([y, shortcut], dim=1)",
        section=ADD,
        seen="DenseNets and U-Nets do concatenate, and their shortcuts are called skip connections as well.",
    ),
    Slip(
        "multiplied",
        decision="sum",
        does="You multiply branch and shortcut; they are to be added.",
        why="If the branch gives 0, a sum hands x on and a product hands on 0.",
        code="y * shortcut",
        section=ADD,
        seen="Gates multiply, as in squeeze-and-excitation, and are drawn with the same kind of circle.",
    ),
    Slip(
        "not-added",
        decision="sum",
        does="Your block does not add its shortcut.",
        why="Without the sum it is a plain block: a stack of convolutions, which has to learn even to hand x on.",
        code="return torch.relu(y)",
        section=ADD,
        seen="It trains and seems to work; only the depth that it can take tells.",
    ),
    Slip(
        "no-relu-after-sum",
        decision="relu",
        does="No ReLU stands after your sum.",
        why="What leaves the block is then partly negative, and the next block is another function than the one that "
        "was asked for.",
        code="return y + shortcut",
        section=RELU,
        seen="In blocks with pre-activation and in MobileNetV2 it is meant so.",
    ),
    Slip(
        "relu-before-sum",
        decision="relu",
        does="You rectify the branch and then add; the ReLU belongs after the sum.",
        why="A rectified branch is never negative. So it can only add to x, and never take anything away from it, and "
        "numbers grow from block to block.",
        code="return torch.relu(y) + shortcut",
        section=RELU,
        seen="A popular way to write the block, y = x + F(x) with a ReLU at the end of F; tried, and found worse.",
    ),
    Slip(
        "relu-before-and-after",
        decision="relu",
        does="You rectify the branch before the sum, and the sum as well; one ReLU, after the sum, is asked for.",
        why="A rectified branch is never negative. So it can only add to x, and never take anything away from it.",
        code="return torch.relu(torch.relu(y) + shortcut)",
        section=RELU,
        seen="Where one helper makes convolution, norm and ReLU in a row, and is used for the last convolution too.",
    ),
)
_REST = (
    Slip(
        "biases-left",
        decision="bias",
        does="Your convolutions have biases, all of them; none is asked for.",
        why="A norm follows, and takes away the mean of each channel, bias and all. What shifts the channel is the "
        "norm's own bias.",
        code="nn.Conv2d(in_channels, out_channels, 3, padding=1)",
        section=ADD,
        seen="torch's `nn.Conv2d` has a bias where nothing else is said.",
    ),
    Slip(
        "biases-left-in-branch",
        decision="bias",
        does="The convolutions of your branch have biases; none is asked for.",
        why="A norm follows, and takes away the mean of each channel, bias and all. What shifts the channel is the "
        "norm's own bias.",
        code="self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1)",
        section=ADD,
        seen="torch's `nn.Conv2d` has a bias where nothing else is said.",
    ),
    Slip(
        "projection-bias-left",
        decision="bias",
        does="The convolution of your projection has a bias; none is asked for.",
        why="A norm follows there as well, and takes away the mean of each channel, bias and all.",
        code="nn.Conv2d(in_channels, out_channels, 1, stride)",
        section=DIFFER,
        seen="torch's `nn.Conv2d` has a bias where nothing else is said.",
    ),
    Slip(
        "unpadded",
        decision="padding",
        does="Your 3×3 convolutions are not padded.",
        why="Each takes two rows and two columns away, so that the map no longer fits the shortcut. On a map that "
        "shrinks to a single cell nothing complains: the cell is broadcast.",
        code="nn.Conv2d(in_channels, out_channels, 3, stride, bias=False)",
        section=ADD,
        seen="torch's `nn.Conv2d` has padding 0 where nothing else is said.",
    ),
    Slip(
        "stride-forgotten",
        decision="stride",
        does="No convolution of your branch has the stride; only the shortcut has it.",
        why="The branch's map keeps its size, and the shortcut's is smaller. Of 6×8 cells, stride 2 leaves 3×4.",
        code="self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False)",
        section=DIFFER,
        seen="torch's `nn.Conv2d` takes stride 1 where none is given.",
    ),
)
_BY_NAME = {slip.name: slip for slip in (*SHORTCUT_SLIPS, *_SUM, *_REST)}


def block_slips(*names: str) -> tuple[Slip, ...]:
    """Return slips of blocks by their names, in the order asked for.

    Parameters
    ----------
    *names : str
        Such as ``"concatenated"``; all of them, if none is given.

    Returns
    -------
    tuple of Slip
        The slips.
    """
    return tuple(_BY_NAME[name] for name in names or _BY_NAME)
