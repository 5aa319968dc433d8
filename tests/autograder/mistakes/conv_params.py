"""Wrong counts of what a convolution layer learns."""

from tests.autograder.mistakes.makes import makes


def cells(kernel):
    height, width = (kernel, kernel) if isinstance(kernel, int) else kernel
    return height * width


def layer(weights, out_channels, bias):
    return weights + out_channels if bias else weights


@makes("conv_params", "bias-forgotten")
def weights_only(cin, cout, kernel, *, groups=1, bias=True):
    del bias
    return cells(kernel) * cin * cout // groups


@makes("conv_params", "bias-always-counted")
def biased(cin, cout, kernel, *, groups=1, bias=True):
    del bias
    return (cells(kernel) * cin // groups + 1) * cout


@makes("conv_params", "one-bias-for-all")
def one_bias(cin, cout, kernel, *, groups=1, bias=True):
    return cells(kernel) * cin // groups * cout + (1 if bias else 0)


@makes("conv_params", "bias-for-each-input-channel")
def bias_in(cin, cout, kernel, *, groups=1, bias=True):
    return cells(kernel) * cin // groups * cout + bias * cin


@makes("conv_params", "bias-for-each-slice")
def bias_in_slices(cin, cout, kernel, *, groups=1, bias=True):
    return (cells(kernel) + bias) * (cin // groups) * cout


@makes("conv_params", "bias-for-each-cell")
def bracket(cin, cout, kernel, *, groups=1, bias=True):
    return cells(kernel) * (cin // groups + bias) * cout


@makes("conv_params", "nothing-without-biases")
def without_brackets(cin, cout, kernel, *, groups=1, bias=True):
    return cout * (cin // groups) * cells(kernel) + cout if bias else 0


@makes("conv_params", "biases-divided-by-groups")
def all_divided_at_the_end(cin, cout, kernel, *, groups=1, bias=True):
    return layer(cout * cin * cells(kernel), cout, bias) // groups


@makes("conv_params", "groups-divide-twice", "biases-divided-by-groups")
def one_group_and_its_biases(cin, cout, kernel, *, groups=1, bias=True):
    return layer(cells(kernel) * (cin // groups) * (cout // groups), cout // groups, bias)


@makes("conv_params", "input-channels-forgotten")
def nine(_cin, cout, kernel, *, groups=1, bias=True):
    return layer(cells(kernel) * cout if groups else 0, cout, bias)


@makes("conv_params", "output-channels-forgotten")
def one_kernel(cin, cout, kernel, *, groups=1, bias=True):
    return layer(cells(kernel) * cin // groups, cout, bias)


@makes("conv_params", "groups-ignored")
def full(cin, cout, kernel, *, groups=1, bias=True):
    del groups
    return layer(cells(kernel) * cin * cout, cout, bias)


@makes("conv_params", "groups-multiply")
def each_group_reads_all(cin, cout, kernel, *, groups=1, bias=True):
    return layer(sum(cells(kernel) * cin * cout for _ in range(groups)), cout, bias)


@makes("conv_params", "groups-divide-twice")
def one_group(cin, cout, kernel, *, groups=1, bias=True):
    return layer(cells(kernel) * (cin // groups) * (cout // groups), cout, bias)


@makes("conv_params", "first-of-a-pair-squared-kernel")
def square(cin, cout, kernel, *, groups=1, bias=True):
    k = kernel if isinstance(kernel, int) else kernel[0]
    return layer(k**2 * cin // groups * cout, cout, bias)


@makes("conv_params", "kernel-not-squared")
def as_in_one_dimension(cin, cout, kernel, *, groups=1, bias=True):
    size = kernel[0] * kernel[1] if isinstance(kernel, tuple) else kernel
    return layer(size * cin // groups * cout, cout, bias)


@makes("conv_params", "kernel-sides-added")
def sides_added(cin, cout, kernel, *, groups=1, bias=True):
    height, width = kernel if isinstance(kernel, tuple) else (kernel, kernel)
    return layer((height + width) * (cin // groups) * cout, cout, bias)


@makes("conv_params", "groups-ignored", "bias-forgotten")
def textbook(cin, cout, kernel, *, groups=1, bias=True):
    del groups, bias
    return cout * cin * cells(kernel)


@makes("conv_params", "input-channels-forgotten", "one-bias-for-all")
def nine_and_one(_cin, cout, kernel, *, groups=1, bias=True):
    del groups
    return cells(kernel) * cout + bias


@makes("conv_params", "first-of-a-pair-squared-kernel", "bias-always-counted")
def square_and_biased(cin, cout, kernel, *, groups=1, bias=True):
    del bias
    k = kernel if isinstance(kernel, int) else kernel[0]
    return (k * k * cin // groups + 1) * cout
