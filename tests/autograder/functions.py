"""Functions that learners could hand in: right ones in many styles, and wrong ones of no known kind."""

import numpy as np


# --- xcorr1d -----------------------------------------------------------------------------------------------------
def xcorr1d_loops(x, w):
    y = []
    for i in range(len(x) - len(w) + 1):
        total = 0
        for u in range(len(w)):
            total += x[i + u] * w[u]
        y.append(total)
    return np.array(y)


def xcorr1d_einsum(x, w):
    idx = np.arange(len(x) - len(w) + 1)[:, None] + np.arange(len(w))
    return np.einsum("iu,u->i", x[idx], w)


def xcorr1d_windows(x, w):
    return (np.lib.stride_tricks.sliding_window_view(x, len(w)) * w).sum(axis=1)


def xcorr1d_fft(x, w):
    n = len(x) + len(w) - 1
    full = np.fft.irfft(np.fft.rfft(x, n) * np.fft.rfft(w[::-1], n), n)
    return full[len(w) - 1 : len(x)]


def xcorr1d_matrix(x, w):
    m = np.zeros((len(x) - len(w) + 1, len(x)))
    for i in range(len(m)):
        m[i, i : i + len(w)] = w
    return m @ x


def xcorr1d_numpy(x, w):
    return np.correlate(x, w)


