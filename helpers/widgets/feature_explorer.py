"""The feature explorer: maps of a pretrained network on photographs, and which drawings are near in its features."""

import gzip
from collections.abc import Mapping
from typing import Any

import anywidget
import numpy as np
import traitlets

from helpers.widgets.source import script, style

SOURCE = "helpers.measured.feature_maps"
NEEDED = ("photographs", "guesses", "shares", "layers", "spaces", "classes", "labels", "neighbours", "cosines")
PICTURES = ("photographs_webp", "drawings_webp")
OF_A_LAYER = ("shape", "channels", "maps", "limits", "field")


class FeatureExplorer(anywidget.AnyWidget):
    """Look at the maps of a pretrained network layer by layer, and at drawings that are near one another in them.

    The reader picks a photograph, a layer and one of its maps. The map is laid over the photograph, its values are
    read cell by cell with the window that each cell reads, and the photographs are compared by how strongly they
    answer in this channel. Below, of a drawing, the five nearest by pixels and by each of three layers: how many of
    them share its class. Nothing is run: all of it was computed beforehand, and is carried by the page.

    Parameters
    ----------
    maps : mapping
        What :func:`helpers.measured.feature_maps.load` returns.
    photograph, layer : str, optional
        What is shown first, such as ``"coffee"`` and ``"block 4"``; without them the first of each.
    drawing : int, optional
        Of which drawing the nearest are shown first.
    predict : bool, optional
        Ask for three predictions first, and cover the rest until they are made.
    key : str, optional
        Unique in its page: the name under which what was chosen is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If ``maps`` lacks something, or there is no such photograph, layer or drawing.

    Examples
    --------
    >>> from helpers.measured.feature_maps import load
    >>> FeatureExplorer(load(), layer="block 4").photograph
    'cat'
    """

    _esm = script("feature_explorer")
    _css = style(
        *("parts/stage", "parts/forecast", "parts/colour_bar", "parts/explorer_maps", "parts/explorer_drawings"),
        "feature_explorer",
    )
    facts = traitlets.Dict(help="Names, sizes, channels, limits, labels.").tag(sync=True)
    maps = traitlets.Bytes(help="Eight bits a value, layer by layer, photograph by photograph, gzipped.").tag(sync=True)
    near = traitlets.Bytes(help="Space by space the nearest of each drawing, uint16; then cosines, int8.").tag(
        sync=True
    )
    photographs = traitlets.Bytes(help="A WebP file: the photographs in one row.").tag(sync=True)
    drawings = traitlets.Bytes(help="A WebP file: the drawings, twenty in a row.").tag(sync=True)
    photograph = traitlets.Unicode().tag(sync=True)
    layer = traitlets.Unicode().tag(sync=True)
    rank = traitlets.Int(0, help="Which of the layer's shown maps, the most varied first.").tag(sync=True)
    mix = traitlets.Int(60, help="How much of the map covers the photograph, in percent.").tag(sync=True)
    drawing = traitlets.Int(0).tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        maps: Mapping[str, np.ndarray],
        *,
        photograph: str = "",
        layer: str = "",
        drawing: int = 0,
        predict: bool = False,
        key: str = "",
    ) -> None:
        _check_complete(maps)
        facts = _facts(maps)
        first = {"photograph": photograph or facts["photographs"][0], "layer": layer or facts["layers"][0]["name"]}
        packed = {"maps": _packed_maps(maps), "near": _packed_neighbours(maps)}
        pictures = {name.partition("_")[0]: np.asarray(maps[name]).tobytes() for name in PICTURES}
        # The facts come first, since what is chosen is checked against them.
        super().__init__(facts=facts, **packed, **pictures, predict=predict, key=key)
        self.set_trait("photograph", first["photograph"])
        self.set_trait("layer", first["layer"])
        self.set_trait("drawing", drawing)

    @traitlets.validate("photograph", "layer")
    def _known(self, proposal: Any) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        layers = [layer["name"] for layer in self.facts["layers"]]
        known = {"photograph": self.facts["photographs"], "layer": layers}[name]
        if value not in known:
            raise ValueError(f"FeatureExplorer: there is no {name} {value!r}; use one of {', '.join(known)}.")
        return value

    @traitlets.validate("rank", "mix", "drawing")
    def _in_range(self, proposal: Any) -> int:
        name, value = proposal["trait"].name, proposal["value"]
        shown, drawings = len(self.facts["layers"][0]["shown"]), len(self.facts["labels"])
        most = {"rank": shown - 1, "mix": 100, "drawing": drawings - 1}[name]
        if not 0 <= value <= most:
            raise ValueError(f"FeatureExplorer: {name} is {value}; use 0 to {most}.")
        return value


def _check_complete(maps: Mapping[str, np.ndarray]) -> None:
    layers = [str(layer) for layer in maps.get("layers", ())]
    needed = [*NEEDED, *PICTURES, *(f"{layer}_{what}" for layer in layers for what in OF_A_LAYER)]
    missing = [name for name in needed if name not in maps]
    if missing:
        raise ValueError(f"FeatureExplorer: maps has no {missing[0]!r}; hand in what {SOURCE}.load() returns.")


def _facts(maps: Mapping[str, np.ndarray]) -> dict[str, Any]:
    lists = {
        name: np.asarray(maps[name]).tolist() for name in ("photographs", "guesses", "spaces", "classes", "labels")
    }
    shares = np.round(np.asarray(maps["shares"], dtype=np.float64), 4).tolist()
    return lists | {"shares": shares, "layers": [_layer(maps, str(name)) for name in maps["layers"]], "source": SOURCE}


def _layer(maps: Mapping[str, np.ndarray], name: str) -> dict[str, Any]:
    channels, side, _ = (int(size) for size in maps[f"{name}_shape"])
    values = maps[f"{name}_maps"]
    return {
        "name": name,
        "channels": channels,
        "side": side,
        "kept": values.shape[-1],
        "shown": maps[f"{name}_channels"].tolist(),
        "limits": [float(f"{limit:.5g}") for limit in maps[f"{name}_limits"]],
        "field": maps[f"{name}_field"].tolist(),
        "signed": bool((values < 0).any()),
    }


def _packed_maps(maps: Mapping[str, np.ndarray]) -> bytes:
    values = b"".join(maps[f"{layer}_maps"].astype(np.int8).tobytes() for layer in maps["layers"])
    return gzip.compress(values, 9, mtime=0)


def _packed_neighbours(maps: Mapping[str, np.ndarray]) -> bytes:
    cosines = np.round(127 * np.asarray(maps["cosines"], dtype=np.float64))
    return maps["neighbours"].astype("<u2").tobytes() + cosines.astype(np.int8).tobytes()
