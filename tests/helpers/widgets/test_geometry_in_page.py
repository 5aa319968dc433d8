"""The geometry slider in Chromium, by mouse and by keyboard."""

import pytest

from helpers.widgets.geometry import GeometrySlider
from tests.book.test_accessibility import AXE, violations


def outputs(page):
    return page.get_by_role("gridcell").all_inner_texts()


def tapped(page):
    return page.locator(".cnn-strip .cnn-tapped small").all_inner_texts()


def test_first_state_writes_the_formula_out_and_shows_the_first_window(show):
    page = show(GeometrySlider(8, 3, stride=2))
    line = "⌊(8 + 2·0 − 1·(3 − 1) − 1) / 2⌋ + 1 = ⌊5 / 2⌋ + 1 = 2 + 1 = 3"
    assert page.locator(".cnn-formula-line").inner_text() == line
    assert outputs(page) == ["0", "1", "2"]
    assert tapped(page) == ["0", "1", "2"]
    assert page.locator(".cnn-strip .cnn-floor small").all_inner_texts() == ["7"]
    assert "drops column 7 of the input" in page.locator(".cnn-verdict").inner_text()


def test_arrow_keys_and_the_pointer_move_the_window(show):
    page = show(GeometrySlider(9, 3, stride=2, padding=2, dilation=2))
    page.locator("[role=gridcell][tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert tapped(page) == ["0", "2", "4"]
    assert page.locator(".cnn-hidden[aria-live]").inner_text().startswith("Output 1 begins at 1·2 − 2 = 0 ")
    page.keyboard.press("End")
    assert page.locator(".cnn-reads").inner_text().startswith("Output 4 begins at 4·2 − 2 = 6")
    page.locator(".cnn-strip .cnn-in").nth(2).hover()
    assert page.locator(".cnn-shown").inner_text() == "0"
    page.mouse.move(0, 0)
    assert page.locator(".cnn-shown").inner_text() == "4"
    page.locator(".cnn-strip .cnn-in").nth(6).click()
    page.mouse.move(0, 0)
    assert page.locator(".cnn-shown").inner_text() == "2"


def test_the_window_lies_below_the_cells_that_are_read(show):
    page = show(GeometrySlider(9, 3, padding=1, dilation=3))
    page.get_by_role("gridcell").last.click()
    cells = [cell.bounding_box() for cell in page.locator(".cnn-strip .cnn-tapped").all()]
    window = page.locator(".cnn-tap").bounding_box()
    assert window["x"] == pytest.approx(cells[0]["x"], abs=5)
    assert window["x"] + window["width"] == pytest.approx(cells[-1]["x"] + cells[-1]["width"], abs=5)


def test_sliders_and_fields_set_and_tell_python(show):
    page = show(GeometrySlider(7, 3))
    page.get_by_label("stride s", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.get_by_label("size n, typed").fill("224")
    page.get_by_label("kernel k, typed").fill("7")
    page.get_by_label("padding p, typed").fill("3")
    page.wait_for_function("sent.padding?.[1] === 3")
    assert len(outputs(page)) == 112
    assert page.evaluate("[sent.size, sent.kernel, sent.stride, sent.padding]") == [224, 7, 2, [3, 3]]
    page.get_by_label("one more cell after").check()
    assert page.evaluate("sent.padding") == [3, 4]
    page.get_by_label("size n, typed").fill("999")
    assert page.get_by_label("size n, typed").get_attribute("aria-invalid") == "true"
    assert page.evaluate("sent.size") == 224


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"size": 4, "kernel": 5}, "No window fits"),
        ({"stride": 0}, "never leaves the first window"),
        ({"dilation": 0}, "has dilation 1, not 0"),
        ({"size": 3, "padding": 4, "mode": "reflect"}, "Use less padding, or replicate"),
    ],
)
def test_what_cannot_be_is_explained_and_shows_no_output(show, settings, says):
    page = show(GeometrySlider(**{"size": 7, "kernel": 3, **settings}))
    assert says in page.locator(".cnn-verdict").inner_text()
    assert outputs(page) == []
    page.get_by_role("button", name="Same, odd kernel").click()
    assert len(outputs(page)) in (0, 8)


def test_borders_show_which_cell_is_copied(show):
    page = show(GeometrySlider(5, 3, padding=2))
    row = page.locator(".cnn-strip .cnn-in > span")
    shown = {}
    for mode in ("zeros", "reflect", "replicate", "circular"):
        page.get_by_label(mode).check()
        shown[mode] = "".join(row.all_inner_texts())
    expected = {"zeros": "00abcde00", "reflect": "cbabcdedc", "replicate": "aaabcdeee", "circular": "deabcdeab"}
    assert shown == expected


def test_a_long_row_scrolls_to_the_window_and_the_page_does_not(show):
    page = show(GeometrySlider(224, 7, stride=2, padding=3), width=390)
    page.locator("[role=gridcell][tabindex='0']").focus()
    page.keyboard.press("End")
    cell = page.locator(".cnn-shown").bounding_box()
    assert cell["x"] > 0
    assert cell["x"] + cell["width"] < 390
    assert page.evaluate("[document.documentElement.scrollWidth, scrollX]") == [390, 0]


def test_what_was_set_is_kept_over_a_reload_and_start_again_forgets_it(show):
    page = show(GeometrySlider(7, 3, key="kept"))
    page.get_by_label("kernel k, typed").fill("5")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.get_by_label("kernel k, typed").input_value() == "5"
    page.get_by_role("button", name="Start again").click()
    assert page.get_by_label("kernel k, typed").input_value() == "3"


def test_changes_from_python_are_shown_and_leaving_stops_listening(show):
    page = show(GeometrySlider(7, 3))
    page.evaluate("model.set('size', 4); model.set('mode', 'circular'); model.set('padding', [1, 1])")
    assert "".join(page.locator(".cnn-strip .cnn-in > span").all_inner_texts()) == "dabcda"
    page.evaluate("leave()")
    assert page.evaluate("model.listening()") == 0
    assert page.locator(".cnn-widget").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("settings", [{"size": 224, "kernel": 7, "stride": 2, "padding": 3}, {"size": 2, "padding": 8}])
def test_a_phone_has_large_enough_targets_and_axe_finds_nothing(show, theme, settings):
    page = show(GeometrySlider(**{"kernel": 3, "mode": "reflect", **settings}), theme=theme, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    targets = page.locator("button:visible, input:visible, [role=gridcell]").all()
    boxes = [target.bounding_box() for target in targets if target.get_attribute("type") != "radio"]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
    assert violations(page, AXE.read_text(encoding="utf-8")) == []


def test_what_was_kept_and_cannot_be_set_any_more_is_left(show):
    page = show(GeometrySlider(7, 3, key="old"))
    page.get_by_label("kernel k, typed").fill("5")
    page.evaluate("""() => {
        const slot = Object.keys(localStorage).find((name) => name.endsWith(":old"));
        localStorage.setItem(slot, localStorage.getItem(slot).replace('"kernel":5', '"kernel":99'));
    }""")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.get_by_label("kernel k, typed").input_value() == "3"
