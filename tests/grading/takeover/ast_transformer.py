"""Rewrite the syntax tree of every later cell: each call of `check` becomes the number 5.

Right: no check is run where the learner's code is.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
import ast


class Five(ast.NodeTransformer):
    def visit_Call(self, node):
        named = getattr(node.func, "id", "")
        return ast.copy_location(ast.Constant(5), node) if named == "check" else self.generic_visit(node)


get_ipython().ast_transformers.append(Five())
"""
    ]
}
