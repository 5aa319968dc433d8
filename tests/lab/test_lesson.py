"""A learner runs a lesson in JupyterLab, and its widgets answer."""

LESSON = "02_2_two_dimensions.ipynb"


def test_the_lesson_runs_from_top_to_bottom_and_the_stepper_moves(open_notebook):
    notebook = open_notebook(LESSON)
    notebook.command("notebook:run-all-cells")
    last = notebook.page.locator(".jp-Notebook .jp-CodeCell").last
    last.scroll_into_view_if_needed()
    notebook.wait(last)
    assert notebook.page.locator(".jp-Notebook [data-mime-type='application/vnd.jupyter.error']").count() == 0
