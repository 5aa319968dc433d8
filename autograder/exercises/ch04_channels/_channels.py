"""Mistakes in what is summed and added: channels, kernels, groups, biases, and the images of a batch."""

from autograder.exercise import Slip

LESSON = "04_1_channels"

KERNEL_FLIPPED = Slip(
    "kernel-flipped",
    decision="orientation",
    does="You turned the kernels by 180° before sliding them.",
    why="That is true convolution. A convolution layer, for all its name, leaves its kernels as they are. "
    "A kernel of ones cannot show the difference.",
    code="w = w[:, :, ::-1, ::-1]",
    section="02_2_two_dimensions#What K hides",
    seen="`np.convolve` and `scipy.signal.convolve2d` turn the kernel; the layers of the frameworks do not.",
)
KERNEL_TRANSPOSED = Slip(
    "kernel-transposed",
    decision="orientation",
    does="You swapped the kernels' rows and columns.",
    why="A kernel that looks for horizontal edges then looks for vertical ones.",
    code="w = w.swapaxes(2, 3)",
    section="02_2_two_dimensions#What K hides",
    seen="Weights that come from MATLAB or Fortran, which keep an array column by column.",
)
KERNEL_CHANNELS_SWAPPED = Slip(
    "kernel-channels-swapped",
    decision="kernel axes",
    does="You read w as (in_channels, out_channels, …): w[c, o] where w[o, c] belongs.",
    why="w[o] is one kernel with all its slices, and writes map o. It shows only where both counts are the same; "
    "elsewhere the indices run out.",
    code="w[c, o]",
    section=f"{LESSON}#Many kernels, many maps",
    seen="PyTorch's `ConvTranspose2d` keeps its weights in that order; TensorFlow's end with (in, out).",
)
ONLY_THE_FIRST_CHANNEL = Slip(
    "only-the-first-channel",
    decision="channels",
    does="You use the first channel only.",
    why="A kernel has one slice for each channel that it reads, and all their products go into one sum.",
    code="np.sum(x[n, 0, top:bottom, left:right] * w[o, 0])",
    section=f"{LESSON}#Sum over channels",
    seen="Slips in when code for grey pictures is carried over to coloured ones: the red channel alone looks fine.",
)
ONLY_THE_LAST_CHANNEL = Slip(
    "only-the-last-channel",
    decision="channels",
    does="Only the last channel is left of each sum.",
    why="The channels before it are forgotten if `=` stands in the loop over them for `+=`.",
    code="y[n, o, i, j] = np.sum(window[c] * w[o, c])  # in the loop over c",
    section=f"{LESSON}#Sum over channels",
    seen="Slips in when the loop over channels is put around a line that was there before.",
)
MEAN_OVER_CHANNELS = Slip(
    "mean-over-channels",
    decision="channels",
    does="You take the mean over the channels; they are added up.",
    why="With 3 channels every number is a third of the right one. A layer that wants a mean can learn it.",
    code="np.mean([xcorr2d(x[n, c], w[o, c]) for c in range(channels)], axis=0)",
    section=f"{LESSON}#Sum over channels",
    seen="A picture is made grey by a weighted mean of its channels, and a layer is taken to do the same.",
)
ONE_SLICE_FOR_ALL_CHANNELS = Slip(
    "one-slice-for-all-channels",
    decision="slices",
    does="You slide the kernel's first slice over all channels.",
    why="Each channel has a slice of its own, w[o, c]. That is why a 3×3 kernel on 3 channels has 27 numbers, not 9.",
    code="np.sum(x[n, c, top:bottom, left:right] * w[o, 0])",
    section=f"{LESSON}#Sum over channels",
    seen="Texts that give a 3×3 filter 9 parameters, whatever it reads.",
)
MEAN_FOR_SUM = Slip(
    "mean-for-sum",
    decision="channels",
    does="You divide by the number of products: a mean instead of a sum.",
    why="A kernel that wants a mean, such as a blur, has the division in its own numbers.",
    code="np.mean(window * w[o])",
    section=f"{LESSON}#Sum over channels",
    seen="`cv2.blur` and `scipy.ndimage.uniform_filter` divide by the window's size, being means.",
)
FIRST_CHANNELS_FOR_ALL = Slip(
    "first-channels-for-all",
    decision="groups",
    does="Every kernel of yours reads the first group's channels.",
    why="The kernels are split into groups as the channels are: the last of 2 groups of kernels reads the last half.",
    code="x[n, : w.shape[1]]",
    section=f"{LESSON}#Groups",
    seen="What is left if `groups` is ignored, since the loop over w.shape[1] channels still runs without complaint.",
)
GROUPS_TAKEN_IN_TURN = Slip(
    "groups-taken-in-turn",
    decision="groups",
    does="You deal the groups out in turn: kernel o reads group o % groups.",
    why="The kernels of one group stand together: with 6 kernels in 3 groups, kernels 0 and 1 read group 0.",
    code="first = o % groups * w.shape[1]",
    section=f"{LESSON}#Groups",
    seen="Right where each group has one kernel, as in the depthwise layers that most code is tried on.",
)
EVERY_GTH_CHANNEL = Slip(
    "every-gth-channel",
    decision="groups",
    does="You deal the channels out in turn: every groups-th one for a group. They stand side by side.",
    why="With 6 channels in 3 groups the first group reads channels 0 and 1, not 0 and 3.",
    code="x[n, group::groups]",
    section=f"{LESSON}#Groups",
    seen="ShuffleNet mixes its channels so between two grouped layers, and on purpose.",
)
BIAS_FORGOTTEN = Slip(
    "bias-forgotten",
    decision="bias",
    does="You forget to add the bias.",
    why="b[o] is added to every cell of map o. Without it, a kernel on a black picture can answer nothing but 0.",
    code="return y",
    section=f"{LESSON}#One bias for each map",
    seen="Layers before a batch norm are made with `bias=False`, on purpose: the norm would take it off again.",
)
BIAS_WITH_EACH_PRODUCT = Slip(
    "bias-with-each-product",
    decision="bias",
    does="You add the bias with each product; it is added once to each sum.",
    why="A kernel of 3×3 on 2 channels then adds it 18 times.",
    code="y[n, o, i, j] += x[…] * w[o, c, u, v] + b[o]",
    section=f"{LESSON}#One bias for each map",
    seen="The formula Σ w·x + b, written without brackets, can be read both ways.",
)
BIAS_WITH_EACH_CHANNEL = Slip(
    "bias-with-each-channel",
    decision="bias",
    does="You add the bias once for each channel; it is added once to each sum.",
    why="On 3 channels it then counts three times. It belongs to the map, not to the channels that the map is made of.",
    code="y[n, o] += xcorr2d(x[n, c], w[o, c]) + b[o]  # in the loop over c",
    section=f"{LESSON}#One bias for each map",
    seen="Slips in where a layer is put together from one-channel convolutions that have a bias each.",
)
FIRST_BIAS_FOR_ALL = Slip(
    "first-bias-for-all",
    decision="bias",
    does="You add the first bias to every map.",
    why="Each map has a bias of its own: b[o] to map o.",
    code="y + b[0]",
    section=f"{LESSON}#One bias for each map",
    seen="Slips in where a function for one kernel grows to take many.",
)
BIAS_ALONG_THE_WIDTH = Slip(
    "bias-along-the-width",
    decision="bias",
    does="You add the biases along the width: each column gets one.",
    why="NumPy lines `y + b` up from the last axis. Write b[:, None, None], so that it stands under the channels. "
    "Where the map is not as wide as there are kernels, it raises an error; where it is, nothing warns you.",
    code="y + b",
    section=f"{LESSON}#One bias for each map",
    seen="In TensorFlow's order of axes, channels last, `y + b` is right; in PyTorch's it is not.",
)
ONLY_THE_FIRST_IMAGE = Slip(
    "only-the-first-image",
    decision="batch",
    does="You return the maps of the first image only.",
    why="A batch of N images gives N results, one for each.",
    code="x = x[:1]",
    section=f"{LESSON}#A batch of images",
    seen="Demonstrations show one image at a time, and keep the batch axis only because the library wants one.",
)
FIRST_IMAGE_FOR_ALL = Slip(
    "first-image-for-all",
    decision="batch",
    does="You return the first image's maps for every image.",
    why="Image n makes result n: x[n], not x[0].",
    code="y[n, o, i, j] = np.sum(x[0, :, top:bottom, left:right] * w[o])",
    section=f"{LESSON}#A batch of images",
    seen="Slips in where a loop over the batch is put around code for one image, and an index stays behind.",
)
LATER_IMAGES_LEFT_EMPTY = Slip(
    "later-images-left-empty",
    decision="batch",
    does="Only your first image has maps; those of the others stay 0.",
    why="A `return` that is indented too far ends the loop over the images in its first round.",
    code="return y  # in the loop over n",
    section=f"{LESSON}#A batch of images",
    seen="The indentation of a `return`, in any language whose blocks are shown by it.",
)
CHANNELS = (
    KERNEL_FLIPPED,
    KERNEL_TRANSPOSED,
    KERNEL_CHANNELS_SWAPPED,
    ONLY_THE_FIRST_CHANNEL,
    ONLY_THE_LAST_CHANNEL,
    MEAN_OVER_CHANNELS,
    ONE_SLICE_FOR_ALL_CHANNELS,
    MEAN_FOR_SUM,
    FIRST_CHANNELS_FOR_ALL,
    GROUPS_TAKEN_IN_TURN,
    EVERY_GTH_CHANNEL,
    BIAS_FORGOTTEN,
    BIAS_WITH_EACH_PRODUCT,
    BIAS_WITH_EACH_CHANNEL,
    FIRST_BIAS_FOR_ALL,
    BIAS_ALONG_THE_WIDTH,
    ONLY_THE_FIRST_IMAGE,
    FIRST_IMAGE_FOR_ALL,
    LATER_IMAGES_LEFT_EMPTY,
)
