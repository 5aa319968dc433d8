"""What a learner's process says that its cells showed: bounded, plain, and an error is never lost among it."""

from autograder.grading.shown import CELLS, LINE, LINES, Shown

ERROR = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": ["line"]}


def stream(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


def test_what_is_as_it_should_be_is_taken_over():
    picture = {"output_type": "display_data", "data": {"image/png": "aGk=", "text/plain": "<Figure>"}, "metadata": {}}
    assert Shown(1000).clean([stream("a"), picture, ERROR]) == [stream("a"), picture, ERROR]


def test_all_cells_together_are_bounded_and_an_error_is_kept():
    shown = Shown(1000)
    assert [shown.clean([stream("x" * 900)]) for _ in range(CELLS)] == [[stream("x" * 900)]] * CELLS
    *_, told, error = shown.clean([stream("x" * 900), stream("x"), ERROR, ERROR])
    assert "8,000 bytes" in told["text"]
    assert error == ERROR
    assert [output["output_type"] for output in shown.clean([stream("y"), ERROR])] == ["stream", "error"]


def test_nested_data_does_not_come_in():
    nested = []
    for _ in range(400):
        nested = [nested]
    data = {"application/json": nested, "text/plain": "x", "text/html": ["y"]}
    (output,) = Shown(1000).clean([{"output_type": "display_data", "data": data, "metadata": {"a": nested}}])
    assert output == {"output_type": "display_data", "data": {"text/plain": "x"}, "metadata": {}}


def test_an_error_is_short():
    (error,) = Shown(1 << 20).clean([{**ERROR, "evalue": "x" * 10**6, "traceback": ["x" * 10**6] * 300}])
    assert (len(error["evalue"]), len(error["traceback"]), len(error["traceback"][0])) == (LINE, LINES, LINE)


def test_what_is_no_list_of_outputs_is_none():
    assert [Shown(10).clean(what) for what in (None, 3, {}, [None, 3, {"output_type": "x"}])] == [[], [], [], []]
