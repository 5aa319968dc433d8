"""How long the big widgets' own script takes in a frame: at most 8 ms, on 128×128 pixels, in Chromium.

Run::

    python benchmarks/widget_frames.py

Chromium traces itself while mouse and keyboard work on a widget. All script between two frames of the main thread is
summed, garbage collection in it included; what the browser needs for layout and painting is not the widget's own.
It is the processor's time, so that a busy machine's other work is not counted. Each drive goes three times, and its
slowest frame counts in the run where that was fastest: what is slow three times is slow because of us.
"""

import json
import shutil
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from itertools import pairwise

import anywidget
import numpy as np
from playwright.sync_api import Browser, Page, sync_playwright

from helpers.measured import feature_maps
from helpers.widgets import (
    ChannelSum,
    ConvolutionStepper,
    DepthSlider,
    FeatureExplorer,
    FieldTracer,
    GeometrySlider,
    GroupsSlider,
    KernelPlayground,
    PoolingLab,
    ShiftedDigit,
)

LIMIT = 8.0  # ms
RUNS = 3
ADDRESS = "http://widget.test/"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
SCRIPTS = ("FunctionCall", "EvaluateScript", "RunMicrotasks", "v8.callFunction")
PAGE = """<!doctype html><meta charset="utf-8"><style>%(css)s</style><div id="here" style="width: 760px"></div>
<script type="module">
const bytes = (text) => new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
const traits = JSON.parse(%(traits)s, (_, value) => ("$bytes" in Object(value) ? bytes(value.$bytes) : value));
const listeners = {};
const model = {
  get: (name) => traits[name],
  set: (name, value) => { traits[name] = value; (listeners[name] ?? []).forEach((listener) => listener()); },
  on: (name, listener) => (listeners[name.slice(7)] ??= []).push(listener),
  off() {},
  save_changes() {},
};
const url = URL.createObjectURL(new Blob([%(esm)s], { type: "text/javascript" }));
(await import(url)).default.render({ model, el: document.getElementById("here") });
document.body.dataset.ready = "yes";
</script>"""

Drive = tuple[str, Callable[[], anywidget.AnyWidget], str, Callable[[Page, dict], None]]


def main() -> int:
    """Print each drive's slowest frame; return 1 if one is over the limit."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        rows = [(drive[0], *min(slowest_frame(browser, drive) for _ in range(RUNS))) for drive in DRIVES]
        browser.close()
    print(f"{'':34}{'slowest':>9}{'mean':>9}{'frames':>8}")
    for name, slowest, mean, frames in rows:
        print(f"{name:34}{slowest:6.2f} ms{mean:6.2f} ms{frames:8}{'   over the limit' if slowest > LIMIT else ''}")
    print(f"limit {LIMIT:g} ms")
    return int(any(row[1] > LIMIT for row in rows))


def slowest_frame(browser: Browser, drive: Drive) -> tuple[float, float, int]:
    """Drive a widget once: the slowest frame's script in ms, the mean, and the number of frames with script."""
    _, make, selector, work = drive
    page = browser.new_page(viewport={"width": 1000, "height": 1400})
    html = html_of(make())
    page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(ADDRESS)
    page.wait_for_selector("body[data-ready]")
    target = page.locator(selector).first
    target.focus()
    box = target.bounding_box()
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    work(page, box)  # no locators here: they would run scripts of their own
    page.wait_for_timeout(100)
    frames = list(script_by_frame(json.loads(browser.stop_tracing())["traceEvents"]))
    page.close()
    return max(frames), float(np.mean(frames)), len(frames)


def script_by_frame(events: list[dict]) -> Iterator[float]:
    """Yield the ms of script between one frame of the page's main thread and the next."""
    main = next((event["pid"], event["tid"]) for event in events if event["name"] == "Layerize")
    mine = [event for event in events if (event["pid"], event["tid"]) == main]
    frames = sorted(event["ts"] for event in mine if event["name"] == "Layerize")  # the last step before pixels
    calls = sorted(
        (event["ts"], event.get("dur", 0), event.get("tdur", 0)) for event in mine if event["name"] in SCRIPTS
    )
    for start, end in pairwise([0, *frames, float("inf")]):
        total, until = 0, 0
        for at, lasts, works in calls:
            if start <= at < end and at >= until:  # calls inside a call are part of it
                total, until = total + works, at + lasts
        if total:
            yield total / 1000


