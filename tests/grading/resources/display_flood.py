"""Show a hundred thousand tables.

Right: what is shown is cut; the answers count.
"""

ADDED = {
    "relu-solution": [
        """
from IPython.display import HTML, display

for number in range(100_000):
    display(HTML("<b>" + "x" * 1000 + "</b>"))
"""
    ]
}
