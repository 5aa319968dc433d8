"""Wrong groups of parameters for an optimizer."""

from tests.autograder.mistakes.makes import makes


def _learning(*parts):
    return [p for part in parts for p in part.parameters() if p.requires_grad]


def _groups(body, lr, head, head_lr):
    return [{"params": p, "lr": rate} for p, rate in ((body, lr), (head, head_lr)) if p]


@makes("param_groups", "rates-swapped")
def other_way_round(net, *, lr, head_lr):
    *body, head = net.children()
    return _groups(_learning(*body), head_lr, _learning(head), lr)


@makes("param_groups", "one-rate-for-all")
def as_always(net, *, lr, head_lr):
    del head_lr
    return [{"params": _learning(net), "lr": lr}]


@makes("param_groups", "head-rate-for-all")
def as_from_scratch(net, *, lr, head_lr):
    del lr
    return [{"params": _learning(net), "lr": head_lr}]


@makes("param_groups", "head-rate-as-a-factor")
def multiplier(net, *, lr, head_lr):
    *body, head = net.children()
    return _groups(_learning(*body), lr, _learning(head), lr * head_lr)


@makes("param_groups", "first-parameter-decides")
def part_by_part(net, *, lr, head_lr):
    *body, head = net.children()
    learning = [part for part in body if list(part.parameters()) and next(part.parameters()).requires_grad]
    groups = [{"params": [p for part in learning for p in part.parameters()], "lr": lr}]
    if next(head.parameters()).requires_grad:
        groups.append({"params": list(head.parameters()), "lr": head_lr})
    return [group for group in groups if group["params"]]


@makes("param_groups", "frozen-included")
def everything(net, *, lr, head_lr):
    *body, head = net.children()
    return _groups([p for part in body for p in part.parameters()], lr, list(head.parameters()), head_lr)


@makes("param_groups", "all-made-to-learn")
def now_we_unfreeze(net, *, lr, head_lr):
    for p in net.parameters():
        p.requires_grad = True
    *body, head = net.children()
    return _groups(_learning(*body), lr, _learning(head), head_lr)


@makes("param_groups", "empty-group-kept")
def always_two(net, *, lr, head_lr):
    *body, head = net.children()
    return [{"params": _learning(*body), "lr": lr}, {"params": _learning(head), "lr": head_lr}]


@makes("param_groups", "head-in-both")
def all_and_the_head(net, *, lr, head_lr):
    return _groups(_learning(net), lr, _learning(list(net.children())[-1]), head_lr)


@makes("param_groups", "last-layer-as-head")
def deepest_last(net, *, lr, head_lr):
    head = list(net.modules())[-1]
    own = {id(p) for p in head.parameters()}
    return _groups([p for p in _learning(net) if id(p) not in own], lr, _learning(head), head_lr)


@makes("param_groups", "last-two-parameters")
def weight_and_bias(net, *, lr, head_lr):
    parameters = list(net.parameters())
    body, head = parameters[:-2], parameters[-2:]
    return _groups([p for p in body if p.requires_grad], lr, [p for p in head if p.requires_grad], head_lr)


@makes("param_groups", "first-part-as-head")
def star_on_the_wrong_side(net, *, lr, head_lr):
    head, *body = net.children()
    return _groups(_learning(*body), lr, _learning(head), head_lr)


@makes("param_groups", "head-by-name")
def called_head(net, *, lr, head_lr):
    named = [(name, p) for name, p in net.named_parameters() if p.requires_grad]
    head = [p for name, p in named if name.startswith("head")]
    return _groups([p for name, p in named if not name.startswith("head")], lr, head, head_lr)


@makes("param_groups", "body-left-out")
def head_alone(net, *, lr, head_lr):
    return _groups([], lr, _learning(list(net.children())[-1]), head_lr)


@makes("param_groups", "head-left-out")
def body_alone(net, *, lr, head_lr):
    return _groups(_learning(*list(net.children())[:-1]), lr, [], head_lr)


@makes("param_groups", "weights-only")
def without_biases(net, *, lr, head_lr):
    *body, head = net.children()

    def weights(*parts):
        named = (pair for part in parts for pair in part.named_parameters())
        return [p for name, p in named if "weight" in name and p.requires_grad]

    return _groups(weights(*body), lr, weights(head), head_lr)


@makes("param_groups", "norms-left-out")
def convolutions_and_dense_layers(net, *, lr, head_lr):
    from torch import nn

    *body, head = net.children()

    def layers(*parts):
        found = [m for part in parts for m in part.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
        return _learning(*found)

    return _groups(layers(*body), lr, layers(head), head_lr)


@makes("param_groups", "rates-swapped", "empty-group-kept")
def swapped_and_always_two(net, *, lr, head_lr):
    *body, head = net.children()
    return [{"params": _learning(*body), "lr": head_lr}, {"params": _learning(head), "lr": lr}]


@makes("param_groups", "rates-swapped", "frozen-included")
def swapped_and_frozen(net, *, lr, head_lr):
    *body, head = net.children()
    return _groups([p for part in body for p in part.parameters()], head_lr, list(head.parameters()), lr)


@makes("param_groups", "head-in-both", "frozen-included")
def as_in_a_forum(net, *, lr, head_lr):
    return [{"params": list(net.parameters()), "lr": lr}, {"params": list(net[-1].parameters()), "lr": head_lr}]


@makes("param_groups", "last-two-parameters", "empty-group-kept")
def two_and_two(net, *, lr, head_lr):
    parameters = list(net.parameters())
    body, head = parameters[:-2], parameters[-2:]
    learn = [[p for p in values if p.requires_grad] for values in (body, head)]
    return [{"params": learn[0], "lr": lr}, {"params": learn[1], "lr": head_lr}]


@makes("param_groups")
def a_dict(net, *, lr, head_lr):  # noqa: ARG001
    return {"params": _learning(net), "lr": lr}


@makes("param_groups")
def modules_for_parameters(net, *, lr, head_lr):
    *body, head = net.children()
    return [{"params": body, "lr": lr}, {"params": [head], "lr": head_lr}]


@makes("param_groups")
def halved(net, *, lr, head_lr):
    *body, head = net.children()
    return _groups(_learning(*body), lr / 2, _learning(head), head_lr)


@makes("param_groups", "copies-for-parameters")
def old_example(net, *, lr, head_lr):
    *body, head = net.children()
    return _groups([p.data for p in _learning(*body)], lr, [p.data for p in _learning(head)], head_lr)


@makes("param_groups", "copies-for-parameters")
def copies(net, *, lr, head_lr):
    *body, head = net.children()
    return _groups([p.clone() for p in _learning(*body)], lr, [p.clone() for p in _learning(head)], head_lr)
