"""Every page of the built book, opened in Chromium with all other hosts cut off."""

import pytest

from tests.book.site import settle, site_pages


@pytest.mark.parametrize("path", site_pages())
def test_page_works_from_the_root_of_a_host(addresses, new_page, path):
    page = opened(new_page, addresses["root"], path)
    assert page.problems == []
    assert broken_images(page) == []
    assert dead_widgets(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert too_wide(page) == []


@pytest.mark.parametrize("path", site_pages())
def test_page_works_below_a_sub_path(addresses, new_page, path):
    page = opened(new_page, addresses["sub-path"], path)
    assert page.problems == []
    assert dead_widgets(page) == []


@pytest.mark.parametrize("path", site_pages())
def test_page_works_from_disk(site, new_page, path):
    page = opened(new_page, site.as_uri() + "/", path)
    assert page.problems == []
    assert dead_widgets(page) == []


def test_site_tells_hosts_to_serve_folders_that_start_with_an_underscore(site):
    assert (site / ".nojekyll").is_file()


def test_front_page_leads_to_the_preface(addresses, new_page):
    page = new_page(addresses["sub-path"])
    page.goto(addresses["sub-path"])
    page.wait_for_url("**/book/preface.html")


def test_search_finds_a_word_of_the_notation_page(addresses, new_page):
    page = new_page(addresses["sub-path"])
    page.goto(addresses["sub-path"] + "search.html?q=cross-correlation")
    page.wait_for_selector("#search-results a[href*='notation']")
    assert page.problems == []


def test_dark_page_is_printed_in_the_light_theme(addresses, new_page):
    page = new_page(addresses["root"])
    page.emulate_media(color_scheme="dark")
    page.goto(addresses["root"] + "book/notation.html")
    theme = "document.documentElement.dataset.theme"
    assert page.evaluate(theme) == "dark"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(theme) == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(theme) == "dark"


def test_every_page_has_a_way_to_report_an_error(site):
    texts = {path: (site / path).read_text(encoding="utf-8") for path in site_pages()}
    assert [path for path, text in texts.items() if "Report an error on this page" not in text] == []


def test_page_without_a_formula_does_not_load_mathjax(site):
    assert "tex-chtml.js" in (site / "book/notation.html").read_text(encoding="utf-8")
    assert "tex-chtml.js" not in (site / "book/credits.html").read_text(encoding="utf-8")


def test_no_page_loads_requirejs_or_the_widget_manager(site):
    texts = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert [name for name, text in texts.items() if "require.min.js" in text or "html-manager" in text] == []


def opened(new_page, home: str, path: str):
    page = new_page(home)
    page.goto(home + path)
    settle(page)
    return page


def broken_images(page) -> list[str]:
    return page.evaluate(
        "[...document.images].filter((image) => !(image.complete && image.naturalWidth)).map((image) => image.src)"
    )


def dead_widgets(page) -> list[str]:
    """Return what stands in a widget's place and is no widget."""
    return page.evaluate(
        """[...document.querySelectorAll(".cnn-mount")]
            .filter((place) => !place.querySelector(".cnn-widget") || place.querySelector(".cnn-unmounted"))
            .map((place) => place.textContent)"""
    )


def too_wide(page) -> list[str]:
    """Return what makes the page scroll sideways."""
    return page.evaluate(
        """document.documentElement.scrollWidth <= innerWidth ? []
            : [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth)
                .map((one) => `${one.tagName}.${one.className}`)"""
    )
