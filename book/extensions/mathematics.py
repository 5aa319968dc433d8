"""Local mathematics: MathJax from the package sphinx-mathjax-offline, only the 1.6 of its 24 MB that are used."""

import importlib.util
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

SCRIPT = "tex-chtml.js"
FONTS = "output/chtml/fonts/woff-v2"  # where the script looks for them, seen from itself


def setup(app: Sphinx) -> dict:
    """Connect the extension to Sphinx."""
    app.setup_extension("sphinx.ext.mathjax")
    app.connect("config-inited", point_at_local_script)
    app.connect("html-page-context", spare_pages_without_formula, priority=600)  # MathJax is added at 500
    app.connect("build-finished", copy_mathjax)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def point_at_local_script(_app: Sphinx, config: Config) -> None:
    """Load MathJax from the site itself, on pages that have a formula."""
    config.mathjax_path = f"mathjax/{SCRIPT}"
    # Without its menu a formula is no stop for the Tab key, and nothing is stored in the browser.
    config.mathjax3_config = {"options": {"enableMenu": False}}


def spare_pages_without_formula(_app: Sphinx, _page: str, _template: str, context: dict, _doctree: object) -> None:
    """Take MathJax out of a page that has no formula: Sphinx gives it to a page if any page below it has one."""
    if 'class="math ' in context.get("body", ""):
        return
    for script in list(context["script_files"]):
        is_settings = script.attributes.get("body", "").startswith("window.MathJax")
        if is_settings or str(script.filename).endswith(SCRIPT):
            context["script_files"].remove(script)


def copy_mathjax(app: Sphinx, exception: Exception | None) -> None:
    """Copy the script and its fonts into the site."""
    if exception is not None or app.builder.format != "html":
        return
    # The package's name holds hyphens, so it cannot be imported by a statement.
    package = importlib.util.find_spec("sphinx-mathjax-offline")
    source = Path(package.submodule_search_locations[0]) / "static" / "mathjax"
    target = Path(app.outdir) / "_static" / "mathjax"
    shutil.copytree(source / FONTS, target / FONTS, dirs_exist_ok=True)
    shutil.copy2(source / SCRIPT, target / SCRIPT)
