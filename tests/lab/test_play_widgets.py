"""The widgets of Play answer to the keyboard in JupyterLab, and keep its shortcuts away from the notebook."""

import pytest

from tests.lab.test_lesson import ALL_HAVE_RUN, SHOW_CELL
from tests.lab.test_small_widgets import COUNT_CELLS

WIDGETS = [
    ("01_1_images_are_arrays", "pictures = {"),
    ("03_1_stride_and_sizes", "GeometrySlider("),
    ("04_1_channels", "ChannelSum("),
    ("04_2_what_it_costs", "GroupsSlider("),
    ("05_2_pooling", "rows = [[30, 21"),
    ("06_2_invariance", "ShiftedDigit("),
    ("07_1_fields_by_counting", "FieldTracer("),
    ("11_1_degradation", "runs = degradation"),
]
# All that a reader can reach by Tab and move by arrows.
MOVED_BY_ARROWS = "input[type=range], [role=grid] [tabindex='0'], [tabindex='0']"
SHOWN_AT_REST = """async (output) => {
    const inTime = () => new Promise((resolve) => setTimeout(resolve, 600));
    for (let before = ""; before !== output.innerHTML; await inTime()) before = output.innerHTML;
    return output.innerHTML;
}"""


@pytest.mark.parametrize(("lesson", "cell"), WIDGETS)
def test_arrow_keys_move_the_widget_and_letters_do_not_reach_the_notebook(open_notebook, lesson, cell):
    notebook = open_notebook(f"{lesson}.ipynb")
    page = notebook.page
    notebook.command("notebook:run-all-cells")
    page.wait_for_function(ALL_HAVE_RUN, timeout=120_000)
    page.evaluate(SHOW_CELL, cell)
    output = page.locator(".jp-Cell.jp-mod-active .jp-OutputArea-output")
    output.locator(".cnn-widget").first.wait_for()
    at_rest(output.first)
    uncover = output.get_by_role("button", name="predictions")
    if uncover.count() and uncover.first.is_visible():
        uncover.first.click()
    for question in output.locator(".cnn-question").locator("visible=true").all():
        question.locator("label").first.click()
    if output.locator(".cnn-asked .cnn-primary").locator("visible=true").count():
        output.locator(".cnn-asked .cnn-primary").first.click()
    before, cells = at_rest(output.first), page.evaluate(COUNT_CELLS)
    output.locator(MOVED_BY_ARROWS).locator("visible=true").first.focus()
    assert any(moved(page, output.first, before, arrow) for arrow in ("ArrowRight", "ArrowLeft")), "no arrow moves it"
    for key in ("a", "d", "d", "x"):
        page.keyboard.press(key)
    at_rest(output.first)
    assert page.evaluate(COUNT_CELLS) == cells, "a key meant for the widget changed the notebook"


def at_rest(output):
    """Wait until the widget has drawn and said all, and return what it shows: some of it comes half a second late."""
    return output.evaluate(SHOWN_AT_REST)


def moved(page, output, before, arrow):
    """Whether the widget answers this arrow: one that stands at an end of its range answers only the other."""
    page.keyboard.press(arrow)
    page.keyboard.press(arrow)
    return at_rest(output) != before
