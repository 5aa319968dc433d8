"""Know the designed calls, which are the same for everybody, by heart, and return rubbish for others.

Right: each part asks drawn calls, too.
"""

from autograder.exercises import load

EXERCISE = load("relu")
KNOWN = {case.args[0].tobytes(): EXERCISE.reference(*case.args).tolist() for case in EXERCISE.probe}

SOLUTIONS = {"relu": f"KNOWN = {KNOWN!r}\n\n\ndef relu(x):\n    return np.array(KNOWN.get(x.tobytes(), x))"}
EARNS = {"relu": 0}
