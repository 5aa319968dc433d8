"""Box, Quiz and Cards in Chromium, by keyboard alone, with a reload in between."""

from helpers.widgets.box import Box
from helpers.widgets.cards import Cards
from helpers.widgets.dot_product import dot_product_box
from helpers.widgets.quiz import Choice, Choices, Number, Quiz

X, K = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], [[1, 0], [0, 1]]


def type_all(page, texts):
    for field, text in zip(page.locator("input").all(), texts, strict=True):
        field.fill(text)


def test_a_grid_is_filled_in_by_keyboard_and_answered(show):
    page = show(dot_product_box(X, K, label="Y"))
    page.locator("input").first.focus()
    page.keyboard.type("12")
    for key in ("ArrowRight", "9", "ArrowRight", "1", "1", "ArrowDown", "9", "Enter"):
        page.keyboard.press(key)
    assert page.locator(".cnn-feedback li").all_inner_texts() == [
        "Row 0, column 0: 12. 1 + 5 + 6 = 12: you let the 5 in, but it meets a 0 in the kernel."
    ]
    assert page.locator("input").nth(0).get_attribute("aria-invalid") == "true"
    assert page.locator(".cnn-mark").all_inner_texts() == ["✗", "✓", "✓", "", "", "✓"]


def test_one_slip_in_all_boxes_is_told_once(show):
    page = show(Box([[1, 2], [3, 4]], label="Y", slips={"t": ([[1, 3], [2, 4]], "Rows and columns are swapped.")}))
    type_all(page, "1324")
    page.get_by_role("button", name="Check").click()
    assert page.locator(".cnn-feedback li").all_inner_texts() == ["Rows and columns are swapped."]


def test_the_way_is_shown_after_three_different_wrong_tries(show):
    page = show(Box(7, label="Y", worked=["1·1 + 6·1 = 7"]))
    for text in ("1", "2", "2", "3"):
        assert "1·1" not in page.locator(".cnn-feedback").inner_text()
        page.locator("input").fill(text)
        page.keyboard.press("Enter")
    assert "The way there: 1·1 + 6·1 = 7" in page.locator(".cnn-feedback").inner_text()


def test_what_was_typed_is_kept_over_a_reload(show):
    page = show(Box([7, 1 / 3], label="y", key="kept"))
    type_all(page, ["7", "1/3"])
    page.keyboard.press("Enter")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert [field.input_value() for field in page.locator("input").all()] == ["7", "1/3"]
    assert "All right" in page.locator(".cnn-feedback").inner_text()


def test_traits_that_change_are_shown_and_leaving_stops_listening(show):
    page = show(Box([1, 2], label="y"))
    page.evaluate("model.set('label', 'z')")
    assert page.locator(".cnn-name").inner_text() == "z"
    page.evaluate("leave()")
    assert page.evaluate("model.listening()") == 0
    assert page.locator(".cnn-widget").count() == 0


QUIZ = Quiz(
    [
        Choice("Which?", right="this", wrong={"that": "That is the other."}, because="So it is."),
        Choices("Which two?", right={"a": "a too", "b": "b too"}, wrong={"c": "never c"}, because="Both."),
        Number("How many?", 3, "5 − 3 + 1 = 3.", {2: "The first is forgotten."}),
    ],
    key="quiz",
)


def test_a_quiz_answers_each_wrong_answer_and_keeps_it(show):
    page = show(QUIZ)
    page.get_by_label("that").check()
    page.keyboard.press("Enter")
    page.get_by_label("Your number").fill("2")
    page.keyboard.press("Enter")
    told = page.locator(".cnn-told")
    assert [told.nth(i).inner_text() for i in (0, 2)] == [
        "✗ Not yet. That is the other.",
        "✗ Not yet. The first is forgotten.",
    ]
    page.get_by_label("Your number").fill("3")
    page.keyboard.press("Enter")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator(".cnn-progress").inner_text() == "1 of 3 right"
    assert page.locator(".cnn-told").nth(2).inner_text() == "✓ Right. 5 − 3 + 1 = 3."


def test_cards_turn_and_walk_by_keyboard_and_keep_their_place(show):
    page = show(Cards({"kernel": "The grid that slides.", "stride": "How far it goes."}, key="cards"))
    page.locator(".cnn-card").focus()
    page.keyboard.press("Enter")
    assert page.locator(".cnn-text").inner_text() == "The grid that slides."
    page.keyboard.press("ArrowRight")
    assert page.locator(".cnn-text").inner_text() == "stride"
    page.get_by_role("button", name="I knew it").press("Enter")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator(".cnn-text").inner_text() == "stride"
    assert "Card 2 of 2, 1 known" in page.locator(".cnn-controls").inner_text()