def html_of(widget: anywidget.AnyWidget) -> str:
    """Write a page with one widget."""
    own = ("layout", "tabbable", "tooltip", "comm")
    names = [name for name in widget.trait_names(sync=True) if not name.startswith("_") and name not in own]
    traits = {name: getattr(widget, name) for name in names}
    plain = {n: {"$bytes": b64encode(v).decode()} if isinstance(v, bytes) else v for n, v in traits.items()}
    scripts = {"esm": str(widget._esm), "traits": json.dumps(plain)}
    texts = {name: json.dumps(text).replace("</", "<\\/") for name, text in scripts.items()}
    return PAGE % {**texts, "css": str(widget._css)}


def press(key: str, times: int) -> Callable[[Page, dict], None]:
    """Press a key again and again."""

    def work(page: Page, _: dict) -> None:
        for _ in range(times):
            page.keyboard.press(key)
            page.wait_for_timeout(20)

    return work


def scribble(*, pressed: bool) -> Callable[[Page, dict], None]:
    """Move the pointer in circles, drawing or not."""

    def work(page: Page, box: dict) -> None:
        if pressed:
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.mouse.down()
        for angle in np.linspace(0, 30, 150):
            across, down = (1 + 0.8 * np.cos(angle)) / 2, (1 + 0.8 * np.sin(1.3 * angle)) / 2
            page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
        page.mouse.up()

    return work


def type_digits(page: Page, _: dict) -> None:
    """Type into a cell."""
    for digit in "1234567890" * 2:
        page.keyboard.press("Control+A")
        page.keyboard.press(digit)


def playground(**settings: str) -> Callable[[], KernelPlayground]:
    """Return what makes a playground."""
    return lambda: KernelPlayground(key="bench", **settings)


def stepper() -> ConvolutionStepper:
    """Make the largest stepper."""
    return ConvolutionStepper(np.arange(144).reshape(12, 12), np.ones((5, 5)), key="bench")


def geometry() -> GeometrySlider:
    """Make a long row, each of its cells read by many windows."""
    return GeometrySlider(250, 7, padding=3, mode="reflect", key="bench")


def channels() -> ChannelSum:
    """Make the largest channel sum, in colours."""
    return ChannelSum(np.arange(192).reshape(3, 8, 8), np.ones((3, 3, 3)), bias=1, white=255, key="bench")


def digit() -> PoolingLab:
    """Make the largest picture to pool, with windows that overlap."""
    return PoolingLab(np.add.outer(np.arange(28), np.arange(28) % 5) / 32, window=3, stride=1, padding=1, key="bench")


def groups() -> GroupsSlider:
    """Make a layer of many channels."""
    return GroupsSlider(512, 512, key="bench")


def tracer() -> FieldTracer:
    """Make the deepest stack of layers, on the longest input."""
    return FieldTracer([(3,)] * 6, size=64, key="bench")


