"""Where a diagnosis sends its reader: the section must be in the lesson."""

from myst_parser.mdit_to_docutils.base import default_slugify

from autograder.exercise import Exercise
from tests.notebooks.notebook import Notebook, headings


def slugs(notebook: Notebook) -> set[str]:
    """Return the anchors of a lesson's headings, as the book makes them."""
    return {default_slugify(text) for cell in notebook.markdown for _, text in headings(cell)}


def sections_are_in_the_lessons(exercise: Exercise, lessons: dict[str, Notebook]) -> list[str]:
    complaints = []
    for slip in exercise.slips:
        lesson, _, heading = slip.section.partition("#")
        if lesson not in lessons:
            complaints.append(
                f"{exercise.slug(slip)}: there is no lesson {lesson!r}; name one of {', '.join(lessons)}."
            )
        elif heading not in slugs(lessons[lesson]):
            choices = ", ".join(sorted(slugs(lessons[lesson])))
            complaints.append(f"{exercise.slug(slip)}: {lesson} has no heading {heading!r}; name one of {choices}.")
    return complaints
