"""Solve everything as the tasks say.

Right: full marks.
"""
