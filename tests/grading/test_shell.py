"""The shell without a kernel shows what a kernel shows, holds its limits, and is not led astray by a cell."""

import json
import re

import nbformat
import pytest
from nbgrader.preprocessors import Execute

from tests.grading.forked_shell import ROOT, Warm

pytestmark = pytest.mark.full

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


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    warm = Warm(tmp_path_factory.mktemp("warm"))
    yield warm
    warm.end()


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


def text_of(outputs, name="stdout"):
    return "".join(output["text"] for output in outputs if output.get("name") == name)


def names(outputs):
    return [output.get("ename") or output.get("name") or output["output_type"] for output in outputs]


def test_shell_is_ready_to_be_forked(warm):
    assert warm.told["threads"] == 1
    assert warm.told["written"] == []


def test_fork_shows_figures(warm):
    shown, value = warm.run("import matplotlib.pyplot as plt\nplt.plot([1, 2]);", "1 + 1")
    assert names(shown) == ["display_data"]
    assert shown[0]["data"].keys() == {"text/plain", "image/png"}
    assert value[0]["execution_count"] == 2


def test_script_runs_again_in_a_fork_of_the_fork(warm):
    again = """import os
if os.fork():
    os.wait()
else:
    print(get_ipython().run_cell_magic("bash", "", "echo second"), flush=True)
    os._exit(0)"""
    first, second = warm.run("%%bash\necho first", again)
    assert text_of(first) == "first\n"
    assert "second" in text_of(second)


