"""The feature explorer in Chromium, by pointer and by keyboard."""

import re

import numpy as np
import pytest

from helpers.measured.feature_maps import load
from helpers.widgets.feature_explorer import FeatureExplorer
from tests.book.test_accessibility import AXE, violations
from tests.helpers.widgets.targets import smallest_target


@pytest.fixture(scope="module")
def held():
    return load()


def said(page, part):
    return page.locator(f".cnn-explorer {part}").first.inner_text()


def large(page):
    return page.get_by_role("application")


def level(held, layer, photograph, rank):
    return held[f"{layer}_maps"][held["photographs"].tolist().index(photograph), rank].astype(int)


def test_photograph_layer_and_map_are_picked_and_told_of_with_their_numbers(show, held):
    page = show(FeatureExplorer(held))
    page.get_by_role("radio", name="coffee").click()
    page.get_by_role("radio", name="block 4").check()
    channel = held["block 4_channels"][3]
    page.get_by_role("radio", name=f"Channel {channel}", exact=True).click()
    assert page.evaluate("[sent.photograph, sent.layer, sent.rank]") == ["coffee", "block 4", 3]
    levels, limit = level(held, "block 4", "coffee", 3), held["block 4_limits"][3]
    least, most = (str(round(value * limit / 127)).replace("-", "−") for value in (levels.min(), levels.max()))
    told = said(page, ".cnn-told .cnn-statement")
    row, column = divmod(int(np.abs(levels).argmax()), 28)
    assert f"Block 4, channel {channel}, on the coffee: from {least} to {most}, furthest from 0 in row {row}" in told
    assert f"column {column}" in told
    strength = np.abs(held["block 4_maps"][:, 3].astype(int)).mean(axis=(1, 2))
    best = held["photographs"][strength.argmax()]
    assert best != "coffee"
    assert f"the {best} answers most strongly" in told
    assert page.locator(".cnn-strongest").inner_text().startswith(best)
    assert "takes the coffee for: espresso 0.95" in said(page, ".cnn-told")
    page.wait_for_function("document.querySelector('[aria-live]').textContent.startsWith('Block 4')")


def test_arrow_keys_pick_the_next_and_one_stop_of_the_tab_key_is_enough(show, held):
    page = show(FeatureExplorer(held))
    page.get_by_role("radio", name="cat").press("ArrowLeft")
    assert page.evaluate("model.get('photograph')") == "rocket"
    assert page.evaluate("document.activeElement.getAttribute('aria-checked')") == "true"
    maps = page.get_by_role("radiogroup", name="Which map").get_by_role("radio")
    maps.first.press("ArrowDown")
    assert page.evaluate("model.get('rank')") == 1
    assert [maps.nth(at).get_attribute("tabindex") for at in range(3)] == ["-1", "0", "-1"]


def test_large_map_is_read_cell_by_cell_with_the_window_that_a_cell_reads(show, held):
    page = show(FeatureExplorer(held, layer="block 7", photograph="camera"))
    levels, limit = level(held, "block 7", "camera", 0), held["block 7_limits"][0]
    large(page).click(position={"x": 1, "y": 1})
    value = str(round(levels[0, 0] * limit / 127)).replace("-", "−")
    assert said(page, ".cnn-of-cell").startswith(
        f"Row 0, column 0: {value}. This cell reads the outlined window of 147×"
    )
    assert said(page, ".cnn-of-cell").endswith("89×89 of them in the photograph.")
    window, whole = (page.locator(part).bounding_box() for part in (".cnn-overlay .cnn-window", ".cnn-overlay"))
    assert window["width"] / whole["width"] == pytest.approx(89 / 224, abs=0.01)
    large(page).press("ArrowRight")
    large(page).press("Shift+ArrowDown")
    assert said(page, ".cnn-of-cell").startswith("Row 10, column 1: ")
    assert page.locator("[aria-live]").inner_text().startswith("Row 10, column 1: ")
    box = large(page).bounding_box()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 2)
    assert said(page, ".cnn-of-cell").startswith("Row 0, column 13: ")
    page.mouse.move(box["x"] - 9, box["y"] - 9)
    assert said(page, ".cnn-of-cell").startswith("Row 10, column 1: ")


def test_large_map_has_the_colours_of_its_scale(show, held):
    page = show(FeatureExplorer(held, layer="block 10", photograph="rocket"))
    levels = level(held, "block 10", "rocket", 0)
    row, column = divmod(int(levels.argmin()), 14)
    pixel = (
        f"[...document.querySelector('.cnn-overlay canvas').getContext('2d').getImageData({column}, {row}, 1, 1).data]"
    )
    red, _, blue, alpha = page.evaluate(pixel)
    assert levels.min() < 0
    assert (blue > red, alpha) == (True, 255)
    limit = str(round(held["block 10_limits"][0]))
    assert page.locator(".cnn-ticks span").all_inner_texts() == [f"−{limit}", "0", limit]
    page.get_by_role("radio", name="stem").check()
    assert page.locator(".cnn-ticks span").all_inner_texts() == ["0", "6.0"]


