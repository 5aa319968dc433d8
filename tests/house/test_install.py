"""What a stranger installs: the wheel in a fresh environment, and the core on the oldest numpy it promises."""

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLDEST = ROOT / ".venv-oldest" / "bin" / "python"

USE_IT = """
from pathlib import Path
import numpy as np
import autograder, helpers
from autograder.course import SOURCE
from autograder.exercises import names
from helpers.widgets import Box, Cards, ConvolutionStepper, KernelPlayground, Quiz

assert "site-packages" in helpers.__file__, helpers.__file__
assert "site-packages" in autograder.__file__, autograder.__file__
assert "export default" in ConvolutionStepper([[1, 2], [3, 4]], [[1]])._esm
assert autograder.evaluate("xcorr1d", np.correlate).passed
assert len(names()) >= 6
assert list(SOURCE.rglob("*.ipynb")), "no masters in the wheel"
print("all there")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a clean copy, so that no stale build folder gets in."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"
    files = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "helpers", "autograder", "*.toml", "LICENSE*", "README.md"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    for file in files:
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        (copy / file).write_bytes((ROOT / file).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, copy]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_works_in_a_fresh_environment(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", ROOT / "constraints.txt"]
    subprocess.run([*install, wheel], check=True)
    done = subprocess.run([python, "-c", USE_IT], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "all there", done.stderr


def test_core_and_exercises_run_on_the_oldest_numpy():
    if not OLDEST.is_file():
        pytest.fail("The environment with the oldest numpy is missing; run: make .venv-oldest/.installed")
    version = [OLDEST, "-c", "import numpy; print(numpy.__version__)"]
    assert subprocess.run(version, capture_output=True, text=True, check=True).stdout.startswith("2.0.")
    packages, files = "torch|matplotlib|PIL|sklearn|skimage", "images|digits|drawings"
    needs_more = re.compile(rf"^(import|from) ({packages})|helpers.({files}) import", re.MULTILINE)
    written = {path: path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "helpers").glob("test_*.py")}
    tests = [str(path) for path, text in written.items() if not needs_more.search(text)]
    assert len(tests) >= 10
    # Pairs and drawn streams ask thousands of times what the others ask once.
    few = ["-m", "not full", "-k", "not pairs and not at_once and not drawn", "--doctest-ignore-import-errors"]
    command = [OLDEST, "-m", "pytest", "--noconftest", *few, *tests, "tests/autograder"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
