"""Wrong ways to read features: each takes one of its steps wrongly. Torch is imported when they are called."""

from tests.autograder.mistakes.makes import makes


def _means(y):
    return y.mean(dim=(2, 3)) if y.ndim == 4 else y


def _outputs(net, x, batch_size, *, parts=None):
    import torch

    with torch.no_grad():
        outputs = []
        for batch in x.split(batch_size):
            for part in list(net.children())[:-1] if parts is None else parts:
                batch = part(batch)
            outputs.append(batch)
    return outputs


def _kept(function):
    """Run in evaluation mode, and put all modes back."""

    def run(net, x, *, batch_size=32):
        modes = [(module, module.training) for module in net.modules()]
        net.eval()
        result = function(net, x, batch_size)
        for module, mode in modes:
            module.training = mode
        return result

    run.__name__ = function.__name__
    return run


def _cat(outputs):
    import torch

    return torch.cat(list(outputs))


@makes("extract_features", "training-mode")
def no_grad_is_not_eval(net, x, *, batch_size=32):
    return _cat(map(_means, _outputs(net, x, batch_size)))


@makes("extract_features", "parts-left-in-evaluation")
def cut_off_by_sequential(net, x, *, batch_size=32):
    import torch
    from torch import nn

    body = nn.Sequential(*list(net.children())[:-1]).eval()
    with torch.no_grad():
        return _cat(_means(body(batch)) for batch in x.split(batch_size))


@makes("extract_features", "training-mode-at-once")
def first_try(net, x, *, batch_size=32):  # noqa: ARG001
    import torch

    with torch.no_grad():
        return _means(net[:-1](x))


@makes("extract_features", "head-included")
@_kept
def scores(net, x, batch_size):
    return _cat(_outputs(net, x, batch_size, parts=[net]))


@makes("extract_features", "last-layer-left-out")
@_kept
def last_linear_only(net, x, batch_size):
    *parts, head = net.children()
    inside = list(head.children())[:-1]
    return _cat(map(_means, _outputs(net, x, batch_size, parts=[*parts, *inside])))


@makes("extract_features", "two-parts-left-out")
@_kept
def as_for_a_resnet(net, x, batch_size):
    return _cat(map(_means, _outputs(net, x, batch_size, parts=list(net.children())[:-2])))


@makes("extract_features", "first-part-only")
@_kept
def stem(net, x, batch_size):
    return _cat(map(_means, _outputs(net, x, batch_size, parts=[net[0]])))


@makes("extract_features", "maps-returned")
@_kept
def whole_maps(net, x, batch_size):
    return _cat(_outputs(net, x, batch_size))


@makes("extract_features", "flattened")
@_kept
def long_rows(net, x, batch_size):
    return _cat(y.reshape(len(y), -1) for y in _outputs(net, x, batch_size))


@makes("extract_features", "maximum-for-mean")
@_kept
def largest(net, x, batch_size):
    return _cat(y.amax((2, 3)) if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features", "sum-for-mean")
@_kept
def added_up(net, x, batch_size):
    return _cat(y.flatten(2).sum(2) if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features", "rows-only")
@_kept
def height_axis(net, x, batch_size):
    return _cat(y.mean(2) if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features", "columns-only")
@_kept
def last_axis(net, x, batch_size):
    return _cat(y.mean(-1) if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features", "over-the-channels")
@_kept
def axis_one(net, x, batch_size):
    return _cat(y.mean(1) if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features", "corner-taken")
@_kept
def first_cell(net, x, batch_size):
    return _cat(y[..., 0, 0] if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features", "last-batch-lost")
@_kept
def full_batches(net, x, batch_size):
    batches = [x[i * batch_size : (i + 1) * batch_size] for i in range(len(x) // batch_size)]
    return _cat(_means(_outputs(net, batch, batch_size)[0]) for batch in batches)


@makes("extract_features", "first-batch-only")
@_kept
def return_in_the_loop(net, x, batch_size):
    for y in _outputs(net, x, batch_size):
        return _means(y)
    return None


@makes("extract_features", "last-batch-only")
@_kept
def overwritten(net, x, batch_size):
    for y in _outputs(net, x, batch_size):
        features = _means(y)
    return features


@makes("extract_features", "mode-not-put-back")
def left_in_eval(net, x, *, batch_size=32):
    net.eval()
    return _cat(map(_means, _outputs(net, x, batch_size)))


@makes("extract_features", "train-afterwards")
def put_to_train(net, x, *, batch_size=32):
    features = left_in_eval(net, x, batch_size=batch_size)
    net.train()
    return features


@makes("extract_features", "one-mode-for-all")
def one_flag(net, x, *, batch_size=32):
    was = net.training
    features = left_in_eval(net, x, batch_size=batch_size)
    net.train(was)
    return features


@makes("extract_features", "head-thrown-away")
@_kept
def identity_head(net, x, batch_size):
    from torch import nn

    net[-1] = nn.Identity()
    return _cat(map(_means, _outputs(net, x, batch_size, parts=[net])))


@makes("extract_features", "network-frozen")
@_kept
def frozen_first(net, x, batch_size):
    for parameter in net.parameters():
        parameter.requires_grad = False
    return _cat(map(_means, _outputs(net, x, batch_size)))


@makes("extract_features", "flattened", "mode-not-put-back")
def long_rows_in_eval(net, x, *, batch_size=32):
    net.eval()
    return _cat(y.flatten(1) for y in _outputs(net, x, batch_size))


@makes("extract_features", "head-included", "training-mode")
def the_network_itself(net, x, *, batch_size=32):
    import torch

    with torch.no_grad():
        return torch.cat([net(batch) for batch in x.split(batch_size)])


@makes("extract_features", "last-batch-lost", "one-mode-for-all")
def full_batches_and_one_flag(net, x, *, batch_size=32):
    was = net.training
    net.eval()
    batches = [x[i * batch_size : (i + 1) * batch_size] for i in range(len(x) // batch_size)]
    features = [_means(_outputs(net, batch, batch_size)[0]) for batch in batches]
    net.train(was)
    return _cat(features)


@makes("extract_features", "maximum-for-mean", "network-frozen")
@_kept
def frozen_maxima(net, x, batch_size):
    net.requires_grad_(False)
    return _cat(y.amax((2, 3)) if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features")
@_kept
def medians(net, x, batch_size):
    return _cat(y.flatten(2).median(2)[0] if y.ndim == 4 else y for y in _outputs(net, x, batch_size))


@makes("extract_features")
def all_at_once(net, x, *, batch_size=32):
    return _kept(lambda net, x, _: _cat(map(_means, _outputs(net, x, len(x)))))(net, x, batch_size=batch_size)


@makes("extract_features")
def with_gradients(net, x, *, batch_size=32):
    return _kept(lambda net, x, size: _cat(_means(net[:-1](batch)) for batch in x.split(size)).detach())(
        net, x, batch_size=batch_size
    )


@makes("extract_features", "first-batch-only")
@_kept
def ends_at_the_size(net, x, batch_size):
    batches = [x[i:batch_size] for i in range(0, len(x), batch_size)]
    return _cat(_means(_outputs(net, batch, batch_size)[0]) for batch in batches)


@makes("extract_features")
@_kept
def number_of_chunks(net, x, batch_size):
    return _cat(_means(_outputs(net, batch, len(x))[0]) for batch in x.chunk(batch_size))
