"""Exercises of chapter 5: a bend, a maximum, a mean, and a decision."""
