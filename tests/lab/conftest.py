"""A JupyterLab as `make lab` opens it, and a notebook in it, driven as a learner drives it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ROOT = Path(__file__).parents[2]


class Notebook:
    """An open notebook: find a cell by its text, type into it, run it, read what it shows."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def command(self, name: str) -> None:
        """Run one of JupyterLab's commands and wait until it is done."""
        self.page.evaluate("(name) => window.jupyterapp.commands.execute(name)", name)

    def cell(self, text: str) -> Locator:
        """The first code cell that holds a text."""
        return self.page.locator(".jp-Notebook .jp-CodeCell", has_text=text).first

    def write(self, cell: Locator, source: str) -> None:
        """Replace all of a cell's text."""
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(source)

    def run(self, cell: Locator) -> Locator:
        """Run a cell with Ctrl+Enter, wait for its end, and return its output."""
        before = cell.locator(".jp-InputPrompt").inner_text()
        cell.locator(".jp-InputPrompt").click()
        self.page.keyboard.press("Control+Enter")
        self.wait(cell, before=before)
        return cell.locator(".jp-OutputArea")

    def wait(self, cell: Locator, *, before: str = "") -> None:
        """Wait until a cell has run: its prompt shows a number that it did not show before."""
        prompt = cell.locator(".jp-InputPrompt")
        expect(prompt).to_have_text(re.compile(r"\d"), timeout=90_000)
        if before:
            expect(prompt).not_to_have_text(before.strip(), timeout=90_000)
            expect(prompt).to_have_text(re.compile(r"\d"), timeout=90_000)

    def save(self) -> None:
        """Save, as Ctrl+S does."""
        self.command("docmanager:save")


@pytest.fixture(scope="session")
def lab(tmp_path_factory) -> Iterator[str]:
    """JupyterLab over a fresh copy of the lessons and exercises, with no settings of this machine's user."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "notebooks", home / "work", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser"),
        *(f"--port={port}", "--ip=127.0.0.1", "--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"),
    ]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "JPY", "IPYTHON"))}
    environment |= {"HOME": str(home), "PATH": path}
    log = (home / "log").open("w")
    server = subprocess.Popen(command, cwd=home / "work", env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(address + "api", server, home / "log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def open_notebook(lab, chromium: Browser):
    """A function that opens a notebook by its path, with a kernel ready; other hosts cannot be reached."""
    contexts = []

    def open_notebook(path: str) -> Notebook:
        context = chromium.new_context(viewport={"width": 1280, "height": 1000})
        contexts.append(context)
        context.route(lambda url: not url.startswith((lab, "data:", "blob:")), lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{lab}lab/tree/{path}?reset")
        page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
        page.wait_for_function(
            "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
        )
        return Notebook(page)

    yield open_notebook
    for context in contexts:
        context.close()


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")
