"""A learner runs a lesson in JupyterLab from top to bottom, and its widgets answer to mouse and keyboard."""

import pytest
from playwright.sync_api import expect

from tests.lab.conftest import ROOT

LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))

# JupyterLab keeps only the visible cells in the page, so the notebook's model is asked.
ALL_HAVE_RUN = """() => window.jupyterapp.shell.currentWidget.content.widgets
    .filter((cell) => cell.model.type === "code" && cell.model.sharedModel.source.trim())
    .every((cell) => cell.model.executionCount)"""
ERRORS = """() => window.jupyterapp.shell.currentWidget.content.widgets
    .filter((cell) => cell.model.type === "code" && !cell.model.getMetadata("tags")?.includes("raises-exception"))
    .flatMap((cell) => cell.model.outputs.toJSON())
    .filter((output) => output.output_type === "error").map((output) => `${output.ename}: ${output.evalue}`)"""
SHOW_CELL = """(text) => {
    const content = window.jupyterapp.shell.currentWidget.content;
    content.activeCellIndex = content.widgets.findIndex((cell) => cell.model.sharedModel.source.startsWith(text));
    return content.scrollToItem(content.activeCellIndex, "start");
}"""


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_runs_from_top_to_bottom(open_notebook, lesson):
    notebook = open_notebook(lesson)
    notebook.command("notebook:run-all-cells")
    try:
        notebook.page.wait_for_function(ALL_HAVE_RUN, timeout=120_000)
    finally:
        assert notebook.page.evaluate(ERRORS) == []


def test_the_stepper_moves_by_keyboard_and_by_mouse(open_notebook):
    notebook = open_notebook("02_2_two_dimensions.ipynb")
    notebook.command("notebook:run-all-cells")
    notebook.page.wait_for_function(ALL_HAVE_RUN, timeout=120_000)
    notebook.page.evaluate(SHOW_CELL, "ConvolutionStepper(X, K")
    stepper = notebook.page.locator(".cnn-stepper").first
    formula, cells = stepper.locator(".cnn-formula"), stepper.get_by_role("gridcell")

    stepper.get_by_role("button", name="I have made my predictions").click()
    expect(formula).to_contain_text("1·1 + 2·0 + 5·0 + 6·1 = 7")
    stepper.get_by_label("Output cell").focus()
    notebook.page.keyboard.press("ArrowRight")
    expect(formula).to_contain_text("2·1 + 3·0 + 6·0 + 7·1 = 9")
    cells.nth(3).click()
    expect(formula).to_contain_text("5·1 + 6·0 + 9·0 + 0·1 = 5")
    notebook.page.keyboard.press("ArrowRight")
    expect(formula).to_contain_text("6·1 + 7·0 + 0·0 + 1·1 = 7")
