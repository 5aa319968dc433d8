"""Colours by meaning: plain data, the same in figures and in widgets.

Images are grey. Activations and weights are signed, so their maps are symmetric about 0 and white is 0.
Probabilities and saliency run from dark to light. The window being read is outlined in vermillion.
"""

# Four of Okabe and Ito's colours: the ones with a contrast of at least 3:1 on white and on #121212.
BLUE = "#0072B2"
VERMILLION = "#D55E00"
GREEN = "#009E73"
PURPLE = "#CC79A7"

SERIES = (BLUE, VERMILLION, GREEN, PURPLE)
MARKERS = ("o", "s", "^", "D")

WINDOW = VERMILLION

# Names of matplotlib colour maps.
IMAGE = "gray"
ACTIVATION = "RdBu_r"
WEIGHT = "BrBG"
PROBABILITY = "viridis"

# Eleven even steps of the three, from -1 to +1 or from 0 to 1, for the widgets, which have no matplotlib.
# A test compares them with matplotlib's own.
ACTIVATION_STEPS = (
    "#053061", "#2065ab", "#4393c3", "#90c4dd", "#d1e5f0", "#f7f6f6",
    "#fddbc7", "#f3a481", "#d6604d", "#b1182b", "#67001f",
)  # fmt: skip
WEIGHT_STEPS = (
    "#543005", "#8b500a", "#bf812d", "#dec17b", "#f6e8c3", "#f4f5f5",
    "#c7eae5", "#7fccc0", "#35978f", "#01655d", "#003c30",
)  # fmt: skip
PROBABILITY_STEPS = (
    "#440154", "#482475", "#414487", "#355f8d", "#2a788e", "#21918c",
    "#22a884", "#44bf70", "#7ad151", "#bddf26", "#fde725",
)  # fmt: skip
