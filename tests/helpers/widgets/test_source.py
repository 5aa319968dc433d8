"""A widget's module is one: it imports nothing, and holds each shared part once."""

import re

import pytest

from helpers.widgets.source import FOLDER, script, style

NAMES = sorted(path.stem for path in FOLDER.glob("*.js"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_to_import_and_only_the_widget_exports(name):
    text = script(name)
    assert re.findall(r"^import\b.*", text, re.MULTILINE) == []
    assert text.count("\nexport default") == 1
    widget = text[text.rindex("})();\n") :]
    assert re.findall(r"^export ", text.removesuffix(widget), re.MULTILINE) == []


@pytest.mark.parametrize("name", NAMES)
def test_each_part_is_there_once(name):
    parts = re.findall(r"^const (cnn_\w+) = \(\(\) =>", script(name), re.MULTILINE)
    assert parts
    assert len(parts) == len(set(parts))


def test_no_part_exports_in_a_form_that_the_bundling_does_not_know():
    for path in FOLDER.rglob("*.js"):
        for line in re.findall(r"^(?:export|import)\b.*", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert re.match(r"export (default|(async )?(function|class|const|let) \w)|import \{", line), (
                path.name,
                line,
            )


def test_a_style_sheet_begins_with_the_shared_one():
    assert style("stepper").startswith(style())
