"""Activations against torch, at the edges, and on bad input."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import activations
from helpers.activations import elu, gelu, leaky_relu, prelu, relu, selu, softmax

RNG = np.random.default_rng(0)
PAIRS = [
    ("relu", {}, "relu", {}),
    ("leaky_relu", {}, "leaky_relu", {}),
    ("leaky_relu", {"slope": 0.2}, "leaky_relu", {"negative_slope": 0.2}),
    ("elu", {}, "elu", {}),
    ("elu", {"alpha": 0.5}, "elu", {"alpha": 0.5}),
    ("selu", {}, "selu", {}),
    ("gelu", {}, "gelu", {}),
    ("gelu", {"approximate": "tanh"}, "gelu", {"approximate": "tanh"}),
    ("softmax", {"axis": 0}, "softmax", {"dim": 0}),
    ("softmax", {"axis": 1}, "softmax", {"dim": 1}),
    ("softmax", {}, "softmax", {"dim": -1}),
]


@pytest.mark.full
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("name", "options", "theirs", "their_options"), PAIRS)
def test_equals_torch(name, options, theirs, their_options, dtype):
    import torch

    x = np.concatenate([RNG.normal(scale=3, size=(4, 3, 5)), np.zeros((4, 3, 1)), np.full((4, 3, 1), -80.0)], axis=2)
    x = x.astype(dtype)
    y = getattr(activations, name)(x, **options)
    expected = getattr(torch.nn.functional, theirs)(torch.from_numpy(x), **their_options).numpy()
    assert y.dtype == x.dtype
    tolerance = 1e-5 if dtype == "float32" else 1e-12
    np.testing.assert_allclose(y, expected, rtol=tolerance, atol=tolerance)


@pytest.mark.full
@pytest.mark.parametrize("slopes", [[0.3], [0.1, -0.2, 0.5]])
def test_prelu_equals_torch(slopes):
    import torch

    x = RNG.normal(size=(2, 3, 4, 5))
    expected = torch.nn.functional.prelu(torch.from_numpy(x), torch.tensor(slopes, dtype=torch.float64)).numpy()
    np.testing.assert_allclose(prelu(x, slopes), expected)


def test_relu_keeps_integers_as_int64_and_leaves_its_input_alone():
    x = np.array([[-3, 4]], dtype=np.int8)
    assert relu(x).dtype == np.int64
    assert relu(x).tolist() == [[0, 4]]
    assert x.tolist() == [[-3, 4]]


def test_relu_passes_on_what_is_not_a_number():
    assert np.isnan(relu([np.nan, 1.0])).tolist() == [True, False]


@pytest.mark.parametrize("function", [leaky_relu, elu, selu, gelu, softmax])
def test_integers_become_float64(function):
    assert function([1, -2, 3]).dtype == np.float64


@pytest.mark.parametrize("function", [relu, leaky_relu, elu, selu, gelu])
def test_a_single_number_and_an_empty_array_keep_their_shape(function):
    assert np.shape(function(-1.5)) == ()
    assert function(np.zeros((2, 0))).shape == (2, 0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6), st.floats(-1e3, 1e3))
def test_softmax_sums_to_one_and_does_not_see_a_constant(scores, constant):
    p = softmax(scores)
    assert p.sum() == pytest.approx(1)
    np.testing.assert_allclose(softmax(np.array(scores) + constant), p, atol=1e-8)


def test_softmax_is_finite_for_scores_beyond_exp():
    np.testing.assert_allclose(softmax([1000, 1001, 0]), [1 / (1 + np.e), np.e / (1 + np.e), 0])
    np.testing.assert_allclose(softmax([[1000, 1000], [-1000, -1000]]), np.full((2, 2), 0.5))


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: relu(["a"]), TypeError, "relu: x holds <U1 values; it needs real numbers"),
        (lambda: gelu([1j]), TypeError, "gelu: x holds complex128 values"),
        (lambda: gelu([1.0], approximate="erf"), ValueError, "gelu: approximate is 'erf'; use \"none\""),
        (lambda: prelu(np.ones((2, 3)), [1, 2]), ValueError, r"prelu: slopes has shape \(2,\) and x \(2, 3\) has 3"),
        (lambda: softmax([1.0], axis=1), ValueError, r"softmax: z has shape \(1,\), 1 axes; axis=1 is none of them"),
        (lambda: softmax(3.0), ValueError, r"softmax: z has shape \(\), 0 axes; axis=-1 is none of them"),
        (lambda: softmax(np.ones((2, 0))), ValueError, r"softmax: z has shape \(2, 0\), its axis -1 is empty"),
    ],
)
def test_errors_say_what_is_wrong_and_what_to_do(call, error, message):
    with pytest.raises(error, match=message):
        call()
