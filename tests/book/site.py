"""The built site: its pages, a server for it, and what to watch while a page is open."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Route

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"


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
