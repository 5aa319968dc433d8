"""What a page of the built book weighs: kB sent to a reader, and how much of it is our own scripts.

Run after ``make book``::

    python benchmarks/page_weight.py
"""

import functools
import http.server
import shutil
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SITE = Path(__file__).parents[1] / "_build" / "html"
OURS = ("/_static/widgets/", "/_static/mount.js", "/_static/theme_fixes.js")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site and says nothing."""

    def log_message(self, *_args) -> None:
        """Keep quiet."""


def weigh(browser: Browser, address: str) -> tuple[int, int, int]:
    """Return the bytes of all that a page loads, of its scripts, and of ours among them; nothing is compressed."""
    sizes = {}
    page = browser.new_page()
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)  # the bodies of large answers are still being handed over
    page.close()
    scripts = {url: size for url, size in sizes.items() if url.partition("?")[0].endswith(".js")}
    ours = [size for url, size in scripts.items() if any(name in url for name in OURS)]
    return sum(sizes.values()), sum(scripts.values()), sum(ours)


def main() -> None:
    """Print one line a page."""
    handler = functools.partial(Handler, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox"])
        print(f"{'page':<50}{'all, kB':>9}{'scripts':>9}{'ours':>7}")
        for path in sorted(SITE.rglob("*.html")):
            name = path.relative_to(SITE).as_posix()
            if "_static" not in name and name != "index.html":
                total, scripts, ours = weigh(browser, f"http://127.0.0.1:{server.server_port}/{name}")
                print(f"{name:<50}{total / 1000:>9.0f}{scripts / 1000:>9.0f}{ours / 1000:>7.1f}")
        server.shutdown()


if __name__ == "__main__":
    main()
