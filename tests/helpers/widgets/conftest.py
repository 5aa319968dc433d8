"""Show a widget in Chromium as the page does: its module, its style, a model of its traits, and no kernel."""

import json
from base64 import b64encode

import pytest

ADDRESS = "http://widget.test/"
PAGE = """<!doctype html><html lang="en" data-theme="%(theme)s"><head><meta charset="utf-8"><title>Widget</title>
<meta name="viewport" content="width=device-width"><style>html[data-theme=dark] { background: #121212 } %(css)s</style>
</head><body><main><h1 hidden>Widget</h1><div id="here"></div></main><script type="module">
const listeners = {};
const fromBase64 = (text) => new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
const traits = JSON.parse(%(traits)s, (_, value) => ("$bytes" in Object(value) ? fromBase64(value.$bytes) : value));
window.sent = {}; // what the page has told Python
window.model = {
  get: (name) => traits[name],
  set: (name, value) => { traits[name] = value; (listeners[`change:${name}`] ?? []).forEach((f) => f()); },
  on: (name, f) => (listeners[name] ??= []).push(f),
  off: (name, f) => { listeners[name] = listeners[name].filter((g) => g !== f); },
  save_changes: () => Object.assign(sent, traits),
  listening: () => Object.values(listeners).flat().length,
};
const address = URL.createObjectURL(new Blob([%(esm)s], { type: "text/javascript" }));
window.widget = (await import(address)).default;
window.leave = await widget.render({ model, el: document.getElementById("here") });
document.body.dataset.ready = "yes";
</script></body></html>"""


@pytest.fixture
def show(chromium):
    """A function that shows a widget and returns its page; the page must ask nobody for anything and log no error."""
    contexts, troubles = [], []

    def show(widget, *, theme="light", width=1280):
        traits = {n: getattr(widget, n) for n in widget.trait_names(sync=True) if not n.startswith("_")}
        scripts = {"esm": _literal(str(widget._esm)), "traits": _literal(json.dumps(_plain(traits)))}
        html = PAGE % {**scripts, "css": str(widget._css), "theme": theme}
        context = chromium.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.route("**/*", lambda route: _answer(route, html, troubles))
        page.goto(ADDRESS)
        page.wait_for_selector("body[data-ready]")
        return page

    yield show
    for context in contexts:
        context.close()
    assert not troubles


def _answer(route, html, troubles):
    if route.request.url == ADDRESS:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
    elif route.request.url.startswith(("data:", "blob:")):
        route.continue_()
    else:
        troubles.append(f"asked for {route.request.url}")
        route.abort()


def _literal(text):
    return json.dumps(text).replace("</", "<\\/")


def _plain(traits):
    own = ("layout", "tabbable", "tooltip", "comm")
    return {name: _in_json(value) for name, value in traits.items() if name not in own}


def _in_json(value):
    return {"$bytes": b64encode(value).decode()} if isinstance(value, bytes) else value
