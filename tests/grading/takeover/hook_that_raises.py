"""Have a hook raise an error after every cell: everything looks broken, or nothing does.

Right: the answers are right, and are judged.
"""

ADDED = {
    "set-up": [
        """
def always(*_):
    raise SystemExit(0)


get_ipython().events.register("pre_run_cell", always)
get_ipython().events.register("post_run_cell", always)
"""
    ]
}
