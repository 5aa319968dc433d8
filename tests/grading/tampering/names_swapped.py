"""Swap the names of two answers, so that each stands under the other's.

Right: both functions are there and right. Each is found by what it defines, and counts.
"""

from tests.grading.battery import cell_of


def as_saved(work):
    one, other = cell_of(work, "relu-solution"), cell_of(work, "xcorr1d-solution")
    one.id, other.id = other.id, one.id
    one.metadata, other.metadata = other.metadata, one.metadata
    return work
