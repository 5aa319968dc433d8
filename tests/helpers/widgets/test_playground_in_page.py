"""The playground in Chromium, by mouse and by keyboard."""

import io
import re

import numpy as np
import pytest
from PIL import Image

from helpers.convolution import xcorr2d
from helpers.images import load_photograph
from helpers.widgets.playground import KernelPlayground

SOBEL = [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]
PIXELS = """(at) => {
    const canvas = document.querySelectorAll("canvas")[at];
    return Array.from(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data);
}"""


def pixels(page, at):
    """Return the red, green and blue of the input (0) or the output (1)."""
    settle(page)
    side = (128, 126)[at]
    return np.array(page.evaluate(PIXELS, at), dtype=int).reshape(side, side, 4)[..., :3]


def settle(page):
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def told(page):
    settle(page)
    return page.locator(".cnn-told").inner_text()


def test_input_is_grey_and_output_is_red_above_zero_and_blue_below(show):
    page = show(KernelPlayground(picture="coins", kernel="sobel"))
    grey = np.round(load_photograph("coins", size=128) * 255)
    assert (pixels(page, 0) == grey[..., None]).all()
    response, colours = xcorr2d(grey / 255, SOBEL), pixels(page, 1)
    red, _, blue = np.moveaxis(colours, -1, 0)
    assert (red > blue)[response > 0.3].all()
    assert (red < blue)[response < -0.3].all()
    assert (colours[np.abs(response) < 0.01].min(axis=-1) > 235).all()


def test_strongest_response_is_the_python_reference_s(show):
    page = show(KernelPlayground(picture="coins", kernel="sobel"))
    response = xcorr2d(np.round(load_photograph("coins", size=128) * 255) / 255, SOBEL)
    row, column = np.unravel_index(np.abs(response).argmax(), response.shape)
    value = f"{response[row, column]:.3g}".replace("-", "−")
    assert re.search(rf"{value}, \d+ % of the most .* first at row {row}, column {column}\.", told(page))


def test_relu_leaves_no_blue_and_scale_stays(show):
    page = show(KernelPlayground(kernel="horizontal edges"))
    assert (pixels(page, 1)[..., 2] > pixels(page, 1)[..., 0] + 40).any()
    page.get_by_label("ReLU").check()
    assert not (pixels(page, 1)[..., 2] > pixels(page, 1)[..., 0] + 40).any()
    assert page.locator(".cnn-ticks span").all_inner_texts() == ["−3", "0", "3"]
    page.get_by_label("Stretch the colours").check()
    settle(page)
    assert page.locator(".cnn-ticks span").all_inner_texts() == ["−2.4", "0", "2.4"]
    assert "±2.4, the strongest response here" in page.locator(".cnn-widget").inner_text()


def test_blur_is_shown_as_a_picture_again(show):
    page = show(KernelPlayground(picture="coins", kernel="blur"))
    expected = 255 * xcorr2d(load_photograph("coins", size=128), np.full((3, 3), 1 / 9))
    assert np.abs(pixels(page, 1) - expected[..., None]).max() <= 2
    assert "weights sum to 1" in page.locator(".cnn-widget").inner_text()


def test_kernel_is_chosen_by_keyboard_and_typed_over(show):
    page = show(KernelPlayground(picture="cross"))
    page.get_by_role("combobox", name="Kernel").focus()
    page.keyboard.press("ArrowDown")
    assert "Strongest response: 3, 100 %" in told(page)
    page.get_by_label("Kernel, row 0, column 0").fill("−4")
    settle(page)
    assert page.evaluate("[sent.kernel, sent.own]") == ["own", [[-4, -1, -1], [0, 0, 0], [1, 1, 1]]]
    page.get_by_label("Kernel, row 0, column 0").fill("x")
    assert page.get_by_label("Kernel, row 0, column 0").get_attribute("aria-invalid") == "true"
    assert page.evaluate("model.get('own')[0][0]") == -4


def test_output_is_read_by_arrow_keys_and_by_pointer(show):
    page = show(KernelPlayground(picture="cross", kernel="horizontal edges"))
    output = page.locator("canvas").nth(1)
    output.focus()
    page.keyboard.press("ArrowDown")
    settle(page)
    assert page.locator("[aria-live]").inner_text() == "Row 51, column 0: 3"
    page.keyboard.press("Shift+ArrowDown")
    settle(page)
    assert page.locator("[aria-live]").inner_text() == "Row 61, column 0: 0"
    box = output.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 10.5 / 126, box["y"] + box["height"] * 50.5 / 126)
    settle(page)
    assert page.locator(".cnn-formula").inner_text().startswith("Y[50, 10] = 0·(−1)")
    page.mouse.move(0, 0)
    settle(page)
    assert page.locator(".cnn-formula").inner_text().startswith("Y[61, 0]")


