"""Measure what a finger has to hit."""

from playwright.sync_api import Page

SIDES = "(all) => Math.min(...all.map((one) => one.getBoundingClientRect()).flatMap((box) => [box.width, box.height]))"


def smallest_target(page: Page, selector: str) -> float:
    """Return the shortest side, in pixels, of all elements that a selector finds."""
    return page.locator(selector).evaluate_all(SIDES)
