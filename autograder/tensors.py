"""Where numpy and torch meet: what a torch exercise is handed, and what it answers. Torch is imported when used."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np


def is_tensor(value: Any) -> bool:
    """Tell whether a value is a torch tensor, without importing torch.

    Parameters
    ----------
    value : object
        Anything.

    Returns
    -------
    bool
        False where torch was never imported.
    """
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def as_tensor(value: Any) -> Any:
    """Return an array as a torch tensor of its dtype that shares nothing with it, and anything else as it is.

    Parameters
    ----------
    value : object
        Such as an argument of a case.

    Returns
    -------
    object
        A torch.Tensor, if it was an array.
    """
    if not isinstance(value, np.ndarray):
        return value
    import torch

    return torch.from_numpy(np.ascontiguousarray(value).reshape(value.shape).copy())


def as_array(value: Any) -> Any:
    """Return a tensor's numbers as an array, and anything else as it is.

    Parameters
    ----------
    value : object
        Such as a result.

    Returns
    -------
    object
        A numpy.ndarray of the same dtype, if it was a tensor; bfloat16, which numpy lacks, becomes float32.
    """
    if not is_tensor(value):
        return value
    plain = value.detach().cpu().resolve_conj().resolve_neg()
    return (plain.float() if str(plain.dtype) == "torch.bfloat16" else plain).numpy()


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Draw torch's random numbers from a seed, on one thread, and put both back as they were.

    Parameters
    ----------
    seed : int
        From which first weights and dropout are drawn inside the block.

    Yields
    ------
    None
        Gradients are on inside.
    """
    import torch

    # Not `torch.manual_seed`, which also writes down where it was called from, for devices that are not asked here.
    generator, threads = torch.default_generator, torch.get_num_threads()
    before = generator.get_state()
    generator.manual_seed(seed)
    torch.set_num_threads(1)  # networks so small only wait for each other, many times as long on a busy machine
    try:
        with torch.enable_grad():
            yield
    finally:
        torch.set_num_threads(threads)
        generator.set_state(before)
