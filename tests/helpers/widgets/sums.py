"""Work out a sum of products as the widgets' sentences write it."""

import ast
import operator
from fractions import Fraction

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def value_of(text: str) -> Fraction:
    """Return the value of a text such as ``2·(−1/3) + 5``, exactly."""

    def walk(node: ast.expr) -> Fraction:
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](walk(node.left), walk(node.right))
        return -walk(node.operand) if isinstance(node, ast.UnaryOp) else Fraction(str(node.value))

    return walk(ast.parse(text.replace("·", "*").replace("−", "-").strip(), mode="eval").body)
