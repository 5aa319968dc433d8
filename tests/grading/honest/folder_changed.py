"""Change the folder, the options of numpy's printing, the recursion limit and the locale in a cell.

Right: the answers count.
"""

ADDED = {
    "set-up": [
        """
import os
import sys

os.chdir("/")
np.set_printoptions(precision=1, threshold=3)
sys.setrecursionlimit(20_000)
os.environ["OMP_NUM_THREADS"] = "8"
"""
    ]
}
