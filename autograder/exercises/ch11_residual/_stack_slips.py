"""Slips of a whole residual network: how many blocks, where they stride, how wide they are, and both ends."""

from autograder.exercises.ch11_residual._stack_ends import END_SLIPS, stack_slip

ADD = "11_2_residual_blocks#Add the input"

_DEALING = (
    stack_slip(
        "ends-not-counted",
        "blocks",
        does="You make depth / 2 blocks: the first convolution and the dense layer are not counted.",
        why="Two layers of the depth stand outside of the blocks. Depth 8 is 2 and 3·2: three blocks, and not four.",
        code="blocks = depth // 2",
        seen="Where a network's depth is thought of as that of its blocks.",
    ),
    stack_slip(
        "one-convolution-a-block",
        "blocks",
        does="You make depth − 2 blocks, as if each were one layer deep.",
        why="A block has two convolutions on its way. Depth 8 is three blocks, and not six.",
        code="blocks = depth - 2",
        seen="Where blocks are called layers; the parts layer1 to layer3 of a network invite to it.",
    ),
    stack_slip(
        "all-in-each",
        "blocks",
        does="You put all blocks into each of the three layers.",
        why="The blocks are shared out. Depth 14 has six, two in each layer, and not eighteen.",
        code="layer1 = [… for _ in range(blocks)]",
        seen="In the formula depth = 6n + 2, n is counted in each layer; here the blocks are counted over all three.",
    ),
    stack_slip(
        "rest-dropped",
        "dealing",
        does="You put (depth − 2) // 6 blocks into each layer, and drop the rest.",
        why="Depths 10 and 12 would be the same network as depth 8. The rest goes to the first layers, one block each.",
        code="n = (depth - 2) // 6",
        seen="In networks for small images depth is 6n + 2 by rule, and no rest is left.",
    ),
    stack_slip(
        "rest-to-the-last",
        "dealing",
        does="You give the rest to the last layers; the first ones are to get it.",
        why="Depth 10 has four blocks: 2, 1, 1, and not 1, 1, 2.",
        code="counts = [n, n, n]; counts[-1] += 1",
        seen="Large networks do have most of their blocks in a late layer: ResNet-50 has 3, 4, 6, 3.",
    ),
    stack_slip(
        "rest-to-the-first",
        "dealing",
        does="You give all of the rest to layer1; it is to be dealt out, one block to a layer.",
        why="Depth 12 has five blocks: 2, 2, 1, and not 3, 1, 1.",
        code="counts = [blocks - 2 * n, n, n]",
        seen="What is left over is put to the first of several wherever one line is to do it.",
    ),
    stack_slip(
        "rounded-up",
        "dealing",
        does="You round up: where a rest is left, every layer gets one block more.",
        why="Depth 10 would be as deep as depth 14. Four blocks are 2, 1, 1.",
        code="n = math.ceil(blocks / 3)",
        seen="Where things are dealt to boxes and one more box does no harm.",
    ),
    stack_slip(
        "same-block-repeated",
        "sharing",
        does="You put the same block into a layer several times: it has one set of weights.",
        why="`[block] * 2` is a list of one object two times. Training one trains the other, since they are one.",
        code="nn.Sequential(*[residual_block(width, width)] * blocks)",
        seen="Lists of lists in Python, `[[0] * 3] * 3`, fall into the same trap.",
    ),
    stack_slip(
        "plain-blocks",
        "kind",
        does="Your blocks add nothing: it is a plain network.",
        why="Same depth, same convolutions, no shortcuts: the network that gets worse when it gets deeper.",
        code="nn.Sequential(conv, norm, relu, conv, norm, relu)",
        seen="It is what residual networks are compared with.",
        section=ADD,
    ),
)
_SIZES = (
    stack_slip(
        "stride-in-layer1",
        "stride",
        does="Your layer1 begins with stride 2, too.",
        why="Only layer2 and layer3 make the map smaller. An image of 28×28 is 28×28 in layer1, then 14×14, then 7×7.",
        code="for channels in (width, 2 * width, 4 * width): ...  # stride 2 in each",
        seen="Where three layers are made by one loop.",
    ),
    stack_slip(
        "no-strides",
        "stride",
        does="None of your layers has a stride: the map keeps its size.",
        why="layer2 and layer3 begin with stride 2. Without it, twice as many channels on the same map cost four times "
        "as much as those before.",
        code="residual_block(channels, 2 * channels)",
        seen="Nothing complains: a mean over the map fits every size.",
    ),
    stack_slip(
        "every-block-strided",
        "stride",
        does="All blocks of layer2 and layer3 have stride 2; only the first of each is to have it.",
        why="Each stride halves the map. With two of them in each layer, 28×28 has become 2×2 where it should be 7×7.",
        code="[residual_block(channels, channels, stride=2) for _ in range(blocks)]",
        seen="Where the stride is an argument of the layer, and handed on to each of its blocks.",
    ),
    stack_slip(
        "stride-on-last-block",
        "stride",
        does="The last block of layer2 and of layer3 has the stride; the first is to have it.",
        why="The shapes at the end are the same. But the blocks before work on a map that is still large, and weights "
        "trained the other way give other numbers.",
        code="strides = [1] * (blocks - 1) + [2]",
        seen="With pooling it is so: VGG's stages end with the pool.",
    ),
    stack_slip(
        "widths-not-doubled",
        "width",
        does="All your layers are equally wide.",
        why="layer2 has twice as many channels as layer1, and layer3 four times as many: where the map gets smaller, "
        "more is told about each cell.",
        code="layer2 = [residual_block(width, width, stride=2)]",
        seen="Some families do keep one width, with one map size, throughout: ConvMixer does.",
    ),
    stack_slip(
        "widths-added",
        "width",
        does="Your layers have width, 2·width and 3·width channels; the last is to have 4·width.",
        why="Channels double when the map's sides halve.",
        code="(number + 1) * width",
        seen="Pyramidal networks add where others double, on purpose.",
    ),
    stack_slip(
        "doubled-from-the-start",
        "width",
        does="Your first layer already has 2·width channels, and all that follows twice as many as asked for.",
        why="`width` is what layer1 has, and the convolution in front of it.",
        code="channels = 2 * channels  # before the first layer, too",
        seen="Where three layers are made by one loop.",
    ),
    stack_slip(
        "width-ignored",
        "options",
        does="Your network is 16 wide, whatever `width` says.",
        why="An argument that is accepted and not looked at misleads whoever gives it.",
        code="nn.Conv2d(in_channels, 16, 3, padding=1, bias=False)",
        seen="In code that was first written with numbers, and got its arguments later.",
    ),
    stack_slip(
        "classes-ignored",
        "options",
        does="Your network gives 10 scores, whatever `classes` says.",
        why="An argument that is accepted and not looked at misleads whoever gives it.",
        code="nn.Linear(channels, 10)",
        seen="In code that was first written with numbers, and got its arguments later.",
    ),
    stack_slip(
        "in-channels-ignored",
        "options",
        does="Your network takes images of one channel, whatever `in_channels` says.",
        why="An argument that is accepted and not looked at misleads whoever gives it.",
        code="nn.Conv2d(1, width, 3, padding=1, bias=False)",
        seen="In code that was first written with numbers, and got its arguments later.",
    ),
)
STACK_SLIPS = (*_DEALING, *_SIZES, *END_SLIPS)
