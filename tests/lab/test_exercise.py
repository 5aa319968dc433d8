"""A learner works through an exercise in JupyterLab: stub, known mistake, edited and not run, right."""

from playwright.sync_api import expect

FLIPPED = "def xcorr1d(x, w):\n    return np.convolve(x, w, 'valid')"
RIGHT = "def xcorr1d(x, w):\n    return np.correlate(x, w, 'valid')"


def test_from_stub_to_solution(open_notebook):
    notebook = open_notebook("exercises/02_convolution/02_convolution.ipynb")
    notebook.run(notebook.cell("import numpy as np"))
    solution, check = notebook.cell("def xcorr1d"), notebook.cell('check("xcorr1d"')

    notebook.run(solution)
    assert "not attempted yet" in notebook.run(check).inner_text()

    notebook.write(solution, FLIPPED)
    notebook.run(solution)
    told = notebook.run(check).inner_text()
    assert "You turned the kernel round before sliding it." in told
    assert "xcorr1d/kernel-flipped" in told
    assert "First seen in cell [0]: you have 5, right is 2." in told
    assert "Traceback" not in told

    notebook.write(solution, RIGHT)
    notebook.save()
    assert "edited since it was run" in notebook.run(check).inner_text()

    notebook.run(solution)
    told = notebook.run(check).inner_text()
    assert "xcorr1d: right." in told
    assert "edited since" not in told


def test_the_stepper_shows_where_the_learners_own_function_differs(open_notebook):
    notebook = open_notebook("exercises/02_convolution/02_convolution.ipynb")
    notebook.run(notebook.cell("import numpy as np"))
    notebook.run(notebook.cell("X = np.array"))
    solution = notebook.cell("def xcorr2d")
    notebook.write(solution, "def xcorr2d(x, k):\n    return np.array([[-1, 1, 4], [17, 19, 21]])")
    notebook.run(solution)
    stepper = notebook.run(notebook.cell("ConvolutionStepper(X, K2, function=xcorr2d)")).locator(".cnn-stepper")
    expect(stepper.locator(".cnn-differs")).to_have_count(1)
    stepper.get_by_role("gridcell").nth(2).click()
    expect(stepper).to_contain_text("expected 3")
    expect(stepper).to_contain_text("4")
