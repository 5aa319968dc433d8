"""Widgets on a static page: each module is written to the site once, and the page keeps only what it needs.

myst-nb puts the state of all widget models into the page, with the full text of module and style sheet in each
model and with models that only a kernel needs. Here the texts move to ``_static/widgets/``, as a classic script
(which runs from ``file://`` too, where a browser refuses to import a module) and a style sheet, both named by their
content. ``book/static/mount.js`` puts a page's parts together again.
"""

import hashlib
import json
import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = re.compile(r'<script type="application/vnd\.jupyter\.widget-view\+json">(?P<view>.*?)</script>', re.DOTALL)
NOSCRIPT = (
    '<noscript><p class="cnn-unmounted">Here stands an interactive figure. '
    "It runs in your browser and needs JavaScript, which is off.</p></noscript>"
)

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict:
    """Connect the extension to Sphinx."""
    app.connect("html-page-context", serve_widgets, priority=600)  # myst-nb adds the state at 500
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def serve_widgets(app: Sphinx, pagename: str, _template: str, context: dict, _doctree: object) -> None:
    """Give a page with widgets its modules, its slim state and the script that mounts them."""
    scripts = context["script_files"]
    found = next((script for script in scripts if script.attributes.get("type") == STATE), None)
    viewed = [json.loads(match["view"])["model_id"] for match in VIEW.finditer(context.get("body", ""))]
    if found is None or not viewed:
        return
    scripts.remove(found)
    models, modules = slim(json.loads(found.attributes["body"])["state"], viewed)
    for model in set(viewed) - set(models):
        # Such a widget would be dead on the page. Under -W this fails the build.
        logger.warning("widget %s is not an anywidget, so the page cannot mount it", model, location=pagename)
    for name, (module, style) in modules.items():
        write_module(Path(app.outdir) / "_static" / "widgets", name, module, style)
        app.add_css_file(f"widgets/{name}.css")
        app.add_js_file(f"widgets/{name}.js")
    # A "<" could end the script element early. Inside JSON strings, where alone it stands, \u003c means the same.
    # NaN is no JSON: a browser would read no widget of the page, so the build stops instead.
    body = json.dumps({"state": models}, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
    app.add_js_file(None, type=STATE, body=body)
    app.add_js_file("mount.js", defer="defer")
    context["body"] = VIEW.sub(lambda match: match[0] + NOSCRIPT, context["body"])


def slim(state: dict, viewed: list[str]) -> tuple[dict, dict]:
    """Keep of a page's widget state what its views need.

    Parameters
    ----------
    state : dict
        Model id to model, as Jupyter saves it: ``{"state": {trait: value}, "buffers": [...]}``.
    viewed : list of str
        Ids of the models that stand on the page.

    Returns
    -------
    models : dict
        Model id to ``{"module": name, "state": traits, "buffers": [...]}``, only of anywidgets that are viewed.
    modules : dict
        Name to (module text, style sheet text), each distinct pair once.
    """
    models, modules = {}, {}
    for model_id in dict.fromkeys(viewed):
        saved = state.get(model_id, {})
        traits = saved.get("state", {})
        if "_esm" not in traits:
            continue
        texts = traits["_esm"], traits.get("_css") or ""
        name = module_name(traits.get("_anywidget_id", "widget"), *texts)
        modules[name] = texts
        own = {key: value for key, value in traits.items() if not key.startswith("_") and not is_reference(value)}
        models[model_id] = {"module": name, "state": own}
        if saved.get("buffers"):
            models[model_id]["buffers"] = saved["buffers"]
    return models, modules


def is_reference(value: object) -> bool:
    """Tell whether a trait only points at another model, as ``layout`` does."""
    return isinstance(value, str) and value.startswith("IPY_MODEL_")


def module_name(anywidget_id: str, module: str, style: str) -> str:
    """Return a file's stem: the widget's class, then ten digits of the texts' hash."""
    digest = hashlib.sha256(f"{module}\0{style}".encode()).hexdigest()[:10]
    return f"{anywidget_id.rpartition('.')[2]}-{digest}"


def write_module(folder: Path, name: str, module: str, style: str) -> None:
    """Write the module's text as a classic script that registers it, and the style sheet beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    register = f"(self.cnnModules ??= {{}})[{json.dumps(name)}] = {json.dumps(module)};\n"
    (folder / f"{name}.js").write_text(register, encoding="utf-8")
    (folder / f"{name}.css").write_text(style, encoding="utf-8")
