import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")

import matplotlib.pyplot as plt

from helpers import palette, plotting


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.mark.parametrize("plot", [plotting.plot_image, plotting.plot_map, plotting.plot_kernel])
def test_a_plot_draws_on_the_axes_it_is_given_and_returns_it(plot):
    left, right = plotting.row_of_axes(2)
    assert plot([[0, 1], [2, -3]], ax=right, title="finding") is right
    assert right.get_title(loc="left") == "finding"
    assert not left.images


def test_signed_maps_are_white_at_zero():
    for plot in (plotting.plot_map, plotting.plot_kernel):
        picture = plot([[1.0, -4.0]]).images[0]
        assert picture.norm(0) == 0.5
        assert min(picture.cmap(0.5)[:3]) > 0.94


def test_an_image_of_fractions_keeps_one_as_white():
    assert plotting.plot_image([[0.2, 0.5]]).images[0].norm(1.0) == 1


def test_numbers_on_cells_have_a_true_minus_sign():
    texts = [text.get_text() for text in plotting.plot_kernel([[-1, 0.5], [1 / 9, 2]]).texts]
    assert texts == ["−1", "0.5", "0.11", "2"]


def test_a_window_is_outlined_around_its_cells():
    ax = plotting.plot_window(plotting.plot_image(np.zeros((5, 5))), (1, 2), (2, 3))
    (frame,) = ax.patches
    assert frame.get_bbox().bounds == (1.5, 0.5, 3, 2)
    assert mpl.colors.to_hex(frame.get_edgecolor()).upper() == palette.WINDOW


def test_a_long_signal_is_a_line_and_a_short_one_shows_its_values():
    assert plotting.plot_signal(range(5)).lines[0].get_marker() == "o"
    assert plotting.plot_signal(range(50)).lines[0].get_marker() == ""


def test_figures_are_opaque_white_and_six_inches_wide():
    figure = plotting.row_of_axes(3)[0].figure
    assert mpl.colors.to_hex(figure.get_facecolor()) == "#ffffff"
    assert figure.get_size_inches()[0] == 6


def test_a_row_can_share_its_vertical_scale():
    left, right = plotting.row_of_axes(2, share_y=True)
    plotting.plot_signal([0, 10], ax=left)
    plotting.plot_signal([4, 5], ax=right)
    assert left.get_ylim() == right.get_ylim()


def test_a_picture_in_colour_is_drawn_in_its_colours():
    colours = np.linspace(0, 1, 12).reshape(2, 2, 3)
    np.testing.assert_array_equal(plotting.plot_image(colours).images[0].get_array(), colours)


def test_ratios_stand_way_by_way_on_a_scale_of_powers_of_ten():
    ax = plotting.plot_ratios({"loop": [900, 1000], "product": [1, 2]}, ["small", "large"], title="finding")
    assert ax.get_xscale() == "log"
    assert [text.get_text() for text in ax.get_yticklabels()] == ["loop", "product"]
    assert [list(line.get_xdata()) for line in ax.lines] == [[900, 1], [1000, 2]]
    assert len({line.get_marker() for line in ax.lines}) == 2


def test_ratios_that_are_equal_hide_one_another_nowhere():
    ax = plotting.plot_ratios({"loop": [1, 1]}, ["small", "large"])
    assert len({line.get_ydata()[0] for line in ax.lines}) == 2


def test_curves_differ_in_line_style_and_have_their_names():
    ax = plotting.plot_curves([0, 1], {"up": [0, 1], "down": [1, 0]}, xlabel="input")
    assert [line.get_linestyle() for line in ax.lines] == ["-", "--"]
    assert [text.get_text() for text in ax.texts] == ["up", "down"]
    legend = plotting.plot_curves([0, 1], {"up": [0, 1]}, beside=False).get_legend()
    assert [text.get_text() for text in legend.get_texts()] == ["up"]
    with pytest.raises(ValueError, match="plot_curves: 5 curves; draw at most 4"):
        plotting.plot_curves([0, 1], {name: [0, 1] for name in "abcde"})


def test_a_live_curve_keeps_what_was_measured_when_training_is_interrupted():
    with pytest.raises(KeyboardInterrupt), plotting.LiveCurve(100, title="Loss") as curve:  # noqa: PT012
        for step in range(4):
            curve(step, 4 - step)
        raise KeyboardInterrupt
    assert curve.values == [4, 3, 2, 1]
    assert curve.ax.get_title(loc="left") == "Loss   stopped at step 4 of 100"


def test_a_live_curve_shows_how_far_the_training_is():
    curve = plotting.LiveCurve(8, title="Loss")
    curve(0, 1.0)
    curve(1, 0.5)
    assert curve.ax.get_title(loc="left").startswith("Loss   step 2 of 8, ")
    whole, done = curve.ax.lines[-2:]
    assert (list(whole.get_xdata()), list(done.get_xdata())) == ([0, 1], [0, 2 / 8])


def test_a_finished_live_curve_says_no_more_of_its_progress():
    curve = plotting.LiveCurve(200, title="Loss")
    for step in range(200):
        curve(step, step % 2)
    assert curve.ax.get_title(loc="left") == "Loss"
    raw, smooth = curve.ax.lines
    assert len(raw.get_xdata()) == 200
    np.testing.assert_allclose(smooth.get_ydata(), 0.5, atol=0.11)


def test_a_live_curve_that_is_slow_to_draw_leaves_most_of_the_time_to_the_training(monkeypatch):
    now, drawn = [0.0], []

    def draw(_curve):
        drawn.append(now[0])
        now[0] += 3  # seconds

    monkeypatch.setattr("helpers.plotting.live.time.monotonic", lambda: now[0])
    monkeypatch.setattr(plotting.LiveCurve, "_draw", draw)
    with plotting.LiveCurve(100, every=0.5) as curve:
        for step in range(40):
            now[0] += 1
            curve(step, 1)
    assert drawn == [1, 17, 33, 49, 52]  # the last one when the training has ended


def test_a_live_curve_is_one_figure_that_is_updated(monkeypatch):
    import IPython
    import IPython.display

    shown, updated = [], []
    handle = type("Handle", (), {"update": lambda _, figure: updated.append(figure)})()

    def display(figure, *, display_id):
        assert display_id
        shown.append(figure)
        return handle

    monkeypatch.setattr(IPython, "get_ipython", lambda: object())
    monkeypatch.setattr(IPython.display, "display", display)
    with plotting.LiveCurve(3, every=0) as curve:
        for step in range(3):
            curve(step, 1)
    assert len(shown) == 1
    assert len(updated) >= 1
    assert plt.get_fignums() == []
