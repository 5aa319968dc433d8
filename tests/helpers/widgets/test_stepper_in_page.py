"""The stepper in Chromium, by mouse and by keyboard."""

import numpy as np
import pytest

from helpers.convolution import conv2d_true, xcorr2d
from helpers.widgets.stepper import ConvolutionStepper

X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]
K, K2 = [[1, 0], [0, 1]], [[1, 2], [0, -1]]


def output(page):
    texts = page.locator("[role=gridcell] > span:first-child").all_inner_texts()
    return [float(text.replace("−", "-")) for text in texts]


def formula(page):
    return page.locator(".cnn-formula").inner_text()


def test_first_state_shows_the_output_and_the_first_formula(show):
    page = show(ConvolutionStepper(X, K))
    assert output(page) == [7, 9, 11, 5, 7, 9]
    assert formula(page) == "Y[0, 0] = 1·1 + 2·0 + 5·0 + 6·1 = 7"
    assert page.locator(".cnn-torch").inner_text() == (
        "F.conv2d(x[None, None], k[None, None])\n# shapes: (1, 1, 3, 4), (1, 1, 2, 2) → (1, 1, 2, 3)"
    )


def test_hover_shows_a_cell_and_a_click_pins_it(show):
    page = show(ConvolutionStepper(X, K2))
    cells = page.get_by_role("gridcell")
    cells.nth(5).hover()
    assert formula(page) == "Y[1, 2] = 7·1 + 8·2 + 1·0 + 2·(−1) = 21"
    cells.nth(3).click()
    cells.nth(0).hover()
    assert formula(page).startswith("Y[1, 0]")
    assert cells.nth(3).get_attribute("aria-selected") == "true"
    cells.nth(3).click()
    cells.nth(0).hover()
    assert formula(page).startswith("Y[0, 0]")


def test_window_lies_over_the_pixels_that_are_read(show):
    page = show(ConvolutionStepper(X, [[1, 0, 2]]))
    page.get_by_role("gridcell").last.hover()
    page.wait_for_timeout(200)
    window = page.locator(".cnn-window").first.bounding_box()
    first = page.get_by_label("Image X, row 2, column 1").bounding_box()
    last = page.get_by_label("Image X, row 2, column 3").bounding_box()
    right = last["x"] + last["width"]
    assert [window["x"], window["y"], window["x"] + window["width"]] == pytest.approx(
        [first["x"], first["y"], right], abs=1
    )


def test_grid_is_one_tab_stop_walked_by_arrows_and_pinned_by_enter(show):
    page = show(ConvolutionStepper(X, K))
    page.locator("[role=gridcell][tabindex='0']").focus()
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    assert page.locator("[aria-live]").inner_text() == "Pinned. Y[1, 1] = 6·1 + 7·0 + 0·0 + 1·1 = 7"
    assert page.locator("[role=gridcell][tabindex='0']").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("[aria-selected=true]").count() == 0
    page.keyboard.press("End")
    assert formula(page).startswith("Y[1, 2]")


def test_numbers_are_typed_walked_and_told_to_python(show):
    page = show(ConvolutionStepper(X, K))
    page.get_by_label("Kernel K, row 0, column 0").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.type("7,5")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("−1/2")
    kernel = [[1, 7.5], [0, -0.5]]
    page.wait_for_function("sent.kernel?.[1][1] === -0.5")
    assert page.evaluate("sent.kernel") == kernel
    assert output(page) == pytest.approx(xcorr2d(X, kernel).ravel())


def test_what_is_no_number_is_marked_and_the_last_number_counts(show):
    page = show(ConvolutionStepper(X, K))
    field = page.get_by_label("Image X, row 0, column 0")
    field.fill("1e")
    assert field.get_attribute("aria-invalid") == "true"
    assert "Until then the last number counts" in page.locator(".cnn-problem").first.inner_text()
    assert output(page)[0] == 7
    page.get_by_role("button", name="Start again").click()
    assert page.get_by_label("Image X, row 0, column 0").input_value() == "1"
    assert page.locator("[aria-invalid]").count() == 0


def test_rows_and_columns_come_and_go_within_limits(show):
    page = show(ConvolutionStepper([[1, 2, 3]], [[1, 1]]))
    page.get_by_role("button", name="Remove a row: image").click(force=True)  # it is aria-disabled, but can be focused
    page.get_by_role("button", name="Add a row: kernel").click(force=True)
    assert page.evaluate("model.get('image').length + model.get('kernel').length") == 2
    page.get_by_role("button", name="Add a row: image").click()
    page.get_by_role("button", name="Add a row: kernel").click()
    page.get_by_role("button", name="Remove a column: kernel").click()
    assert page.evaluate("[model.get('image'), model.get('kernel')]") == [[[1, 2, 3], [0, 0, 0]], [[1], [0]]]
    assert output(page) == [1, 2, 3]


