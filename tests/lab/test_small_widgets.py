"""A learner fills in boxes, answers a question and turns a card in JupyterLab, by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.lab.test_lesson import ALL_HAVE_RUN, SHOW_CELL


@pytest.fixture
def lesson(open_notebook):
    notebook = open_notebook("02_2_two_dimensions.ipynb")
    notebook.command("notebook:run-all-cells")
    notebook.page.wait_for_function(ALL_HAVE_RUN, timeout=120_000)
    return notebook


def test_boxes_quiz_and_cards_answer_to_the_keyboard(lesson):
    page = lesson.page
    cells = page.evaluate("window.jupyterapp.shell.currentWidget.content.widgets.length")

    page.evaluate(SHOW_CELL, "dot_product_box(X, K,")
    box = page.locator(".cnn-box").first
    box.get_by_role("textbox").first.focus()
    for key in ("1", "2", "ArrowRight", "9", "Enter"):
        page.keyboard.press(key)
    expect(box.get_by_role("status")).to_contain_text("1 + 5 + 6 = 12: you let the 5 in")
    expect(box.locator(".cnn-mark").nth(1)).to_have_text("✓")

    page.evaluate(SHOW_CELL, "Quiz(")
    quiz = page.locator(".cnn-quiz")
    quiz.get_by_label("Your number").first.focus()
    for key in ("4", "2", "5", "Enter"):
        page.keyboard.press(key)
    expect(quiz.get_by_role("status").first).to_contain_text("you forgot the + 1")

    page.evaluate(SHOW_CELL, "Cards(")
    card = page.locator(".cnn-card")
    card.focus()
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Meaning")
    for key in ("ArrowRight", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(card).to_contain_text(re.compile("Meaning.*True convolution", re.DOTALL))

    left = page.evaluate("window.jupyterapp.shell.currentWidget.content.widgets.length")
    assert left == cells, "a key meant for a widget changed the notebook"
