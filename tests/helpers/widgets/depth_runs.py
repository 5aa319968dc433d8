"""Runs made up for the tests of the depth slider: what degradation looks like, its numbers chosen to be told apart."""

import numpy as np

DEPTHS, EPOCHS, MOMENTS = [4, 8, 20, 38], list(range(1, 21)), [0, 20]
# After the last epoch, of two runs: training and test accuracy, and the first block's gradient beside the last's.
ENDS = {
    "plain_4": ([0.97, 0.98], [0.95, 0.96], 1),
    "plain_8": ([1.0, 1.0], [0.97, 0.98], 4),
    "plain_20": ([0.9, 0.95], [0.88, 0.92], 80),
    "plain_38": ([0.46, 0.62], [0.44, 0.6], 4000),
    "residual_4": ([0.97, 0.984], [0.95, 0.964], 1),
    "residual_8": ([1.0, 1.0], [0.97, 0.984], 2),
    "residual_20": ([1.0, 1.0], [0.98, 0.99], 6),
    "residual_38": ([1.0, 1.0], [0.975, 0.984], 15),
}


def made_up() -> dict[str, np.ndarray]:
    """Return runs in the form of what was measured: two seeds, twenty epochs, gradients before and after."""
    held = {"depths": np.array(DEPTHS), "epochs": np.array(EPOCHS), "moments": np.array(MOMENTS)}
    way = 1 - np.exp(-np.arange(1, 21) / 4)
    way /= way[-1]
    for name, (train, test, ratio) in ENDS.items():
        blocks = (int(name.split("_")[1]) - 2) // 2
        train, test = np.array(train)[:, None], np.array(test)[:, None]
        held[f"{name}_train_accuracy"] = 0.1 + (train - 0.1) * way
        held[f"{name}_test_accuracy"] = 0.1 + (test - 0.1) * way
        held[f"{name}_train_loss"] = np.array([1, 1.25])[:, None] * (2.4 * (1 - way) + 1.5 * (1 - train) * way)
        along = np.geomspace(ratio, 1, blocks) if blocks > 1 else np.ones(1)
        held[f"{name}_grad_norms"] = np.einsum("s,m,b->smb", [0.2, 0.25], [1, 0.05], along)
    return held
