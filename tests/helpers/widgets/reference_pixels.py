"""Print, as JSON, what numpy says of pixels; the tests of the pixel inspector's arithmetic compare with it."""

import json

import numpy as np

from helpers import palette
from helpers.pixels import hwc_to_nchw


def main() -> None:
    rng = np.random.default_rng(1)
    pictures = [rng.integers(10, 200, shape, dtype=np.uint8) for shape in ((3, 4), (5, 2, 3), (4, 6, 3))]
    steps = {"signed": palette.ACTIVATION_STEPS, "viridis": palette.PROBABILITY_STEPS}
    print(json.dumps({"pictures": [_read(picture) for picture in pictures], **steps}))


def _read(picture: np.ndarray) -> dict[str, list]:
    hwc = picture if picture.ndim == 3 else picture[..., None]
    ranges = [[int(hwc[..., c].min()), int(hwc[..., c].max())] for c in range(hwc.shape[2])]
    nchw = hwc_to_nchw(hwc)
    return {
        "shape": list(hwc.shape),
        "bytes": hwc.ravel().tolist(),
        "nchw": nchw.ravel().tolist(),
        "shapes": [str(picture.shape), str(nchw.shape[1:]), str(nchw.shape)],
        "pixels": hwc.tolist(),
        "ranges": ranges,
        "range": [int(hwc.min()), int(hwc.max())],
    }


if __name__ == "__main__":
    main()
