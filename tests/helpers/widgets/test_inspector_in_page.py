"""The pixel inspector in Chromium, by mouse and by keyboard."""

import re

import numpy as np
import pytest

from helpers.widgets.inspector import PixelInspector

PIXELS = """() => {
    const canvas = document.querySelector(".cnn-raster canvas");
    return Array.from(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data);
}"""
PICTURE = np.random.default_rng(1).integers(20, 200, (12, 16, 3), dtype=np.uint8)
GREY = PICTURE[:9, :, 0]


def inspector(**settings):
    return PixelInspector({"Colour": PICTURE, "Grey": GREY}, **settings)


def pixels(page, shape):
    settle(page)
    return np.array(page.evaluate(PIXELS)).reshape(*shape, 4)[..., :3]


def settle(page):
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def text(page, selector):
    settle(page)
    return page.locator(selector).inner_text()


def at(page, row, column):
    box = page.locator(".cnn-raster canvas").bounding_box()
    height = box["height"] / 12
    return box["x"] + (column + 0.5) * box["width"] / 16, box["y"] + (row + 0.5) * height


def test_colour_and_channels_are_painted(show):
    page = show(inspector())
    assert (pixels(page, (12, 16)) == PICTURE).all()
    page.get_by_role("combobox", name="Channels").select_option("green")
    assert (pixels(page, (12, 16)) == PICTURE[..., 1:2]).all()


def test_inverting_turns_the_colours_and_leaves_every_number(show):
    page = show(inspector(picture="Grey"))
    before = [text(page, ".cnn-neighbourhood"), text(page, ".cnn-values"), text(page, "tbody")]
    page.get_by_label("Dark is high").check()
    assert (pixels(page, (9, 16)) == 255 - GREY[..., None]).all()
    assert [text(page, ".cnn-neighbourhood"), text(page, ".cnn-values"), text(page, "tbody")] == before
    assert "Dark is high: 0 is shown white, 255 black." in text(page, "[aria-live]")


def test_stretched_colours_reach_black_and_white(show):
    page = show(inspector(picture="Grey"))
    page.get_by_label("Stretch").check()
    colours = pixels(page, (9, 16))
    assert (colours.min(), colours.max()) == (0, 255)
    assert page.locator(".cnn-ticks span").all_inner_texts() == [str(GREY.min()), str(GREY.max())]


def test_pixel_is_read_by_pointer_held_by_click_and_moved_by_keys(show):
    page = show(inspector())
    page.mouse.move(*at(page, 3, 5))
    assert text(page, ".cnn-at") == "Row 3, column 5"
    red, green, blue = PICTURE[3, 5]
    assert text(page, "tbody tr:nth-child(2)").split("\t")[:2] == ["chw[:, 3, 5]", f"[{red}, {green}, {blue}]"]
    page.mouse.click(*at(page, 4, 6))
    page.mouse.move(1, 1)
    assert text(page, ".cnn-at") == "Row 4, column 6"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    assert text(page, ".cnn-at") == "Row 0, column 7"
    red, green, blue = PICTURE[0, 7]
    assert text(page, "[aria-live]") == f"Row 0, column 7: red {red}, green {green}, blue {blue}"
    assert page.evaluate("sent.place") == [0, 7]
    assert page.locator(".cnn-beyond").count() == 10


def test_neighbourhood_shows_the_numbers_around(show):
    page = show(inspector(picture="Grey", place=(4, 4)))
    cells = page.locator(".cnn-pixel").all_inner_texts()
    assert cells == [str(value) for value in GREY[2:7, 2:7].ravel()]
    page.get_by_label("0 to 1").check()
    settle(page)
    assert page.locator(".cnn-pixel").first.inner_text() == f"{GREY[2, 2] / 255:.3f}"


def test_choices_are_kept_over_a_reload_and_another_lesson_s_are_not(show):
    page = show(inspector(key="kept"))
    page.get_by_role("combobox", name="Picture").select_option("Grey")
    page.get_by_label("Dark is high").check()
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert (pixels(page, (9, 16)) == 255 - GREY[..., None]).all()
    page.evaluate('Object.keys(localStorage).forEach((k) => localStorage.setItem(k, \'{"now": {"picture": "x"}}\'))')
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert (pixels(page, (12, 16)) == PICTURE).all()


def test_controls_that_do_nothing_are_off(show):
    page = show(inspector())
    settle(page)
    assert page.get_by_role("combobox", name="Colour map").is_disabled()
    page.get_by_role("combobox", name="Picture").select_option("Grey")
    settle(page)
    assert page.get_by_role("combobox", name="Channels").is_disabled()
    assert page.get_by_role("combobox", name="Colour map").is_enabled()


def test_reading_does_not_move_the_page(show):
    page = show(inspector())
    heights = set()
    for row, column in ((0, 0), (5, 5), (11, 15)):
        page.mouse.move(*at(page, row, column))
        settle(page)
        heights.add(page.locator(".cnn-widget").bounding_box()["height"])
    for label in ("Dark is high", "0 to 1"):
        page.get_by_label(label).check()
        settle(page)
        heights.add(page.locator(".cnn-widget").bounding_box()["height"])
    assert len(heights) == 1


def test_two_views_agree_and_leaving_stops_everything(show):
    page = show(inspector())
    page.evaluate("""async () => {
        const el = document.body.appendChild(document.createElement("div"));
        window.leaveSecond = await widget.render({ model, el });
    }""")
    page.get_by_role("combobox", name="Picture").first.select_option("Grey")
    settle(page)
    assert page.get_by_role("combobox", name="Picture").last.input_value() == "Grey"
    page.evaluate("model.set('picture', 'Colour'); leave(); leaveSecond()")
    settle(page)
    assert page.evaluate("model.listening()") == 0
    assert page.locator(".cnn-widget").count() == 0


@pytest.mark.parametrize("picture", ["Colour", "Grey"])
def test_phone_has_no_sideways_scroll_and_large_targets(show, picture):
    page = show(inspector(picture=picture), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    boxes = [item.bounding_box() for item in page.locator("button:visible, select, label:has(input):visible").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24


def test_reading_a_large_picture_costs_less_than_a_frame(show):
    page = show(PixelInspector({"Large": np.tile(PICTURE, (16, 16, 1))}))
    cost = page.evaluate("""() => {
        const canvas = document.querySelector(".cnn-raster canvas");
        const { left, top } = canvas.getBoundingClientRect();
        const later = window.requestAnimationFrame;
        window.requestAnimationFrame = (draw) => (draw(), 1);
        const start = performance.now();
        for (let at = 0; at < 50; at += 1) {
            canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: left + at, clientY: top + at }));
        }
        window.requestAnimationFrame = later;
        return (performance.now() - start) / 50;
    }""")
    assert cost < 8


def test_every_control_has_a_name(show):
    page = show(inspector())
    assert re.match(r"Colour, 12 rows and 16 columns\.", page.get_by_role("application").get_attribute("aria-label"))
    for item in page.locator("select, input").all():
        assert item.evaluate("(control) => control.labels.length") == 1
