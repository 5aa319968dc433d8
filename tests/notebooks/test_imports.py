"""Who imports whom."""

import subprocess
import sys

import pytest

from tests.notebooks import rules_imports as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.examples import code, make
from tests.notebooks.notebook import ROOT, found, read
from tests.notebooks.source import Source, files, read_source

CODE = files(".py", under=("helpers/", "autograder/", "book/", "benchmarks/"))
NOTEBOOKS = found("notebooks/[0-9][0-9]_*.ipynb", "autograder/source/*/*.ipynb", "notebooks/exercises/*/*.ipynb")
LESSON = "notebooks/99_1_example.ipynb"
MASTER = "autograder/source/99_example/99_example.ipynb"


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        ("helpers/palette.py", "import math", "A = 1"),
        ("helpers/new.py", "import torch", "import numpy as np"),
        ("helpers/new.py", "from numpy.lib import x\nimport scipy", "from helpers.shapes import out_size"),
        ("helpers/new.py", "import fcntl", "import math"),
        ("helpers/new.py", "from helpers import palette", "from helpers import shapes"),
        ("helpers/new.py", "from . import shapes", "from helpers import shapes"),
        ("helpers/plotting/grids.py", "from helpers.shapes import pair", "import matplotlib.pyplot as plt"),
        ("helpers/widgets/new.py", "def f():\n    import matplotlib", "import anywidget"),
        (
            "helpers/widgets/new.py",
            "from helpers.convolution import x",
            "def f():\n    from helpers.convolution import x",
        ),
        ("autograder/new.py", "from helpers.plotting import x", "from helpers.convolution import xcorr1d"),
        ("autograder/new.py", "import IPython", "import ast"),
        ("autograder/new.py", "import tests.notebooks", "import numpy"),
        ("autograder/check.py", "import IPython", "def f():\n    import IPython"),
        ("autograder/exercises/ch99_x/new.py", "import torch", "def f():\n    import torch"),
    ],
)
def test_import_outside_the_table_is_told(name, bad, good):
    expect_told(rules.imports_are_in_the_table, (Source(name, bad),), (Source(name, good),), name)


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        (LESSON, "import matplotlib.pyplot as plt", "import numpy as np\nimport torch"),
        (LESSON, "from autograder import check", "from helpers.convolution import xcorr2d"),
        (MASTER, "from helpers.convolution import xcorr2d", "from helpers.widgets import Box"),
        (MASTER, "from autograder import evaluate", "from autograder import check"),
        (MASTER, "import scipy", "import numpy as np"),
    ],
)
def test_import_of_a_cell_outside_the_table_is_told(name, bad, good):
    examples = ((make(code(text), name=name),) for text in (bad, good))
    expect_told(rules.cells_import_what_is_in_the_table, *examples, "may not import")


def test_master_with_numpy_and_torch_is_told():
    both, one = make(code("import numpy, torch")), make(code("import torch"))
    expect_told(rules.master_uses_numpy_or_torch, (both,), (one,), "two notebooks")


def test_circle_is_told():
    up = Source("helpers/shapes.py", "from helpers.arrays import as_numbers")
    down = Source("helpers/arrays.py", "from helpers.shapes import pair")
    late = Source("helpers/arrays.py", "def f():\n    from helpers.shapes import pair")
    expect_told(rules.modules_import_downwards, ([up, down],), ([up, late],), "in a circle")


@pytest.mark.parametrize(
    "bad", ["sys.path.append('..')", "sys.path[:0] = ['..']", "sys.path += ['..']", "del sys.path[0]"]
)
def test_change_of_sys_path_is_told(bad):
    expect_told(rules.sys_path_is_never_touched, (Source("a.py", bad),), (Source("a.py", "x = sys.path[0]"),), "pip")


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_file_imports_what_it_may(path):
    expect_none(rules.imports_are_in_the_table(read_source(path)))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_notebook_imports_what_it_may(path):
    expect_none(rules.cells_import_what_is_in_the_table(read(path)))


@pytest.mark.parametrize("path", found("autograder/source/*/*.ipynb"), ids=lambda path: path.stem)
def test_master_uses_one_of_numpy_and_torch(path):
    expect_none(rules.master_uses_numpy_or_torch(read(path)))


def test_no_modules_import_in_a_circle():
    expect_none(rules.modules_import_downwards([read_source(path) for path in CODE]))


@pytest.mark.parametrize("path", files(".py"), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_file_leaves_sys_path_alone(path):
    expect_none(rules.sys_path_is_never_touched(read_source(path)))


def test_importing_helpers_and_autograder_loads_neither_torch_nor_matplotlib():
    loaded = "import sys, helpers, autograder; print(sorted({'torch', 'matplotlib', 'IPython'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
