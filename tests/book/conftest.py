"""The built site, served twice, and one browser for all its tests. Nothing is built here: `make book` does that."""

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def site_pages() -> list[str]:
    """Return the built pages' paths, without the front page, which only leads on.

    Without a site it is one name, whose tests then fail.
    """
    built = [path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html")]
    return sorted(path for path in built if path != "index.html" and "_static" not in path) or ["book/preface.html"]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a prefix, and says nothing."""

    def __init__(self, *args, prefix: str, **options):
        self.prefix = prefix
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.prefix) if path.startswith(self.prefix) else "not-here"
        return super().translate_path("/" + inside)

    def log_message(self, *_args) -> None:
        pass


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder on this machine and yield its address."""
    handler = functools.partial(QuietHandler, prefix=prefix, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("Chromium is not installed; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser) -> Iterator[Callable[..., Page]]:
    """Open a page that reaches one host only; what goes wrong on it is told in its list `problems`."""
    contexts = []

    def open_page(home: str) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        watch(page, home)
        return page

    yield open_page
    for context in contexts:
        context.close()


def watch(page: Page, home: str) -> None:
    """Cut the network except for `home`, and note requests to others, failures and errors."""

    def only_home(route: Route) -> None:
        if route.request.url.startswith((home, "blob:", "data:")):
            route.continue_()
        else:
            page.problems.append(f"asked another host: {route.request.url}")
            route.abort()

    def failed(response) -> None:
        if response.status >= 400:
            page.problems.append(f"status {response.status}: {response.url}")

    def told(message) -> None:
        if message.type == "error":
            page.problems.append(f"console: {message.text}")

    page.route("**/*", only_home)
    page.on("response", failed)
    page.on("console", told)
    page.on("pageerror", lambda error: page.problems.append(f"page error: {error}"))


def settle(page: Page) -> None:
    """Wait until the page's formulas are set and its widgets stand, or tell that they do not."""
    page.evaluate("document.fonts.ready")
    page.evaluate("self.MathJax?.startup?.promise")
    page.wait_for_function(
        """() => document.querySelectorAll('script[type$="widget-view+json"]').length
            === document.querySelectorAll('.cnn-mount > *').length"""
    )
