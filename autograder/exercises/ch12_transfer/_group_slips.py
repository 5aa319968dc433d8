"""Mistakes in dealing parameters into groups: the rates, the head, the body, the frozen ones."""

from autograder.exercise import Slip

RATES = "12_2_freeze_and_tune#Two learning rates"
FROZEN = "12_2_freeze_and_tune#What is frozen"


def _slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = RATES) -> Slip:
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


SLIPS = (
    _slip(
        "rates-swapped",
        "rates",
        does="You give the body the head's rate, and the head the body's.",
        why="`lr` is for what was trained before and is to move gently, `head_lr` for the head, which is new. With the "
        "two swapped, the body forgets before the head has learned anything.",
        code='[{"params": body, "lr": head_lr}, {"params": head, "lr": lr}]',
        seen="In lists of two groups, which look the same in either order.",
    ),
    _slip(
        "one-rate-for-all",
        "rates",
        does="You give all parameters the rate `lr`.",
        why="The head starts from random numbers and has a long way to go; the body has arrived already.",
        code='[{"params": body, "lr": lr}, {"params": head, "lr": lr}]',
        seen="In `torch.optim.SGD(net.parameters(), lr)`, which most training loops begin with.",
    ),
    _slip(
        "head-rate-for-all",
        "rates",
        does="You give all parameters the rate `head_lr`.",
        why="The head's rate is made for random numbers. Its first steps on trained weights destroy what was borrowed.",
        code='[{"params": body, "lr": head_lr}, {"params": head, "lr": head_lr}]',
        seen="Where a network is fine-tuned with the rate at which it was once trained from scratch.",
    ),
    _slip(
        "head-rate-as-a-factor",
        "rates",
        does="You take `head_lr` for a factor, and multiply it by `lr`.",
        why="`head_lr` is the rate itself. 0.001 · 0.1 would make the head's rate the smaller one.",
        code='{"params": head, "lr": lr * head_lr}',
        seen="Some libraries do ask for a multiplier, such as “10 × for the head”.",
    ),
    _slip(
        "first-parameter-decides",
        "frozen",
        does="You ask the first parameter of a part whether all of the part learns.",
        why="A part can be frozen in pieces: its bias may rest while its weight learns. Ask each parameter for itself.",
        code="learns = next(part.parameters()).requires_grad",
        seen="Where parts are frozen as wholes, in which case one parameter does speak for all.",
        section=FROZEN,
    ),
    _slip(
        "frozen-included",
        "frozen",
        does="You put frozen parameters into the groups.",
        why="They have no gradient, so a step passes over them. But once they hold one, if only of zeros, weight decay "
        "and momentum move them; and the groups no longer tell what learns.",
        code='{"params": list(part.parameters()), "lr": lr}',
        section=FROZEN,
        seen="PyTorch's optimizers take them without a word: parameters whose gradient is None are skipped.",
    ),
    _slip(
        "all-made-to-learn",
        "frozen",
        does="You let all parameters of the network require a gradient again.",
        why="What was frozen was frozen on purpose. To make groups is to look at the network, not to change it.",
        code="net.requires_grad_(True)",
        section=FROZEN,
        seen="In fine-tuning scripts, as the line after “now we unfreeze”.",
    ),
    _slip(
        "empty-group-kept",
        "empty",
        does="You keep a group that holds no parameters.",
        why="If all of the body is frozen, its group is left out: a rate that belongs to nothing says that something "
        "learns at it.",
        code='return [{"params": body, "lr": lr}, {"params": head, "lr": head_lr}]',
        seen="PyTorch takes an empty group beside others; an empty list as a whole it refuses.",
    ),
    _slip(
        "head-in-both",
        "groups",
        does="You put the head's parameters into both groups.",
        why="Each parameter gets one rate. PyTorch refuses such groups: “some parameters appear in more than one "
        "parameter group”.",
        code='[{"params": list(net.parameters()), "lr": lr}, {"params": list(net[-1].parameters()), "lr": head_lr}]',
        seen="Where a group for the head is added, and the first is not made smaller.",
    ),
    _slip(
        "last-layer-as-head",
        "head",
        does="You take the last layer alone for the head; the head's other layers get the body's rate, or none.",
        why="The head is the last part, as a whole. All its layers are new.",
        code="head = list(list(net.modules())[-1].parameters())",
        seen="`net.modules()` goes through everything, at any depth; `net.children()` through the parts.",
    ),
    _slip(
        "last-two-parameters",
        "head",
        does="You take the last two parameters for the head: a weight and a bias.",
        why="A head can have more layers, and a layer without bias has a single parameter.",
        code="parameters = list(net.parameters()); body, head = parameters[:-2], parameters[-2:]",
        seen="In networks that end with one dense layer, where counting backwards works.",
    ),
    _slip(
        "first-part-as-head",
        "head",
        does="You take the first part for the head.",
        why="The head is where the answers come out: the last part. `children()` has the parts in the order in which "
        "they are called.",
        code="head, *body = net.children()",
        seen="In drawings, a network's head can be at the top, on the left, or at the bottom.",
    ),
    _slip(
        "head-by-name",
        "head",
        does="You look for a part that is called “head”.",
        why="The last part is the head, whatever it is called: `fc`, `classifier`, or only a number.",
        code='[value for name, value in net.named_parameters() if name.startswith("head")]',
        seen="Libraries differ: torchvision's networks have `fc`, `classifier` or `heads`.",
    ),
    _slip(
        "body-left-out",
        "groups",
        does="You give the head a group, and the body none.",
        why="What is in no group is never changed: the body would be frozen without anybody having frozen it.",
        code='return [{"params": list(net[-1].parameters()), "lr": head_lr}]',
        seen="When only the head is trained first, and the optimizer is not made anew for the second stage.",
    ),
    _slip(
        "head-left-out",
        "groups",
        does="You give the body a group, and the head none.",
        why="The head is new, and would stay as random as it is.",
        code='return [{"params": body, "lr": lr}]',
        seen="Where a head is replaced after the optimizer was made: the optimizer holds the old one.",
    ),
    _slip(
        "weights-only",
        "which",
        does="You leave out the biases.",
        why="What is in no group is never changed. A bias is a parameter like the others.",
        code='[value for name, value in net.named_parameters() if name.endswith("weight")]',
        seen="Groups that keep weight decay away from biases are made so, with a second group for the biases.",
    ),
    _slip(
        "copies-for-parameters",
        "held",
        does="Your groups hold tensors that are not the network's parameters.",
        why="`value.data`, `value.detach()` and `value.clone()` give other tensors. No gradient gets to them, so the "
        "optimizer would have nothing to do. Give it the parameters themselves.",
        code='{"params": [value.data for value in part.parameters()], "lr": lr}',
        seen="`.data` stands in old examples, where weights are changed by hand.",
    ),
    _slip(
        "norms-left-out",
        "which",
        does="You leave out the weights and biases of norms.",
        why="They learn as well, unless they are frozen. What is in no group is never changed.",
        code="for layer in part.modules(): if isinstance(layer, (nn.Conv2d, nn.Linear)): …",
        seen="Where norms are kept as they are, on purpose, since batches are small.",
    ),
)
