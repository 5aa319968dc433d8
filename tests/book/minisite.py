"""A site of one page, to test the widgets' extension and mount.js without the book."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat

from tests.book.site import ROOT

CONF = f"""
extensions = ["myst_nb", "book.extensions.widgets"]
html_theme = "basic"
html_static_path = [{str(ROOT / "book" / "static")!r}]
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_ipywidgets_js = {{}}
"""

WIDGETS = '''
import anywidget, traitlets

class Counter(anywidget.AnyWidget):
    _esm = """
    function render({ model, el }) {
      const button = document.createElement("button");
      button.className = "cnn-widget counter";
      const show = () => { button.textContent = `${model.get("count")} of ${model.get("bytes").getUint8(1)}`; };
      button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
      model.on("change:count", show);
      show();
      el.append(button);
      return () => { self.cleaned = (self.cleaned ?? 0) + 1; model.off("change:count", show); };
    }
    export default { render };
    """
    _css = ".counter { color: rgb(1, 2, 3); }"
    count = traitlets.Int(3).tag(sync=True)
    bytes = traitlets.Bytes(bytes([7, 9])).tag(sync=True)
    text = traitlets.Unicode("</script><!--").tag(sync=True)

class Prepared(anywidget.AnyWidget):
    _esm = """
    export default async () => ({
      initialize({ model }) {
        self.initialized = (self.initialized ?? 0) + 1;
        model.on("change", () => { self.changes = (self.changes ?? 0) + 1; });
        return () => { self.cleaned = (self.cleaned ?? 0) + 100; };
      },
      render({ model, el }) {
        el.innerHTML = "<p class='cnn-widget prepared'>ready</p>";
        el.onclick = () => model.set({ a: 1, b: 2 });
      },
    });
    """
    a = traitlets.Int().tag(sync=True)
    b = traitlets.Int().tag(sync=True)

class Failing(anywidget.AnyWidget):
    _esm = "export default { render() { throw new Error('on purpose'); } };"

counter, other, prepared = Counter(), Counter(count=10), Prepared()
'''

CELLS = [WIDGETS, "counter", "counter", "Failing()", "other", "prepared", "prepared"]


def build(folder: Path, cells: list[str] = CELLS, *options: str) -> subprocess.CompletedProcess:
    """Write the page's notebook and build the site into ``folder/html``."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Widgets")])
    notebook.cells += [nbformat.v4.new_code_cell(cell) for cell in cells]
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, folder / "index.ipynb")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", *options, str(folder), str(folder / "html")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
