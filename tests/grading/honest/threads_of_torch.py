"""Compute with several threads of torch in a cell: whoever forks after that hangs.

Right: the answers count.
"""

ASSIGNMENT = "networks"
ADDED = {
    "set-up": [
        """
torch.set_num_threads(2)
big = torch.randn(600, 600)
print((big @ big).sum(), torch.nn.functional.conv2d(torch.randn(4, 8, 64, 64), torch.randn(8, 8, 3, 3)).shape)
"""
    ]
}
