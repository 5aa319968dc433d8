"""The form of lessons."""

import pytest

from tests.notebooks import rules_lessons as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.examples import code, figure, make, text
from tests.notebooks.notebook import ROOT, found, read

LESSONS = found("notebooks/[0-9][0-9]_*.ipynb")
SET_UP = """try:
    from helpers.saying import says
except ImportError as missing:
    raise ImportError("Run `pip install -e .` in the book's folder.") from missing"""
BOXES = "from helpers.widgets import Box, Cards, Quiz\nfrom helpers.questions import ch02_1_one_dimension as questions"
TITLE = "# Slide\n\n**You will do.** A.\n**You will learn.** B.\n**You need.** C, ten minutes."
CELLS = [
    text(TITLE, "title"),
    code(SET_UP, "set-up", tags=["remove-cell"]),
    text("Some tools.", "tools-say"),
    code(BOXES, "tools"),
    text("## Play\n\n1. One?\n2. Two?\n3. Three?", "play"),
    code("Box([1], key='play')", "play-box"),
    text("## By hand\n\nFill it in.", "by-hand"),
    code("Box([2], key='by-hand')", "by-hand-box"),
    text("## Build\n\n## Experiment\n\nLook.", "build"),
    figure("plot_map([[1]])"),
    text("It rises.\n\n## Check yourself\n\nNow you.", "check"),
    code("Quiz(questions.QUIZ, key='quiz')", "quiz"),
    text("And the words.", "words"),
    code("Cards(questions.CARDS, key='cards')", "cards"),
    text("## Summary\n\n## Exercises\n\n## Further reading", "summary"),
]
for number in range(8):
    CELLS[10:10] = [text("Look.", f"look-{number}"), code("1", f"one-{number}")]
GOOD = make(*CELLS)


def without(word: str, replacement: str = ""):
    """Return the good lesson with a word of its cells replaced."""
    cells = [dict(cell, source=cell.source.replace(word, replacement)) for cell in CELLS]
    return make(*(text(c["source"], c["id"]) if c["cell_type"] == "markdown" else code_again(c) for c in cells))


def code_again(cell: dict):
    return code(cell["source"], cell["id"], **cell["metadata"])


def having(*cells):
    return make(*CELLS[:3], *cells, *CELLS[3:])


BAD = [
    (rules.title_begins_with_a_verb, without("# Slide", "# The slide"), "no verb"),
    (rules.title_begins_with_a_verb, having(text("# Slide more", "more")), "2 titles"),
    (rules.first_cell_says_what_to_expect, without("**You need.**"), "You need"),
    (rules.first_cell_says_what_to_expect, without("ten minutes"), "the time it takes"),
    (rules.sections_stand_in_order, without("## Experiment"), "in this order"),
    (rules.play_asks_for_three_predictions_before_a_widget, without("Box([1], key='play')", "1"), "no widget"),
    (rules.play_asks_for_three_predictions_before_a_widget, without("3. Three?"), "three numbered predictions"),
    (rules.by_hand_has_boxes, without("Box([2], key='by-hand')", "2"), "add a Box"),
    (rules.check_yourself_has_quiz_and_cards, without("Cards(questions.CARDS, key='cards')", "3"), "no Cards"),
    (
        rules.quiz_and_cards_are_as_many_as_asked,
        without("from helpers.questions import ch02", "import ch02"),
        "takes no",
    ),
    (rules.widget_keys_are_unique, without("'cards'", "'quiz'"), "'quiz' is taken"),
    (rules.set_up_cell_is_short_and_hidden, make(code("\n".join("123456"), tags=["remove-cell"])), "more than 5 lines"),
    (rules.set_up_cell_is_short_and_hidden, make(code("1")), "not tagged"),
    (rules.nothing_is_installed_or_downloaded, make(code("import os\n!pip install x")), "'!'"),
    (rules.nothing_is_installed_or_downloaded, make(code("import sys\nsys.path.append('..')")), "'sys.path'"),
    (rules.set_up_cell_tells_how_to_install, make(code("from helpers.saying import says")), "pip install -e ."),
    (rules.code_cells_are_few_and_short, make(*[code("\n".join("1" * 21))] * 15), "21 lines"),
    (rules.code_cells_are_few_and_short, make(*[code("1")] * 14), "has 14 code cells"),
    (rules.code_cells_are_few_and_short, make(*[code("\n".join("1" * 7))] * 15), "half of its code cells"),
    (rules.sentence_before_each_code_cell, make(text("## Play"), code("1")), "say what to look for"),
    (rules.sentence_before_each_code_cell, make(code("1"), code("2", "second")), "say what to look for"),
    (rules.sentence_after_each_figure, make(figure("plot_map(x)"), text("## Next")), "say what was seen"),
    (rules.figures_have_alt_text_of_two_sentences, make(code("plot_map(x)")), "mystnb.image.alt"),
    (rules.figures_have_alt_text_of_two_sentences, make(figure("plot_map(x)", alt="A curve.")), "one sentence"),
]


@pytest.mark.parametrize(("rule", "bad", "told"), BAD)
def test_rule_complains_of_the_bad_example_and_not_of_the_good_one(rule, bad, told):
    expect_told(rule, (bad,), (GOOD,), told)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_lesson_keeps_the_form(rule, path):
    expect_none(rule(read(path)))


def test_set_up_cell_is_the_same_in_every_lesson():
    assert len({read(path).code[0].source for path in LESSONS}) == 1
