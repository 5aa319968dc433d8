"""What is in the repository, and what is not."""

import subprocess
import sys

import pytest

from tests.notebooks import rules_repository as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.notebook import ROOT, found
from tests.notebooks.source import Source, files, read_source, tracked

BINARY = (".woff2", ".npz", ".webp", ".png", ".safetensors", ".ico", ".gz")
TEXT = [name for name in tracked() if not name.endswith(BINARY) and name != "tests/notebooks/test_repository.py"]
IN_A_PAGE = files(".js", ".css", ".svg", ".html", under=("helpers/", "book/"))
NEVER_IN_GIT = [
    "submitted/ada/02_convolution/02_convolution.ipynb",
    "autograded/ada/02_convolution/02_convolution.ipynb",
    "feedback/ada/02_convolution/02_convolution.html",
    "gradebook.db",
    "autograder/gradebook.db-journal",
    "courses/autumn/nbgrader_config.py",
    "course.key",
    "autograder/secret.key",
    "work/02_1_one_dimension.ipynb",
    "_build/html/index.html",
    "notebooks/.ipynb_checkpoints/02_1_one_dimension-checkpoint.ipynb",
]


def text(content: str) -> Source:
    return Source("a.js", content)


@pytest.mark.parametrize("bad", ["/home/ada/x.py", "open('/Users/ada/x')", r"C:\Users\ada", f"{ROOT}/helpers"])
def test_path_of_one_machine_is_told(bad):
    good = f"home/ada, ~/cnn-course, https://a.org/home/x, {ROOT.name}"
    expect_told(rules.no_path_of_one_machine, (text(bad),), (text(good),), "path of one machine")


@pytest.mark.parametrize("bad", ["--index-url https://mirror.example/simple", '"registry": "http://npm.example:80/"'])
def test_registry_is_told(bad):
    good = "pip install torch --index-url ..., see https://pytorch.org"
    expect_told(rules.no_registry, (text(bad),), (text(good),), ".example'")


def test_private_file_is_told():
    expect_told(rules.no_private_file, ("binder/.npmrc",), ("binder/runtime.txt",), "one person")


@pytest.mark.parametrize("bad", ['fetch("https://a.org/x")', "@import url(//a.org/x.css)", '"wss://a.org"'])
def test_other_host_is_told(bad):
    good = """
        <a href="https://a.org">a link</a>
        // see https://a.org
        /* https://a.org */ const SVG = "http://www.w3.org/2000/svg";
    """
    expect_told(rules.asks_no_other_host, (text(bad),), (text(good),), "another host")


def test_markup_from_data_is_told():
    expect_told(rules.builds_no_markup_from_data, (text("el.innerHTML = x"),), (text("el.append(x)"),), "dom.js")


def test_what_git_does_not_ignore_is_told():
    expect_told(rules.is_ignored, ("README.md",), ("gradebook.db",), ".gitignore")


def test_font_without_licence_is_told():
    bad, good = ["a/b.woff2", "LICENSE"], ["a/b.woff2", "a/OFL.txt"]
    expect_told(rules.fonts_and_data_have_a_licence, (bad,), (good,), "LICENSE")


def test_no_file_names_one_machine_or_a_registry():
    sources = [read_source(ROOT / name) for name in TEXT]
    assert sources
    expect_none([told for source in sources for told in rules.no_path_of_one_machine(source)])
    expect_none([told for source in sources for told in rules.no_registry(source)])
    expect_none([told for name in tracked() for told in rules.no_private_file(name)])


@pytest.mark.parametrize("path", IN_A_PAGE, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("rule", [rules.asks_no_other_host, rules.builds_no_markup_from_data])
def test_what_a_page_loads_is_harmless(rule, path):
    expect_none(rule(read_source(path)))


@pytest.mark.parametrize("name", NEVER_IN_GIT)
def test_submissions_grades_and_keys_are_ignored(name):
    expect_none(rules.is_ignored(name))


def test_no_tracked_file_is_ignored():
    listed = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    assert subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout == ""


def test_licences_of_code_and_text_are_there():
    assert "BSD 3-Clause" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Attribution 4.0" in (ROOT / "LICENSE-text.md").read_text(encoding="utf-8")
    expect_none(rules.fonts_and_data_have_a_licence(tracked()))


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_has_nothing_to_say(command):
    ruff = [sys.executable, "-m", "ruff", *command, "--quiet", "."]
    run = subprocess.run(ruff, cwd=ROOT, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_nbstripout_has_nothing_to_strip():
    notebooks = found("notebooks/**/*.ipynb", "autograder/source/**/*.ipynb")
    extra = "metadata.language_info.version metadata.colab cell.metadata.id"
    strip = [sys.executable, "-m", "nbstripout", "--verify", "--keep-id", "--extra-keys", extra, *map(str, notebooks)]
    run = subprocess.run(strip, cwd=ROOT, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
