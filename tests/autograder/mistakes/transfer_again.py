"""More wrong ways to freeze, and wrong linear probes that their own files have no room for."""

import numpy as np

from tests.autograder.mistakes.makes import makes


def deviations(x):
    std = x.std(axis=0)
    return np.where(std == 0, 1, std)


def _frozen(net, upto):
    names = [name for name, _ in net.named_children()]
    for place, part in enumerate(net.children()):
        held = place <= names.index(upto)
        part.requires_grad_(not held)
        for module in part.modules() if held else ():
            if hasattr(module, "running_var"):
                module.eval()
                module.train = lambda mode=True, module=module: module  # noqa: ARG005
    return net


@makes("linear_probe", "no-intercept")
def one_intercept_for_all(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), deviations(features)
    z = (features - mean) / std
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    b = t.mean()
    w = np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), z.T @ (t - b))
    return classes[((new_features - mean) / std @ w + b).argmax(axis=1)]


@makes("freeze", "unknown-name-accepted")
def printed(net, *, upto):
    if upto not in dict(net.named_children()):
        print(f"there is no {upto}")
        return net
    return _frozen(net, upto)


@makes("freeze", "unknown-name-accepted")
def returned_error(net, *, upto):
    return _frozen(net, upto) if upto in dict(net.named_children()) else ValueError(upto)
