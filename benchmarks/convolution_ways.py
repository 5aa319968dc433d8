"""What four ways to compute one convolution layer take, as ratios to PyTorch, on the same numbers in one run.

Run::

    python benchmarks/convolution_ways.py

The claim: one product of matrices on columns (im2col) is at least 20 times as fast as a loop over the output cells,
and takes at most 10 times as long as PyTorch. The limits are wide on purpose: what is claimed is an order.

All ways run in a single thread, since threads that wait for one another on a busy machine measure the machine; and
what counts is the processor's time. The ways take turns, round after round, and the fastest run of each counts.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from time import process_time

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view

from helpers.im2col import conv2d_gemm
from helpers.layers import conv2d_loop

SLOWER, CLOSE = 20, 10
ROUNDS, LOOPS = 20, 2  # a loop takes long, so it goes twice only
# Input and output channels, kernel, rows and columns of the image.
LAYERS = ((3, 16, 3, 32), (16, 32, 3, 32), (64, 64, 3, 28), (32, 64, 1, 32), (8, 8, 7, 32))
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

Way = Callable[[np.ndarray, np.ndarray], np.ndarray]


def by_einsum(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Sum over a view of all windows, which copies nothing."""
    windows = sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("ncijuv,ocuv->noij", windows, w)


def by_torch(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Let PyTorch do it, on the arrays' own memory."""
    return torch.conv2d(torch.from_numpy(x), torch.from_numpy(w)).numpy()


WAYS: dict[str, Way] = {"loop": conv2d_loop, "view": by_einsum, "columns": conv2d_gemm, "torch": by_torch}


def fastest(x: np.ndarray, w: np.ndarray) -> dict[str, float]:
    """Return the seconds of each way's fastest run; raise if one of them is wrong."""
    truth = by_torch(x, w)
    for way in WAYS.values():
        np.testing.assert_allclose(way(x, w), truth, rtol=1e-9, atol=1e-9)  # and all are awake
    seconds = dict.fromkeys(WAYS, float("inf"))
    for turn in range(ROUNDS):
        for name, way in WAYS.items():
            if name != "loop" or turn < LOOPS:
                start = process_time()
                way(x, w)
                seconds[name] = min(seconds[name], process_time() - start)
    return seconds


def measure() -> int:
    """Print one line a layer; return 1 if a layer does not bear the claim out."""
    draw, kept = np.random.default_rng(0), True
    print(f"{'layer':<22}{'torch, ms':>10}{''.join(f'{name:>10}' for name in WAYS)}   (times torch)")
    for in_channels, out_channels, kernel, size in LAYERS:
        x = draw.normal(size=(1, in_channels, size, size))
        w = draw.normal(size=(out_channels, in_channels, kernel, kernel))
        seconds = fastest(x, w)
        ratios = {name: seconds[name] / seconds["torch"] for name in WAYS}
        holds = ratios["loop"] >= SLOWER * ratios["columns"] and ratios["columns"] <= CLOSE
        kept = kept and holds
        layer = f"{in_channels}→{out_channels}, {kernel}×{kernel} on {size}×{size}"
        told = "".join(f"{ratio:10.1f}" for ratio in ratios.values())
        print(f"{layer:<22}{1000 * seconds['torch']:>10.3f}{told}{'' if holds else '   not as claimed'}")
    print(f"claimed: the loop at least {SLOWER} times the columns, the columns at most {CLOSE} times torch")
    return int(not kept)


def main() -> int:
    """Measure in a process of its own: numpy's library reads the number of threads once, when it is loaded."""
    if ONE_THREAD.items() <= os.environ.items():
        torch.set_num_threads(1)
        return measure()
    return subprocess.run([sys.executable, __file__], env={**os.environ, **ONE_THREAD}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
