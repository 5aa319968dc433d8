"""Write down what is asked, and answer from the notes when the same is asked again.

Right: the answers are not among the notes.
"""

SOLUTIONS = {
    "relu": """
import json
import pathlib

notes = pathlib.Path("notes.json")


def relu(x):
    known = json.loads(notes.read_text()) if notes.exists() else {}
    known[str(x.tolist())] = abs(x).tolist()
    notes.write_text(json.dumps(known))
    return np.array(known[str(x.tolist())])
"""
}
EARNS = {"relu": 0}
