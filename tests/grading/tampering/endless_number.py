"""Have a number of 100,000 digits where cells are counted: Python refuses to read it.

Right: the answers are all there, and count.
"""

import json


def as_saved(work):
    return json.dumps({**work, "nbformat_minor": "HERE"}).replace('"HERE"', "9" * 100_000)
