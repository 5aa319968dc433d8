"""Wrong ways to freeze the first parts of a network. Torch is imported when they are called."""

import copy

from tests.autograder.mistakes.makes import makes


def _names(net):
    return [name for name, _ in net.named_children()]


def _hold_norms(part):
    for module in part.modules():
        if hasattr(module, "running_var"):
            module.eval()
            module.train = lambda mode=True, module=module: module  # noqa: ARG005


def _freeze(net, names):
    for name, part in net.named_children():
        part.requires_grad_(name not in names)
        if name in names:
            _hold_norms(part)
    return net


def first_parts(net, upto):
    return _names(net)[: _names(net).index(upto) + 1]


@makes("freeze", "only-that-part")
def the_part_named(net, *, upto):
    if upto not in _names(net):
        raise ValueError(upto)
    return _freeze(net, [upto])


@makes("freeze", "up-to-and-not-with")
def break_too_early(net, *, upto):
    if upto not in _names(net):
        raise ValueError(upto)
    net.requires_grad_(True)
    for name, part in net.named_children():
        if name == upto:
            break
        part.requires_grad_(False)
        _hold_norms(part)
    return net


@makes("freeze", "the-others")
def wrong_way_round(net, *, upto):
    return _freeze(net, _names(net)[_names(net).index(upto) + 1 :])


@makes("freeze", "from-there-on")
def colon_on_the_other_side(net, *, upto):
    return _freeze(net, _names(net)[_names(net).index(upto) :])


@makes("freeze", "all-parts")
def everything(net, *, upto):
    _names(net).index(upto)
    return _freeze(net, _names(net))


@makes("freeze", "all-but-the-last")
def feature_extractor(net, *, upto):
    _names(net).index(upto)
    return _freeze(net, _names(net)[:-1])


@makes("freeze", "in-order-of-letters")
def alphabet(net, *, upto):
    names = sorted(dict(net.named_children()))
    return _freeze(net, names[: names.index(upto) + 1])


@makes("freeze", "by-beginning")
def startswith(net, *, upto):
    if not any(name == upto for name in _names(net)):
        raise ValueError(upto)
    for name, value in net.named_parameters():
        value.requires_grad = not name.startswith(upto)
    for name, part in net.named_children():
        if name.startswith(upto):
            _hold_norms(part)
    return net


@makes("freeze", "parameters-untouched")
def without_underscore(net, *, upto):
    frozen = first_parts(net, upto)
    for name, part in net.named_children():
        part.requires_grad = name not in frozen
        if name in frozen:
            _hold_norms(part)
    return net


@makes("freeze", "weights-only")
def no_biases(net, *, upto):
    frozen = first_parts(net, upto)
    for name, value in net.named_parameters():
        value.requires_grad = name.split(".")[0] not in frozen or "weight" not in name
    for name in frozen:
        _hold_norms(net.get_submodule(name))
    return net


@makes("freeze", "norms-learn")
def convolutions_and_dense_layers(net, *, upto):
    from torch import nn

    net.requires_grad_(True)
    for name in first_parts(net, upto):
        part = net.get_submodule(name)
        for module in part.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                module.requires_grad_(False)
        _hold_norms(part)
    return net


@makes("freeze", "others-not-freed")
def only_takes(net, *, upto):
    for name in first_parts(net, upto):
        for value in net.get_submodule(name).parameters():
            value.requires_grad = False
        _hold_norms(net.get_submodule(name))
    return net


@makes("freeze", "on-a-copy")
def left_alone(net, *, upto):
    net = copy.deepcopy(net)
    return _freeze(net, first_parts(net, upto))


@makes("freeze", "unknown-name-accepted")
def runs_to_the_end(net, *, upto):
    net.requires_grad_(True)
    for name, part in net.named_children():
        part.requires_grad_(False)
        _hold_norms(part)
        if name == upto:
            break
    return net


@makes("freeze", "statistics-move")
def parameters_only(net, *, upto):
    frozen = first_parts(net, upto)
    for name, part in net.named_children():
        for value in part.parameters():
            value.requires_grad = name not in frozen
    return net


@makes("freeze", "eval-once")
def eval_of_the_parts(net, *, upto):
    frozen = first_parts(net, upto)
    for name, part in net.named_children():
        part.requires_grad_(name not in frozen)
        if name in frozen:
            part.eval()
    return net


@makes("freeze", "net-in-eval-once")
def eval_of_the_network(net, *, upto):
    net.eval()
    return parameters_only(net, upto=upto)


@makes("freeze", "only-from-the-next-train-on")
def train_overwritten(net, *, upto):
    frozen = first_parts(net, upto)
    for name, part in net.named_children():
        part.requires_grad_(name not in frozen)
        for module in part.modules() if name in frozen else ():
            if "BatchNorm" in type(module).__name__:
                module.train = lambda mode=True, module=module: _off(module, mode)
    return net


def _off(module, mode):
    del mode
    module.training = False
    return module


@makes("freeze", "batch-statistics-used")
def no_momentum(net, *, upto):
    parameters_only(net, upto=upto)
    for name in first_parts(net, upto):
        for module in net.get_submodule(name).modules():
            if hasattr(module, "momentum"):
                module.momentum = 0
    return net


@makes("freeze", "batch-statistics-used")
def not_tracked(net, *, upto):
    parameters_only(net, upto=upto)
    for name in first_parts(net, upto):
        for module in net.get_submodule(name).modules():
            if hasattr(module, "track_running_stats"):
                module.track_running_stats = False
    return net


@makes("freeze", "all-norms-still")
def every_norm(net, *, upto):
    parameters_only(net, upto=upto)
    _hold_norms(net)
    return net


@makes("freeze", "one-level-deep")
def children_only(net, *, upto):
    parameters_only(net, upto=upto)
    for name in first_parts(net, upto):
        for module in net.get_submodule(name).children():
            if "BatchNorm" in type(module).__name__:
                _hold_norms(module)
    return net


@makes("freeze", "norms-of-maps-only")
def two_dimensions(net, *, upto):
    from torch import nn

    parameters_only(net, upto=upto)
    for name in first_parts(net, upto):
        for module in net.get_submodule(name).modules():
            if isinstance(module, nn.BatchNorm2d):
                _hold_norms(module)
    return net


@makes("freeze")
def first_parameter_only(net, *, upto):
    _names(net).index(upto)
    for name, value in net.named_parameters():
        value.requires_grad = False
        if name.startswith(upto):
            break
    for name in first_parts(net, upto):
        _hold_norms(net.get_submodule(name))
    return net
