"""The shell is ready to be forked, and is not led astray by a cell."""

import pytest

from tests.grading.forked_shell import names, text_of


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


@pytest.mark.parametrize(
    ("waiting", "error"),
    [
        ("time.sleep(9)", "KeyboardInterrupt"),
        ("while True: pass", "KeyboardInterrupt"),
        ("await asyncio.sleep(9)", "CancelledError"),  # as in a kernel
    ],
)
def test_interrupt_ends_the_cell_and_nothing_else(warm, waiting, error):
    source = f"import asyncio, signal, time\nsignal.setitimer(signal.ITIMER_REAL, 0.2)\n{waiting}"
    interrupt = "import signal\nsignal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT));"
    told, after = warm.run(interrupt, source, "print('on')")[1:]
    assert names(told) == [error]
    assert text_of(after) == "on\n"


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


def test_code_can_ask_whether_there_is_a_kernel(warm):
    gone = "import sys; sys.modules['ipykernel.inprocess.ipkernel'] = None"
    _, asked, needed = warm.run(gone, "hasattr(get_ipython(), 'kernel')", "get_ipython().kernel")
    assert asked[0]["data"]["text/plain"] == "False"
    assert needed[0]["evalue"] == "Cells are graded without a kernel, and ipykernel is not there to make one."


def test_nothing_goes_over_into_the_next_cell(warm):
    first = "import matplotlib.pyplot as plt\nplt.plot([1]); print('one'); display('two', display_id='d')\n1 / 0"
    assert names(warm.run(first, "3")[1]) == ["execute_result"]
    late = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()"
    assert warm.run(late, "import time; time.sleep(0.01)")[1] == []


def test_deep_recursion_is_soon_told(warm):
    told = warm.ask("def f(n): return f(n + 1)\nf(0)", "1 / 0")
    assert names(told["outputs"][0]) == ["RecursionError"]
    assert "…" in told["outputs"][0][0]["traceback"]
    assert told["seconds"][0] < 30 * told["seconds"][1] + 0.5


def test_simple_cell_takes_a_few_milliseconds(warm):
    _, *cells = warm.ask(*["1 + 1"] * 21)["seconds"]
    assert sorted(cells)[10] < 0.02
