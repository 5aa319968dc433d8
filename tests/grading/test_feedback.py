"""The page that a learner gets back: what it tells, and that nothing in it acts."""

import os
import sys
import time
from dataclasses import asdict
from pathlib import Path

import nbformat
import numpy as np
import pytest
from docutils.nodes import make_id
from nbgrader.utils import determine_grade

from autograder.exercises import load, names
from autograder.grading.feedback import METADATA, Inert, address_of, verdict_outputs
from autograder.grading.job import Verdict
from autograder.judge import evaluate
from tests.grading.pages import FEEDBACK, PLAIN, check_cell, feedback_page, solution_cell

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader's own gradebook

LOG = {"cpu": {"xcorr2d-check": 0.4132}, "memory": 213_000_000}
BOOK = "https://book.example.org/cnn/"


@pytest.fixture(autouse=True)
def _alembic_beside_python(monkeypatch):
    """Let nbgrader find what it calls by its name."""
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))


def cut(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1), dtype=x.dtype)
    for i, j in np.ndindex(*y.shape):
        y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
    return y


def never(x, k):  # noqa: ARG001
    raise ValueError(f"<script>{x.shape}</script>")


def right(x, k):
    return cut(x * 1.0, k)


def judged(function, name="xcorr2d", seed=123456):
    report = evaluate(name, function, seed=seed)
    points = load(name).points
    return Verdict((asdict(report),), points if report.passed else report.points, points)


def outputs_of(function, points=4, **more):
    return verdict_outputs(judged(function), points, LOG, cell="xcorr2d-check", **more)


@pytest.mark.parametrize(
    ("function", "points", "score"),
    [(right, 4, 4), (cut, 4, 3), (cut, 1, 0.75), (cut, 0.3, 0.3 * 3 / 4), (never, 4, 0)],
)
def test_nbgrader_reads_the_points(function, points, score):
    outputs = outputs_of(function, points)
    assert determine_grade(check_cell("xcorr2d", outputs, points)) == (score, points)
    assert not any(output["output_type"] == "stream" for output in outputs)


@pytest.mark.parametrize(("earned", "score"), [(1, 4), (0, 0)])
def test_nbgrader_reads_the_points_of_a_cell_without_reports(earned, score):
    assert determine_grade(check_cell("own", verdict_outputs(Verdict((), earned, 1), 4, {})))[0] == score


def test_report_tells_how_to_repeat_it_what_it_took_and_where_to_read():
    flipped = judged(lambda x, w: np.convolve(x, w, "valid"), "xcorr1d")
    log = {"cpu": {"c": 0.4132}, "memory": 2.1e8}
    html = verdict_outputs(flipped, 4, log, cell="c", book=BOOK)[0]["data"]["text/html"]
    assert "check(&quot;xcorr1d&quot;, xcorr1d, seed=123456)" in html
    assert "Judging it took 0.41 s of processor time. The notebook used 210 MB of memory at most." in html
    address = "https://book.example.org/cnn/notebooks/02_1_one_dimension.html#the-flip"
    assert f'<a href="{address}">“The flip” in 02_1_one_dimension.ipynb</a>' in html


def test_what_is_too_small_to_tell_is_not_told_as_nothing():
    html = verdict_outputs(judged(right), 4, {"cpu": {"c": 0.001}, "memory": 5}, cell="c")[0]["data"]["text/html"]
    assert "less than 0.01 s of processor time" in html
    assert "less than 1 MB of memory" in html


def test_lesson_is_told_by_its_name_where_the_book_has_no_address():
    html = verdict_outputs(judged(lambda x, w: np.convolve(x, w, "valid"), "xcorr1d"), 4, {})[0]["data"]["text/html"]
    assert "“The flip” in 02_1_one_dimension.ipynb" in html
    assert "href" not in html


def test_right_answer_needs_no_seed():
    html = outputs_of(right)[0]["data"]["text/html"]
    assert "seed" not in html
    assert "0.41 s" in html


def test_report_tells_no_hidden_test_and_no_reference():
    told = str(outputs_of(cut)) + str(outputs_of(never))
    assert "evaluate" not in told
    assert "sliding_window" not in told
    assert "einsum" not in told


def test_anchor_of_a_section_is_the_one_that_the_book_gives_it():
    for slip in (slip for name in names() for slip in load(name).slips):
        heading = slip.section.partition("#")[2]
        assert address_of(slip.section, BOOK).partition("#")[2] == make_id(heading)


