"""A convolution layer with its windows in the wrong place."""

import numpy as np

from tests.autograder.mistakes.makes import makes


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def layer(x, w, b, stride, dilation, groups, window=None, size=None):
    """Go cell by cell over padded images, as a learner's loops do; what is handed in is done wrongly."""
    (sh, sw), (dh, dw) = pair(stride), pair(dilation)
    n_out, n_in, kh, kw = w.shape
    if size is None:
        size = (
            (x.shape[2] - dh * (kh - 1) - 1) // sh + 1,
            (x.shape[3] - dw * (kw - 1) - 1) // sw + 1,
        )
    y = np.zeros((x.shape[0], n_out, *size))
    for n in range(x.shape[0]):
        for o in range(n_out):
            start = o // (n_out // groups) * n_in
            channels = x[n, start : start + n_in]
            for i in range(size[0]):
                for j in range(size[1]):
                    if window is None:
                        top, left = i * sh, j * sw
                        seen = channels[:, top : top + dh * (kh - 1) + 1 : dh, left : left + dw * (kw - 1) + 1 : dw]
                    else:
                        seen = window(channels, i, j)
                    y[n, o, i, j] = np.sum(seen * w[o]) + (b[o] if b is not None else 0)
    return y


def pad(x, padding):
    ph, pw = pair(padding)
    return np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))