def depths() -> DepthSlider:
    """Make runs as many and as long as those measured."""
    rng, depths, seeds = np.random.default_rng(0), (4, 8, 20, 38), 3
    runs = {"depths": depths, "epochs": range(1, 31), "moments": (0, 1, 30)}
    for name, depth in ((f"{kind}_{depth}", depth) for kind in ("plain", "residual") for depth in depths):
        for measure in ("train_loss", "train_accuracy", "test_accuracy"):
            runs[f"{name}_{measure}"] = rng.random((seeds, 30))
        runs[f"{name}_grad_norms"] = 10 ** rng.normal(size=(seeds, 3, (depth - 2) // 2))
    return DepthSlider(runs, depth=38, key="bench")


def explorer() -> FeatureExplorer:
    """Make the explorer, at one of the largest layers."""
    return FeatureExplorer(feature_maps.load(), layer="block 2", key="bench")


DRIVES: list[Drive] = [
    (
        "playground, kernel changes",
        playground(picture="coins"),
        "label:has-text('Kernel') select",
        press("ArrowDown", 7),
    ),
    (
        "playground, picture changes",
        playground(kernel="sobel"),
        "label:has-text('Picture') select",
        press("ArrowDown", 7),
    ),
    (
        "playground, pointer on the output",
        playground(picture="coins"),
        ".cnn-output-panel canvas",
        scribble(pressed=False),
    ),
    ("playground, drawing", playground(picture="drawing", kernel="sobel"), "canvas", scribble(pressed=True)),
    ("playground, drawing by keyboard", playground(picture="drawing"), "canvas", press("Shift+ArrowRight", 15)),
    ("playground, typing a kernel", playground(picture="coins"), ".cnn-numbers input", type_digits),
    ("stepper, pointer on the output", stepper, ".cnn-output [tabindex='0']", scribble(pressed=False)),
    ("stepper, arrow keys", stepper, ".cnn-output [tabindex='0']", press("ArrowRight", 7)),
    ("stepper, typing an image", stepper, ".cnn-numbers input", type_digits),
    ("stepper, scrubbing", stepper, ".cnn-player input", press("ArrowRight", 30)),
    ("stepper, turning the kernel", stepper, ".cnn-choice input", press("ArrowRight", 8)),
    ("geometry, sliding the size", geometry, "input[type=range]", press("ArrowLeft", 20)),
    ("geometry, pointer on the row", geometry, ".cnn-track", scribble(pressed=False)),
    ("channel sum, pointer on the output", channels, ".cnn-result .cnn-output", scribble(pressed=False)),
    ("channel sum, typing an image", channels, ".cnn-numbers input", type_digits),
    ("pooling, pointer on the output", digit, ".cnn-output-panel canvas", scribble(pressed=False)),
    ("pooling, dragging the handle", digit, ".cnn-knob", scribble(pressed=True)),
    ("pooling, shifting by keys", digit, ".cnn-knob", press("ArrowRight", 6)),
    ("groups, sliding", groups, ".cnn-slide input", press("ArrowRight", 9)),
    ("groups, pointer on the drawing", groups, ".cnn-channels", scribble(pressed=False)),
    ("shifted digit, dragging", lambda: ShiftedDigit(key="bench"), ".cnn-canvas canvas", scribble(pressed=True)),
    ("shifted digit, arrow keys", lambda: ShiftedDigit(key="bench"), ".cnn-canvas canvas", press("ArrowRight", 4)),
    ("field tracer, pointer on the maps", tracer, ".cnn-pyramid", scribble(pressed=False)),
    ("field tracer, choosing by keys", tracer, ".cnn-pick input", press("ArrowRight", 15)),
    ("depth, sliding", depths, ".cnn-stops input", press("ArrowLeft", 3)),
    ("depth, sliding the epoch", depths, ".cnn-chart input", press("ArrowLeft", 20)),
    ("depth, pressing on a chart", depths, ".cnn-chart-drawing", scribble(pressed=True)),
    ("depth, choosing what is shown", depths, ".cnn-choice input", press("ArrowRight", 6)),
    ("explorer, choosing layers", explorer, ".cnn-maps > .cnn-choice input", press("ArrowRight", 6)),
    ("explorer, choosing photographs", explorer, ".cnn-maps > .cnn-picks button", press("ArrowRight", 8)),
    ("explorer, choosing maps", explorer, ".cnn-stage .cnn-picks button", press("ArrowRight", 8)),
    ("explorer, pointer on the map", explorer, ".cnn-overlay canvas", scribble(pressed=False)),
    ("explorer, sliding the mix", explorer, ".cnn-mix input", press("ArrowLeft", 10)),
    ("explorer, choosing drawings", explorer, ".cnn-chooser button", press("ArrowRight", 12)),
    ("explorer, choosing classes", explorer, ".cnn-chooser select", press("ArrowDown", 7)),
]


if __name__ == "__main__":
    sys.exit(main())
