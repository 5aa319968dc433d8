"""Wrong ways to write the sliding as a matrix."""

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.conv_as_matrix import loops as conv_as_matrix_loops
from tests.autograder.right.xcorr2d import loops as xcorr2d_loops


@makes("conv_as_matrix", "kernel-flipped")
def flips_first(k, in_shape):
    return conv_as_matrix_loops(k[::-1, ::-1], in_shape)


@makes("conv_as_matrix", "kernel-flipped")
def answers_to_impulses_of_the_turned_kernel(k, in_shape):
    columns = []
    for cell in range(in_shape[0] * in_shape[1]):
        impulse = np.zeros(in_shape)
        impulse[cell // in_shape[1], cell % in_shape[1]] = 1
        columns.append(xcorr2d_loops(impulse, np.flip(k)).ravel())
    return np.array(columns).T


@makes("conv_as_matrix", "kernel-transposed")
def transposes_the_kernel(k, in_shape):
    return conv_as_matrix_loops(k.T, in_shape)


@makes("conv_as_matrix", "matrix-transposed")
def forgets_to_transpose(k, in_shape):
    basis = np.eye(in_shape[0] * in_shape[1])
    return np.array([xcorr2d_loops(e.reshape(in_shape), k).ravel() for e in basis])


@makes("conv_as_matrix", "matrix-transposed")
def column_for_each_output(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((h * w, oh * ow))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[(i + u) * w + j + v, i * ow + j] = k[u, v]
    return m


@makes("conv_as_matrix", "in-shape-swapped")
def width_first(k, in_shape):
    w, h = in_shape
    return conv_as_matrix_loops(k, (h, w))


@makes("conv_as_matrix", "rows-as-wide-as-the-output")
def steps_by_the_output_width(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[i * ow + j, i * w + j + u * ow + v] = k[u, v]
    return m


@makes("conv_as_matrix", "rows-as-wide-as-the-output", "starts-not-skipping-edges")
def all_rows_as_wide_as_the_output(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[i * ow + j, (i + u) * ow + j + v] = k[u, v]
    return m


@makes("conv_as_matrix", "kernel-in-one-piece")
def raveled_kernel(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            start = i * w + j
            m[i * ow + j, start : start + k.size] = k.ravel()
    return m


@makes("conv_as_matrix", "windows-wrap")
def band_of_all_starts(k, in_shape):
    h, w = in_shape
    kh, kw = k.shape
    line = np.zeros((kh, w))
    line[:, :kw] = k
    line = line.ravel()[: (kh - 1) * w + kw]
    rows = []
    for start in range(h * w - len(line) + 1):
        row = np.zeros(h * w)
        row[start : start + len(line)] = line
        rows.append(row)
    return np.array(rows)


@makes("conv_as_matrix", "starts-not-skipping-edges")
def row_number_is_the_start(k, in_shape):
    h, w = in_shape
    kh, kw = k.shape
    m = np.zeros(((h - kh + 1) * (w - kw + 1), h * w))
    for r in range(m.shape[0]):
        for u in range(kh):
            for v in range(kw):
                m[r, r + u * w + v] = k[u, v]
    return m


@makes("conv_as_matrix", "columns-first")
def counts_the_image_down(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[i * ow + j, (i + u) + (j + v) * h] = k[u, v]
    return m


@makes("conv_as_matrix", "output-columns-first")
def counts_the_output_down(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((oh * ow, h * w))
    row = 0
    for j in range(ow):
        for i in range(oh):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[row, (i + u) * w + j + v] = k[u, v]
            row += 1
    return m


@makes("conv_as_matrix", "last-window-missed")
def without_the_plus_one(k, in_shape):
    h, w = in_shape
    rows = []
    for i in range(h - k.shape[0]):
        for j in range(w - k.shape[1]):
            image = np.zeros(in_shape)
            image[i : i + k.shape[0], j : j + k.shape[1]] = k
            rows.append(image.ravel())
    return np.array(rows)


@makes("conv_as_matrix", "last-window-missed")
def sizes_one_too_small(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0], w - k.shape[1]
    m = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[i * ow + j, (i + u) * w + j + v] = k[u, v]
    return m


@makes("conv_as_matrix", "kernel-flipped", "matrix-transposed")
def flipped_and_transposed(k, in_shape):
    return conv_as_matrix_loops(np.rot90(k, 2), in_shape).T


@makes("conv_as_matrix", "kernel-flipped", "kernel-in-one-piece")
def flipped_in_one_piece(k, in_shape):
    return raveled_kernel(np.flip(k), in_shape)


@makes("conv_as_matrix", "kernel-flipped", "columns-first")
def flipped_columns_first(k, in_shape):
    return counts_the_image_down(k[::-1, ::-1], in_shape)


@makes("conv_as_matrix", "matrix-transposed", "starts-not-skipping-edges")
def edges_unskipped_and_transposed(k, in_shape):
    return row_number_is_the_start(k, in_shape).T
