"""Loop for ever in the forward pass of one network.

Right: that exercise earns nothing, and the other one counts.
"""

ASSIGNMENT = "networks"
SOLUTIONS = {
    "residual_block": """
class Endless(nn.Module):
    def forward(self, x):
        while True:
            pass


def residual_block(in_channels, out_channels, *, stride=1):
    return Endless()
"""
}
EARNS = {"residual_block": 0}
