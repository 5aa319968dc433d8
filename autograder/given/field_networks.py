"""Networks whose cells see different things: the ones that fields are measured on. Torch is imported inside."""

from typing import Any

from autograder.tensors import seeded


def gapped_stack() -> Any:
    """Build two 3×3 convolutions, the second with gaps, a ReLU between: from 2 channels to 3.

    Returns
    -------
    torch.nn.Sequential
        With its own weights some of its ReLUs are shut.
    """
    from torch import nn

    with seeded(1):
        first, second = nn.Conv2d(2, 4, 3), nn.Conv2d(4, 3, 3, dilation=2)
        nn.init.constant_(first.bias, -0.3)
        return nn.Sequential(first, nn.ReLU(), second)


def strided_stack() -> Any:
    """Build a strided convolution without bias, a ReLU, and a mean over windows: from 1 channel to 2.

    Returns
    -------
    torch.nn.Sequential
        Its kernels have 3 rows and 2 columns, and all their weights are negative.
    """
    from torch import nn

    with seeded(2):
        strided = nn.Conv2d(1, 2, (3, 2), stride=2, padding=(1, 0), bias=False)
        strided.weight.data = -strided.weight.data.abs()
        return nn.Sequential(strided, nn.ReLU(), nn.AvgPool2d(2, 1))


def shut_stack() -> Any:
    """Build a convolution whose biases shut every ReLU behind it, and another: from 1 channel to 1.

    Returns
    -------
    torch.nn.Sequential
        Kernels of 2×3 and 3×1.
    """
    from torch import nn

    with seeded(6):
        first, second = nn.Conv2d(1, 3, (2, 3)), nn.Conv2d(3, 1, (3, 1))
        nn.init.constant_(first.bias, -9)
        return nn.Sequential(first, nn.ReLU(), second)


def padded_row() -> Any:
    """Build two padded convolutions with kernels of 1×3 and 3×1, a ReLU between: from 1 channel to 1.

    Returns
    -------
    torch.nn.Sequential
        Its map is as large as its input.
    """
    from torch import nn

    with seeded(3):
        layers = nn.Conv2d(1, 2, (1, 5), padding=(0, 2)), nn.ReLU(), nn.Conv2d(2, 1, (3, 1), padding=(1, 0))
        return nn.Sequential(*layers)


def two_views() -> Any:
    """Build a network of which each output channel looks elsewhere in each input channel, from 2 channels to 2.

    Returns
    -------
    torch.nn.Module
        All four windows are padded, so that the map is as large as the input.
    """
    import torch
    from torch import nn

    class TwoViews(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.pixel, self.row = nn.Conv2d(1, 1, 1), nn.Conv2d(1, 1, (1, 3), padding=(0, 1))
            self.column, self.wide = nn.Conv2d(1, 1, (5, 1), padding=(2, 0)), nn.Conv2d(1, 1, 3, padding=2, dilation=2)

        def forward(self, x: Any) -> Any:
            first, second = x[:, :1], x[:, 1:]
            return torch.cat([self.pixel(first) + self.row(second), self.column(first) + self.wide(second)], dim=1)

    with seeded(4):
        return TwoViews()


def normed_stack() -> Any:
    """Build two convolutions with a batch norm, a ReLU and dropout between: from 2 channels to 2.

    Returns
    -------
    torch.nn.Sequential
        In training mode. Its running statistics are neither 0 nor 1.
    """
    from torch import nn

    with seeded(5):
        norm = nn.BatchNorm2d(4)
        nn.init.uniform_(norm.running_mean, -0.5, 0.5)
        nn.init.uniform_(norm.running_var, 0.2, 2)
        nn.init.uniform_(norm.weight, 0.5, 1.5)
        nn.init.uniform_(norm.bias, -0.3, 0.3)
        return nn.Sequential(nn.Conv2d(2, 4, 3), norm, nn.ReLU(), nn.Dropout(0.5), nn.Conv2d(4, 2, (2, 3)))


def settled_stack() -> Any:
    """Build the network with a batch norm and dropout in evaluation mode, as one whose training is over.

    Returns
    -------
    torch.nn.Sequential
        As :func:`normed_stack` builds it.
    """
    return normed_stack().eval()
