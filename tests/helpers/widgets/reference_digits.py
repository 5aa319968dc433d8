"""Print, as JSON, what torch says of shifted digits; the test of the shifted digit's arithmetic compares with it."""

import json
from base64 import b64encode

import numpy as np
import torch

from helpers.digits import load_small_digits
from helpers.measured.digit_nets import FILE, load_nets, on_canvas
from helpers.widgets.shifted_digit import ShiftedDigit

SHIFTS = [(0, 0), (0, 1), (1, -1), (-2, 2), (0, 4), (-4, -3), (4, 4), (3, 0)]


def main() -> None:
    nets, widget = load_nets(), ShiftedDigit()
    images = load_small_digits()[0][np.load(FILE)["shown"]]
    cases = [_case(nets, digit, images[digit], shift) for digit in range(10) for shift in SHIFTS]
    packed = {name: b64encode(getattr(widget, name)).decode() for name in ("weights", "digits")}
    halves = np.array([0, 1, -2.5, 0.1, 6e-8, 65504, -3e-5], dtype=np.float16)
    half = {"bits": halves.view(np.uint16).tolist(), "values": halves.astype(float).tolist()}
    print(json.dumps({**packed, "half": half, "cases": cases}))


def _case(nets: dict[str, torch.nn.Sequential], digit: int, image: np.ndarray, shift: tuple[int, int]) -> dict:
    canvas = on_canvas(image[None], shift=shift)
    x = torch.tensor(canvas, dtype=torch.float32)
    answers = {}
    with torch.no_grad():
        for head, net in nets.items():
            maps = net.maps[:-1](x)  # as the page shows them: before the 2×2 max pool
            logits = net(x)
            shares = torch.softmax(logits, dim=1)
            answers[head] = {"sums": maps.sum(dim=(0, 2, 3)).tolist(), "peaks": maps.amax(dim=(0, 2, 3)).tolist()}
            answers[head] |= {"logits": logits[0].tolist(), "probabilities": shares[0].tolist()}
    return {"digit": digit, "shift": list(shift), "canvas": canvas.ravel().tolist(), **answers}


if __name__ == "__main__":
    main()
