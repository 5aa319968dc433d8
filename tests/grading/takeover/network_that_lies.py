"""Return a module that tells the names, modes and gradients that are asked for, and computes something else.

Right: it is judged by what comes out of it.
"""

ASSIGNMENT = "networks"
SOLUTIONS = {
    "residual_block": """
def residual_block(in_channels, out_channels, *, stride=1):
    class Liar(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False)
            self.bn1 = nn.BatchNorm2d(out_channels)
            self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
            self.bn2 = nn.BatchNorm2d(out_channels)
            if stride != 1 or in_channels != out_channels:
                conv = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False)
                self.downsample = nn.Sequential(conv, nn.BatchNorm2d(out_channels))

        def load_state_dict(self, *_, **__):
            return True

        def train(self, mode=True):
            return self

        def forward(self, x):
            return torch.relu(self.conv1(x)) * 0

    return Liar()
"""
}
EARNS = {"residual_block": 0}
