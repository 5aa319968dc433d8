"""The built site, served twice, and pages that watch themselves. Nothing is built here: `make book` does that."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.book.site import SITE, serve, watch


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.fail("There is no built book in _build/html; run: make book")
    return SITE


@pytest.fixture(scope="session")
def addresses(site) -> Iterator[dict[str, str]]:
    """The site at the root of a host, and under a sub-path."""
    with serve(site) as root, serve(site, "/book/") as sub_path:
        yield {"root": root, "sub-path": sub_path}


@pytest.fixture
def new_page(chromium) -> Iterator[Callable[..., Page]]:
    """Open a page that reaches one host only; what goes wrong on it is told in its list `problems`."""
    contexts = []

    def open_page(home: str) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        watch(page, home)
        return page

    yield open_page
    for context in contexts:
        context.close()
