"""Right functions made of backbones."""

import numpy as np


def inner_function(backbone):
    def g(x):
        return backbone(x).mean(axis=(2, 3))

    return g


def a_lambda(backbone):
    return lambda x: np.mean(backbone(x), axis=(-1, -2))


class _Pooled:
    def __init__(self, backbone):
        self.backbone = backbone

    def __call__(self, x):
        maps = self.backbone(x)
        return maps.reshape(*maps.shape[:2], -1).mean(axis=2)


def an_object(backbone):
    return _Pooled(backbone)


def a_method(backbone):
    return _Pooled(backbone).__call__


def loops(backbone):
    def g(x):
        answers = []
        for image in backbone(x):
            row = []
            for m in image:
                total = count = 0
                for line in m.tolist():
                    for value in line:
                        total += value
                        count += 1
                row.append(total / count)
            answers.append(row)
        return np.array(answers)

    return g


def summed(backbone):
    def g(x):
        y = backbone(x)
        _, _, height, width = y.shape
        return np.einsum("nchw->nc", y) / (height * width)

    return g


def image_by_image(backbone):
    def g(x):
        return np.concatenate([backbone(x[n : n + 1]).mean(axis=3).mean(axis=2) for n in range(len(x))])

    return g
