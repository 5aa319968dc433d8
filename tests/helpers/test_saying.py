import pytest

from helpers.saying import says


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("73,728", 73_728),
        ("231,211,008", 231_211_008),
        ("−3", -3.0),
        ("-3", -3),
        ("0.33", 1 / 3),
        ("−0.25", -0.25),
        ("1/3", 1 / 3),
        ("67 %", 2 / 3),
        ("66.7%", 2 / 3),
        ("1,234.5", 1234.52),
    ],
)
def test_a_number_at_the_precision_of_the_text_passes(text, value):
    says(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", 7.2), ("73,728", 73_856), ("0.67", 0.6), ("67 %", 0.68), ("1/3", 0.333), ("3", -3), ("−3", 3)],
)
def test_another_number_raises_and_names_both(text, value):
    with pytest.raises(AssertionError, match=f"The text says {text}, but the value is"):
        says(text, value)


@pytest.mark.parametrize("text", ["", "about 7", "7 pixels", "737,28", "1 2", "1/", "1.000,5"])
def test_what_is_not_one_number_raises_value_error(text):
    with pytest.raises(ValueError, match="not one number"):
        says(text, 7)
