"""Wrong shares of a layer's cost."""

from fractions import Fraction

from tests.autograder.mistakes.makes import makes


def area(kernel):
    height, width = (kernel, kernel) if isinstance(kernel, int) else kernel
    return height * width


def right(cin, cout, k):
    return Fraction(cin * area(k) + cin * cout, cin * cout * area(k))


@makes("separable_ratio", "upside-down")
def times_cheaper(cin, cout, k):
    return 1 / right(cin, cout, k)


@makes("separable_ratio", "what-is-saved")
def saved(cin, cout, k):
    return Fraction(cin * cout * area(k) - cin * area(k) - cin * cout, cin * cout * area(k))


@makes("separable_ratio", "pointwise-forgotten")
def depthwise_only(cin, cout, k):
    return Fraction(cin * area(k), cin * cout * area(k))


@makes("separable_ratio", "only-the-pointwise")
def saves_a_factor_of_k_squared(_cin, _cout, k):
    return Fraction(1, area(k))


@makes("separable_ratio", "layers-multiplied")
def layer_times_layer(cin, cout, k):
    return Fraction((cin * area(k)) * (cin * cout), cin * cout * area(k))


@makes("separable_ratio", "first-layer-full")
def groups_forgotten(cin, cout, k):
    return Fraction(cin * cin * area(k) + cin * cout, cin * cout * area(k))


@makes("separable_ratio", "first-layer-for-each-output")
def one_over_in(cin, _cout, k):
    return Fraction(1, cin) + Fraction(1, area(k))


@makes("separable_ratio", "kernel-in-both-layers")
def never_one_by_one(cin, cout, k):
    return Fraction(cin * area(k) + cin * cout * area(k), cin * cout * area(k))


@makes("separable_ratio", "biases-counted")
def parameters(cin, cout, k):
    thin = (area(k) + 1) * cin + (cin + 1) * cout
    return Fraction(thin, (cin * area(k) + 1) * cout)


@makes("separable_ratio", "kernel-not-squared")
def flat(_cin, cout, k):
    return Fraction(1, cout) + Fraction(1, k[0] * k[1] if isinstance(k, tuple) else k)


@makes("separable_ratio", "first-of-a-pair-squared-kernel")
def square(_cin, cout, k):
    k = k if isinstance(k, int) else k[0]
    return Fraction(1, cout) + Fraction(1, k**2)


@makes("separable_ratio", "fraction-of-a-float")
def in_decimals(_cin, cout, k):
    return Fraction(1 / cout + 1 / area(k))


@makes("separable_ratio", "fraction-of-a-quotient")
def divided_first(cin, cout, k):
    return Fraction((cin * area(k) + cin * cout) / (cin * cout * area(k)))


@makes("separable_ratio", "upside-down", "only-the-pointwise")
def k_squared(_cin, _cout, k):
    return Fraction(area(k))


@makes("separable_ratio", "kernel-not-squared", "upside-down")
def flat_and_upside_down(cin, cout, k):
    return 1 / flat(cin, cout, k)


@makes("separable_ratio", "biases-counted", "first-of-a-pair-squared-kernel")
def square_with_biases(cin, cout, k):
    return parameters(cin, cout, k if isinstance(k, int) else k[0])


@makes("separable_ratio")
def whole_division(cin, cout, k):
    return (cin * area(k) + cin * cout) // (cin * cout * area(k))


@makes("separable_ratio")
def nearest_short_fraction(cin, cout, k):
    return in_decimals(cin, cout, k).limit_denominator()


@makes("separable_ratio")
def rounds_to_a_float(cin, cout, k):
    return float(right(cin, cout, k))
