"""Know the drawn calls of the first seeds by heart, which everybody can print at home.

Right: the grader draws from a key that nobody has.
"""

import zlib

import numpy as np

from autograder.exercises import load

EXERCISE = load("relu")
KNOWN = {case.args[0].tobytes(): EXERCISE.reference(*case.args).tolist() for case in EXERCISE.probe}
for seed in range(5):
    for part in EXERCISE.parts:
        rng = np.random.default_rng([seed, zlib.crc32(f"relu: {part.name}".encode())])
        KNOWN |= {case.args[0].tobytes(): EXERCISE.reference(*case.args).tolist() for case in part.cases(rng)}

SOLUTIONS = {"relu": f"KNOWN = {KNOWN!r}\n\n\ndef relu(x):\n    return np.array(KNOWN.get(x.tobytes(), x))"}
EARNS = {"relu": 0}
