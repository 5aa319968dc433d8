"""The shell without a kernel shows what a kernel shows: some 75 cells and two solved notebooks, run in both."""

import json
import re

import nbformat
import pytest
from nbgrader.preprocessors import Execute

from tests.grading.forked_shell import ROOT

# One notebook, in this order, by what each cell is about.
CELLS = {
    "value": "1 + 1",
    "text": "'π — 猫 🐈'",
    "nothing": "x = 3",
    "silenced": "x;",
    "comment": "# nothing here",
    "last values": "_, __, _1, Out, In[1]",
    "print": "print('a', 'b', sep='-', end='!\\n')",
    "interleaved": "import sys\nfor i in range(3):\n    print(i)\n    print(-i, file=sys.stderr)\nprint('end')",
    "written": "sys.stdout.write('no newline'); sys.stdout.flush()",
    "carriage returns": "print('10%\\r100%')",
    "figure": "import matplotlib.pyplot as plt\nimport numpy as np\nplt.plot([1, 3, 2])\nplt.title('t');",
    "shown figure": "fig, ax = plt.subplots(figsize=(2, 1))\nax.imshow(np.eye(3))\nplt.show()\nprint('after')",
    "two figures": "plt.figure(); plt.plot([1]); plt.figure(); plt.plot([2]); None",
    "figure as value": "fig",
    "inline again": "%matplotlib inline\nplt.bar([1, 2], [3, 4]);",
    "transparent figure": "plt.figure(facecolor='none'); plt.plot([1, 2]); None",
    "saved figure": "fig.savefig('f.png'); import os; os.path.getsize('f.png') > 100",
    "display": "display('one', 2, np.arange(4))",
    "html": "from IPython.display import HTML, JSON, Image, Latex, Markdown, clear_output, display\nHTML('<b>x</b>')",
    "markdown and latex": "display(Markdown('**x**'), Latex('$x$'))",
    "json": "JSON({'a': [1, None, True]})",
    "image": "Image('f.png', width=20)",
    "rich class": "class Rich:\n    def _repr_html_(s): return '<i>'\n    def _repr_latex_(s): return '$r$'\nRich()",
    "bytes for an image": "class Pixels:\n    def _repr_png_(self): return open('f.png', 'rb').read()\nPixels()",
    "bundle": "class T:\n  def _repr_mimebundle_(s, **_): return {'text/plain': 't', 'application/json': [1]}\nT()",
    "raw display": "display({'text/plain': 'raw', 'text/html': '<u>raw</u>'}, raw=True, metadata={'k': 1})",
    "updated display": "handle = display('first', display_id='d'); handle.update('second')",
    "shown again": "display('first', display_id='d'); display('second', display_id='d')",
    "update of another cell": "from IPython.display import update_display\nupdate_display('fourth', display_id='none')",
    "cleared": "print('gone'); clear_output(); print('stays')",
    "cleared later": "print('gone'); display('gone'); clear_output(wait=True); print('stays')",
    "cleared and silent": "print('stays'); clear_output(wait=True)",
    "time of a cell": "%%time\nsum(range(10))",
    "time of a line": "%time x = 3",
    "captured": "%%capture kept\nprint('hidden'); display('hidden'); 5",
    "what was captured": "kept.stdout, len(kept.outputs)",
    "command": "!echo from a shell; echo error >&2",
    "command's output": "lines = !printf 'a\\nb\\n'\nlines",
    "command with a variable": "!echo {x} $x",
    "exit status": "!exit 3\n_exit_code",
    "script": "%%bash\necho script\necho oops >&2",
    "unknown magic": "%no_such_magic",
    "help": "len?",
    "await": "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "input": "input('your name: ')",
    "getpass": "import getpass; getpass.getpass()",
    "error": "def f(x):\n    return 1 / x\n\nf(0)",
    "error after output": "print('before')\nraise ValueError('bad\\nvalue')",
    "chained error": "try:\n    {}['k']\nexcept KeyError as error:\n    raise RuntimeError('again') from error",
    "error in numpy": "np.zeros((2, 3)) @ np.zeros((2, 3))",
    "deep recursion": "def deep(n): return deep(n + 1)\ndeep(0)",
    "syntax error": "for i in range(3) print(i)",
    "indentation error": "if True:\nprint(1)",
    "unfinished": "print('x'",
    "name error": "undefined_name",
    "own traceback": "class Own(Exception):\n    def _render_traceback_(self): return ['one line']\nraise Own('text')",
    "system exit": "sys.exit(3)",
    "interrupted": "raise KeyboardInterrupt",
    "assertion": "assert np.allclose([1, 2], [1, 3]), 'not close'",
    "warning": "import warnings\nwarnings.warn('careful')",
    "broken repr": "class Broken:\n    def __repr__(self): raise ValueError('no repr')\nBroken()",
    "broken html": "class Half:\n    def _repr_html_(self): raise ValueError('no html')\nHalf()",
    "group of errors": "raise ExceptionGroup('several', [ValueError(1), TypeError(2)])",
    "logging": "import logging\nlogging.getLogger('x').warning('logged')",
    "history": "%history -n 1-2",
    "who": "%who_ls type",
    "namespace": "'x' in globals(), __name__, get_ipython() is not None",
    "count": "get_ipython().execution_count",
    "captured stream": "import io, contextlib as c\nwith c.redirect_stdout(io.StringIO()) as s: print(1)\ns.getvalue()",
    "encoding": "sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.writable()",
    "wrong write": "sys.stdout.write(3)",
    "future": "from __future__ import annotations\ndef g(a: no_such_type): ...\ng.__annotations__",
    "source of a function": "import inspect\nprint(inspect.getsource(f))",
    "pickled class": "import pickle\npickle.loads(pickle.dumps(Rich())).__class__ is Rich",
    "widget": "import ipywidgets\nipywidgets.IntSlider(3, description='s')",
    "output widget": "out = ipywidgets.HBox([ipywidgets.Label('a')])\ndisplay(out)",
}