def test_drawing_by_mouse_and_by_keyboard(show):
    page = show(KernelPlayground(picture="drawing", key="kept"))
    canvas = page.locator("canvas").first
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 20)
    page.mouse.up()
    assert (pixels(page, 0)[10, 12:58] == 255).all()
    canvas.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Space", "Shift+ArrowRight"):
        page.keyboard.press(key)
    assert (pixels(page, 0)[19, 58:62] == 255).all()
    drawn = pixels(page, 0)
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert (pixels(page, 0) == drawn).all()
    page.get_by_label("Rub out").check()
    canvas.focus()
    page.keyboard.press("Space")
    assert (pixels(page, 0)[64, 64] == 0).all()
    page.get_by_role("button", name="Clear").click()
    assert (pixels(page, 0) == 0).all()


def test_own_picture_file_is_cropped_to_its_middle_and_stays(show):
    wide = np.zeros((128, 512, 3), dtype=np.uint8)
    wide[:, 192:320, 1] = 255
    file = io.BytesIO()
    Image.fromarray(wide).save(file, "PNG")
    page = show(KernelPlayground(picture="file"))
    upload = {"name": "wide.png", "mimeType": "image/png", "buffer": file.getvalue()}
    page.get_by_label("Your picture file").and_(page.locator("input")).set_input_files(upload)
    page.wait_for_function("document.querySelector('canvas').getContext('2d').getImageData(64, 64, 1, 1).data[0] > 0")
    assert np.abs(pixels(page, 0) - round(0.587 * 255)).max() <= 1
    page.get_by_label("Your picture file").and_(page.locator("input")).set_input_files(
        {**upload, "buffer": b"no picture"}
    )
    page.get_by_text("cannot read this file as a picture").wait_for()


def test_prompts_answer_after_a_prediction_and_set_what_to_look_at(show):
    page = show(KernelPlayground(picture="camera", relu=True))
    page.locator("summary").nth(2).click()
    prompt = page.locator("details[open]")
    prompt.get_by_role("button", name="Look").click(force=True)
    assert "67 %" not in prompt.inner_text()
    prompt.get_by_label("Hardly at all").check()
    prompt.get_by_role("button", name="Look").click()
    assert "Not so: two thirds or so. At 45° the bar's border still answers with 67 %" in prompt.inner_text()
    prompt.get_by_role("button", name="Diagonal").click()
    assert "Strongest response: 2, 67 %" in told(page)
    assert page.evaluate("[sent.picture, sent.kernel, sent.relu]") == ["diagonal", "horizontal edges", False]
    page.locator("summary").nth(0).click()
    assert page.locator("details[open]").count() == 1


def test_questions_on_signs_look_with_and_without_relu(show):
    page = show(KernelPlayground(picture="cross", topic="signs"))
    page.locator("summary").nth(0).click()
    prompt = page.locator("details[open]")
    prompt.get_by_label("Both").check()
    prompt.get_by_role("button", name="Look").click()
    assert "Not so: the upper one." in prompt.inner_text()
    assert page.evaluate("sent.relu") is False
    prompt.get_by_role("button", name="Now ReLU").click()
    assert page.evaluate("[sent.picture, sent.kernel, sent.relu]") == ["cross", "horizontal edges", True]


def test_two_views_agree_and_leaving_stops_everything(show):
    page = show(KernelPlayground(picture="cross"))
    page.evaluate("""async () => {
        const el = document.body.appendChild(document.createElement("div"));
        window.leaveSecond = await widget.render({ model, el });
    }""")
    page.get_by_role("combobox", name="Kernel").first.select_option("blur")
    settle(page)
    assert page.get_by_role("combobox", name="Kernel").last.input_value() == "blur"
    page.evaluate("model.set('picture', 'face'); leave(); leaveSecond()")
    settle(page)
    assert page.evaluate("model.listening()") == 0
    assert page.locator(".cnn-widget").count() == 0


@pytest.mark.parametrize("picture", ["face", "drawing", "file"])
def test_phone_has_no_sideways_scroll_and_large_targets(show, picture):
    page = show(KernelPlayground(picture=picture), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    targets = page.locator("button:visible, select, input[type=text], summary, label:has(input):visible")
    boxes = [item.bounding_box() for item in targets.all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
