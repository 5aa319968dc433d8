"""One warm process with a shell for all tests that run cells in it."""

import pytest

from tests.grading.forked_shell import Warm


@pytest.fixture(scope="session")
def warm(tmp_path_factory):
    warm = Warm(tmp_path_factory.mktemp("warm"))
    yield warm
    warm.end()
