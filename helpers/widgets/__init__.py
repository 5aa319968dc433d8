"""Widgets that work in JupyterLab and, without a kernel, in the book's pages. This is the list of them."""

from helpers.widgets.box import Box
from helpers.widgets.cards import Cards
from helpers.widgets.channel_sum import ChannelSum
from helpers.widgets.depth_slider import DepthSlider
from helpers.widgets.dot_product import dot_product_box, workings
from helpers.widgets.feature_explorer import FeatureExplorer
from helpers.widgets.field_tracer import FieldTracer
from helpers.widgets.geometry import GeometrySlider
from helpers.widgets.groups_slider import GroupsSlider
from helpers.widgets.inspector import PixelInspector
from helpers.widgets.playground import KernelPlayground
from helpers.widgets.pooling_lab import PoolingLab
from helpers.widgets.quiz import Choice, Choices, Number, Quiz
from helpers.widgets.residual_lab import ResidualLab
from helpers.widgets.shifted_digit import ShiftedDigit
from helpers.widgets.stepper import ConvolutionStepper

__all__ = [
    "Box",
    "Cards",
    "ChannelSum",
    "Choice",
    "Choices",
    "ConvolutionStepper",
    "DepthSlider",
    "FeatureExplorer",
    "FieldTracer",
    "GeometrySlider",
    "GroupsSlider",
    "KernelPlayground",
    "Number",
    "PixelInspector",
    "PoolingLab",
    "Quiz",
    "ResidualLab",
    "ShiftedDigit",
    "dot_product_box",
    "workings",
]
