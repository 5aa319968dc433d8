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


@pytest.mark.parametrize(("lesson", "cell"), WIDGETS)
def test_arrow_keys_move_the_widget_and_letters_do_not_reach_the_notebook(open_notebook, lesson, cell):
    notebook = open_notebook(f"{lesson}.ipynb")
    page = notebook.page
    notebook.command("notebook:run-all-cells")
    page.wait_for_function(ALL_HAVE_RUN, timeout=120_000)
    page.evaluate(SHOW_CELL, cell)
    output = page.locator(".jp-Cell.jp-mod-active .jp-OutputArea-output")
    uncover = output.get_by_role("button", name="predictions")
    if uncover.count() and uncover.first.is_visible():
        uncover.first.click()
    for question in output.locator(".cnn-question").locator("visible=true").all():
        question.locator("label").first.click()
    if output.locator(".cnn-asked .cnn-primary").locator("visible=true").count():
        output.locator(".cnn-asked .cnn-primary").first.click()
    cells, before = page.evaluate(COUNT_CELLS), output.first.inner_html()
    output.locator(MOVED_BY_ARROWS).locator("visible=true").first.focus()
    for key in ("ArrowRight", "ArrowRight", "a", "d", "d", "x"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert output.first.inner_html() != before
    assert page.evaluate(COUNT_CELLS) == cells, "a key meant for the widget changed the notebook"
