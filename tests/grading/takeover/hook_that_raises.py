"""Have a hook raise an error before and after every cell: everything looks broken.

Right: the cells run all the same, as at home. The answers count.
"""

ADDED = {
    "set-up": [
        """
def always(*_):
    raise RuntimeError("a hook")


get_ipython().events.register("pre_run_cell", always)
get_ipython().events.register("post_run_cell", always)
"""
    ]
}
