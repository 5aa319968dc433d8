"""Write everything as loops over single numbers.

Right: slow is not wrong.
"""

SOLUTIONS = {
    "relu": """
def relu(x):
    y = x.copy()
    for place in np.ndindex(x.shape):
        if x[place] < 0:
            y[place] = 0
    return y
""",
    "max_pool2d": """
def max_pool2d(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    n, c, h, w = x.shape
    oh, ow = (h + 2 * padding - kernel) // stride + 1, (w + 2 * padding - kernel) // stride + 1
    y = np.full((n, c, oh, ow), -np.inf)
    for b, m, i, j, u, v in np.ndindex(n, c, oh, ow, kernel, kernel):
        row, column = i * stride + u - padding, j * stride + v - padding
        if 0 <= row < h and 0 <= column < w:
            y[b, m, i, j] = max(y[b, m, i, j], x[b, m, row, column])
    return y
""",
}