EVIL = "<img src='https://evil.example/i.png' onerror='window.pwned=1'><script>window.pwned=1;alert(1)</script>"
MARKDOWN = [
    EVIL,
    "<details open ontoggle='window.pwned=1'><summary>x</summary></details>",
    "<iframe src='https://evil.example/'></iframe><object data='https://evil.example/o'></object>",
    "<meta http-equiv='refresh' content='0;url=https://evil.example/'><base href='https://evil.example/'>",
    "<link rel='stylesheet' href='https://evil.example/s.css'><style>@import 'https://evil.example/t.css';</style>",
    "<svg onload='window.pwned=1'><a xlink:href='javascript:window.pwned=1'>x</a></svg>",
    "![picture](https://evil.example/p.png) ![other][ref] ![gone](attachment:gone.png)\n\n[ref]: https://evil.example/r",
    "![data](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
    "[a](javascript:window.pwned=1) [b](JaVaScRiPt&#58;window.pwned=1) [c](data:text/html,<script>pwned=1</script>)",
    "[d](https://ok.example/ \"t' onmouseover='window.pwned=1\") <javascript:window.pwned=1>",
    "```mermaid\n</pre><script>window.pwned=1</script>\n```",
    "```html\n<script>window.pwned=1</script>\n```",
    "`<script>window.pwned=1</script>` $<img src=x onerror=window.pwned=1>$",
    "<scr<script>ipt>window.pwned=1</scr</script>ipt>",
    "# <img src=x onerror=window.pwned=1>",
    "| a |\n|---|\n| <img src=x onerror=window.pwned=1> |",
]
DATA = {
    "text/html": EVIL,
    "text/markdown": EVIL,
    "text/latex": EVIL,
    "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload='window.pwned=1'/>",
    "application/javascript": "window.pwned=1",
    "application/vnd.jupyter.widget-view+json": {"model_id": "m", "version_major": 2, "version_minor": 0},
}
SHOWN = [
    *({"output_type": "display_data", "data": {mime: value}, "metadata": {}} for mime, value in DATA.items()),
    {"output_type": "display_data", "data": {"text/html": EVIL}, "metadata": {"text/html": {"isolated": True}}},
    {"output_type": "execute_result", "data": {"text/plain": EVIL}, "metadata": {}, "execution_count": 1},
    {"output_type": "display_data", "data": {"image/png": f'x" {EVIL}'}, "metadata": {"image/png": {"width": EVIL}}},
    {"output_type": "stream", "name": "stdout", "text": EVIL},
    {"output_type": "error", "ename": EVIL, "evalue": EVIL, "traceback": [f"\x1b[31m{EVIL}\x1b[0m"]},
]
FORGED = {"exercise": EVIL, "status": "passed", "headline": EVIL, "details": [EVIL], "printed": EVIL, "parts": []}


def hostile():
    """Return cells with all that a learner can put in, and with forged reports where only ours should be."""
    forged = [
        {**SHOWN[0], "metadata": {METADATA: {"report": FORGED, "cpu": cpu, "memory": None}}} for cpu in (None, EVIL)
    ]
    code = nbformat.v4.new_code_cell(f"# {EVIL}", outputs=[nbformat.from_dict(output) for output in SHOWN])
    raw = nbformat.v4.new_raw_cell(EVIL, metadata={"raw_mimetype": "text/html"})
    written = [nbformat.v4.new_markdown_cell(source) for source in MARKDOWN]
    solved = solution_cell("xcorr2d", f'def xcorr2d(x, k):\n    """{EVIL}"""')
    solved.outputs = code.outputs
    return [*written, raw, code, solved, check_cell("xcorr2d", [*outputs_of(never), *forged, *SHOWN])]


WIDGETS = {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"m": EVIL}}}, "title": EVIL}


class Opened:
    """A page, and what it did while it was open."""

    def __init__(self, browser, path):
        self.page = browser.new_page()
        self.asked, self.dialogs = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.route("https://**", lambda route: route.abort())
        self.page.goto(path.as_uri(), wait_until="load")
        for link in self.page.query_selector_all("a[href^='javascript']"):
            link.click()
        self.page.wait_for_timeout(300)
        self.ran = self.page.evaluate("window.pwned") or self.page.evaluate("document.scripts.length > 0")
        self.asked = [url for url in self.asked if not url.startswith("data:")]


def test_hostile_notebook_does_nothing_in_the_page(tmp_path, chromium):
    path = feedback_page(tmp_path, hostile(), metadata=WIDGETS)
    opened = Opened(chromium, path)
    assert not opened.ran
    assert opened.asked == [path.as_uri()]
    assert not opened.dialogs
    assert opened.page.evaluate("document.querySelectorAll('iframe, object, embed, base, svg, link, form').length") == 0
    assert "onerror='window.pwned=1'" in opened.page.inner_text("body")  # told as text, and not hidden
    opened.page.close()


