"""Where a diagnosis sends its reader: the section must be in the lesson."""

from myst_parser.mdit_to_docutils.base import default_slugify

from autograder.exercise import Exercise
from tests.notebooks.notebook import Notebook, headings


def slugs(notebook: Notebook) -> set[str]:
    """Return the anchors of a lesson's headings, as the book makes them."""
    return {default_slugify(text) for cell in notebook.markdown for _, text in headings(cell)}


def sections_are_in_the_lessons(exercise: Exercise, lessons: dict[str, Notebook]) -> list[str]:
    anchors = {name: slugs(lesson) for name, lesson in lessons.items()}
    complaints = []
    for slip in exercise.slips:
        lesson, _, heading = slip.section.partition("#")
        choices = anchors.get(lesson, anchors)
        if lesson not in anchors:
            wrong = f"there is no lesson {lesson!r}"
        elif heading not in choices:
            wrong = f"{lesson} has no heading {heading!r}"
        else:
            continue
        complaints.append(f"{exercise.slug(slip)}: {wrong}; name one of {', '.join(sorted(choices))}.")
    return complaints
