"""Sizes and names of files: what is too long is two things, and what is called utils is none."""

import ast
import io
import re
import tokenize

from tests.notebooks.source import Source

CODE_LINES, LINES = 250, 300  # without blank lines, comments and docstrings; all
FUNCTION_LINES = 25  # of the body, without blank lines, comments and the docstring
DEPTH = 3  # folders
EMPTY_NAME = re.compile(r"^_*(utils?|misc|common|stuff)$|(_v\d+|_old|_new|_final|_copy|_backup|-copy\d*)$", re.I)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def docstring_lines(node: ast.AST) -> set[int]:
    """Return the lines that are docstrings, of a node and of all inside it."""
    kinds = Function | ast.ClassDef | ast.Module
    strings = [
        part.body[0] for part in ast.walk(node) if isinstance(part, kinds) and ast.get_docstring(part) is not None
    ]
    return {line for string in strings for line in range(string.lineno, string.end_lineno + 1)}


def code_lines(source: Source) -> set[int]:
    """Return the numbers of the lines that hold code."""
    if not source.name.endswith(".py"):
        text = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), source.text, flags=re.S)
        return {n for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.strip().startswith("//")}
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    words = [word for word in tokenize.generate_tokens(io.StringIO(source.text).readline) if word.type not in silent]
    return {n for word in words for n in range(word.start[0], word.end[0] + 1)} - docstring_lines(source.tree)


def file_is_short(source: Source) -> list[str]:
    for count, what, most in (
        (len(code_lines(source)), "lines of code", CODE_LINES),
        (len(source.text.splitlines()), "lines", LINES),
    ):
        if count > most:
            return [f"{source.name}: has {count} {what}, {most} is the most; make it two files, by what they do."]
    return []


def functions_are_short(source: Source) -> list[str]:
    complaints, code = [], code_lines(source)
    for node in ast.walk(source.tree):
        if isinstance(node, Function):
            count = len(code & set(range(node.body[0].lineno, node.end_lineno + 1)))
            if count > FUNCTION_LINES:
                wrong = f"{node.name} has {count} lines, {FUNCTION_LINES} is the most; give its parts names."
                complaints.append(source.complain(node, wrong))
    return complaints


def name_says_something(name: str) -> list[str]:
    *folders, file = name.split("/")
    complaints = []
    for part in (*folders, file.partition(".")[0]):
        if EMPTY_NAME.search(part):
            complaints.append(f"{name}: {part!r} says nothing about what it holds; name it after that.")
    if len(folders) > DEPTH:
        complaints.append(f"{name}: lies {len(folders)} folders deep, {DEPTH} is the most; move it up.")
    return complaints
