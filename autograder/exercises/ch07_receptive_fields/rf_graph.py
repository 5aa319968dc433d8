"""What a cell sees where layers branch and meet again."""

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch07_receptive_fields._field_slips import BRANCHES, field_slips
from autograder.exercises.ch07_receptive_fields._fields import LENET, STEM, Field
from autograder.exercises.ch07_receptive_fields._graphs import (
    APART,
    BASIC_BLOCK,
    INCEPTION,
    PATCHES,
    STRIDED_BLOCK,
    TWO_PATCHES,
    Graph,
    chain,
    drawn_blocks,
    drawn_chains,
    slipped,
    working,
)
from helpers.receptive_field import rf_graph


def reference(nodes: Graph) -> Field:
    """Return size, jump and first of the last node."""
    return tuple(rf_graph(nodes)[list(nodes)[-1]])


EXERCISE = Exercise(
    name="rf_graph",
    chapter=7,
    goal="Return what a cell of the last node's map sees, along one axis, in a graph whose branches meet again: "
    "(size, jump, first).",
    reference=reference,
    slipped=slipped,
    working=working,
    parts=(
        Part(
            "stacks, written as graphs",
            points=1,
            probe=(Case((chain(*LENET),)), Case((chain(*STEM, (2, 3, 1, 1)),))),
            cases=drawn_chains,
        ),
        Part(
            "shortcuts",
            points=2,
            probe=(
                Case((BASIC_BLOCK,)),
                Case((STRIDED_BLOCK,)),
                Case(({**BASIC_BLOCK, "sum": ((3, 2, 1, 2), ["input", "b"]), "c": ((4, 1, 1, 1), ["sum"])},)),
            ),
            cases=lambda rng: drawn_blocks(rng, shortcuts=True),
        ),
        Part(
            "branches that meet",
            points=3,
            probe=(Case((INCEPTION,)), Case((PATCHES,)), Case((TWO_PATCHES,)), Case((APART,))),
            cases=lambda rng: drawn_blocks(rng, shortcuts=False),
        ),
    ),
    slips=(
        Slip(
            "first-branch-only",
            decision="branch",
            does="You follow the first input of a node, and no other.",
            why="Where branches meet, a cell sees what any of them sees. Which of them is named first is of no matter.",
            code="field = fields[inputs[0]]",
            section=BRANCHES,
            seen="Where code for stacks gets graphs: most nodes have one input, and the first is it.",
        ),
        Slip(
            "last-branch-only",
            decision="branch",
            does="You follow the last input of a node, and no other.",
            why="Where branches meet, a cell sees what any of them sees. Which of them is named last is of no matter.",
            code="for one in inputs: field = fields[one]",
            section=BRANCHES,
            seen="In loops that overwrite what they should gather.",
        ),
        Slip(
            "widest-branch-only",
            decision="branch",
            does="You take the branch with the largest field, as if it held the others.",
            why="It often does. But 4 cells from 0 to 3 do not hold −1 to 1: together they reach from −1 to 3.",
            code="field = max((fields[one] for one in inputs), key=lambda field: field.size)",
            section=BRANCHES,
            seen="In the saying that a network sees what its deepest path sees: so long as all of its paddings keep "
            "the size.",
        ),
        Slip(
            "narrowest-branch-only",
            decision="branch",
            does="You take the branch with the smallest field.",
            why="A sum of branches holds all that came through any of them. With a shortcut around it, a block still "
            "sees what its convolutions see.",
            code="field = min((fields[one] for one in inputs), key=lambda field: field.size)",
            section=BRANCHES,
            seen="In the idea that a shortcut lets the input through as it is, and so undoes the block beside it.",
        ),
        Slip(
            "largest-size",
            decision="union",
            does="You take the largest size and the earliest beginning, and they may come from two branches.",
            why="0 to 3 and −1 to 1 are 4 and 3 cells wide, and together 5: from −1 to 3. Find the last cell as well.",
            code="size, first = max(sizes), min(firsts)",
            section=BRANCHES,
            seen="In boxes joined by their corners and sizes, each by itself.",
        ),
        Slip(
            "sizes-added",
            decision="union",
            does="You add up the sizes of branches that meet.",
            why="Branches look at the same piece of the input, one around the other. Their fields overlap, and a "
            "cell seen twice is one cell.",
            code="size = sum(sizes)",
            section=BRANCHES,
            seen="Channels do add up where maps are concatenated; fields do not.",
        ),
        Slip(
            "gap-left-out",
            decision="union",
            does="You count the cells that some branch sees, and leave out those between two branches.",
            why="A field is told by its first and its last cell, and has the size last − first + 1. −6 to −3 and 0 to "
            "3 are 8 cells, and together they reach over 10.",
            code="size = len(set().union(*(range(first, first + size) for size, _, first in fields)))",
            section=BRANCHES,
            seen="Where what a network can reach is taken for what it reads: between the taps of a dilated kernel, "
            "too, there are cells that nobody looks at.",
        ),
        Slip(
            "intersected",
            decision="union",
            does="You keep only what all of the branches see.",
            why="A sum of branches changes if *any* of them does. So the field reaches from the earliest beginning to "
            "the latest end.",
            code="first, last = max(firsts), min(lasts)",
            section=BRANCHES,
            seen="In the idea that branches which meet must agree.",
        ),
        Slip(
            "union-one-short",
            decision="union",
            does="You count the steps from the first cell to the last, and not the cells.",
            why="From −2 to 2 it is 4 steps, and 5 cells.",
            code="size = last - first",
            section=BRANCHES,
            seen="In every count of posts by counting gaps; it is called the fencepost error.",
        ),
        Slip(
            "latest-first",
            decision="union-first",
            does="You let the field begin where the last of the branches begins.",
            why="A cell sees what *any* branch sees, so the earliest beginning counts.",
            code="first = max(firsts)",
            section=BRANCHES,
            seen="Where boxes are intersected; here they are joined.",
        ),
        Slip(
            "jumps-multiplied",
            decision="union-jump",
            does="You multiply the jumps of branches that meet.",
            why="Branches lie beside each other: they step over the same cells, each once. The jump behind is that of "
            "each of them.",
            code="jump = math.prod(jumps)",
            section=BRANCHES,
            seen="Strides multiply along one path; over two paths they do not.",
        ),
        Slip(
            "layers-read-one-input",
            decision="node",
            does="You join the inputs of nodes without a layer, and of nodes with a layer you take the first input.",
            why="A layer can have several inputs, too, as a convolution behind a concatenation has: join them first, "
            "then go through it.",
            code="field = join(inputs) if layer is None else fields[inputs[0]]",
            section=BRANCHES,
            seen="Where joining is thought of as a kind of node, and not as what every node begins with.",
        ),
        Slip(
            "layer-after-join-left-out",
            decision="node",
            does="You leave out the layer of a node that has several inputs.",
            why="A node can do both: gather its inputs, then slide a window over them, as a convolution after a "
            "concatenation does.",
            code="if len(inputs) > 1: fields[name] = join(inputs)  # and the layer?",
            section=BRANCHES,
            seen="Where a sum and the layer behind it are two nodes in one library, and one node in another.",
        ),
        Slip(
            "as-a-stack",
            decision="branch",
            does="You go through the nodes in a row, each on top of the one before.",
            why="Branches lie *beside* each other. Of a 1×1 and a 5×5 on the same map, neither reads the other.",
            code="for layer, _ in nodes.values():",
            section=BRANCHES,
            seen="In tools that list the modules of a network in the order in which they were made.",
        ),
        Slip(
            "last-for-size",
            decision="result",
            does="You return the last cell that cell 0 sees, in place of the size.",
            why="A field from −3 to 15 has 19 cells: last − first + 1.",
            code="return last, jump, first",
            section=BRANCHES,
            seen="Where a loop keeps both ends of a field, and the size is worked out at the very end.",
        ),
        Slip(
            "first-in-the-middle",
            decision="result",
            does="You return the jump at the end.",
            why="The order that is asked for is (size, jump, first).",
            code="return size, first, jump",
            section=BRANCHES,
            seen="With every function that returns several plain numbers.",
        ),
        Slip(
            "first-in-front",
            decision="result",
            does="You return the beginning in front and the size at the end.",
            why="The order that is asked for is (size, jump, first).",
            code="return first, jump, size",
            section=BRANCHES,
            seen="With every function that returns several plain numbers.",
        ),
        *field_slips("padding-ignored", "padding-not-scaled", "padding-after-stride", "padding-twice", "padding-adds"),
        *field_slips("jump-multiplied-first", "jump-not-used", "strides-added", "last-stride-only"),
        *field_slips("dilation-forgotten", "kernel-not-less-one"),
    ),
)
