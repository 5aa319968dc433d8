"""Use magics: ``%%time`` above an answer, ``%timeit``, ``%%capture``, ``%who``, a shell command, ``?``.

Right: the answers count.
"""

SOLUTIONS = {"relu": "%%time\n\n\ndef relu(x):\n    return np.maximum(x, 0)"}
ADDED = {
    "relu-solution": [
        "%timeit -n 2 -r 2 relu(np.zeros(3))",
        "%%capture told\nprint(5)",
        "%who",
        "!echo hello\n%pwd",
        "np.maximum?",
        "%%bash\necho hello",
        "%load_ext autoreload\n%autoreload 2",
    ]
}
