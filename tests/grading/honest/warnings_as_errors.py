"""Make every warning and every odd number of numpy an error, in a cell at the top: a strict habit.

Right: the functions are judged as at home, where the check puts both aside.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return np.where(x > 0, x, 0 * np.sqrt(x.astype(float)) ** 0)"}
ADDED = {"set-up": ['import warnings\n\nwarnings.simplefilter("error")\nnp.seterr(all="raise")']}
