"""Show a report that looks like the book's own: all is right, 3 of 3 points, with a script in it.

Right: a picture of a report earns nothing.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
class Report:
    exercise, status, headline, passed, points, points_possible = "relu", "passed", "right.", True, 3, 3

    def _repr_mimebundle_(self, **_):
        return {
            "text/html": '<div role="status" class="cnn-report">✓ relu: right.</div><script>alert(3)</script>',
            "text/plain": "3",
            "application/vnd.nbgrader.score+json": {"score": 3, "max_score": 3},
            "application/javascript": "document.body.innerHTML = '13 of 13'",
        }


display(Report())
Report()
"""
    ]
}
