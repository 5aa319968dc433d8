"""Print, as JSON, what numpy says of kept maps and neighbours; the test of the feature explorer compares with it."""

import json
from base64 import b64encode

import numpy as np

from helpers.measured.feature_maps import load
from helpers.receptive_field import Field
from helpers.widgets.feature_explorer import FeatureExplorer

CASES = [(0, 0, 0), (0, 3, 7), (1, 4, 2), (2, 1, 5), (3, 2, 0), (4, 0, 3), (5, 3, 6), (6, 4, 7), (6, 1, 0)]
DRAWINGS = range(0, 338, 25)


def main() -> None:
    held = load()
    widget = FeatureExplorer(held)
    packed = {name: b64encode(getattr(widget, name)).decode() for name in ("maps", "near")}
    same = held["labels"][held["neighbours"]] == held["labels"][None, :, None]
    answers = {"means": same.sum(axis=2).mean(axis=1).tolist(), "chance": _chance(held["labels"])}
    answers["maps_of"] = [_map(held, *case) for case in CASES]
    answers["windows"] = [_windows(held, name) for name in held["layers"]]
    answers["near_of"] = [_near(held, same, drawing) for drawing in DRAWINGS]
    print(json.dumps({"facts": widget.facts, **packed, **answers}))


def _map(held: dict, layer: int, photograph: int, rank: int) -> dict:
    name = held["layers"][layer]
    levels = held[f"{name}_maps"][photograph, rank].astype(int)
    limit = float(held[f"{name}_limits"][rank])
    size = np.abs(levels)
    read = {"least": levels.min() * limit / 127, "most": levels.max() * limit / 127, "at": int(size.argmax())}
    read |= {"strength": size.mean() * limit / 127, "ties": int((size == size.max()).sum())}
    return {"layer": layer, "photograph": photograph, "rank": rank, "levels": levels.ravel().tolist(), "read": read}


def _windows(held: dict, name: str) -> list[list[int]]:
    field, side = Field(*held[f"{name}_field"].tolist()), held[f"{name}_maps"].shape[-1]
    starts = [field.first + cell * field.jump for cell in range(side)]
    return [[max(start, 0), min(start + field.size, 224)] for start in starts]


def _near(held: dict, same: np.ndarray, drawing: int) -> dict:
    of = {"drawing": held["neighbours"][:, drawing].tolist(), "cosine": held["cosines"][:, drawing].tolist()}
    return {"of": drawing, **of, "same": same[:, drawing].tolist()}


def _chance(labels: np.ndarray) -> float:
    pairs = labels[:, None] == labels
    return float(5 * (pairs.sum() - len(labels)) / len(labels) / (len(labels) - 1))


if __name__ == "__main__":
    main()
