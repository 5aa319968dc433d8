"""Slips of the start as the identity: which norm, what of it, and how it is changed."""

from autograder.exercise import Slip

START = "11_2_residual_blocks#Start as the identity"
NARROW = "11_2_residual_blocks#Narrow in the middle"
DIFFER = "11_2_residual_blocks#When the shapes differ"


def _slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = START) -> Slip:
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


ZERO_SLIPS = (
    _slip(
        "every-norm",
        "which",
        does="You set the weight of every norm to 0.",
        why="The last one is enough to silence a branch. With the norm of a projection at 0 the shortcut is silenced "
        "too, and with that of the stem the whole network.",
        code="for part in net.modules():\n    if isinstance(part, nn.BatchNorm2d): nn.init.zeros_(part.weight)",
        seen="A loop over all layers of a kind is how first weights are set as a rule: there each gets the same.",
    ),
    _slip(
        "every-norm-of-blocks",
        "which",
        does="You set the weights of all norms of a branch to 0; the last one is asked for.",
        why="With two weights at 0 in a row neither ever gets a gradient: the second waits for something that differs "
        "to come through the first, and the first for a gradient to come through the second. The branch stays silent.",
        code="for norm in (block.bn1, block.bn2): nn.init.zeros_(norm.weight)",
        seen="Where the block, and not its last layer, is taken for what is to be 0.",
    ),
    _slip(
        "first-norm",
        "which",
        does="You set the weight of the first norm of each block to 0; the last one is asked for.",
        why="What comes after it is still there: conv2 and bn2 make something of the constant that bn1 hands on, and "
        "bn2's bias and weight are not 0.",
        code="nn.init.zeros_(block.bn1.weight)",
        seen="Where the first of several alike is taken.",
    ),
    _slip(
        "last-registered",
        "which",
        does="Where a block has a projection, you set the weight of the projection's norm to 0, and not that of its "
        "last norm.",
        why="It is the last norm that the block lists, and not the last of the branch: the shortcut is silenced, "
        "and the branch goes on.",
        code="[part for part in block.modules() if isinstance(part, nn.BatchNorm2d)][-1]",
        seen="Modules are listed in the order in which `__init__` made them, and that need not be the order of use.",
        section=DIFFER,
    ),
    _slip(
        "projection-too",
        "which",
        does="You set the weight of the projection's norm to 0, too.",
        why="Then branch and shortcut are both 0, and the block hands on a constant, whatever comes in.",
        code="if block.downsample is not None: nn.init.zeros_(block.downsample[1].weight)",
        seen="Where all norms that stand in front of the sum are counted as last norms.",
        section=DIFFER,
    ),
    _slip(
        "stem-too",
        "which",
        does="You set the weight of the network's own bn1 to 0, too.",
        why="The stem is no block: nothing goes around it. With its norm at 0 every image looks the same to the "
        "network.",
        code='for part in net.modules():\n    if hasattr(part, "bn1"): ...',
        seen="In published networks the stem's parts are called conv1 and bn1, just as those of a block.",
    ),
    _slip(
        "bn2-always",
        "which",
        does="You always take bn2. In a bottleneck the last norm is bn3.",
        why="A bottleneck has three convolutions. With bn2 at 0, conv3 and bn3 still make a constant of it, and that "
        "is added.",
        code="nn.init.zeros_(block.bn2.weight)",
        seen="Where the rule was written for the block of two convolutions, and other blocks came later.",
        section=NARROW,
    ),
    _slip(
        "bn2-and-bn3",
        "which",
        does="In bottlenecks you set the weights of bn2 and of bn3 to 0; bn3 is the last.",
        why="With two weights at 0 in a row neither ever gets a gradient: bn3 waits for something that differs to come "
        "through bn2, and bn2 for a gradient to come through bn3. The branch stays silent for ever.",
        code='if name.endswith(("bn2.weight", "bn3.weight")):',
        seen="Where parameters are chosen by the ends of their names.",
        section=NARROW,
    ),
    _slip(
        "bottlenecks-left-out",
        "which",
        does="You leave bottlenecks as they are.",
        why="They are residual blocks as well, and a network can have both kinds.",
        code='if hasattr(part, "bn2") and not hasattr(part, "bn3"):',
        seen="Where blocks are known by their class, and not by their parts.",
        section=NARROW,
    ),
    _slip(
        "bottlenecks-only",
        "which",
        does="You change bottlenecks only: blocks of two convolutions are left as they are.",
        why="Their last norm is called bn2, and bn3 is not there.",
        code='if hasattr(part, "bn3"): nn.init.zeros_(part.bn3.weight)',
        seen="Where blocks are known by their class, and not by their parts.",
        section=NARROW,
    ),
    _slip(
        "first-block-only",
        "where",
        does="You change the first block only.",
        why="A `return` inside of the loop ends it in its first turn. Each block is to begin as the identity.",
        code="    nn.init.zeros_(part.bn2.weight)\n    return net",
        seen="An indentation that is one step too deep.",
    ),
    _slip(
        "last-block-only",
        "where",
        does="You change the last block only.",
        why="The last norm of *each* block is asked for: then the signal goes through all of the network as it came.",
        code='[part for part in net.modules() if hasattr(part, "bn2")][-1]',
        seen="Where a loop collects, and what stands after it is done once.",
    ),
    _slip(
        "direct-children-only",
        "where",
        does="You look at the parts of net, and not at the parts of its parts.",
        why="In a network the blocks stand inside of layer1, layer2 and so on; and net may be a block itself. "
        "`net.modules()` goes through all of them, net included; `net.children()` does not.",
        code="for part in net.children():",
        seen="In a flat `nn.Sequential`, where both come to the same.",
    ),
    _slip(
        "nothing-changed",
        "where",
        does="You leave net as it was: not a number in it has changed.",
        why="A block is known by its parts, conv1 and conv2. These were not made by your `residual_block`, so that "
        "asking for its class finds none; and what is written into a copy of a weight does not reach the weight.",
        code="if isinstance(part, ResidualBlock):",
        seen="Networks come from many places, and their blocks have many classes.",
    ),
    _slip(
        "bias-too",
        "what",
        does="You set the norm's bias to 0 as well; it is to stay as it is.",
        why="In a network that was just made it is 0 already, so that nobody sees it. This one has biases, and "
        "nothing but the weight is to change.",
        code="nn.init.zeros_(norm.bias)",
        seen="torch's `reset_parameters` of a norm sets both: the weight to 1, the bias to 0.",
    ),
    _slip(
        "bias-instead",
        "what",
        does="You set the norm's bias to 0, and leave its weight.",
        why="The weight multiplies what the branch has computed; the bias is added to it afterwards.",
        code="nn.init.zeros_(norm.bias)",
        seen="In dense networks it is the biases that begin at 0.",
    ),
    _slip(
        "convolution-instead",
        "what",
        does="You set the weight of the last convolution to 0, and leave the norm.",
        why="The branch becomes constant by that as well. But the norm behind it then divides by a deviation of 0, "
        "saved by its eps alone, and the first gradient of that convolution is some 300 times too large.",
        code="nn.init.zeros_(block.conv2.weight)",
        seen="In residual networks without norms this is the way to do it.",
    ),
    _slip(
        "ones-for-zeros",
        "what",
        does="You set the weight to 1.",
        why="1 is where a norm begins by itself, and the branch then speaks from the start. 0 silences it.",
        code="nn.init.ones_(norm.weight)",
        seen="It is what torch does, where nothing else is said.",
    ),
    _slip(
        "norm-made-anew",
        "how",
        does="You put a new norm in the place of the old one: its bias and its running statistics are lost.",
        why="Nothing but the weight is to change; and an optimizer that was made before holds the old norm's "
        "parameters, which the network no longer uses.",
        code="block.bn2 = nn.BatchNorm2d(channels); nn.init.zeros_(block.bn2.weight)",
        seen="For heads it is the usual way: `net.fc = nn.Linear(…)` makes a new layer, and means to.",
    ),
    _slip(
        "put-into-eval",
        "mode",
        does="You put the network into evaluation mode, and leave it there.",
        why="Nothing but weights is to change. Whoever goes on to train the network believes that its norms use the "
        "batch, and they use what they have stored.",
        code="net.eval()",
        seen="A network is put into evaluation mode to be looked at, and `net.train()` is forgotten afterwards.",
    ),
    _slip(
        "frozen",
        "how",
        does="The weight that you set to 0 no longer requires a gradient.",
        why="The block is to *begin* as the identity, and to learn from there. A frozen 0 silences the branch for "
        "ever.",
        code="norm.weight.requires_grad_(False)",
        seen="`nn.Parameter(zeros, requires_grad=False)` is how a constant is kept in a module.",
    ),
    _slip(
        "on-a-copy",
        "how",
        does="You change a copy: the network that was handed over stays as it was.",
        why="In place is asked for. Whoever calls `zero_init(net)` and goes on with net would train the old one.",
        code="net = copy.deepcopy(net)",
        seen="For arrays this book asks for copies; torch's `nn.init` changes in place, and says so by an underscore.",
    ),
)
