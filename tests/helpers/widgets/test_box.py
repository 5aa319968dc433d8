import numpy as np
import pytest

from helpers.widgets.box import Box
from helpers.widgets.quiz import Choice, Choices, Number, Quiz


def test_a_slip_that_leads_to_the_right_answer_is_left_out():
    box = Box([[1, 2]], label="y", slips={"a": ([[1, 2]], "same"), "b": ([[2, 1]], "turned")})
    assert [slip["name"] for slip in box.slips] == ["b"]


def test_one_number_is_a_grid_of_one_box():
    assert Box(7, label="y").shape == [1, 1]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"answer": [1, np.nan]}, "finite"),
        ({"answer": np.zeros((2, 2, 2))}, "at most two axes"),
        ({"answer": [1, 2], "slips": {"s": ([1], "")}}, r"slip 's' has shape \(1,\), the answer \(2,\)"),
        ({"answer": [1, 2], "worked": ["1"]}, "1 worked for 2 boxes"),
    ],
)
def test_a_box_that_cannot_be_is_told_so(wrong, message):
    with pytest.raises(ValueError, match=message):
        Box(label="y", **wrong)


@pytest.mark.parametrize(
    "item",
    [
        Number("q", 3, "b", {3: "no"}),
        Choice("q", right="a", wrong={"a": "no"}, because="b"),
        Choices("q", right={"a": ""}, wrong={"a": "no"}, because="b"),
    ],
)
def test_an_answer_told_twice_raises_value_error(item):
    with pytest.raises(ValueError, match="gives one answer twice"):
        Quiz([item])


def test_options_do_not_betray_the_right_one_by_their_order():
    item = Choice("q", right="m", wrong={"z": "", "a": ""}, because="b").as_item()
    assert [option[0] for option in item["options"]] == ["a", "m", "z"]
