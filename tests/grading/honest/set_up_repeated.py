"""Import everything again at the top of an answer, with packages that are not needed: left over from trials.

Right: at home this passes, since the function uses none of them. The answer counts.
"""

SOLUTIONS = {
    "relu": """
import matplotlib.pyplot as plt
import numpy as np
import torch
from scipy import signal

from autograder import check


def relu(x):
    return np.maximum(x, 0)
"""
}
