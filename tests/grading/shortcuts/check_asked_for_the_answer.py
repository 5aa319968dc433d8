"""Call `check` inside the function, and read the right answer out of its report.

Right: where the learner's code is, `check` knows no answers.
"""

SOLUTIONS = {
    "relu": """
from autograder import check


def relu(x):
    try:
        check("relu", lambda _: x)
    except Exception as error:
        report = getattr(error, "report", None)
        for detail in getattr(report, "details", ()):
            print(detail)
    return getattr(check, "__globals__", {}).get("expected", x)
"""
}
EARNS = {"relu": 0}
