"""A lesson's prose: its length, one sentence per line, and every number worked out in the same notebook."""

import ast
import re

from nbformat import NotebookNode

from tests.notebooks.notebook import Notebook, called, calls, tokens

WORDS = range(1500, 2501)
NUMBER = re.compile(r"(?:(?<![\w.,)\]])[−-](?=\d))?\d[\d,]*(?:\.\d+)?(?:/\d+)?(?:\s?%)?")
# What stands in prose and is worked out nowhere, in the order in which it is taken out.
EXEMPT = [
    re.compile(r"https?://\S+"),
    re.compile(r"\b\d+(?:\s?×\s?\d+)+"),  # sizes
    re.compile(r"(?:[Cc]hapters?|[Ll]essons?|[Ss]ections?|Part)\s\d+(?:\.\d+)*(?:\s?(?:to|and|,|–)\s\d+(?:\.\d+)*)*"),
    re.compile(r"(?<![\d,.])(?:19|20)\d\d(?!\d|[,.]\d)"),  # years: a quantity has a comma, 2,016
    re.compile(r"(?<![\d.])(?:45|90|180|270|360)\s?°"),  # turns
    re.compile(r"\b[A-Za-z_]+[\w-]*\d+\w*"),  # names: ResNet-50, conv2d, K2
]
# A sentence ends at . ! ? with what closes it; the next begins with a capital, a digit, code, a formula or a quote.
NEXT_SENTENCE = re.compile(r"[.!?][\"”*)_]*\s+(?=[\"“*(_]*(?:[A-Z0-9`$\[“]))")
ABBREVIATIONS = re.compile(r"\b(?:e\.g|i\.e|vs|cf|et al|Fig|Eq|Sec|No|[A-Z])\.$")


def prose(cell: NotebookNode, *, mathematics: bool = True) -> list[str]:
    """Return each run of text of a Markdown cell, line by line, without code, links' targets and HTML."""
    kinds = {"text", "math_inline", "math_block"} if mathematics else {"text"}
    lines = []
    for block in tokens(cell):
        if block.type == "math_block" and mathematics:
            lines.append(plain(block.content))
        line = ""
        for part in block.children or []:
            if part.type in ("softbreak", "hardbreak"):
                lines, line = [*lines, line], ""
            elif part.type in kinds:
                line += plain(part.content) if part.type.startswith("math") else part.content
            else:
                line += " " if part.type == "code_inline" else ""
        lines.append(line)
    return [line for line in lines if line.strip()]


def plain(formula: str) -> str:
    """Write a formula's numbers as prose does, and take its commands and indices out."""
    formula = re.sub(r"\{,\}|(?<=\d)\\,(?=\d)", ",", formula).replace("\\times", "×").replace("^\\circ", "°")
    formula = (
        re.sub(r"\\[td]?frac\s*(\d|\{[^{}]*\})\s*(\d|\{[^{}]*\})", r"\1/\2", formula).replace("{", "").replace("}", "")
    )
    return re.sub(r"\\[a-zA-Z]+", " ", formula)


def words_are_as_many_as_asked(notebook: Notebook) -> list[str]:
    count = sum(len(cell.source.split()) for cell in notebook.markdown)
    if count in WORDS:
        return []
    return [f"{notebook.name}: has {count} words; it must have {WORDS.start} to {WORDS.stop - 1}: split or tell more."]


def one_sentence_per_line(notebook: Notebook) -> list[str]:
    complaints = []
    for cell in notebook.markdown:
        for line in source_lines(cell):
            ends = [
                match for match in NEXT_SENTENCE.finditer(line) if not ABBREVIATIONS.search(line[: match.start() + 1])
            ]
            if ends:
                start = line[ends[0].end() :][:40]
                complaints.append(notebook.complain(cell, f"two sentences in one line; break it before “{start}”."))
    return complaints


def source_lines(cell: NotebookNode) -> list[str]:
    """Return the lines of the source that hold sentences: none of code, mathematics, tables, HTML, headings or lists.

    An item of a list is one line by its nature, and so is a row of a table. A bold label may stand before a sentence.
    """
    text = re.sub(r"(?ms)^```.*?^```|^\$\$.*?\$\$|^\*\*[^*\n]+\*\*(?= )", "", cell.source)
    return [
        re.sub(r"`[^`]*`|\$[^$]*\$", "`x`", line)
        for line in text.splitlines()
        if not re.match(r"\s*(#|\||<|[-*+]\s|\d+\.\s|:::)", line)
    ]


def numbers_are_said(notebook: Notebook) -> list[str]:
    said = {normal(text) for text in strings_beside_says(notebook)}
    return [
        notebook.complain(cell, f"{number} is worked out nowhere; add says({number!r}, …) to a cell, or reword.")
        for cell in notebook.markdown
        for line in prose(cell)
        for number in numbers(line)
        if normal(number) not in said
    ]


def numbers(line: str) -> list[str]:
    """Return the numbers of a line that must be worked out: from 10 on, or with decimals, or shares."""
    for exempt in EXEMPT:
        line = exempt.sub(" ", line)
    found = [match[0].rstrip(",") for match in NUMBER.finditer(line)]
    return [
        text
        for text in found
        if re.search(r"[.%]", text) or max(map(int, re.findall(r"\d+", text.replace(",", "")))) >= 10
    ]


def normal(number: str) -> str:
    return re.sub(r"\s", "", number).replace("−", "-")


def strings_beside_says(notebook: Notebook) -> list[str]:
    """Return the strings of all cells that call ``says``: it may well be called in a loop over them."""
    nodes = [
        node
        for cell in notebook.code
        if any(called(call) == "says" for call in calls(cell))
        for node in ast.walk(ast.parse(cell.source))
    ]
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


RULES = [words_are_as_many_as_asked, one_sentence_per_line, numbers_are_said]
