"""Docstrings of the library and of the autograder."""

import pytest

from tests.notebooks import rules_docstrings as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.notebook import ROOT
from tests.notebooks.source import Source, files, read_source

CODE = [path for path in files(".py", under=("helpers/", "autograder/")) if path.name != "nbgrader_config.py"]
GOOD = '''"""Sizes."""


def double(size: int) -> int:
    """Return twice the size."""
    return 2 * size


def fit(size: int, kernel: int, *, stride: int = 1) -> int:
    """Return how many windows fit.

    Parameters
    ----------
    size, kernel : int
        Lengths.
    stride : int
        Steps.

    Returns
    -------
    int
        How many.

    Raises
    ------
    ValueError
        If none fits.
    """
    if size < kernel:
        raise ValueError("no")
    return (size - kernel) // stride + 1


@dataclass
class Pair:
    """Two lengths.

    Attributes
    ----------
    height, width : int
        In cells.
    """

    height: int
    width: int

    def _hidden(self):
        return 1
'''


def without(text: str, replacement: str = "") -> Source:
    assert text in GOOD
    return Source("helpers/bad.py", GOOD.replace(text, replacement))


BAD = [
    (rules.everything_public_has_a_sentence, without('"""Sizes."""'), "helpers/bad.py has no docstring"),
    (rules.everything_public_has_a_sentence, without('"""Return twice the size."""'), "double has no docstring"),
    (rules.everything_public_has_a_sentence, without("Two lengths.", "Two lengths"), "full stop"),
    (rules.everything_public_has_a_sentence, without("_hidden", "shown"), "shown has no docstring"),
    (rules.parameters_are_told, without("    stride : int\n        Steps.\n"), "does not tell stride"),
    (rules.parameters_are_told, without("size, kernel :", "size, kernel, pad :"), "tells of pad"),
    (rules.fields_are_told, without("height, width :", "height :"), "does not tell width"),
    (rules.results_are_told, without("    Returns\n    -------\n    int\n        How many.\n\n"), "what it returns"),
    (rules.errors_are_told, without("    ValueError\n        If none fits.", "    TypeError"), "raises ValueError"),
]


@pytest.mark.parametrize(("rule", "bad", "told"), BAD)
def test_rule_complains_of_the_bad_example_and_not_of_the_good_one(rule, bad, told):
    expect_told(rule, (bad,), (Source("helpers/good.py", GOOD),), told)


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_docstrings_are_complete(rule, path):
    expect_none(rule(read_source(path)))
