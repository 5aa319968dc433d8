"""No text of a solution or of a hidden check is anywhere in the site: pages, search index, sources, scripts."""

import html
import re
from pathlib import Path

import nbformat
import pytest

from tests.book.site import ROOT

MASTERS = sorted((ROOT / "autograder" / "source").rglob("*.ipynb"))
BLOCK = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)### END \1", re.DOTALL)
SHORTEST = 20  # letters and digits: less than that (a bare `return y`) tells nothing
READABLE = {".html", ".js", ".json", ".ipynb", ".txt", ".md"}


@pytest.mark.parametrize("master", MASTERS, ids=lambda path: path.stem)
def test_no_solution_is_in_the_site(site, master):
    texts = site_texts(site)
    leaks = [(path, block) for block in secrets(master) for path, text in texts.items() if plain(block) in text]
    assert leaks == []


def test_no_marker_is_in_the_site(site):
    markers = [plain(f"BEGIN {name}") for name in ("SOLUTION", "HIDDEN TESTS")]
    marked = {path for path, text in site_texts(site).items() if any(marker in text for marker in markers)}
    told = {"book/instructors.html", "_sources/book/instructors.md"}  # how an instructor marks solutions of one's own
    assert {str(path) for path in marked} - told == set()


def test_leak_is_noticed_through_markup_and_escapes():
    block = "    rows = x.shape[0] - 1\n    return rows < 3\n"
    assert plain(block) in plain_page("<span>rows</span> = x.<b>shape</b>[0] - 1<br>return rows &lt; 3")
    assert plain(block) in plain_page(r'"    rows = x.shape[0] - 1\n", "    return rows < 3\n"')
    assert plain(block) not in plain_page("rows = x.shape[1]")


def secrets(master: Path) -> list[str]:
    cells = nbformat.read(master, as_version=4).cells
    blocks = [match[2] for cell in cells for match in BLOCK.finditer(cell.source)]
    return [block for block in blocks if len(plain(block)) >= SHORTEST]


def site_texts(site: Path) -> dict[str, str]:
    paths = [path for path in site.rglob("*") if path.suffix in READABLE and "mathjax" not in path.parts]
    return {str(path.relative_to(site)): plain_page(path.read_text(encoding="utf-8")) for path in paths}


def plain(text: str) -> str:
    """Keep letters, digits and underscores, which survive markup, escapes and new lines."""
    return re.sub(r"\W", "", text)


def plain_page(text: str) -> str:
    """Take out JSON's line ends and tags, then what is no letter or digit. A "<" of code is not taken for a tag."""
    without_escapes = re.sub(r"\\[nrt]", " ", text)
    return plain(html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", without_escapes)))
