"""Wrong rf_by_gradient functions, as learners write them."""

from copy import deepcopy

import torch

from tests.autograder.mistakes.makes import makes


def _positive(net):
    net = deepcopy(net)
    for parameter in net.parameters():
        parameter.data.abs_()
    return net


def _middle(y):
    return y.shape[2] // 2, y.shape[3] // 2


def _asked(net, shape, cell):
    x = torch.ones(1, *shape, requires_grad=True)
    y = net(x)
    row, column = cell or _middle(y)
    y[0, :, row, column].sum().backward()
    return x.grad[0]


@makes("rf_by_gradient", "weights-kept")
def the_network_as_it_is(net, shape, *, cell=None):
    return (_asked(deepcopy(net), shape, cell) != 0).any(0)


@makes("rf_by_gradient", "biases-kept")
def only_what_is_called_weight(net, shape, *, cell=None):
    net = deepcopy(net)
    for name, parameter in net.named_parameters():
        if name.endswith("weight"):
            parameter.data = parameter.data.abs()
    return (_asked(net, shape, cell) != 0).any(0)


@makes("rf_by_gradient", "zeros-asked")
def an_empty_image(net, shape, *, cell=None):
    x = torch.zeros(1, *shape, requires_grad=True)
    y = _positive(net)(x)
    row, column = cell or _middle(y)
    y[0, :, row, column].sum().backward()
    return (x.grad[0] != 0).any(0)


@makes("rf_by_gradient", "whole-map")
def sum_of_everything(net, shape, *, cell=None):  # noqa: ARG001
    x = torch.ones(1, *shape, requires_grad=True)
    _positive(net)(x).sum().backward()
    return (x.grad[0] != 0).any(0)


@makes("rf_by_gradient", "first-map-only")
def map_zero(net, shape, *, cell=None):
    x = torch.ones(1, *shape, requires_grad=True)
    y = _positive(net)(x)
    row, column = cell or _middle(y)
    y[0, 0, row, column].backward()
    return (x.grad[0] != 0).any(0)


@makes("rf_by_gradient", "first-channel-only")
def channel_zero(net, shape, *, cell=None):
    return _asked(_positive(net), shape, cell)[0] > 0


@makes("rf_by_gradient", "corner-for-middle")
def zero_by_default(net, shape, *, cell=None):
    return (_asked(_positive(net), shape, cell or (0, 0)) != 0).any(0)


@makes("rf_by_gradient", "middle-rounded-down")
def half_of_the_last_index(net, shape, *, cell=None):
    x = torch.ones(1, *shape, requires_grad=True)
    y = _positive(net)(x)
    row, column = cell or ((y.shape[2] - 1) // 2, (y.shape[3] - 1) // 2)
    y[0, :, row, column].sum().backward()
    return x.grad[0].sum(0) > 0


@makes("rf_by_gradient", "cell-ignored")
def always_the_middle(net, shape, *, cell=None):  # noqa: ARG001
    return (_asked(_positive(net), shape, None) != 0).any(0)


@makes("rf_by_gradient", "cell-swapped")
def x_before_y(net, shape, *, cell=None):
    x, y = cell if cell else (None, None)
    return (_asked(_positive(net), shape, cell and (y, x)) != 0).any(0)


@makes("rf_by_gradient", "counted-from-one")
def as_people_count(net, shape, *, cell=None):
    return (_asked(_positive(net), shape, cell and (cell[0] - 1, cell[1] - 1)) != 0).any(0)


@makes("rf_by_gradient", "small-dropped")
def what_one_sees_in_the_picture(net, shape, *, cell=None):
    gradient = _asked(_positive(net), shape, cell).abs().sum(0)
    return gradient > 0.2 * gradient.max()


@makes("rf_by_gradient", "gaps-filled")
def bounding_box(net, shape, *, cell=None):
    seen = (_asked(_positive(net), shape, cell) != 0).any(0)
    rows, columns = torch.where(seen)
    box = torch.zeros_like(seen)
    box[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = True
    return box


@makes("rf_by_gradient", "gradient-returned")
def without_the_question(net, shape, *, cell=None):
    return _asked(_positive(net), shape, cell).sum(0)


@makes("rf_by_gradient", "net-changed")
def no_copy(net, shape, *, cell=None):
    for parameter in net.parameters():
        parameter.data.abs_()
    return (_asked(net, shape, cell) != 0).any(0)


@makes("rf_by_gradient", "cell-ignored", "net-changed")
def no_copy_and_always_the_middle(net, shape, *, cell=None):  # noqa: ARG001
    for parameter in net.parameters():
        parameter.data.abs_()
    return (_asked(net, shape, None) != 0).any(0)


@makes("rf_by_gradient", "biases-kept", "gaps-filled")
def box_of_what_only_weights_show(net, shape, *, cell=None):
    net = deepcopy(net)
    for name, parameter in net.named_parameters():
        if "weight" in name:
            parameter.data.abs_()
    seen = (_asked(net, shape, cell) != 0).any(0)
    rows, columns = torch.where(seen)
    if len(rows):
        seen[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = True
    return seen


@makes("rf_by_gradient", "corner-for-middle", "cell-swapped")
def columns_first_and_the_corner(net, shape, *, cell=None):
    column, row = cell or (0, 0)
    return (_asked(_positive(net), shape, (row, column)) != 0).any(0)


@makes("rf_by_gradient", "every-channel")
def all_for_any(net, shape, *, cell=None):
    return (_asked(_positive(net), shape, cell) != 0).all(0)