def test_exit_ends_nothing(warm):
    assert [names(outputs) for outputs in warm.run("exit()", "quit", "exit", "print('on')")] == [[], [], [], ["stdout"]]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import os; os.system('echo shell')", "shell\n"),
        ("import sys; print('first stream', file=sys.__stdout__)", "first stream\n"),
        ("import ctypes; ctypes.CDLL(None).puts(b'from C');", "from C\n"),
        ("import subprocess, sys; subprocess.run(['echo', 'child'], stdout=sys.stdout);", "child\n"),
        ("import os\nif not os.fork():\n    print('forked'); os._exit(0)\nos.wait();", "forked\n"),
        ("import os; os.write(1, b'raw\\xff');", "raw\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_output_past_python_is_shown_at_the_end(warm, source, told):
    cell, after = warm.run(f"print('Python'); {source}" if "\n" not in source else source, "print('next')")
    assert text_of(cell).endswith(told)
    assert text_of(after) == "next\n"


def test_errors_past_python_go_to_stderr(warm):
    (outputs,) = warm.run("import os; os.system('echo bad >&2');")
    assert text_of(outputs, "stderr") == "bad\n"


@pytest.mark.parametrize(
    "source",
    [
        "import sys; sys.stdout.close(); sys.stderr.close()",
        "import sys; del sys.stdout, sys.stderr",
        "import sys; sys.stdout = sys.stderr = None",
        "import os; os.close(1); os.close(2)",
        "import sys; sys.__stdout__.close(); sys.__stdout__ = None",
        "import builtins; del builtins.print, builtins.display",
        "import tempfile; tempfile.tempdir = '/no/such/folder'",
        "get_ipython().reset()",
        "del In, Out, _, __, exit",
        "get_ipython().display_pub = None",
        "import sys; sys.modules.clear()",
    ],
)
def test_next_cell_runs_whatever_a_cell_breaks(warm, source):
    outputs = warm.run(source, "import builtins, sys\nsys.stdout.write('on')\n6 * 7")[1]
    assert text_of(outputs) == "on" or "clear" in source
    assert "execute_result" in names(outputs) or "clear" in source


def test_own_stream_stays_for_the_next_cell(warm):
    outputs = warm.run("import io, sys; sys.stdout = io.StringIO(); print('kept')", "sys.stdout.getvalue()")
    assert outputs[0] == []
    assert outputs[1][0]["data"]["text/plain"] == "'kept\\n'"


def test_hidden_traceback_does_not_hide_the_error(warm):
    _, error = warm.run("get_ipython().showtraceback = lambda *_, **__: None", "1 / 0")
    assert names(error) == ["ZeroDivisionError"]


def test_error_without_text_is_told(warm):
    (outputs,) = warm.run("class Mute(Exception):\n    def __str__(self): raise ValueError('no text')\nraise Mute")
    assert names(outputs) == ["Mute"]


def test_code_that_needs_a_kernel_finds_one(warm):
    source = "kernel = get_ipython().kernel; kernel.shell is get_ipython(), kernel.session is not None"
    outputs = warm.run(source, "get_ipython().kernel is kernel")
    assert [shown[-1]["data"]["text/plain"] for shown in outputs] == ["(True, True)", "True"]


def test_nothing_goes_over_into_the_next_cell(warm):
    first = "import matplotlib.pyplot as plt\nplt.plot([1]); print('one'); display('two', display_id='d')\n1 / 0"
    assert names(warm.run(first, "3")[1]) == ["execute_result"]
    late = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()"
    assert warm.run(late, "import time; time.sleep(0.01)")[1] == []


FLOODS = {
    "prints": "for i in range(300_000): print(i, 'spam')",
    "one print": "print('x' * 10_000_000)",
    "escapes": "print(chr(1) * 1_000_000)",
    "both streams": "import sys\nfor i in range(100_000): print('a'); print('b', file=sys.stderr)",
    "displays": "for i in range(20_000): display('x' * 100)",
    "one display": "display({'text/plain': 'x' * 10_000_000}, raw=True)",
    "value": "'x' * 10_000_000",
    "updates": "h = display('', display_id=True)\nfor i in range(0, 2_000_000, 100_000): h.update('x' * i)",
    "errors": "for i in range(1000): get_ipython().run_cell('1 / 0')",
    "commands": "!yes | head -c 10000000",
    "descriptor": "import os\nfor i in range(100): os.write(1, b'x' * 100_000)",
}


@pytest.mark.parametrize("about", FLOODS)
def test_flood_is_cut_at_its_source(warm, about):
    limit = 100_000
    told = warm.ask(FLOODS[about], "print('after')", output_bytes=limit)
    flood, after = told["outputs"]
    assert len(json.dumps(flood, ensure_ascii=False).encode()) < limit + 200
    assert flood[-1]["text"] == "\n… The rest is left out: no more than 100,000 bytes are kept here.\n"
    assert text_of(after) == "after\n"
    assert told["memory"] < 600 << 20


def test_error_is_told_however_much_came_before(warm):
    (outputs,) = warm.run("for i in range(10_000): print(i)\n1 / 0", output_bytes=1000)
    assert "ZeroDivisionError" in names(outputs)


def test_long_error_is_shortened(warm):
    (outputs,) = warm.run("def f(n): return f(n + 1) if n < 500 else int('v' * 10**6)\nf(0)")
    assert len(json.dumps(outputs)) < 100_000


def test_what_is_cleared_does_not_count(warm):
    source = (
        "from IPython.display import clear_output as clear\nfor i in range(100): clear(wait=True); print('x' * 500, i)"
    )
    (outputs,) = warm.run(source, output_bytes=1000)
    assert text_of(outputs).endswith("x 99\n")


def test_lone_surrogate_becomes_a_question_mark(warm):
    outputs = warm.run("print('\\ud800')", "display({'text/plain': '\\ud800'}, raw=True)")
    assert [text_of(outputs[0]), outputs[1][0]["data"]["text/plain"]] == ["?\n", "?"]


def test_what_json_cannot_hold_is_refused(warm):
    (outputs,) = warm.run("display({'application/json': object()}, raw=True)")
    assert names(outputs) == ["TypeError"]
    assert "A notebook cannot hold object in an output" in outputs[0]["evalue"]


def test_simple_cell_takes_a_few_milliseconds(warm):
    _, *cells = warm.ask(*["1 + 1"] * 21)["seconds"]
    assert sorted(cells)[10] < 0.02
