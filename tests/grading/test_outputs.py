"""What a cell shows is cut at its source, and can always be kept in a notebook."""

import json

import pytest

from tests.grading.forked_shell import names, text_of

FLOODS = {
    "prints": "for i in range(300_000): print(i, 'spam')",
    "one print": "print('x' * 10_000_000)",
    "escapes": "print(chr(1) * 1_000_000)",
    "both streams": "import sys\nfor i in range(100_000): print('a'); print('b', file=sys.stderr)",
    "displays": "for i in range(20_000): display('x' * 100)",
    "one display": "display({'text/plain': 'x' * 10_000_000}, raw=True)",
    "value": "'x' * 10_000_000",
    "updates": "h = display('', display_id=True)\nfor i in range(0, 2_000_000, 100_000): h.update('x' * i)",
    "errors": "for i in range(400): get_ipython().run_cell('1 / 0')",
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
