"""The form of a lesson: its skeleton, its set-up cell, the length and the company of its code cells, its figures."""

import ast
import re
import sys
from importlib import import_module
from itertools import pairwise
from statistics import median
from unittest import mock

from nbformat import NotebookNode

from tests.notebooks.notebook import (
    WIDGETS,
    Notebook,
    alt_text,
    called,
    calls,
    headings,
    imported,
    sections,
    tags,
    tokens,
    tree,
)

SECTIONS = [
    "Play",
    "By hand",
    "Build",
    "Experiment",
    "Check yourself",
    "Summary",
    "Exercises",
    "Further reading",
]
VERBS = """
Add Ask Break Build Change Check Choose Combine Compare Compose Compute Count Cut Design Draw Explain Find Fit Flip
Follow Freeze Hide Invent Learn Look Make Measure Meet Mix Move Normalize Open Pad Predict Put Read Repair See Share
Shift Shrink Skip Slide Split Stack Start Take Tell Test Trace Train Transfer Try Turn Use Walk Watch Weigh Widen
Write
""".split()  # noqa: SIM905  (a list of 60 strings reads worse)
ANNOUNCED = ("**You will do.**", "**You will learn.**", "**You need.**")
FIGURE_CALL = re.compile(r"plot_\w+|row_of_axes|LiveCurve|imshow|subplots")


def title_begins_with_a_verb(notebook: Notebook) -> list[str]:
    titles = [text for cell in notebook.markdown for level, text in headings(cell) if level == 1]
    if len(titles) != 1:
        return [f"{notebook.name}: has {len(titles)} titles; give it one heading of level 1, in its first cell."]
    if titles[0].split()[0] in VERBS:
        return []
    return [f"{notebook.name}: title {titles[0]!r} begins with no verb; reword it, or add the verb to VERBS."]


def first_cell_says_what_to_expect(notebook: Notebook) -> list[str]:
    first = notebook.cells[0]
    missing = [words for words in ANNOUNCED if words not in first.source]
    if not re.search(r"\b(minutes|hours?)\b", first.source):
        missing.append("the time it takes, in minutes or hours")
    return [notebook.complain(first, f"does not say {words}; add it below the title.") for words in missing]


def sections_stand_in_order(notebook: Notebook) -> list[str]:
    seen = [text for cell in notebook.markdown for level, text in headings(cell) if level == 2]
    if seen == SECTIONS:
        return []
    return [f"{notebook.name}: its sections are {', '.join(seen)}; they must be {', '.join(SECTIONS)}, in this order."]


def play_asks_for_three_predictions_before_a_widget(notebook: Notebook) -> list[str]:
    play = sections(notebook).get("Play", [])
    place = next((i for i, cell in enumerate(play) if uses_widget(notebook, cell)), None)
    if place is None:
        return [f"{notebook.name}: Play shows no widget; make one with a class of {WIDGETS}."]
    before = [block.type for cell in play[:place] if cell.cell_type == "markdown" for block in tokens(cell)]
    if "ordered_list_open" in before and before.count("list_item_open") == 3:
        return []
    return [notebook.complain(play[place], "no three numbered predictions stand before it; add them.")]


def by_hand_has_boxes(notebook: Notebook) -> list[str]:
    if any(uses_widget(notebook, cell) for cell in sections(notebook).get("By hand", [])):
        return []
    return [f"{notebook.name}: By hand has nothing to fill in; add a Box."]


def check_yourself_has_quiz_and_cards(notebook: Notebook) -> list[str]:
    cells = [cell for cell in sections(notebook).get("Check yourself", []) if cell.cell_type == "code"]
    names = {called(call) for cell in cells for call in calls(cell)}
    return [
        f"{notebook.name}: Check yourself has no {name}; add one." for name in ("Quiz", "Cards") if name not in names
    ]


def quiz_and_cards_are_as_many_as_asked(notebook: Notebook) -> list[str]:
    complaints = []
    for topic in sorted(imported(notebook, "helpers.questions")):
        source = next(alias for alias in question_modules(notebook) if topic in (alias.asname, alias.name))
        questions = import_module(f"helpers.questions.{source.name}")
        for what, count, least, most in (("quiz", len(questions.QUIZ), 8, 12), ("cards", len(questions.CARDS), 10, 14)):
            if not least <= count <= most:
                complaints.append(f"{notebook.name}: {what} of {count}; it must have {least} to {most} items.")
    return complaints or ([] if question_modules(notebook) else [f"{notebook.name}: takes no helpers.questions; do."])


def question_modules(notebook: Notebook) -> list[ast.alias]:
    """Return what the notebook imports from helpers.questions."""
    nodes = [node for cell in notebook.code for node in ast.walk(tree(cell))]
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "helpers.questions"]
    return [alias for node in froms for alias in node.names]


