"""Use other letters: in names, in texts, in comments.

Right: the answers count.
"""

SOLUTIONS = {"relu": "def relu(χ):\n    größe, 零 = χ.shape, 0  # 🙂 ∑\n    return np.maximum(χ, 零).reshape(größe)"}
ADDED = {"relu-solution": ['print("🙂 x̂ → ŷ")']}
