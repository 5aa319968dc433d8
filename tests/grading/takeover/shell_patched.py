"""Patch the shell itself: `run_cell`, `showtraceback`, the display hook and the publisher.

Right: cells may fail from then on; what the functions answer is judged all the same.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
MAY_LOSE = ("xcorr1d", "max_pool2d", "out_size")  # their cells come later, and a shell that runs nothing runs no cell
ADDED = {
    "relu-solution": [
        """
shell = get_ipython()


class Done:
    success, error_in_exec, error_before_exec, result = True, None, None, 5


for name in ("run_cell", "run_cell_async", "run", "run_ast_nodes", "run_code"):
    setattr(shell, name, lambda *_, **__: Done())
    setattr(type(shell), name, lambda *_, **__: Done())
shell.showtraceback = shell._showtraceback = lambda *_, **__: None
shell.displayhook = print
shell.display_pub.publish = lambda *_, **__: None
"""
    ]
}
