"""Right ways to write a convolution layer"""

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def _two(value):
    return value if isinstance(value, tuple) else (value, value)


def slow_loops(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    n_images, _, height, width = x.shape
    n_out, n_in, kh, kw = w.shape
    oh = (height + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (width + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n_images, n_out, oh, ow))
    for n in range(n_images):
        for o in range(n_out):
            group = o * groups // n_out
            for i in range(oh):
                for j in range(ow):
                    total = 0 if b is None else b[o]
                    for c in range(n_in):
                        for u in range(kh):
                            for v in range(kw):
                                row, col = i * sh + u * dh - ph, j * sw + v * dw - pw
                                if 0 <= row < height and 0 <= col < width:
                                    total += x[n, group * n_in + c, row, col] * w[o, c, u, v]
                    y[n, o, i, j] = total
    return y


def window_by_window(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    stride, padding, dilation = np.array(_two(stride)), _two(padding), np.array(_two(dilation))
    x = np.pad(x, ((0, 0), (0, 0), (padding[0], padding[0]), (padding[1], padding[1])))
    n_out, n_in, kh, kw = w.shape
    span = dilation * (np.array([kh, kw]) - 1) + 1
    oh, ow = (np.array(x.shape[2:]) - span) // stride + 1
    result = np.empty((x.shape[0], n_out, oh, ow), dtype=np.float32)
    per_group = n_out // groups
    for o in range(n_out):
        channels = x[:, o // per_group * n_in : (o // per_group + 1) * n_in]
        for i in range(oh):
            for j in range(ow):
                top, left = i * stride[0], j * stride[1]
                window = channels[:, :, top : top + span[0] : dilation[0], left : left + span[1] : dilation[1]]
                result[:, o, i, j] = (window * w[o]).sum(axis=(1, 2, 3))
        if b is not None:
            result[:, o] += b[o]
    return result


def taps_of_shifted_images(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    big = np.zeros((*x.shape[:2], x.shape[2] + 2 * ph, x.shape[3] + 2 * pw))
    big[:, :, ph : ph + x.shape[2], pw : pw + x.shape[3]] = x
    oh = len(range(0, big.shape[2] - dh * (w.shape[2] - 1), sh))
    ow = len(range(0, big.shape[3] - dw * (w.shape[3] - 1), sw))
    maps = []
    for piece, kernels in zip(np.split(big, groups, axis=1), np.split(w, groups), strict=True):
        y = 0
        for u, v in np.ndindex(w.shape[2:]):
            seen = piece[:, :, u * dh :: sh, v * dw :: sw][:, :, :oh, :ow]
            y = y + np.einsum("ncij,oc->noij", seen, kernels[:, :, u, v])
        maps.append(y)
    y = np.concatenate(maps, axis=1)
    return y if b is None else y + np.reshape(b, (1, -1, 1, 1))


def windows_of_a_view(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    x = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    span = (dh * (w.shape[2] - 1) + 1, dw * (w.shape[3] - 1) + 1)
    windows = sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    n_in, per_group = w.shape[1], len(w) // groups
    y = np.concatenate(
        [
            np.tensordot(
                windows[:, g * n_in : (g + 1) * n_in], w[g * per_group : (g + 1) * per_group], ([1, 4, 5], [1, 2, 3])
            )
            for g in range(groups)
        ],
        axis=-1,
    )
    if b is not None:
        y = y + b
    return np.moveaxis(y, -1, 1)


def kernels_with_holes(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    """Blow the kernels up: zeros for the dilation, and zeros for the channels of the other groups."""
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    n_out, n_in, kh, kw = w.shape
    full = np.zeros((n_out, x.shape[1], dh * (kh - 1) + 1, dw * (kw - 1) + 1))
    for o in range(n_out):
        group = o // (n_out // groups)
        full[o, group * n_in : (group + 1) * n_in, ::dh, ::dw] = w[o]
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    everywhere = np.einsum("ncijuv,ocuv->noij", sliding_window_view(padded, full.shape[2:], axis=(2, 3)), full)
    everywhere += 0 if b is None else np.asarray(b)[None, :, None, None]
    return everywhere[..., ::sh, ::sw]


def strides_of_memory(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    p = np.ascontiguousarray(np.pad(x.astype(float), ((0, 0), (0, 0), (ph, ph), (pw, pw))))
    n_out, n_in, kh, kw = w.shape
    oh = (p.shape[2] - dh * (kh - 1) - 1) // sh + 1
    ow = (p.shape[3] - dw * (kw - 1) - 1) // sw + 1
    s = p.strides
    view = as_strided(
        p,
        (len(p), groups, n_in, oh, ow, kh, kw),
        (s[0], n_in * s[1], s[1], sh * s[2], sw * s[3], dh * s[2], dw * s[3]),
    )
    y = np.einsum("ngcijuv,gocuv->ngoij", view, w.reshape(groups, -1, n_in, kh, kw))
    y = y.reshape(len(p), n_out, oh, ow)
    return y if b is None else y + b.reshape(-1, 1, 1)


def group_after_group(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    """Call itself for each group and for each image, down to one of each."""
    if groups > 1:
        parts = zip(np.split(x, groups, axis=1), np.split(w, groups), strict=True)
        options = {"stride": stride, "padding": padding, "dilation": dilation}
        y = np.concatenate([group_after_group(xs, ws, **options) for xs, ws in parts], axis=1)
        return y if b is None else y + b[:, None, None]
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    kh, kw = w.shape[2:]
    rows = np.arange(-ph, x.shape[2] + ph - dh * (kh - 1), sh)[:, None] + dh * np.arange(kh)
    cols = np.arange(-pw, x.shape[3] + pw - dw * (kw - 1), sw)[:, None] + dw * np.arange(kw)
    inside = np.logical_and.outer((rows >= 0) & (rows < x.shape[2]), (cols >= 0) & (cols < x.shape[3]))
    seen = x[:, :, rows.clip(0, x.shape[2] - 1)][..., cols.clip(0, x.shape[3] - 1)] * inside
    y = np.einsum("nciujv,ocuv->noij", seen, w)
    return y if b is None else y + b[:, None, None]
