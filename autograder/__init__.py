"""Exercises, and the engine that says what is wrong with an answer, and why.

``check(name, function)`` is what a learner calls; ``evaluate(name, function)`` returns the same as a ``Report``.
"""

from autograder.check import CheckFailed, check
from autograder.exercise import Case, Exercise, Given, Part, Slip, Trial
from autograder.judge import evaluate
from autograder.report import Report

__all__ = ["Case", "CheckFailed", "Exercise", "Given", "Part", "Report", "Slip", "Trial", "check", "evaluate"]
