"""Show what is no output: keys that are no texts, objects, lists 50,000 deep, halves of letters, false pictures.

Right: the notebook that is written stays one, and the class goes on. The answers count.
"""

ADDED = {
    "set-up": [
        """
deep = []
for _ in range(50_000):
    deep = [deep]
for data in (
    {"text/plain": 5, 3: object(), None: b"1"},
    {"application/json": deep},
    {"application/json": float("nan"), "text/plain": None},
    {"text/plain": "\\ud800", "text/html": ["a", 3]},
    {"image/png": b"\\x00\\xff", "image/svg+xml": {"a": 1}},
    {},
):
    try:
        display(data, raw=True, metadata={"collapsed": deep, 1: 2}, transient={"display_id": deep})
    except Exception as error:
        print(type(error))
""",
        """
from IPython.display import publish_display_data

publish_display_data({"text/plain": "x"}, metadata=7)
""",
        "raise type('\\ud800 Odd', (Exception,), {'__str__': lambda _: '\\udfff'})",
    ]
}