def right(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return layer(pad(x, padding), w, b, stride, dilation, groups)


@makes("conv2d", "stride-forgotten")
def starts_at_i(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (dh, dw), (kh, kw) = pair(dilation), w.shape[2:]

    def window(image, i, j):
        return image[:, i : i + dh * (kh - 1) + 1 : dh, j : j + dw * (kw - 1) + 1 : dw]

    return layer(pad(x, padding), w, b, stride, dilation, groups, window)


@makes("conv2d", "stride-ignored")
def stops_everywhere(x, w, b=None, **options):
    return right(x, w, b, **(options | {"stride": 1}))


@makes("conv2d", "padding-forgotten")
def never_pads(x, w, b=None, **options):
    return right(x, w, b, **(options | {"padding": 0}))


@makes("conv2d", "padding-before-only")
def pads_top_and_left(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    ph, pw = pair(padding)
    padded = np.zeros((*x.shape[:2], x.shape[2] + ph, x.shape[3] + pw))
    padded[:, :, ph:, pw:] = x
    return layer(padded, w, b, stride, dilation, groups)


@makes("conv2d", "padding-before-only")
def counts_the_padding_once(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    height = (x.shape[2] + ph - dh * (w.shape[2] - 1) - 1) // sh + 1
    width = (x.shape[3] + pw - dw * (w.shape[3] - 1) - 1) // sw + 1
    return layer(pad(x, padding), w, b, stride, dilation, groups, size=(height, width))


@makes("conv2d", "padding-after-only")
def pads_bottom_and_right(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    ph, pw = pair(padding)
    return layer(np.pad(x, ((0, 0), (0, 0), (0, ph), (0, pw))), w, b, stride, dilation, groups)


@makes("conv2d", "padding-not-in-the-size")
def sizes_before_padding(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (dh, dw) = pair(stride), pair(dilation)
    height = (x.shape[2] - dh * (w.shape[2] - 1) - 1) // sh + 1
    width = (x.shape[3] - dw * (w.shape[3] - 1) - 1) // sw + 1
    return layer(pad(x, padding), w, b, stride, dilation, groups, size=(height, width))


@makes("conv2d", "dilation-ignored")
def always_contiguous(x, w, b=None, **options):
    return right(x, w, b, **(options | {"dilation": 1}))


@makes("conv2d", "taps-side-by-side")
def dilates_the_size_only(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (kh, kw) = pair(stride), w.shape[2:]

    def window(image, i, j):
        return image[:, i * sh : i * sh + kh, j * sw : j * sw + kw]

    return layer(pad(x, padding), w, b, stride, dilation, groups, window)


@makes("conv2d", "span-too-long")
def spans_dilation_times_k(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (dh, dw) = pair(stride), pair(dilation)
    x = pad(x, padding)
    height = (x.shape[2] - dh * w.shape[2]) // sh + 1
    width = (x.shape[3] - dw * w.shape[3]) // sw + 1
    return layer(x, w, b, stride, dilation, groups, size=(height, width))


@makes("conv2d", "dilation-one-too-large")
def counts_the_holes(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    holes_down, holes_across = pair(dilation)
    return layer(pad(x, padding), w, b, stride, (holes_down + 1, holes_across + 1), groups)


@makes("conv2d", "last-window-missed")
def forgets_the_one(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (dh, dw) = pair(stride), pair(dilation)
    x = pad(x, padding)
    height = (x.shape[2] - dh * (w.shape[2] - 1) - 1) // sh
    width = (x.shape[3] - dw * (w.shape[3] - 1) - 1) // sw
    return layer(x, w, b, stride, dilation, groups, size=(height, width))


@makes("conv2d", "rows-and-columns-swapped")
def j_goes_down(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (dh, dw), (kh, kw) = pair(stride), pair(dilation), w.shape[2:]

    def window(image, i, j):
        top, left = j * sh, i * sw
        return image[:, top : top + dh * (kh - 1) + 1 : dh, left : left + dw * (kw - 1) + 1 : dw]

    return layer(pad(x, padding), w, b, stride, dilation, groups, window)


@makes("conv2d", "rows-and-columns-swapped-cell-by-cell")
def j_goes_down_cell_by_cell(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (dh, dw), (kh, kw) = pair(stride), pair(dilation), w.shape[2:]

    def window(image, i, j):
        return np.array(
            [[[channel[j * sh + u * dh, i * sw + v * dw] for v in range(kw)] for u in range(kh)] for channel in image]
        )

    return layer(pad(x, padding), w, b, stride, dilation, groups, window)


@makes("conv2d", "output-transposed")
def writes_j_before_i(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return layer(pad(x, padding), w, b, stride, dilation, groups).transpose(0, 1, 3, 2)


@makes("conv2d", "stride-pair-swapped")
def strides_across_then_down(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    sw, sh = pair(stride)
    return layer(pad(x, padding), w, b, (sh, sw), dilation, groups)


@makes("conv2d", "padding-pair-swapped")
def pads_width_by_the_height(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return layer(pad(x, pair(padding)[::-1]), w, b, stride, dilation, groups)


@makes("conv2d", "dilation-pair-swapped")
def dilates_across_then_down(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    dw, dh = pair(dilation)
    return layer(pad(x, padding), w, b, stride, (dh, dw), groups)


@makes("conv2d", "pairs-swapped")
def width_always_first(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sw, sh), (pw, ph), (dw, dh) = pair(stride), pair(padding), pair(dilation)
    return layer(pad(x, (ph, pw)), w, b, (sh, sw), (dh, dw), groups)


@makes("conv2d", "first-of-a-pair-for-both")
def takes_the_first(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    s, p, d = (value if isinstance(value, int) else value[0] for value in (stride, padding, dilation))
    return layer(pad(x, p), w, b, s, d, groups)


@makes("conv2d", "stride-forgotten", "padding-forgotten")
def neither_strides_nor_pads(x, w, b=None, **options):
    return starts_at_i(x, w, b, **(options | {"padding": 0}))


@makes("conv2d", "stride-ignored", "dilation-ignored")
def knows_no_options_but_padding(x, w, b=None, **options):
    return right(x, w, b, **(options | {"stride": 1, "dilation": 1}))


@makes("conv2d", "taps-side-by-side", "stride-forgotten")
def right_sizes_wrong_windows(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    kh, kw = w.shape[2:]
    return layer(pad(x, padding), w, b, stride, dilation, groups, lambda image, i, j: image[:, i : i + kh, j : j + kw])
