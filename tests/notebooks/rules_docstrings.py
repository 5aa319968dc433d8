"""Docstrings: a sentence on everything public, and NumPy's sections on all that takes more than a glance."""

import ast
import re
from collections.abc import Iterator

from tests.notebooks.source import Source

SHORT = 6  # a function of so few lines may tell all in its first sentence
# Told once where they are asked for: in ``Exercise``, and in the base class of a library.
TOLD_ELSEWHERE = {"slipped", "reference", "validate"}
SECTION = re.compile(r"^([A-Z][A-Za-z ]+)\n-{3,}$", re.M)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def public(source: Source) -> Iterator[Function | ast.ClassDef]:
    """Yield each public function, method and class; what stands in a function is private."""
    waiting: list[ast.AST] = [source.tree]
    for parent in waiting:
        for node in parent.body:
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
                yield node
                waiting += [node] if isinstance(node, ast.ClassDef) else []


def sections(text: str) -> dict[str, str]:
    """Split a cleaned docstring by its underlined titles; what stands before the first is called by an empty one."""
    parts = SECTION.split(text)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def entries(section: str) -> set[str]:
    """Return the names of a section: ``title, label : str`` has two, ``ValueError`` one."""
    heads = [line.partition(" :")[0] for line in section.splitlines() if line and not line.startswith(" ")]
    return {name.strip().lstrip("*") for head in heads for name in head.split(",")}


def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Walk a function without the functions inside it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Function | ast.ClassDef | ast.Lambda):
            yield child
            yield from own_nodes(child)


def parameters(function: Function) -> list[str]:
    every = function.args
    named = [*every.posonlyargs, *every.args, *every.kwonlyargs]
    named += [more for more in (every.vararg, every.kwarg) if more]
    return [one.arg for one in named if one.arg not in ("self", "cls") and not one.arg.startswith("_")]


def raised(function: Function) -> set[str]:
    calls = [node.exc for node in own_nodes(function) if isinstance(node, ast.Raise) and node.exc]
    return {ast.unparse(call.func if isinstance(call, ast.Call) else call).split(".")[-1] for call in calls}


def returns_a_value(function: Function) -> bool:
    annotation = ast.unparse(function.returns) if function.returns else "None"
    return annotation not in ("None", "NoReturn", "Never")


def decorators(node: ast.AST) -> set[str]:
    return {ast.unparse(one.func if isinstance(one, ast.Call) else one).split(".")[-1] for one in node.decorator_list}


def is_short(function: Function, source: Source) -> bool:
    """Tell whether a sentence is enough: few lines, at most two arguments; or told elsewhere, or in a private file."""
    file = source.name.rpartition("/")[2]
    if function.name in TOLD_ELSEWHERE or (file.startswith("_") and not file.startswith("__")):
        return True
    body = function.body[1:] if ast.get_docstring(function) else function.body
    lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
    return lines <= SHORT and len(parameters(function)) <= 2


def everything_public_has_a_sentence(source: Source) -> list[str]:
    named = [(source.tree, source.name), *((node, node.name) for node in public(source))]
    complaints = []
    for node, name in named:
        first = (ast.get_docstring(node) or "").split("\n\n")[0]
        if not first:
            complaints.append(source.complain(node, f"{name} has no docstring; say what it does in a sentence."))
        elif not re.search(r"[.!?:]\)?$", first):
            complaints.append(source.complain(node, f"{name}: {first[:40]!r} is no sentence; end it with a full stop."))
    return complaints


def parameters_are_told(source: Source) -> list[str]:
    complaints = []
    for node in public(source):
        function, section = node, "Parameters"
        if isinstance(node, ast.ClassDef):
            function = next((part for part in node.body if getattr(part, "name", "") == "__init__"), None)
        if function is None or "setter" in decorators(node) or not parameters(function):
            continue
        told = entries(sections(ast.get_docstring(node) or "").get(section, ""))
        if not told and (is_short(function, source) or "overload" in decorators(node)):
            continue
        for name in parameters(function):
            if name not in told:
                complaints.append(source.complain(node, f"{node.name} does not tell {name}; add it to Parameters."))
        for name in told - set(parameters(function)):
            complaints.append(source.complain(node, f"{node.name} tells of {name}, which it does not take; remove it."))
    return complaints


def fields_are_told(source: Source) -> list[str]:
    complaints = []
    for node in public(source):
        if not isinstance(node, ast.ClassDef) or "dataclass" not in decorators(node):
            continue
        fields = [part.target.id for part in node.body if isinstance(part, ast.AnnAssign)]
        told = entries(sections(ast.get_docstring(node) or "").get("Attributes", ""))
        missing = [name for name in fields if name not in told and not name.startswith("_")]
        if missing and len(fields) > 1:
            wrong = f"{node.name} does not tell {', '.join(missing)}; add to Attributes."
            complaints.append(source.complain(node, wrong))
    return complaints


def results_are_told(source: Source) -> list[str]:
    return [
        source.complain(node, f"{node.name} does not tell what it returns; add the section Returns (or Yields).")
        for node in public(source)
        if isinstance(node, Function)
        and not (is_short(node, source) or decorators(node) & {"property", "cached_property", "overload"})
        and returns_a_value(node)
        and not {"Returns", "Yields"} & set(sections(ast.get_docstring(node) or ""))
    ]


def errors_are_told(source: Source) -> list[str]:
    complaints = []
    for node in public(source):
        parts = (
            [p for p in node.body if getattr(p, "name", "") == "__init__"] if isinstance(node, ast.ClassDef) else [node]
        )
        told = entries(sections(ast.get_docstring(node) or "").get("Raises", ""))
        if node.name in TOLD_ELSEWHERE:
            continue
        for name in sorted(set().union(*map(raised, parts)) - told - {"NotImplementedError"}):
            complaints.append(source.complain(node, f"{node.name} raises {name} and does not tell; add it to Raises."))
    return complaints


RULES = [
    everything_public_has_a_sentence,
    parameters_are_told,
    fields_are_told,
    results_are_told,
    errors_are_told,
]
