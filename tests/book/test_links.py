"""Links inside the book lead somewhere; links out of it are listed and not opened."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.book.site import site_pages


@pytest.mark.parametrize("path", site_pages())
def test_internal_links_and_anchors_are_alive(site, path):
    dead = [link for link in links(site / path) if not is_external(link) and not is_alive(site / path, link)]
    assert dead == []


def test_external_links_are_listed_and_encrypted(site):
    external = sorted({link for path in site_pages() for link in links(site / path) if is_external(link)})
    (site.parent / "external_links.txt").write_text("\n".join(external) + "\n", encoding="utf-8")
    assert [link for link in external if not link.startswith(("https://", "mailto:"))] == []


def test_dead_anchor_is_noticed(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<h1 id="here">Here</h1><a href="#there">there</a>', encoding="utf-8")
    assert is_alive(page, "#here")
    assert not is_alive(page, "#there")
    assert not is_alive(page, "missing.html")


def links(page: Path) -> list[str]:
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    return [one[name] for name in ("href", "src") for one in soup.find_all(attrs={name: True})]


def is_external(link: str) -> bool:
    return bool(urlsplit(link).scheme or link.startswith("//"))


def is_alive(page: Path, link: str) -> bool:
    parts = urlsplit(link)
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.exists():
        return False
    return not parts.fragment or unquote(parts.fragment) in anchors(target)


@cache
def anchors(page: Path) -> set[str]:
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    named = soup.find_all("a", attrs={"name": True})
    return {one["id"] for one in soup.find_all(id=True)} | {one["name"] for one in named}
