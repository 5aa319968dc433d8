"""A drawn stream of wrong functions: a right answer, damaged always in the same way."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import numpy as np

from tests.autograder.networks import damaged, is_network, is_tensor

Damage = Callable[[np.ndarray, np.random.Generator], np.ndarray]


def wrong_functions(reference: Callable, rng: np.random.Generator, *, count: int) -> Iterator[Callable]:
    """Yield wrong functions of the kind that an exercise asks for: arrays, numbers, tuples or fractions."""
    for _ in range(count):
        yield _damaged(reference, int(rng.integers(2**32)))


def wrong_integers(reference: Callable, rng: np.random.Generator, *, count: int) -> Iterator[Callable]:
    """Yield functions that answer each call by a whole number near the right one, or by the same one always."""
    for number in range(count):
        if number % 4 == 0:
            yield _always(reference, int(rng.integers(300)))
        else:
            yield _near(reference, int(rng.integers(2**32)))


def _damaged(reference: Callable, seed: int) -> Callable:
    def function(*args: Any, **options: Any) -> Any:
        rng = np.random.default_rng(seed)
        dropped = rng.random() < 0.15
        y = reference(*(_one_cell_dropped(args, rng) if dropped else args), **options)
        if dropped:
            return y
        if is_network(y):
            return damaged(y, rng)
        y = y.numpy(force=True) if is_tensor(y) else y
        if isinstance(y, list) and not all(isinstance(item, float) for item in y):
            return y[1:]
        if isinstance(y, np.ndarray):
            damages = IN_A_PLANE if y.ndim >= 2 else ALONG_A_LINE
            return damages[rng.integers(len(damages))](np.array(y, dtype=float), rng)
        return _of_kind(y, [rng.integers(1, 4) * n + rng.integers(-2, 3) for n in _numbers(y)])

    return function


def _always(reference: Callable, number: int) -> Callable:
    def function(*args: Any, **options: Any) -> Any:
        truth = reference(*args, **options)
        return _of_kind(truth, [number for _ in _numbers(truth)])

    return function


def _near(reference: Callable, seed: int) -> Callable:
    def function(*args: Any, **options: Any) -> Any:
        truth = reference(*args, **options)
        rng = np.random.default_rng([seed, *repr((args, sorted(options.items()))).encode()])
        return _of_kind(truth, [int(rng.integers(max(1, n // 2), 2 * n + 5)) for n in map(int, _numbers(truth))])

    return function


def _numbers(y: Any) -> list:
    if isinstance(y, Fraction):
        return [y.numerator, y.denominator]
    return list(y) if isinstance(y, (tuple, list)) else [y]


def _of_kind(truth: Any, numbers: list) -> Any:
    if isinstance(truth, Fraction):
        return Fraction(int(numbers[0]), int(numbers[1]) or 1)
    return type(truth)(numbers) if isinstance(truth, (tuple, list)) else numbers[0]


def _one_cell_dropped(args: tuple, rng: np.random.Generator) -> list:
    changed = [value.clone() if is_tensor(value) else _copy(value) for value in args]
    arrays = [_numpy(value) for value in changed if is_tensor(value) or isinstance(value, np.ndarray)]
    arrays = [array for array in arrays if array.ndim and array.size and array.dtype.kind in "iuf"]
    if arrays:
        arrays[rng.integers(len(arrays))].flat[rng.integers(2**20) % 997 % min(a.size for a in arrays)] = 0
    return changed


def _copy(value: Any) -> Any:
    return np.array(value) if isinstance(value, np.ndarray) else value


def _numpy(value: Any) -> np.ndarray:
    return value.numpy() if is_tensor(value) else value  # shares its numbers


def _one_cell_off(y: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    y.flat[rng.integers(2**20) % max(1, y.size)] += rng.uniform(0.5, 7)
    return y


EVERYWHERE: list[Damage] = [
    lambda y, rng: rng.permutation(y.ravel()).reshape(y.shape),
    lambda y, rng: rng.choice([-1, 0.5, 2, rng.uniform(0.1, 7)]) * y,
    lambda y, rng: y + rng.choice([-1, 1, rng.uniform(0.1, 7)]),
    lambda y, rng: rng.uniform(0.1, 7) * y + 0.1234,
    _one_cell_off,
    lambda y, rng: np.roll(y, rng.integers(1, 4)),
    lambda y, rng: rng.integers(-9, 10, y.shape).astype(float),
]
ALONG_A_LINE: list[Damage] = [*EVERYWHERE, lambda y, _: y[1:], lambda y, _: y[:-1], lambda y, _: y[::-1]]
IN_A_PLANE: list[Damage] = [
    *EVERYWHERE,
    lambda y, _: y[..., 1:, :],
    lambda y, _: y[..., :-1],
    lambda y, _: y[..., 1:, :-1],
    lambda y, _: np.swapaxes(y, -1, -2),
    lambda y, _: y[..., ::-1, :],
    lambda y, rng: np.roll(y, rng.integers(1, 3), axis=rng.integers(y.ndim)),
]
