"""Put ``lru_cache`` on a function of arrays, which cannot be hashed, and on one of numbers, which can.

Right: the first fails for every call, at home too, and earns nothing. The second is right.
"""

SOLUTIONS = {
    "relu": "import functools\n\n\n@functools.lru_cache\ndef relu(x):\n    return np.maximum(x, 0)",
    "out_size": """
@functools.cache
def out_size(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
""",
}
EARNS = {"relu": 0}
