"""A learner fills in boxes, answers a question and turns a card in JupyterLab, by keyboard alone."""

import re

from playwright.sync_api import expect

from tests.lab.test_lesson import ALL_HAVE_RUN, SHOW_CELL

COUNT_CELLS = "window.jupyterapp.shell.currentWidget.content.widgets.length"


def test_boxes_quiz_and_cards_answer_to_the_keyboard(open_notebook):
    notebook = open_notebook("02_2_two_dimensions.ipynb")
    notebook.command("notebook:run-all-cells")
    page = notebook.page
    page.wait_for_function(ALL_HAVE_RUN, timeout=120_000)
    cells = page.evaluate(COUNT_CELLS)
    fill_in_boxes(page)
    answer_a_question(page)
    turn_cards(page)
    assert page.evaluate(COUNT_CELLS) == cells, "a key meant for a widget changed the notebook"


def fill_in_boxes(page):
    page.evaluate(SHOW_CELL, "dot_product_box(X, K,")
    box = page.locator(".cnn-box").first
    box.get_by_role("textbox").first.focus()
    press(page, "1", "2", "ArrowRight", "9", "Enter")
    expect(box.get_by_role("status")).to_contain_text("1 + 5 + 6 = 12: you let the 5 in")
    expect(box.locator(".cnn-mark").nth(1)).to_have_text("✓")


def answer_a_question(page):
    page.evaluate(SHOW_CELL, "Quiz(")
    quiz = page.locator(".cnn-quiz")
    quiz.get_by_label("Your number").first.focus()
    press(page, "4", "2", "5", "Enter")
    expect(quiz.get_by_role("status").first).to_contain_text("you forgot the + 1")


def turn_cards(page):
    page.evaluate(SHOW_CELL, "Cards(")
    card = page.locator(".cnn-card")
    card.focus()
    press(page, "Enter")
    expect(card).to_contain_text("Meaning")
    press(page, "ArrowRight", "ArrowRight", "Space")
    expect(card).to_contain_text(re.compile("Meaning.*True convolution", re.DOTALL))


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
