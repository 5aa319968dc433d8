"""The extension that takes widget modules out of the pages, on a site of one page and on plain data."""

import json
import re

from bs4 import BeautifulSoup

from book.extensions import widgets
from tests.book.minisite import build


def anywidget_model(text="export default {}", **traits):
    return {
        "model_name": "AnyModel",
        "state": {
            "_esm": text,
            "_css": "",
            "_anywidget_id": "helpers.widgets.box.Box",
            "_view_name": "AnyView",
            **traits,
        },
    }


def test_page_without_a_widget_loads_no_mount_script(site):
    assert "mount.js" not in (site / "book" / "credits.html").read_text(encoding="utf-8")


def test_slim_keeps_traits_and_buffers_of_viewed_models_only():
    buffers = [{"path": ["bytes"], "encoding": "base64", "data": "Bwk="}]
    state = {
        "seen": {**anywidget_model(count=3, layout="IPY_MODEL_there"), "buffers": buffers},
        "unseen": anywidget_model(count=4),
        "there": {"model_name": "LayoutModel", "state": {"_view_name": "LayoutView"}},
    }
    models, modules = widgets.slim(state, ["seen"])
    assert list(models) == ["seen"]
    assert models["seen"]["state"] == {"count": 3}
    assert models["seen"]["buffers"] == buffers
    assert list(modules) == [models["seen"]["module"]]


def test_same_module_is_written_once_and_another_text_has_another_name():
    state = {"a": anywidget_model(), "b": anywidget_model(), "c": anywidget_model("export default 1")}
    models, modules = widgets.slim(state, ["a", "b", "c"])
    assert len(modules) == 2
    assert models["a"]["module"] == models["b"]["module"] != models["c"]["module"]
    assert re.fullmatch(r"Box-[0-9a-f]{10}", models["a"]["module"])


def test_widget_that_needs_a_kernel_is_no_model_of_the_page():
    models, modules = widgets.slim({"slider": {"state": {"_model_name": "IntSliderModel"}}}, ["slider"])
    assert (models, modules) == ({}, {})


def test_widget_that_needs_a_kernel_fails_a_strict_build(tmp_path):
    result = build(tmp_path, ["import ipywidgets; ipywidgets.IntSlider()"], "-W")
    assert result.returncode != 0
    assert "is not an anywidget" in result.stderr


def test_module_is_written_as_a_classic_script_that_registers_its_text(tmp_path):
    widgets.write_module(tmp_path, "Box-1", 'export default "</script>";', ".box {}")
    script = (tmp_path / "Box-1.js").read_text(encoding="utf-8")
    assert script.startswith('(self.cnnModules ??= {})["Box-1"] = ')
    assert json.loads(script.partition(" = ")[2].rstrip(";\n")) == 'export default "</script>";'
    assert (tmp_path / "Box-1.css").read_text(encoding="utf-8") == ".box {}"


def test_book_pages_carry_no_module_text(site):
    for path in site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for state in soup.find_all("script", type=widgets.STATE):
            assert "_esm" not in state.string
            assert "LayoutModel" not in state.string
