"""The residual laboratory in Chromium, by mouse and by keyboard."""

import pytest

from helpers.widgets.residual_lab import ResidualLab
from tests.book.test_accessibility import AXE, violations
from tests.helpers.widgets.targets import smallest_target

X = [1, 3, 0, 2, 4, 2, 1]


def row(page, at):
    texts = page.locator(".cnn-line").nth(at).locator(".cnn-bar-text").all_inner_texts()
    return [float(text.replace("−", "-").replace(",", "")) for text in texts]


def names(page):
    return page.locator(".cnn-line .cnn-name").all_inner_texts()


def statement(page):
    return page.locator(".cnn-statement").inner_text()


def test_rows_of_a_block_are_shown_with_the_formulas_of_the_middle_place(show):
    page = show(ResidualLab(X))
    assert names(page) == ["x", "F(x)", "x + F(x)", "relu(x + F(x))", "After 1 block"]
    assert row(page, 1) == [-0.5, -1, 1.5, -1, -1, 1, 0.5]
    assert row(page, 3) == row(page, 4) == [0.5, 2, 1.5, 1, 3, 3, 1.5]
    told = page.locator(".cnn-line .cnn-formula").all_inner_texts()
    assert told == ["x[3] = 2", "0.5·(0 − 2) = −1", "2 + (−1) = 1", "relu(1) = 1", ""]
    assert page.locator(".cnn-input .cnn-read").count() == 2


def test_a_bar_is_dragged_and_everything_follows(show):
    page = show(ResidualLab(X))
    bar = page.get_by_role("slider", name="x[2]").bounding_box()
    page.mouse.move(bar["x"] + 10, bar["y"] + 36)
    page.mouse.down()
    page.mouse.move(bar["x"] + 10, bar["y"] + 300, steps=5)
    page.mouse.up()
    assert page.evaluate("sent.signal") == [1, 3, -4, 2, 4, 2, 1]
    assert row(page, 1)[2:4] == [3.5, -3]
    assert page.locator(".cnn-line .cnn-formula").first.inner_text() == "x[2] = −4"


def test_bars_are_moved_by_keyboard_within_their_limits(show):
    page = show(ResidualLab(X))
    bar = page.get_by_role("slider", name="x[4]")
    bar.focus()
    page.keyboard.press("ArrowUp")
    assert bar.get_attribute("aria-valuenow") == "4"
    page.keyboard.press("ArrowDown")
    assert (bar.get_attribute("aria-valuenow"), row(page, 0)[4]) == ("3", 3)
    page.keyboard.press("Home")
    assert page.evaluate("sent.signal")[4] == -4
    assert page.locator(".cnn-formula").first.inner_text() == "x[4] = −4"


def test_branch_of_zero_hands_on_with_the_addition_and_leaves_nothing_without(show):
    page = show(ResidualLab(X, strength=0, blocks=10))
    assert row(page, 4) == X
    assert statement(page).endswith("After 10 blocks: still as it came.")
    page.get_by_label("No addition").check()
    assert row(page, 4) == [0] * 7
    assert statement(page).endswith("After 10 blocks: nothing is left.")
    assert "Nothing is added" in names(page)


def test_relu_before_the_sum_never_lets_a_number_fall(show):
    page = show(ResidualLab(X, arrangement="before"))
    for key in ["Home", *["ArrowRight"] * 6]:
        page.get_by_role("slider", name="Strength of F").press(key)
        assert all(out >= x for out, x in zip(row(page, 3), X, strict=True))
        assert statement(page).endswith(("none smaller.", "as it came."))


def test_changes_are_kept_over_a_reload_and_taken_back(show):
    page = show(ResidualLab(X, key="kept"))
    page.get_by_role("slider", name="Blocks in a row").press("End")
    page.get_by_label("ReLU first").check()
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate("[model.get('blocks'), model.get('arrangement')]") == [10, "preactivation"]
    assert names(page)[-1] == "After 10 blocks"
    page.get_by_role("button", name="Start again").click()
    assert page.evaluate("[model.get('blocks'), model.get('arrangement')]") == [1, "after"]


def test_block_is_covered_until_predicted_and_leaving_removes_all_listeners(show):
    page = show(ResidualLab(X, predict=True))
    told = page.locator(".cnn-step, .cnn-last, .cnn-statement, .cnn-torch")
    assert not any(part.is_visible() for part in told.all())
    page.get_by_role("button", name="I have made my predictions").press("Enter")
    assert all(part.is_visible() for part in told.all())
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "x[3]"
    page.evaluate("leave()")
    assert page.evaluate("model.listening()") == 0


@pytest.mark.parametrize("width", [1280, 668])
def test_dragging_costs_a_frame_less_than_8_ms_and_nothing_jumps(show, width):
    page = show(ResidualLab([0] * 7, blocks=10), width=width)
    before = page.locator(".cnn-torch").bounding_box()["y"]
    times = page.evaluate("""async () => {
        const times = [];
        for (let at = 0; at < 40; at += 1) {
            const start = performance.now();
            model.set("signal", model.get("signal").map((_, place) => ((at + 3 * place) % 9) - 4));
            await null;
            await null;
            times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b);
    }""")
    assert times[len(times) // 2] < 8
    assert page.locator(".cnn-torch").bounding_box()["y"] == before


@pytest.mark.parametrize("width", [1280, 390])
def test_largest_numbers_fit_with_targets_large_enough(show, width):
    largest = ResidualLab([-4, 4, -4, 4, -4, 4, -4], strength=-0.5, blocks=10, arrangement="none")
    page = show(largest, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert smallest_target(page, "button:visible, input[type=range], label, [role=slider]") >= 24
    wide = page.locator(".cnn-bar-text").evaluate_all(
        "(all) => all.filter((one) => one.scrollWidth > one.parentElement.clientWidth).length"
    )
    assert wide == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("arrangement", ["none", "preactivation"])
def test_axe_finds_nothing(show, theme, arrangement):
    widget = ResidualLab(X, arrangement=arrangement, blocks=4)
    assert violations(show(widget, theme=theme, width=390), AXE.read_text(encoding="utf-8")) == []
