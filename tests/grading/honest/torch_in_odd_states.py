"""Change torch's state in cells: seeds, no gradients, threads, double precision for a while.

Right: the answers count.
"""

ASSIGNMENT = "networks"
ADDED = {
    "set-up": [
        """
torch.manual_seed(3)
torch.set_grad_enabled(False)
torch.set_num_threads(1)
torch.set_printoptions(precision=2)
torch.set_default_dtype(torch.float64)
torch.set_default_dtype(torch.float32)
"""
    ],
    "freeze-solution": ["net = nn.Sequential(nn.Linear(2, 2))\nnet(torch.zeros(1, 2))"],
}