def test_hostile_notebook_acts_in_nbgraders_own_page(tmp_path, chromium):
    """This shows that the test above can fail."""
    cells = [cell for cell in hostile() if "attachment:" not in cell.source]  # nbgrader stops at what is gone
    cells = [cell for cell in cells if "http-equiv" not in cell.source]  # and this leaves the page
    opened = Opened(chromium, feedback_page(tmp_path, cells, metadata=WIDGETS, feedback=PLAIN))
    assert opened.ran
    assert any("evil.example" in url for url in opened.asked)
    opened.page.close()


def test_inert_cells_do_nothing_in_nbgraders_own_page(tmp_path, chromium):
    """This is how the formgrader shows them: without our page and its policy."""
    feedback = {**PLAIN, "preprocessors": FEEDBACK["preprocessors"]}
    opened = Opened(chromium, feedback_page(tmp_path, hostile(), feedback=feedback))
    assert opened.page.evaluate("window.pwned") is None
    assert not any("evil.example" in url for url in opened.asked)
    assert not opened.dialogs
    opened.page.close()


def test_policy_alone_holds_what_gets_into_the_page(tmp_path, chromium):
    path = feedback_page(tmp_path, [check_cell("xcorr2d", outputs_of(right))])
    path.write_text(path.read_text().replace("</body>", f"{EVIL}</body>"))
    opened = Opened(chromium, path)
    assert opened.page.evaluate("window.pwned") is None
    assert not opened.dialogs
    opened.page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_page_is_as_wide_as_the_screen(tmp_path, chromium, width):
    cells = [solution_cell("xcorr2d", f"x = {list(range(200))}"), check_cell("xcorr2d", outputs_of(cut))]
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(feedback_page(tmp_path, cells).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.is_visible("text=To see the same at home")
    page.close()


def test_hidden_tests_are_not_in_the_page(tmp_path):
    cell = check_cell("xcorr2d", outputs_of(cut))
    cell.source += "\n### BEGIN HIDDEN TESTS\nassert 'secret'\n### END HIDDEN TESTS\n# and after"
    text = feedback_page(tmp_path, [cell]).read_text()
    assert "secret" not in text
    assert "HIDDEN" not in text
    assert "and after" in text


def test_what_is_made_inert_again_stays_as_it_is():
    inert, notebook = Inert(), nbformat.v4.new_notebook(cells=hostile())
    once = nbformat.writes(inert.preprocess(notebook, {})[0])
    assert nbformat.writes(inert.preprocess(nbformat.reads(once, as_version=4), {})[0]) == once
    nbformat.validate(notebook)


def test_formulas_are_set_without_a_script(tmp_path, chromium):
    source = "$$y_i = \\sum_u x_{i+u}$$ and $\\lambda$, `$code$`, $\\unknown{x}$"
    page = chromium.new_page()
    page.goto(feedback_page(tmp_path, [nbformat.v4.new_markdown_cell(source)]).as_uri())
    assert page.locator("math").count() == 2
    assert page.locator("math[display=block] munder, math[display=block] msub").count() > 0
    assert page.inner_text("code") == "$code$"
    assert "$\\unknown{x}$" in page.inner_text("body")
    page.close()


@pytest.mark.parametrize("formula", ["{" * 1999, "\\left(" * 300, "<img src=x onerror=pwned=1>", "x" * 9999, "\\frac"])
def test_formula_of_anybodys_breaks_nothing(tmp_path, formula):
    text = feedback_page(tmp_path, [nbformat.v4.new_markdown_cell(f"before ${formula}$ after")]).read_text()
    assert "before" in text
    assert "<img" not in text


def test_report_is_written_anew_with_the_courses_book(tmp_path):
    flipped = judged(lambda x, w: np.convolve(x, w, "valid"), "xcorr1d")
    cell = check_cell("xcorr1d", verdict_outputs(flipped, 4, {}))
    text = feedback_page(tmp_path, [cell], book=BOOK).read_text()
    assert "https://book.example.org/cnn/notebooks/02_1_one_dimension.html#the-flip" in text
    assert text.count("You turned the kernel round before sliding it.") == 1


def test_page_is_made_in_time_whatever_it_is_to_hold(tmp_path):
    coloured = nbformat.v4.new_output("stream", text="\x1b[31ma\x1b[32mb" * 8_000)
    first = check_cell("xcorr2d-check", outputs_of(cut))
    odd = [nbformat.v4.new_code_cell("a." * 90_000, outputs=[coloured] * 20) for _ in range(40)]
    odd += [nbformat.v4.new_markdown_cell("\\begin{a}" * 20_000) for _ in range(40)]
    began = time.process_time()
    page = feedback_page(tmp_path, [first, *odd]).read_text(encoding="utf-8")
    assert time.process_time() - began < 60
    assert len(page) < 10_000_000
    assert "whole numbers out" in page
    assert "more characters are left out here" in page
    assert "What this cell shows is left out" in page
