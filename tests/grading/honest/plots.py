"""Draw figures, inline and not, as PNG and as SVG.

Right: they are in the graded notebook, and the answers count.
"""

ADDED = {
    "relu-solution": [
        "%matplotlib inline\nimport matplotlib.pyplot as plt",
        "plt.plot(np.arange(-3, 4), relu(np.arange(-3, 4)))\nplt.show()",
        "%config InlineBackend.figure_format = 'svg'\nfigure, axes = plt.subplots()\naxes.imshow(np.eye(4));",
        "plt.savefig('figure.png')\nfigure",
    ]
}
SHOWN = ("image/png",)