def one_order(outputs):
    """Join what one stream got in a row: a kernel sends stdout and stderr every fifth of a second, each by itself."""
    joined = []
    for output in outputs:
        if output["output_type"] == "stream":
            last = [other for other in joined[-2:] if other["output_type"] == "stream"]
            same = next((other for other in last if other["name"] == output["name"]), None)
            if same:
                same["text"] += output["text"]
                continue
            if last and output["name"] == "stdout":
                joined.insert(len(joined) - 1, dict(output))
                continue
        joined.append(dict(output))
    return joined


# What must differ, or differs without harm, as it stands in JSON.
DIFFERS = {
    r"\\r\\n": r"\\n",  # a kernel runs commands in a terminal
    r"0x[0-9a-f]{6,}": "0x",  # addresses
    r"cell_\d+\.py|(/\S+/ipykernel_\d+/)?\b\d{5,}\.py": "<cell>",  # how the source of a cell is called
    r'"\\u001b\[36mFile .*/(ipykernel|autograder/grading)/.*': "a frame of the shell's own",
    r'"(UsageError: |ExceptionGroup: |ERROR: An error occurred while showtraceback).*"': "an error without a traceback",
    r"(CPU times|Wall time): .*": "times",
    r'"model_id": "[0-9a-f]+"': "a widget's name",
}


def alike(outputs):
    outputs = one_order(outputs)
    for output in outputs:  # of the same frame again and again a kernel shows all
        if "traceback" in output:
            output["traceback"] = [frame for frame in dict.fromkeys(output["traceback"]) if frame != "…"]
    text = json.dumps(outputs, sort_keys=True, indent=1, ensure_ascii=False)
    for pattern, same in DIFFERS.items():
        text = re.sub(pattern, same, text)
    return text


def in_kernel(folder, sources):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    Execute(timeout=60, kernel_name="python3").preprocess(notebook, {"metadata": {"path": str(folder)}})
    # nbgrader repeats an error that it does not find by its name, and of one in a repr it gets no name.
    return [
        [json.loads(json.dumps(output)) for output in cell.outputs if output.get("ename") != "NoneType"]
        for cell in notebook.cells
    ]


@pytest.fixture(scope="module")
def both(warm, tmp_path_factory):
    sources = list(CELLS.values())
    kernel = in_kernel(tmp_path_factory.mktemp("kernel"), sources)
    return dict(zip(CELLS, zip(warm.run(*sources), kernel, strict=True), strict=True))


@pytest.mark.parametrize("about", CELLS)
def test_shell_shows_what_a_kernel_shows(both, about):
    shell, kernel = both[about]
    assert alike(shell) == alike(kernel)


def solved(topic):
    """Return the code cells of a released notebook with the master's solutions."""
    released = nbformat.read(ROOT / "notebooks/exercises" / topic / f"{topic}.ipynb", as_version=4)
    master = nbformat.read(ROOT / "autograder/source" / topic / f"{topic}.ipynb", as_version=4)
    solutions = {cell.id: cell.source for cell in master.cells if cell.id.endswith("-solution")}
    return [solutions.get(cell.id, cell.source) for cell in released.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("topic", ["01_images", "07_receptive_fields_torch"])
def test_solved_notebook_shows_what_it_shows_in_a_kernel(warm, tmp_path, topic):
    sources = solved(topic)
    kernel = in_kernel(tmp_path, sources)
    assert [alike(outputs) for outputs in warm.run(*sources)] == [alike(outputs) for outputs in kernel]
    assert any(kernel)
