"""Where a diagnosis sends its reader: the section must be in the lesson."""

from autograder.exercise import Exercise
from tests.notebooks.notebook import Notebook, headings


def sections_are_in_the_lessons(exercise: Exercise, lessons: dict[str, Notebook]) -> list[str]:
    told = {name: {text for cell in lesson.markdown for _, text in headings(cell)} for name, lesson in lessons.items()}
    complaints = []
    for slip in exercise.slips:
        lesson, _, heading = slip.section.partition("#")
        choices = told.get(lesson, told)
        if lesson not in told:
            wrong = f"there is no lesson {lesson!r}"
        elif heading not in choices:
            wrong = f"{lesson} has no heading {heading!r}"
        else:
            continue
        complaints.append(f"{exercise.slug(slip)}: {wrong}; name one of {', '.join(sorted(choices))}.")
    return complaints