# --- xcorr2d -----------------------------------------------------------------------------------------------------
def xcorr2d_loops(x, k):
    (h, w), (a, b) = x.shape, k.shape
    y = np.zeros((h - a + 1, w - b + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(a):
                for v in range(b):
                    y[i, j] += x[i + u, j + v] * k[u, v]
    return y


def xcorr2d_einsum(x, k):
    oh, ow = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    rows = np.arange(oh)[:, None] + np.arange(k.shape[0])
    cols = np.arange(ow)[:, None] + np.arange(k.shape[1])
    return np.einsum("iujv,uv->ij", x[rows[:, :, None, None], cols[None, None]], k)


def xcorr2d_windows(x, k):
    view = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.tensordot(view, k, axes=2)


def xcorr2d_fft(x, k):
    shape = [n + m - 1 for n, m in zip(x.shape, k.shape, strict=True)]
    product = np.fft.rfft2(x, shape) * np.fft.rfft2(k[::-1, ::-1], shape)
    full = np.fft.irfft2(product, shape)
    return full[k.shape[0] - 1 : x.shape[0], k.shape[1] - 1 : x.shape[1]]


def xcorr2d_matrix(x, k):
    oh, ow = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    rows = [x[i : i + k.shape[0], j : j + k.shape[1]].ravel() for i in range(oh) for j in range(ow)]
    return (np.stack(rows) @ k.ravel()).reshape(oh, ow)


def xcorr2d_shifted_copies(x, k):
    oh, ow = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    return sum(k[u, v] * x[u : u + oh, v : v + ow] for u in range(k.shape[0]) for v in range(k.shape[1]))


# --- conv2d_true ---------------------------------------------------------------------------------------------------
def conv2d_true_loops(x, k):
    (h, w), (a, b) = x.shape, k.shape
    y = np.zeros((h - a + 1, w - b + 1))
    for i in range(h - a + 1):
        for j in range(w - b + 1):
            y[i, j] = sum(x[i + u, j + v] * k[a - 1 - u, b - 1 - v] for u in range(a) for v in range(b))
    return y


def conv2d_true_einsum(x, k):
    return xcorr2d_einsum(x, np.rot90(k, 2))


def conv2d_true_windows(x, k):
    return xcorr2d_windows(x, np.flip(k))


def conv2d_true_fft(x, k):
    shape = [n + m - 1 for n, m in zip(x.shape, k.shape, strict=True)]
    full = np.fft.irfft2(np.fft.rfft2(x, shape) * np.fft.rfft2(k, shape), shape)
    return full[k.shape[0] - 1 : x.shape[0], k.shape[1] - 1 : x.shape[1]]


def conv2d_true_matrix(x, k):
    return xcorr2d_matrix(x, k[::-1, ::-1])


# --- edge_kernel ---------------------------------------------------------------------------------------------------
def _edge(kernel, direction):
    kernel = np.array(kernel, dtype=float)
    return {"right": kernel, "left": -kernel, "down": kernel.T, "up": -kernel.T}[direction]


def edge_kernel_two_cells(direction):
    return _edge([[-1, 1]], direction)


def edge_kernel_prewitt(direction):
    return _edge([[-1, 0, 1]] * 3, direction)


def edge_kernel_sobel_eighths(direction):
    return _edge(np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8, direction)


def edge_kernel_wide(direction):
    return _edge(np.outer([1, 4, 6, 4, 1], [-1, -2, 0, 2, 1]), direction)


def edge_kernel_four_cells(direction):
    return _edge([[-3, -3, 3, 3]] * 2, direction)


# --- conv_as_matrix ------------------------------------------------------------------------------------------------
def conv_as_matrix_loops(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[i * ow + j, (i + u) * w + j + v] = k[u, v]
    return m


def conv_as_matrix_basis(k, in_shape):
    basis = np.eye(in_shape[0] * in_shape[1]).reshape(-1, *in_shape)
    return np.stack([xcorr2d_loops(e, k).ravel() for e in basis], axis=1)


def conv_as_matrix_einsum(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    rows = np.stack([np.eye(h)[u : u + oh] for u in range(k.shape[0])])
    cols = np.stack([np.eye(w)[v : v + ow] for v in range(k.shape[1])])
    return np.einsum("uv,uia,vjb->ijab", k, rows, cols).reshape(oh * ow, h * w)


def conv_as_matrix_kron(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    blocks = [
        np.kron(np.eye(oh, h, u), sum(k[u, v] * np.eye(ow, w, v) for v in range(k.shape[1]))) for u in range(len(k))
    ]
    return sum(blocks)


def conv_as_matrix_padding(k, in_shape):
    h, w = in_shape
    rows = []
    for i in range(h - k.shape[0] + 1):
        for j in range(w - k.shape[1] + 1):
            rows.append(np.pad(k, ((i, h - i - k.shape[0]), (j, w - j - k.shape[1]))).ravel())
    return np.array(rows)


# --- compose -------------------------------------------------------------------------------------------------------
def compose_loops(k1, k2):
    k = np.zeros((k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1))
    for a in range(k1.shape[0]):
        for b in range(k1.shape[1]):
            for c in range(k2.shape[0]):
                for d in range(k2.shape[1]):
                    k[a + c, b + d] += k1[a, b] * k2[c, d]
    return k


def compose_padded(k1, k2):
    padded = np.pad(k1, ((k2.shape[0] - 1,) * 2, (k2.shape[1] - 1,) * 2))
    return xcorr2d_loops(padded, k2[::-1, ::-1])


def compose_windows(k1, k2):
    padded = np.pad(k2, ((k1.shape[0] - 1,) * 2, (k1.shape[1] - 1,) * 2))
    return xcorr2d_windows(padded, np.flip(k1))


def compose_fft(k1, k2):
    shape = [n + m - 1 for n, m in zip(k1.shape, k2.shape, strict=True)]
    return np.fft.irfft2(np.fft.rfft2(k1, shape) * np.fft.rfft2(k2, shape), shape)


def compose_einsum(k1, k2):
    h, w = k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1
    rows = np.stack([np.eye(len(k1), h, u) for u in range(len(k2))])
    cols = np.stack([np.eye(k1.shape[1], w, v) for v in range(k2.shape[1])])
    return np.einsum("ab,uv,uai,vbj->ij", k1, k2, rows, cols)


def compose_impulse(k1, k2):
    h, w = k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1
    impulse = np.zeros((2 * h - 1, 2 * w - 1))
    impulse[h - 1, w - 1] = 1
    return np.flip(xcorr2d_loops(xcorr2d_loops(impulse, k1), k2))


RIGHT = {
    name: [function for key, function in globals().items() if key.startswith(name + "_") and callable(function)]
    for name in ("xcorr1d", "xcorr2d", "conv2d_true", "edge_kernel", "conv_as_matrix", "compose")
}


def wrong_functions(reference, rng, *, count):
    """Yield functions that damage a right answer in a way that no slip of the book does, always the same way."""
    for _ in range(count):
        yield _damaged(reference, int(rng.integers(5)), rng.uniform(0.1, 7, 3), int(rng.integers(2**32)))


def _damaged(reference, kind, numbers, seed):
    def function(*args):
        y = np.array(reference(*args), dtype=float)
        if kind == 0:  # the right numbers, in a random order
            return np.random.default_rng(seed).permutation(y.ravel()).reshape(y.shape)
        if kind == 1:
            return numbers[0] * y + 0.1234
        if kind == 2:  # one cell off
            y.flat[seed % y.size] += numbers[1]
            return y
        if kind == 3:
            return np.roll(y, 1) + numbers[2]
        return np.random.default_rng(seed).integers(-9, 10, y.shape).astype(float)

    return function
