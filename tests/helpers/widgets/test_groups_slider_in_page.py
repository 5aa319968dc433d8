"""The groups slider in Chromium, by mouse and by keyboard."""

import pytest

from helpers.widgets.groups_slider import GroupsSlider
from tests.book.test_accessibility import AXE, violations
from tests.helpers.widgets.targets import smallest_target


def split(page):
    return page.locator(".cnn-split").inner_text().replace("\xa0", " ")


def costs(page):
    return page.locator(".cnn-bar-text").all_inner_texts()


def test_first_state_is_told_with_its_costs(show):
    page = show(GroupsSlider(64, 128))
    assert split(page).startswith("One group: each output channel reads all 64 input channels.")
    assert costs(page) == ["73,728 weights, 231,211,008 multiply-adds"] * 2
    assert page.locator(".cnn-formula").first.inner_text() == "Weights: 128·64·3·3 = 73,728"


def test_slider_stops_at_the_common_divisors_by_keyboard(show):
    page = show(GroupsSlider(8, 12, size=7))
    assert page.locator(".cnn-track .cnn-ticks span").all_inner_texts() == ["1", "2", "4"]
    slider = page.get_by_role("slider", name="Groups")
    slider.focus()
    page.keyboard.press("End")
    assert slider.get_attribute("aria-valuetext") == page.locator(".cnn-count").inner_text() == "groups = 4"
    assert page.evaluate("sent.groups") == 4
    assert costs(page) == ["864 weights, 42,336 multiply-adds", "216 weights, 10,584 multiply-adds"]
    page.wait_for_timeout(300)
    width = [part.bounding_box()["width"] for part in page.locator(".cnn-part:first-child").all()]
    assert width[1] / width[0] == pytest.approx(1 / 4, abs=0.01)


def test_as_many_groups_as_input_channels_are_depthwise_and_a_1x1_follows(show):
    page = show(GroupsSlider(16, 16, groups=16))
    assert split(page).startswith("Depthwise, one group for each input channel")
    page.get_by_label("Depthwise separable").check()
    assert "1/16 + 1/9 = 25/144 of the full convolution: it saves a factor of 144/25 = 5.76." in split(page)
    assert page.locator(".cnn-matrix:visible").count() == 2
    slider = page.get_by_role("slider", name="Groups")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("[model.get('groups'), model.get('separable')]") == [8, False]
    assert page.locator(".cnn-matrix:visible").count() == 1


def test_caption_counts_the_slices_that_are_there(show):
    page = show(GroupsSlider(64, 128, groups=1))
    caption = page.locator("figcaption:visible")
    assert caption.inner_text().replace("\xa0", " ") == "Weights: 128 × 64 slices of 3 × 3"
    page.get_by_role("slider", name="Groups").focus()
    page.keyboard.press("ArrowRight")
    assert caption.inner_text().replace("\xa0", " ") == "Weights: 4,096 slices of 3 × 3, in 2 blocks"


def test_output_channel_is_chosen_by_pointer_and_by_keyboard(show):
    page = show(GroupsSlider(8, 16, groups=4))
    box = page.locator(".cnn-channels").bounding_box()
    page.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] - 8)
    reads = page.locator(".cnn-reads")
    assert reads.inner_text() == "Output channel 15 reads input channels 6 and 7: 2·3·3 = 18 weights."
    page.mouse.move(0, 0)
    assert reads.inner_text().startswith("Output channel 0 ")
    page.get_by_role("slider", name="Output channel").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert reads.inner_text().startswith("Output channel 4 reads input channels 2 and 3")


def test_channels_are_changed_and_groups_follow_and_all_is_kept_over_a_reload(show):
    page = show(GroupsSlider(8, 16, groups=8, size=50, key="kept"))
    page.get_by_label("Input channels").select_option("12")
    assert page.evaluate("[sent.in_channels, sent.groups]") == [12, 4]
    page.get_by_label("Kernel").select_option("5")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator(".cnn-formula").all_inner_texts() == [
        "Weights: 16·(12/4)·5·5 = 1,200",
        "Multiply-adds: 1,200·50·50 = 3,000,000",
    ]
    page.get_by_role("button", name="Start again").click()
    assert page.evaluate("[model.get('in_channels'), model.get('groups'), model.get('kernel')]") == [8, 8, 3]
    assert page.get_by_label("Output map").input_value() == "50"


def test_numbers_are_covered_until_predicted_and_leaving_removes_all_listeners(show):
    page = show(GroupsSlider(8, 16, predict=True))
    told = page.locator(".cnn-split, .cnn-told, .cnn-reads")
    assert [part.is_visible() for part in told.all()] == [False] * 3
    page.get_by_role("button", name="I have made my predictions").press("Enter")
    assert [part.is_visible() for part in told.all()] == [True] * 3
    page.evaluate("leave()")
    assert page.evaluate("model.listening()") == 0


def test_sliding_costs_a_frame_less_than_8_ms(show):
    page = show(GroupsSlider(512, 512))
    times = page.evaluate("""async () => {
        const times = [];
        for (let at = 0; at < 40; at += 1) {
            const start = performance.now();
            model.set("groups", 2 ** (at % 10));
            await null;
            await null;
            times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b);
    }""")
    assert times[len(times) // 2] < 8


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("separable", [True, False])
def test_largest_layers_fit_with_targets_large_enough(show, width, separable):
    page = show(GroupsSlider(1024, 1024, kernel=11, size=512, separable=separable), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert smallest_target(page, "button:visible, select, input[type=range], label") >= 24


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("separable", [True, False])
def test_axe_finds_nothing(show, theme, separable):
    widget = GroupsSlider(3, 64, separable=separable)
    assert violations(show(widget, theme=theme, width=390), AXE.read_text(encoding="utf-8")) == []
