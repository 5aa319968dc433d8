"""axe-core finds nothing against WCAG 2.2 A and AA on any page, in both themes and two widths, widgets included."""

from collections.abc import Iterator

import pytest

from tests.book.site import ROOT, settle, site_pages

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is not installed; run: npm install --no-package-lock")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", site_pages())
def test_page_has_no_violation(addresses, new_page, axe, path):
    page = new_page(addresses["root"])
    page.goto(addresses["root"] + path)
    settle(page)
    assert [f"{theme}, {width} px: {one}" for theme, width in look(page) for one in violations(page, axe)] == []


def test_violation_is_noticed(addresses, new_page, axe):
    page = new_page(addresses["root"])
    page.goto(addresses["root"] + "book/errata.html")
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<button></button>')")
    assert [text.split(":")[0] for text in violations(page, axe)] == ["button-name"]


def look(page) -> Iterator[tuple[str, int]]:
    """Show the page in each theme and width, as a reader's settings and window would."""
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=theme)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(300)  # the theme's own transitions last 0.25 s
            yield theme, width


def violations(page, axe: str) -> list[str]:
    """Run axe-core on the page and return one line for each thing it minds."""
    page.evaluate("(source) => self.axe ?? (0, eval)(source)", axe)
    found = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", TAGS)["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found
        for node in rule["nodes"]
    ]
