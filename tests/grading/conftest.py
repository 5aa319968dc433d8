"""A room for all that looks around in it and leaves it as it is: one of each kind that this machine can have."""

import pytest

from autograder.grading.rooms import Room
from tests.grading.inside import POSSIBLE, SMALL, WALLED


@pytest.fixture(scope="module", params=POSSIBLE)
def room(request):
    with Room("numpy", SMALL, request.param) as made:
        yield made


@pytest.fixture(scope="module", params=WALLED or [pytest.param("", marks=pytest.mark.skip("no walls here"))])
def walled(request):
    with Room("numpy", SMALL, request.param) as made:
        yield made
