"""Of what a learner's notebook shows only text and pictures are left."""

import struct
from base64 import b64encode
from pathlib import Path

import nbformat
import pytest

from autograder.grading.inert import JOINER, OUTPUTS, PIXELS, TEXT, inert_markdown, inert_outputs

ROOT = Path(__file__).parents[2]


def png(width=2, height=2):
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)
    return b64encode(head + b"rest").decode()


def jpeg(width=2, height=2):
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width)
    return b64encode(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(9) + frame + bytes(10)).decode()


def shown(**data):
    bundle = {name.replace("_", "/"): value for name, value in data.items()}
    return {"output_type": "display_data", "data": bundle, "metadata": {"image/png": {"width": 2}}}


@pytest.mark.parametrize(
    "mime",
    [
        "text/html",
        "text/markdown",
        "text/latex",
        "image/svg+xml",
        "application/javascript",
        "application/json",
        "application/vnd.jupyter.widget-view+json",
        "application/vnd.jupyter.widget-state+json",
        "application/pdf",
        "text/vnd.mermaid",
        "anything/else",
    ],
)
def test_what_can_act_is_left_out(mime):
    output = {"output_type": "display_data", "data": {mime: "<b>", "text/plain": "told"}, "metadata": {mime: {}}}
    assert inert_outputs([output]) == [
        {"output_type": "display_data", "data": {"text/plain": "told"}, "metadata": {}},
    ]


def test_what_has_no_text_says_that_something_is_left_out():
    (output,) = inert_outputs([shown(text_html="<b>")])
    assert output["data"] == {"text/plain": "(shown in a form that is left out here)"}


@pytest.mark.parametrize(("mime", "picture"), [("image/png", png()), ("image/jpeg", jpeg())])
def test_pictures_stay(mime, picture):
    (output,) = inert_outputs([{"output_type": "display_data", "data": {mime: picture}, "metadata": {"width": 3}}])
    assert output == {"output_type": "display_data", "data": {mime: picture}, "metadata": {}}


@pytest.mark.parametrize(
    ("mime", "picture"),
    [
        ("image/png", jpeg()),
        ("image/jpeg", png()),
        ("image/png", '" onerror="alert(1)'),
        ("image/png", png() + '"><script>'),
        ("image/png", b64encode(b"\x89PNG\r\n\x1a\n").decode()),
        ("image/png", png(100_000, PIXELS // 100_000 + 1)),
        ("image/png", png(0, 5)),
        ("image/jpeg", jpeg(60_000, 60_000)),
        ("image/jpeg", b64encode(b"\xff\xd8" + b"\xff\xe0\x00\x00" * 5).decode()),
        ("image/png", "A" * 5_000_000),
        ("image/png", {"not": "text"}),
        ("image/png", None),
    ],
)
def test_what_is_no_picture_is_left_out(mime, picture):
    (output,) = inert_outputs([{"output_type": "display_data", "data": {mime: picture, "text/plain": "p"}}])
    assert output["data"] == {"text/plain": "p"}


@pytest.mark.parametrize(
    "output",
    [
        {},
        {"output_type": "unknown"},
        {"output_type": ["stream"]},
        {"output_type": "display_data", "data": "text"},
        {"output_type": "stream", "name": 3, "text": {"a": 1}},
        {"output_type": "error", "ename": 1, "evalue": None, "traceback": "text"},
        {"output_type": "execute_result", "data": {"text/plain": ["a", 1]}, "execution_count": "1"},
    ],
)
def test_what_is_made_up_can_be_kept_in_a_notebook(output):
    cell = nbformat.v4.new_code_cell(outputs=[nbformat.from_dict(kept) for kept in inert_outputs([output])])
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))


def test_text_and_outputs_are_bounded():
    (long,) = inert_outputs([{"output_type": "stream", "name": "stdout", "text": "x" * (TEXT + 5)}])
    assert long["text"].endswith("\n… 5 more characters are left out here.")
    many = inert_outputs([{"output_type": "stream", "name": "stdout", "text": "x"}] * (OUTPUTS + 5))
    assert len(many) == OUTPUTS + 1
    assert "left out" in many[-1]["text"]


def test_colours_of_a_traceback_stay():
    error = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\x1b[31mE\x1b[0m: v"]}
    assert inert_outputs([error]) == [error]


@pytest.mark.parametrize(
    "source",
    [
        "a < b",
        "1 <2",
        "**x** `y` $a<1$",
        "wow!",
        "<- x",
        '[a](https://a.org "t")',
        "[b](b.ipynb)",
        "[c]: #d",
        "x[1](y)",
    ],
)
def test_markdown_without_html_stays(source):
    assert inert_markdown(source) == source


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks/exercises").rglob("*.ipynb")), ids=lambda path: path.stem)
def test_what_is_given_out_stays(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            assert inert_markdown(cell.source) == cell.source


def test_hint_that_unfolds_stays():
    source = "<details>\n<summary>A hint</summary>\n\ntext\n</details>"
    assert inert_markdown(source) == source


@pytest.mark.parametrize("source", ["<b>", "</b>", "<!-- -->", "<?x?>", "<details open ontoggle=alert(1)>", "<SCRIPT>"])
def test_html_becomes_text(source):
    assert inert_markdown(source) == source.replace("<", f"<{JOINER}")


@pytest.mark.parametrize(
    "source",
    [
        "[a](javascript:x)",
        "[a](JAVASCRIPT&#58;x)",
        "[a](&#106;avascript:x)",
        "[a]( \n javascript:x)",
        "[a](<javascript:x>)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](java\\script:x)",
        "[a]: javascript:x",
        "[a]:\n> javascript:x",
    ],
)
def test_link_to_what_is_no_page_becomes_text(source):
    assert f"]{JOINER}" in inert_markdown(source)


def test_picture_becomes_a_link():
    assert inert_markdown("![a](https://x)") == f"!{JOINER}[a](https://x)"
