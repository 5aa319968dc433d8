"""Small networks that a check hands to a learner's function by name: each function builds one, its weights seeded.

Torch is imported inside, so that whoever asks for none needs none.
"""

from collections import OrderedDict
from typing import Any

from autograder.tensors import seeded


def two_convolutions() -> Any:
    """Build conv1 (3×3, padded), norm, ReLU and conv2 (3×3, stride 2), from 2 channels to 3.

    Returns
    -------
    torch.nn.Sequential
        Its parts are called conv1, bn1, relu and conv2.
    """
    from torch import nn

    with seeded(1):
        layers = OrderedDict(
            conv1=nn.Conv2d(2, 4, 3, padding=1),
            bn1=nn.BatchNorm2d(4),
            relu=nn.ReLU(),
            conv2=nn.Conv2d(4, 3, 3, stride=2),
        )
        return nn.Sequential(layers)
