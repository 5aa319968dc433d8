"""Runs the widgets' JavaScript tests, file by file, so that each shows up by its name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_javascript_tests_pass(file):
    node = shutil.which("node")
    assert node, "node is not installed; the widgets' arithmetic is tested with it (Debian: apt-get install nodejs)"
    environment = {**os.environ, "PYTHON": sys.executable}
    run = subprocess.run([node, "--test", file], env=environment, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
