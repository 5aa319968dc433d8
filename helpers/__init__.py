"""The library that the lessons are written with.

Nothing is imported here, so that ``import helpers`` is cheap; take what you need by its module::

    from helpers.convolution import xcorr2d
    from helpers.widgets import ConvolutionStepper
"""
