"""Right groups of parameters for an optimizer."""

from itertools import chain


def two_lists(net, *, lr, head_lr):
    *body, head = net.children()
    groups = [
        {"params": [p for part in body for p in part.parameters() if p.requires_grad], "lr": lr},
        {"params": [p for p in head.parameters() if p.requires_grad], "lr": head_lr},
    ]
    return [group for group in groups if group["params"]]


def by_names(net, *, lr, head_lr):
    last = [name for name, _ in net.named_children()][-1]
    rates = {}
    for name, parameter in net.named_parameters():
        if parameter.requires_grad:
            rates.setdefault(head_lr if name.split(".")[0] == last else lr, []).append(parameter)
    if lr == head_lr:
        return [{"params": rates[lr], "lr": lr}]
    return [{"lr": rate, "params": parameters} for rate, parameters in rates.items()]


def one_for_each_parameter(net, *, lr, head_lr):
    heads = [id(p) for p in list(net.children())[-1].parameters()]
    return [
        {"params": [p], "lr": head_lr if id(p) in heads else lr, "weight_decay": 0.0}
        for p in net.parameters()
        if p.requires_grad
    ]


def one_for_each_part(net, *, lr, head_lr):
    parts = list(net)
    groups = []
    for place, part in enumerate(parts):
        learning = list(filter(lambda p: p.requires_grad, part.parameters()))
        if learning:
            groups.append({"params": learning, "lr": (lr, head_lr)[place == len(parts) - 1]})
    return groups


def named_and_lazy(net, *, lr, head_lr):
    def learning(*parts):
        return [(name, p) for part in parts for name, p in part.named_parameters() if p.requires_grad]

    *body, head = net._modules.values()
    found = ((learning(*body), lr), (learning(head), head_lr))
    return tuple({"params": iter(params), "lr": rate} for params, rate in found if params)


def head_first(net, *, lr, head_lr):
    head = {p for p in net[-1].parameters() if p.requires_grad}
    body = {p for p in chain.from_iterable(part.parameters() for part in net[:-1]) if p.requires_grad}
    groups = []
    if head:
        groups.append({"params": sorted(head, key=id), "lr": head_lr})
    if body:
        groups.append({"params": sorted(body, key=id), "lr": lr})
    return groups