def test_nearest_of_a_drawing_are_shown_space_by_space_and_lead_on(show, held):
    page = show(FeatureExplorer(held, drawing=60))
    same = held["labels"][held["neighbours"]] == held["labels"][None, :, None]
    counts = [str(count) for count in same[:, 60].sum(axis=1)]
    assert page.locator(".cnn-count").all_inner_texts() == [f"{count} of 5" for count in counts]
    told = said(page, ".cnn-told-near .cnn-statement")
    assert re.findall(r"(\d) by", told) == counts
    assert "nearest to this bug" in told
    group = page.get_by_role("group", name="Nearest by the head")
    assert group.locator("[data-same=true]").count() == int(counts[3])
    group.get_by_role("button").nth(1).click()
    assert page.evaluate("model.get('drawing')") == held["neighbours"][3, 60, 1]
    page.get_by_label("Drawings of the class").select_option("fruit (55)")
    first = int(np.flatnonzero(held["labels"] == held["classes"].tolist().index("fruit"))[0])
    assert page.evaluate("model.get('drawing')") == first
    drawings = page.get_by_role("radiogroup", name="Which drawing").get_by_role("radio")
    assert drawings.count() == 55
    drawings.first.press("ArrowLeft")
    assert page.evaluate("model.get('drawing')") == first + 54
    page.wait_for_function("document.querySelector('.cnn-chooser .cnn-picks').scrollLeft > 1000")  # brought into view


def test_what_was_picked_is_kept_over_a_reload_and_taken_back(show, held):
    page = show(FeatureExplorer(held, key="kept"))
    page.get_by_role("radio", name="block 14").check()
    page.get_by_role("radio", name="rocket").click()
    page.get_by_label("Photograph", exact=True).press("ArrowLeft")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate("['layer', 'photograph', 'mix'].map(model.get)") == ["block 14", "rocket", 55]
    assert said(page, ".cnn-told").startswith("Block 14")
    page.get_by_role("button", name="Start again").click()
    assert said(page, ".cnn-told").startswith("Stem")


def test_three_predictions_are_asked_before_the_maps_are_shown(show, held):
    page = show(FeatureExplorer(held, predict=True))
    assert not any(part.is_visible() for part in page.locator(".cnn-explorer section").all())
    button = page.get_by_role("button", name="Show the maps")
    button.click(force=True)  # aria-disabled, but it can have the focus
    assert not page.locator(".cnn-maps").is_visible()
    for group in page.get_by_role("radiogroup").filter(has_text="it grows").all():
        group.get_by_label("it grows").check()
    button.press("Enter")
    verdicts = page.locator(".cnn-verdicts li").all_inner_texts()
    assert verdicts[0] == "the side of a map: it shrinks; you predicted that it grows."
    assert [text.endswith("as you predicted.") for text in verdicts] == [False, True, True]
    assert page.evaluate("document.activeElement.type") == "radio"


def test_paper_shows_the_first_state_without_questions_and_controls(show, held):
    page = show(FeatureExplorer(held, predict=True))
    page.emulate_media(media="print")
    shown = {part: page.locator(f".cnn-explorer {part}").is_visible() for part in (".cnn-maps", ".cnn-nearest")}
    assert all(shown.values())
    assert not page.locator(".cnn-forecast, .cnn-mix, .cnn-chooser, .cnn-hint >> visible=true").count()


def test_other_maps_are_shown_when_they_are_handed_in(show, held):
    page = show(FeatureExplorer(held, photograph="coffee"))
    page.evaluate("model.set('facts', {...model.get('facts'), photographs: ['a', 'coffee', 'c', 'd', 'e']})")
    page.locator(".cnn-name", has_text=re.compile("^a$")).wait_for()
    assert page.locator(".cnn-explorer").count() == 1


def test_leaving_removes_all_listeners(show, held):
    page = show(FeatureExplorer(held))
    page.evaluate("leave()")
    assert page.evaluate("model.listening()") == 0
    assert page.locator(".cnn-explorer").count() == 0


@pytest.mark.parametrize(
    "change",
    [
        "model.set('rank', at % 8)",
        "model.set('layer', model.get('facts').layers[at % 2].name)",
        "model.set('drawing', 5 * at)",
    ],
)
def test_a_change_costs_a_frame_less_than_8_ms(show, held, change):
    page = show(FeatureExplorer(held))
    times = page.evaluate(f"""async () => {{
        const times = [];
        for (let at = 0; at < 60; at += 1) {{
            const start = performance.now();
            {change};
            await null;
            await null;
            times.push(performance.now() - start);
        }}
        return times.sort((a, b) => a - b);
    }}""")
    assert times[len(times) // 2] < 8


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("predict", [True, False])
def test_it_fits_with_targets_large_enough(show, held, width, predict):
    page = show(FeatureExplorer(held, predict=predict, layer="block 2"), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert (
        smallest_target(page, "button:visible, label:has(input):visible, input[type=range]:visible, select:visible")
        >= 24
    )


@pytest.mark.parametrize("width", [1280, 780, 390])
def test_nothing_jumps_while_photographs_layers_and_maps_change(show, held, width):
    page = show(FeatureExplorer(held), width=width)
    tops = set()
    for layer, photograph, rank in [("stem", "cat", 0), ("block 10", "astronaut", 6), ("head", "coffee", 0)]:
        page.evaluate(
            f"['layer', 'photograph', 'rank'].map((n, i) => model.set(n, ['{layer}', '{photograph}', {rank}][i]))"
        )
        page.wait_for_timeout(30)
        tops |= {(page.locator(".cnn-overlay").bounding_box()["y"], page.locator(".cnn-nearest").bounding_box()["y"])}
    assert len(tops) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("predict", [True, False])
def test_axe_finds_nothing(show, held, theme, predict):
    widget = FeatureExplorer(held, layer="block 4", predict=predict)
    assert violations(show(widget, theme=theme, width=390), AXE.read_text(encoding="utf-8")) == []
