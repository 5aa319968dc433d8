"""How a test says what the rules complain of: a line each, without a traceback."""

import pytest


def expect_none(complaints: list[str]) -> None:
    """Fail with the complaints, if there are any."""
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def expect_told(rule, bad: tuple, good: tuple, told: str) -> None:
    """Fail unless the rule complains of the bad example, in these words, and of the good one not at all."""
    assert any(told in complaint for complaint in rule(*bad)), rule(*bad)
    expect_none(rule(*good))
