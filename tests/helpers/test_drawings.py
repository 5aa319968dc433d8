"""The drawings and the clothes: what is read, in which order, and bad arguments."""

import numpy as np
import pytest

from helpers.drawings import CLOTHES, DATA, load_clipart8, load_fashion_mnist

NAMES = ("bird", "bug", "mammal", "fruit", "flower", "vehicle", "building", "instrument")


def test_338_drawings_of_eight_classes():
    images, labels, names = load_clipart8()
    assert (images.shape, images.dtype, labels.dtype) == ((338, 96, 96, 3), np.float32, np.int64)
    assert images.min() >= 0
    assert images.max() == 1
    assert names == NAMES
    assert np.bincount(labels).tolist() == [38, 43, 56, 55, 28, 38, 48, 32]


def test_tiles_are_cut_where_one_drawing_ends():
    images, labels, names = load_clipart8()
    apple = images[labels == names.index("fruit")][0]
    red, green, blue = apple[40:60, 40:60].mean(axis=(0, 1))
    assert red > green + 0.3
    assert red > blue + 0.3
    # A drawing is centred on its tile: a sheet cut askew would have ink along the edges of most.
    assert np.median(images[:, 0].mean(axis=(1, 2))) > 0.95


def test_resized_drawings_keep_their_colours():
    large, small = load_clipart8(size=128)[0], load_clipart8(size=32)[0]
    assert (large.shape, small.shape) == ((338, 128, 128, 3), (338, 32, 32, 3))
    np.testing.assert_allclose(large.mean(axis=(1, 2)), small.mean(axis=(1, 2)), atol=0.02)


def test_size_below_one_raises_value_error():
    with pytest.raises(ValueError, match="size must be at least 1"):
        load_clipart8(size=0)


def test_clothes_are_equally_many_of_each_class():
    images, labels, test_images, test_labels = load_fashion_mnist()
    assert (images.shape, test_images.shape, images.dtype) == ((5000, 28, 28), (1000, 28, 28), np.float32)
    assert (images.min(), images.max()) == (0, 1)
    assert np.bincount(labels).tolist() == [500] * len(CLOTHES)
    assert np.bincount(test_labels).tolist() == [100] * len(CLOTHES)


def test_trousers_are_narrower_than_pullovers():
    images, labels, _, _ = load_fashion_mnist()
    ink = [images[labels == CLOTHES.index(name)].mean() for name in ("trousers", "pullover")]
    assert ink[0] < ink[1]


def test_writing_into_the_images_does_not_change_the_next_ones():
    first, labels, _ = load_clipart8()
    first[:], labels[:] = -1, -1
    again = load_clipart8()
    assert again[0].min() >= 0
    assert again[1].min() == 0


def test_each_file_of_others_stands_in_the_readme_and_its_licence_beside_it():
    told = (DATA / "README.md").read_text(encoding="utf-8")
    held = [path.name for path in DATA.iterdir() if path.suffix in (".webp", ".csv", ".npz", ".safetensors")]
    assert [name for name in held if name not in told] == []
    assert "END OF TERMS AND CONDITIONS" in (DATA / "LICENSE-lite0.txt").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in (DATA / "LICENSE-fashion_mnist.txt").read_text(encoding="utf-8")
