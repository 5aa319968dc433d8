"""One linear layer on borrowed features, fitted in one step."""

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch12_transfer._fit_slips import ANSWER_SLIPS, FIT_SLIPS
from autograder.exercises.ch12_transfer._probing import clear, drawn, grid, slipped, working
from autograder.exercises.ch12_transfer._standard_slips import STANDARD_SLIPS
from helpers.probes import linear_probe

ONE = np.array([[10.0], [30.0], [40.0], [100.0]])
TWO = np.array([[20.0, 3], [45, 1], [38, 4], [90, 2], [71, 5], [84, 1], [33, 8], [62, 9]])
THREE = np.array(
    [
        [12.0, 1, 30],
        [15, 2, 80],
        [11, 4, 50],
        [18, 3, 10],
        [25, 2, 40],
        [29, 5, 70],
        [22, 6, 20],
        [14, 9, 60],
        [19, 8, 90],
    ]
)
CONSTANT = np.array([[1.0, 7, 2], [4, 7, 9], [6, 7, 3], [2, 7, 8], [9, 7, 5], [8, 7, 1], [3, 7, 4]])
OF_ONE, OF_TWO = np.array([0, 0, 0, 1]), np.array([0, 0, 0, 0, 1, 1, 2, 2])
OF_THREE, OF_CONSTANT = np.array([0, 0, 0, 0, 0, 1, 1, 2, 2]), np.array([5, 2, 2, 9, 5, 9, 2])


def _shapes(case: Case) -> dict[str, tuple[int, ...]]:
    features, labels, new = case.args
    classes = len(np.unique(labels))
    return {
        "You give one number for each training row, and not for each new one.": (len(features),),
        "You give one number for each class: `argmax` has to go along the classes, axis 1 of the scores.": (classes,),
        "You give the scores of all classes, and not the class whose score is the largest.": (len(new), classes),
        "You give one column. One axis is asked for: `.ravel()` leaves the other out.": (len(new), 1),
    }


EXERCISE = Exercise(
    name="linear_probe",
    chapter=12,
    goal="Standardise the features by the training rows, fit a ridge regression to one-hot targets, and return the "
    "class of each new row.",
    reference=linear_probe,
    slipped=slipped,
    working=working,
    shapes=_shapes,
    parts=(
        Part(
            "one feature and two classes",
            points=1,
            probe=(
                clear(ONE, OF_ONE, grid(range(40, 120, 4))),
                clear(ONE, OF_ONE, grid(range(50, 150, 2)), penalty=4.0),
            ),
            cases=lambda rng: tuple(drawn(rng, n, 1, (0, 1), penalty) for n, penalty in ((5, 1.0), (9, 3.0))),
        ),
        Part(
            "features on different scales",
            points=3,
            probe=(
                clear(TWO, OF_TWO, grid(range(0, 120, 3), (1, 7))),
                clear(TWO, OF_TWO, grid((30, 70), range(-3, 14)), penalty=6.0),
                clear(TWO[:, ::-1], OF_TWO, grid((0, 3, 5, 8), range(15, 90, 4)), penalty=0.25),
                clear(THREE, OF_THREE, grid(range(8, 35), (2, 8), (20, 55)), penalty=3.0),
                clear(THREE, OF_THREE, grid((9, 14, 21, 30), range(12), (25, 90)), penalty=9.0),
            ),
            cases=lambda rng: tuple(
                drawn(rng, n, features, range(classes), penalty)
                for n, features, classes, penalty in (
                    (10, 2, 2, 4.0),
                    (14, 3, 3, 0.5),
                    (24, 4, 4, 7.0),
                    (30, 5, 3, 2.0),
                )
            ),
        ),
        Part(
            "labels that are any whole numbers, and a feature that never changes",
            points=2,
            probe=(
                clear(CONSTANT, OF_CONSTANT, grid((0, 3, 5, 8), (7, 2), range(-2, 14, 2)), penalty=2.0),
                clear(CONSTANT, OF_CONSTANT, grid(range(-2, 12), (7, 9), (2, 8))),
            ),
            cases=lambda rng: (
                drawn(rng, 12, 3, (4, 1, 7), 5.0, constant=True),
                drawn(rng, 18, 3, (20, 3), 2.0, constant=True),
            ),
        ),
    ),
    slips=(*STANDARD_SLIPS, *FIT_SLIPS, *ANSWER_SLIPS),
)
