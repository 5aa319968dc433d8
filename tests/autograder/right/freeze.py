"""Right ways to freeze the first parts of a network."""

from types import MethodType


def by_index(net, *, upto):
    names = [name for name, _ in net.named_children()]
    last = names.index(upto)  # raises ValueError
    for place, part in enumerate(net.children()):
        part.requires_grad_(place > last)
        if place <= last:
            for module in part.modules():
                if hasattr(module, "running_mean"):
                    module.eval()
                    module.train = lambda mode=True, module=module: module  # noqa: ARG005
    return net


def by_a_flag(net, *, upto):
    import torch

    if upto not in dict(net.named_children()):
        raise ValueError(f"{upto!r} is none of {list(dict(net.named_children()))}")
    learns = False
    for name, part in net.named_children():
        for parameter in part.parameters():
            parameter.requires_grad = learns
        if not learns:
            for module in part.modules():
                if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
                    _hold(module)
        learns = learns or name == upto
    return net


def _hold(norm):
    def train(self, mode=True):  # noqa: ARG001
        return type(self).train(self, False)

    norm.train = MethodType(train, norm)
    norm.train()


def whole_parts_in_evaluation(net, *, upto):
    names = list(net._modules)
    if upto not in names:
        raise ValueError("no such part")
    for name in names:
        frozen = names.index(name) <= names.index(upto)
        for value in net._modules[name].parameters():
            value.requires_grad_(not frozen)
        if frozen:
            part = net._modules[name].eval()
            part.train = lambda mode=True, part=part: part  # noqa: ARG005
    return net


def train_of_the_network(net, *, upto):
    from torch import nn

    norms, kinds = [], (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d)
    names = [name for name, _ in net.named_children()]
    for name in names[: names.index(upto) + 1]:
        norms += [module for module in getattr(net, name).modules() if isinstance(module, kinds)]
    for name, parameter in net.named_parameters():
        parameter.requires_grad = names.index(name.split(".")[0]) > names.index(upto)
    plain = net.train

    def train(mode=True):
        plain(mode)
        for norm in norms:
            norm.training = False
        return net

    net.train = train
    for norm in norms:
        norm.eval()
    return net


def another_class(net, *, upto):
    parts = dict(net.named_children())
    if upto not in parts:
        raise ValueError(f"use one of {', '.join(parts)}")
    still = True
    for name, part in parts.items():
        for module in part.modules():
            module._parameters and module.requires_grad_(not still)
            if still and "BatchNorm" in type(module).__name__:
                module.__class__ = _still(type(module))
                module.training = False
        if name == upto:
            still = False
    return net


def _still(kind):
    return type(kind.__name__, (kind,), {"train": lambda self, mode=True: self})  # noqa: ARG005


def hooked(net, *, upto):
    names = [name for name, _ in net.named_children()]
    if names.count(upto) != 1:
        raise ValueError(upto)
    for name in reversed(names):
        part = net.get_submodule(name)
        frozen = names.index(name) <= names.index(upto)
        part.requires_grad_(not frozen)
        for module in part.modules() if frozen else ():
            if hasattr(module, "running_var"):
                module.eval()
                module.register_forward_pre_hook(lambda norm, _: norm.eval() and None)
    return net
