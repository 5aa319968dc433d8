"""Have the shell call the learner before and after every cell, to define what the check will ask and to show a 3.

Right: a hook can do in S what a cell can do there, and no more. The honest answers count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "set-up": [
        """
def before(info=None):
    get_ipython().user_ns["check"] = lambda *_, **__: 3


def after(result=None):
    print(3)


for when, hook in (("pre_run_cell", before), ("pre_execute", before), ("post_run_cell", after)):
    get_ipython().events.register(when, hook)
"""
    ]
}
