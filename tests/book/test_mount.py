"""mount.js: widgets stand and work on a static page, from a host and from disk, with no kernel."""

import pytest

from tests.book.minisite import build
from tests.book.site import serve, settle


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("minisite")
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "html"


@pytest.fixture(params=["host", "disk"])
def page(request, built, new_page):
    with serve(built, "/deep/down/") as host:
        home = host if request.param == "host" else built.as_uri()
        page = new_page(home)
        page.goto(f"{home.rstrip('/')}/index.html")
        settle(page)
        yield page


def test_views_show_their_traits_and_decoded_buffers(page):
    assert page.locator(".counter").all_text_contents() == ["3 of 9", "3 of 9", "10 of 9"]


def test_views_of_one_model_change_together_and_others_do_not(page):
    page.locator(".counter").first.click()
    assert page.locator(".counter").all_text_contents() == ["4 of 9", "4 of 9", "10 of 9"]


def test_style_sheet_is_applied(page):
    assert page.locator(".counter").first.evaluate("button => getComputedStyle(button).color") == "rgb(1, 2, 3)"


def test_failing_widget_shows_a_sentence_and_stops_no_other(page):
    assert page.locator(".cnn-unmounted").all_text_contents() == [
        "This interactive figure could not start in your browser."
    ]
    assert page.locator(".cnn-widget").count() == 5
    assert [problem for problem in page.problems if "on purpose" not in problem] == []


def test_initialize_runs_once_for_two_views(page):
    assert page.locator(".prepared").all_text_contents() == ["ready", "ready"]
    assert page.evaluate("self.initialized") == 1


def test_setting_two_traits_at_once_is_one_change(page):
    page.locator(".prepared").first.click()
    assert page.evaluate("self.changes") == 1
    page.locator(".prepared").last.click()
    assert page.evaluate("self.changes") == 1, "an equal value is no change"


def test_cleanups_run_when_the_page_goes_for_good(page):
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert page.evaluate("self.cleaned") is None
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))")
    assert page.evaluate("self.cleaned") == 103
    page.locator(".counter").first.click()
    assert page.locator(".counter").first.text_content() == "3 of 9"


def test_page_without_scripts_says_what_is_missing(built, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / "index.html").as_uri())
    assert "needs JavaScript" in page.locator("noscript").first.inner_text()
    context.close()
