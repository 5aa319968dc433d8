"""The channel sum in Chromium, by mouse and by keyboard."""

import numpy as np
import pytest

from helpers.layers import conv2d
from helpers.widgets.channel_sum import ChannelSum
from tests.book.test_accessibility import AXE, violations
from tests.helpers.widgets.targets import smallest_target

X = [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], [[0, 1, 0, 2], [1, 0, 2, 0], [0, 3, 0, 1]]]
K = [[[1, 0], [0, 1]], [[1, 2], [0, -1]]]
PHOTOGRAPH = np.arange(192).reshape(3, 8, 8)


def numbers(page, name):
    texts = page.get_by_role("grid", name=name).locator("[role=gridcell] > span:first-child").all_inner_texts()
    return [float(text.replace("−", "-")) for text in texts]


def total(page):
    return page.locator(".cnn-total").inner_text()


def test_maps_sum_and_formulas_of_the_first_cell_are_shown(show):
    page = show(ChannelSum(X, K, bias=1))
    for channel in (0, 1):
        expected = conv2d([X[channel : channel + 1]], [K[channel : channel + 1]])
        assert numbers(page, f"Map {channel}") == expected.ravel().tolist()
    assert numbers(page, "Output Y") == conv2d([X], [K], [1]).ravel().tolist()
    assert page.locator(".cnn-formula").all_inner_texts() == [
        "Map 0[0, 0] = 1·1 + 2·0 + 5·0 + 6·1 = 7",
        "Map 1[0, 0] = 0·1 + 1·2 + 1·0 + 0·(−1) = 2",
    ]
    assert total(page) == "Y[0, 0] = 7 + 2 + 1 = 10"


def test_cell_chosen_in_any_map_is_outlined_in_every_channel(show):
    page = show(ChannelSum(X, K))
    page.get_by_role("grid", name="Map 1").get_by_role("gridcell").nth(5).hover()
    assert total(page) == "Y[1, 2] = 9 + 1 = 10"
    page.wait_for_timeout(200)
    for channel in (0, 1):
        window = page.locator(".cnn-window").nth(channel).bounding_box()
        last = page.get_by_label(f"Image, channel {channel}, row 2, column 3").bounding_box()
        right, bottom = (window[a] + window[b] for a, b in (("x", "width"), ("y", "height")))
        assert [right, bottom] == pytest.approx([last["x"] + last["width"], last["y"] + last["height"]], abs=1)
    page.mouse.move(0, 0)
    assert total(page).startswith("Y[0, 0]")


def test_output_is_walked_by_arrow_keys_and_told(show):
    page = show(ChannelSum(X, K, bias=-1))
    page.get_by_role("grid", name="Output Y").locator("[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.locator("[aria-live]").inner_text() == "Y[1, 1] = 7 + 4 + (−1) = 10"
    assert page.locator("[role=grid]").count() == page.locator("[role=gridcell][tabindex='0']").count() == 3


def test_first_channel_alone_and_a_mean_are_told_as_slips(show):
    page = show(ChannelSum(X, K, bias=1))
    page.get_by_label("channel 1", exact=False).first.uncheck()
    assert numbers(page, "Output Y") == conv2d([X[:1]], [K[:1]], [1]).ravel().tolist()
    assert total(page) == "Y[0, 0] = 7 + 1 = 8"
    verdict = page.locator(".cnn-verdict")
    slip = "With channel 1 left out: 6 of 6 outputs differ (dashed)."
    assert verdict.inner_text() == f"{slip} The layer adds both channels and gives 10 here."
    page.get_by_role("button", name="Start again").click()
    page.get_by_label("Mean").check()
    assert total(page) == "Y[0, 0] = (7 + 2) / 2 + 1 = 5.5"
    assert verdict.inner_text().startswith("With a mean in place of the sum: 6 of 6 outputs differ")
    assert page.evaluate("sent.mean")


def test_numbers_and_bias_are_typed_and_kept_over_a_reload(show):
    page = show(ChannelSum(X, K, bias=1, key="kept"))
    page.get_by_label("Kernel slice 1, row 0, column 0").fill("−1")
    page.get_by_role("textbox", name="Bias b").fill("0,5")
    kernels = [K[0], [[-1, 2], [0, -1]]]
    page.wait_for_function("sent.bias === 0.5")
    assert page.evaluate("sent.kernels") == kernels
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert numbers(page, "Output Y") == conv2d([X], [kernels], [0.5]).ravel().tolist()
    page.get_by_role("button", name="Start again").click()
    assert page.get_by_role("textbox", name="Bias b").input_value() == "1"


def test_changes_from_python_are_shown_and_leaving_removes_all_listeners(show):
    page = show(ChannelSum(X, K))
    page.evaluate("model.set('image', [[[1, 1]], [[2, 0]]]); model.set('kernels', [[[1]], [[3]]])")
    assert numbers(page, "Output Y") == [7, 1]
    page.evaluate("leave()")
    assert page.evaluate("model.listening()") == 0
    assert page.locator(".cnn-widget").count() == 0


def test_maps_and_output_are_covered_until_the_predictions_are_made(show):
    page = show(ChannelSum(X, K, predict=True))
    told = page.locator("[role=grid], .cnn-explained, .cnn-torch")
    assert [part.is_visible() for part in told.all()] == [False] * 5
    page.get_by_role("button", name="I have made my predictions").press("Enter")
    assert [part.is_visible() for part in told.all()] == [True] * 5


@pytest.mark.parametrize("width", [1280, 390])
def test_largest_channels_fit_with_targets_large_enough(show, width):
    page = show(ChannelSum(PHOTOGRAPH, -np.ones((3, 3, 3)), white=255, bias=1), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert smallest_target(page, "button:visible, input[type=text], [role=gridcell]") >= 24


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("white", [None, 255])
def test_axe_finds_nothing(show, theme, white):
    photograph = PHOTOGRAPH[:, 2:5, 1:5]
    widget = ChannelSum(photograph, -np.ones((3, 2, 2)), white=white, bias=1, counted=[0, 2], mean=True)
    assert violations(show(widget, theme=theme, width=390), AXE.read_text(encoding="utf-8")) == []
