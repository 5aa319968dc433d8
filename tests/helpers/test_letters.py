"""The drawn letters."""

import numpy as np
import pytest

from helpers.letters import make_letter, make_letter_pictures


def test_an_x_holds_the_smaller_x_in_its_middle_and_an_o_does_not():
    assert np.array_equal(make_letter("X", 7)[1:-1, 1:-1], make_letter("X", 5))
    assert not np.array_equal(make_letter("O", 7)[1:-1, 1:-1], make_letter("O", 5))


def test_an_o_lacks_its_corners():
    assert make_letter("O", 3).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


def test_pictures_have_one_size_and_keep_ink_off_the_edge():
    pictures = make_letter_pictures()
    assert len(pictures) == 14
    for picture in pictures.values():
        assert picture.shape == (16, 16)
        assert picture.dtype == np.float64
        assert max(picture[0].max(), picture[-1].max(), picture[:, 0].max(), picture[:, -1].max()) <= 0.1


def test_only_the_empty_picture_is_empty():
    assert [name for name, picture in make_letter_pictures().items() if not picture.any()] == ["an empty picture"]


@pytest.mark.parametrize(("letter", "size"), [("A", 5), ("X", 2)])
def test_no_such_letter_raises_value_error(letter, size):
    with pytest.raises(ValueError, match=f"make_letter\\('{letter}', {size}\\): draws X or O, from a size of 3 on"):
        make_letter(letter, size)