def widget_keys_are_unique(notebook: Notebook) -> list[str]:
    keys: list[str] = []
    complaints = []
    for cell in notebook.code:
        for word in (word for call in calls(cell) for word in call.keywords if word.arg == "key"):
            key = ast.unparse(word.value)
            if key in keys:
                complaints.append(notebook.complain(cell, f"key {key} is taken; two widgets would share one memory."))
            keys.append(key)
    return complaints


def uses_widget(notebook: Notebook, cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and any(called(call) in imported(notebook, WIDGETS) for call in calls(cell))


def set_up_cell_is_short_and_hidden(notebook: Notebook) -> list[str]:
    first, complaints = notebook.code[0], []
    if len(first.source.splitlines()) > 5:
        complaints.append(notebook.complain(first, "the set-up cell has more than 5 lines; move code to helpers."))
    if tags(first) != ["remove-cell"]:
        complaints.append(notebook.complain(first, "the set-up cell is not tagged remove-cell alone; tag it so."))
    return complaints


def nothing_is_installed_or_downloaded(notebook: Notebook) -> list[str]:
    forbidden = re.compile(r"^\s*[!%]|sys\.path|os\.chdir|urllib|requests|\bwget\b|\bcurl\b|urlretrieve|__file__", re.M)
    return [
        notebook.complain(cell, f"{match[0].strip()!r} is an install, a download or a path trick; do without.")
        for cell in notebook.code
        if (match := forbidden.search(cell.source))
    ]


def set_up_cell_tells_how_to_install(notebook: Notebook) -> list[str]:
    """Run the set-up cell where ``helpers`` is missing, and where it is somebody else's package."""
    complaints = []
    first = notebook.code[0]
    for state, modules in {
        "missing": {"helpers": None, "helpers.saying": None},
        "another package": {"helpers": type(sys)("helpers"), "helpers.saying": None},
    }.items():
        try:
            with mock.patch.dict(sys.modules, modules):
                exec(first.source, {})
        except ImportError as error:
            if "pip install -e ." in str(error) and "\n" not in str(error):
                continue
        complaints.append(
            notebook.complain(first, f"does not say `pip install -e .` where helpers is {state}; say it.")
        )
    return complaints


def code_cells_are_few_and_short(notebook: Notebook) -> list[str]:
    lengths = [len(cell.source.splitlines()) for cell in notebook.code]
    complaints = [
        notebook.complain(cell, f"has {length} lines, 20 is the most; split it or move code to helpers.")
        for cell, length in zip(notebook.code, lengths, strict=True)
        if length > 20
    ]
    if median(lengths) > 6:
        complaints.append(f"{notebook.name}: half of its code cells have over 6 lines; move code to helpers.")
    if not 15 <= len(lengths) <= 25:
        complaints.append(f"{notebook.name}: has {len(lengths)} code cells; it must have 15 to 25.")
    return complaints


def sentence_before_each_code_cell(notebook: Notebook) -> list[str]:
    shown = [cell for cell in notebook.cells if "remove-cell" not in tags(cell)]
    return [
        notebook.complain(cell, "no sentence stands right before it; say what to look for.")
        for before, cell in pairwise(shown)
        if cell.cell_type == "code" and not ends_in_prose(before)
    ]


def sentence_after_each_figure(notebook: Notebook) -> list[str]:
    shown = [cell for cell in notebook.cells if "remove-cell" not in tags(cell)]
    return [
        notebook.complain(cell, "no sentence stands right after this figure; say what was seen.")
        for cell, after in pairwise(shown)
        if alt_text(cell) and (after.cell_type == "code" or after.source.startswith("#"))
    ]


def ends_in_prose(cell: NotebookNode) -> bool:
    blocks = tokens(cell) if cell.cell_type == "markdown" else []
    return bool(blocks) and blocks[-1].type != "heading_close"


def figures_have_alt_text_of_two_sentences(notebook: Notebook) -> list[str]:
    complaints = []
    for cell in notebook.code:
        draws = any(FIGURE_CALL.fullmatch(called(call)) for call in calls(cell))
        if draws and not alt_text(cell):
            complaints.append(
                notebook.complain(cell, "draws a figure without mystnb.image.alt in its metadata; add it.")
            )
        elif alt_text(cell) and len(re.findall(r"[.!?](?=\s+[A-Z]|$)", alt_text(cell))) < 2:
            complaints.append(
                notebook.complain(cell, "its alt text is one sentence; say what it is and what it shows.")
            )
    return complaints


RULES = [
    title_begins_with_a_verb,
    first_cell_says_what_to_expect,
    sections_stand_in_order,
    play_asks_for_three_predictions_before_a_widget,
    by_hand_has_boxes,
    check_yourself_has_quiz_and_cards,
    quiz_and_cards_are_as_many_as_asked,
    widget_keys_are_unique,
    set_up_cell_is_short_and_hidden,
    nothing_is_installed_or_downloaded,
    set_up_cell_tells_how_to_install,
    code_cells_are_few_and_short,
    sentence_before_each_code_cell,
    sentence_after_each_figure,
    figures_have_alt_text_of_two_sentences,
]
