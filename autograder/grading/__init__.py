"""Grading a class with nbgrader: what was handed in is read with care, and a notebook to grade is built from it."""
