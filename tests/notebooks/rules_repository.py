"""What must not be in the repository, and what must not leave a page."""

import re
import subprocess
from pathlib import Path

from tests.notebooks.notebook import ROOT
from tests.notebooks.source import Source

HOME = re.compile(r"(?<![\w.~-])/(?:home|Users|root|mnt|media)/[\w.-]+|\b[A-Z]:\\+Users\\+\w+")
INDEX = re.compile(r"(?:--(?:extra-)?index-url|--find-links|index-url|registry)[\s=\"':]+https?://([^/\s\"':]+)")
PRIVATE_FILES = {".npmrc", "pip.conf", ".pypirc", ".netrc", ".env", "id_rsa", "credentials"}
NAMESPACES = re.compile(r"https?://www\.w3\.org/[\w./#-]*")  # names of languages: nothing is fetched from there
COMMENTS = re.compile(r"/\*.*?\*/|(?<!\S)//[^\n]*|<!--.*?-->", re.S)
LINKS = re.compile(r"<a\s[^>]*>")  # a reader may follow them; nothing is loaded
HOST = re.compile(r"\b(?:https?|wss?)://[\w.-]+|[\"'(]//[\w-]+\.[\w.-]+", re.A)
MARKUP = re.compile(r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|eval)\b")


def no_path_of_one_machine(source: Source, root: Path = ROOT) -> list[str]:
    named = [match[0] for match in HOME.finditer(source.text)]
    named += [str(root)] if re.search(rf"{re.escape(str(root))}(?![\w-])", source.text) else []
    return [f"{source.name}: {path!r} is a path of one machine; write it from the repository's root." for path in named]


def no_registry(source: Source) -> list[str]:
    hosts = [match[1] for match in INDEX.finditer(source.text)]
    return [f"{source.name}: packages from {host!r}, which others may not reach; leave the host out." for host in hosts]


def no_private_file(name: str) -> list[str]:
    if name.split("/")[-1] not in PRIVATE_FILES:
        return []
    return [f"{name}: holds settings or secrets of one person; take it out of the repository and ignore it."]


def asks_no_other_host(source: Source) -> list[str]:
    """Complain of an address in what a page loads; comments, links and the names of XML languages are none."""
    text = source.text
    for harmless in (COMMENTS, LINKS, NAMESPACES):
        text = harmless.sub(lambda found: "\n" * found[0].count("\n"), text)
    return [
        f"{source.name}:{number}: {match[0]!r} is another host; keep a copy in book/static or do without."
        for number, line in enumerate(text.splitlines(), 1)
        for match in HOST.finditer(line)
    ]


def builds_no_markup_from_data(source: Source) -> list[str]:
    return [
        f"{source.name}:{number}: uses {match[0]}; build elements with parts/dom.js."
        for number, line in enumerate(source.text.splitlines(), 1)
        for match in MARKUP.finditer(line)
    ]


def is_ignored(name: str) -> list[str]:
    told = subprocess.run(["git", "check-ignore", "--quiet", "--no-index", name], cwd=ROOT, check=False)
    return [] if told.returncode == 0 else [f"{name}: git does not ignore it; add a line to .gitignore."]


def fonts_and_data_have_a_licence(names: list[str]) -> list[str]:
    kept = [Path(name) for name in names if name.endswith((".woff2", ".ttf", ".npz", ".webp", ".safetensors", ".csv"))]
    licensed = {Path(name).parent for name in names if re.search(r"(?i)/(OFL|LICEN[CS]E|COPYING)[^/]*$", name)}
    return [
        f"{path}: no licence lies beside it; add a LICENSE file to its folder."
        for path in kept
        if path.parent not in licensed
    ]
