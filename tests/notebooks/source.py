"""Python files as the rules see them: parsed once, named as the repository names them."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.notebooks.notebook import ROOT


@dataclass(frozen=True)
class Source:
    """A file of code, with its name for complaints."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def complain(self, node: ast.AST, what: str) -> str:
        """Name the file, the line, what is wrong and the next step."""
        return f"{self.name}:{getattr(node, 'lineno', 1)}: {what}"


def read_source(path: Path) -> Source:
    """Read a file of the repository, or fail where there is none."""
    return Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


@cache
def tracked() -> list[str]:
    """Return the names of all files that git tracks, or would track, and that are there."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return sorted({name for name in names if name and (ROOT / name).is_file()})


def files(*suffixes: str, under: tuple[str, ...] = ("",)) -> list[Path]:
    """Return the tracked files of these suffixes; if there are none, one path whose reading fails."""
    names = [name for name in tracked() if name.endswith(suffixes) and name.startswith(under)]
    return [ROOT / name for name in names] or [ROOT / f"no {suffixes} file under {under}"]
