"""What several files share: a room of each kind that this machine can have, and a warm process with a shell.

A room is for all that looks around in it and leaves it as it is.
"""

import pytest

from autograder.grading.rooms import Room
from tests.grading.forked_shell import Warm
from tests.grading.inside import POSSIBLE, SMALL, WALLED


@pytest.fixture(scope="module", params=POSSIBLE)
def room(request):
    with Room("numpy", SMALL, request.param) as made:
        yield made


@pytest.fixture(scope="module", params=WALLED or [pytest.param("", marks=pytest.mark.skip("no walls here"))])
def walled(request):
    with Room("numpy", SMALL, request.param) as made:
        yield made


@pytest.fixture(scope="session")
def warm(tmp_path_factory):
    warm = Warm(tmp_path_factory.mktemp("warm"))
    yield warm
    warm.end()