def test_true_convolution_turns_the_kernel_each_number_upright(show):
    page = show(ConvolutionStepper(X, K2))
    page.emulate_media(reduced_motion="reduce")
    page.get_by_label("True convolution").check()
    assert output(page) == conv2d_true(X, K2).ravel().tolist()
    assert formula(page) == "Y[0, 0] = 1·(−1) + 2·0 + 5·2 + 6·1 = 15"
    assert "k.flip(0, 1)" in page.locator(".cnn-torch").inner_text()
    first, last = (page.get_by_label(f"Kernel K, row {i}, column {i}").bounding_box() for i in (0, 1))
    assert first["x"] > last["x"]
    assert first["y"] > last["y"]
    page.get_by_label("Kernel K, row 1, column 1").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.ariaLabel") == "Kernel K, row 1, column 0"


def test_player_steps_scrubs_plays_and_ends_quietly(show):
    page = show(ConvolutionStepper(X, K))
    page.get_by_role("button", name="Next cell").click()
    assert formula(page).startswith("Y[0, 1]")
    page.get_by_label("Output cell").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert formula(page).startswith("Y[1, 0]")
    said = page.locator("[aria-live]").inner_text()
    page.get_by_role("button", name="Play").click()
    assert page.locator(".cnn-later").count() == 2
    page.wait_for_selector("button[aria-label=Play]", timeout=8000)
    assert formula(page).startswith("Y[1, 2]")
    assert page.locator("[aria-live]").inner_text() == said


def test_function_that_differs_is_marked_cell_by_cell(show):
    def forgets_last_column(x, k):
        y = xcorr2d(x, k)
        y[:, -1] = 0
        return y

    page = show(ConvolutionStepper(X, K, function=forgets_last_column))
    assert page.locator(".cnn-mark").all_inner_texts() == ["", "", "✗", "", "", "✗"]
    assert page.locator(".cnn-verdict").inner_text() == "forgets_last_column differs in 2 of 6 cells, marked ✗."
    page.get_by_role("gridcell").nth(2).click()
    assert page.locator(".cnn-got").inner_text() == "✗ expected 11, forgets_last_column gave 0"


def test_function_answers_what_is_typed_through_python(show):
    stepper = ConvolutionStepper(X, K2, function=xcorr2d)
    page = show(stepper)
    assert page.locator(".cnn-verdict").inner_text() == "xcorr2d says the same in all 6 cells."
    page.get_by_label("True convolution").check()
    assert "is run by Python" in page.locator(".cnn-verdict").inner_text()
    stepper.set_state(page.evaluate("({ image: sent.image, kernel: sent.kernel, turned: sent.turned })"))
    page.evaluate("(answer) => model.set('answer', answer)", stepper.answer)
    verdict = "xcorr2d differs in 6 of 6 cells, marked ✗. It says what cross-correlation would."
    assert page.locator(".cnn-verdict").inner_text() == verdict


def test_crops_of_a_photograph_are_chosen_by_sliders(show):
    photograph = np.arange(400).reshape(20, 20) / 510
    page = show(ConvolutionStepper(X, K, photograph=photograph))
    page.get_by_label("Crop of a photograph").check()
    page.get_by_label("Crop from the top").fill("0")
    page.get_by_label("Crop from the left").fill("8")
    expected = np.round(photograph * 255)[:12, 8:]
    assert page.evaluate("model.get('image')") == expected.tolist()
    assert output(page)[0] == expected[0, 0] + expected[1, 1]
    page.get_by_label("Numbers").check()
    assert page.evaluate("model.get('image')") == X


def test_two_views_of_one_model_agree_and_python_changes_are_shown(show):
    page = show(ConvolutionStepper(X, K))
    page.evaluate("""async () => {
        const el = document.body.appendChild(document.createElement("div"));
        window.leaveSecond = await widget.render({ model, el });
    }""")
    page.get_by_label("Image X, row 0, column 0").first.fill("3")
    assert page.get_by_label("Image X, row 0, column 0").last.input_value() == "3"
    page.evaluate("model.set('image', [[1, 2]]); model.set('kernel', [[1]])")
    assert output(page) == [1, 2, 1, 2]
    page.evaluate("leave(); leaveSecond()")
    assert page.evaluate("model.listening()") == 0
    assert page.locator(".cnn-widget").count() == 0


def test_what_was_changed_is_kept_over_a_reload(show):
    page = show(ConvolutionStepper(X, K, key="kept"))
    page.get_by_label("Kernel K, row 0, column 0").fill("2")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.get_by_label("Kernel K, row 0, column 0").input_value() == "2"
    assert output(page)[0] == 8


def test_output_is_covered_until_the_predictions_are_made_and_stays_open(show):
    page = show(ConvolutionStepper(X, K, predict=True, key="predicted"))
    told = page.locator(".cnn-output, .cnn-formula, .cnn-player, .cnn-torch")
    assert [part.is_visible() for part in told.all()] == [False] * 4
    page.get_by_role("button", name="I have made my predictions").press("Enter")
    assert [part.is_visible() for part in told.all()] == [True] * 4
    assert page.evaluate("document.activeElement.textContent") == "▶ Play"
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator(".cnn-output").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_twelve_columns_fit_a_phone_with_targets_large_enough(show, theme):
    page = show(ConvolutionStepper(np.full((12, 12), -8.125), np.ones((5, 5))), theme=theme, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    boxes = [item.bounding_box() for item in page.locator("button:visible, input[type=text], [role=gridcell]").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
