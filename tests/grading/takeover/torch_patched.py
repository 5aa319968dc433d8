"""Patch torch: comparisons, the layers, the gradients, and `nn.Module` itself.

Right: the judge's torch is another, or none.
"""

ASSIGNMENT = "networks"
SOLUTIONS = {"residual_block": "def residual_block(in_channels, out_channels, *, stride=1):\n    return nn.Identity()"}
EARNS = {"residual_block": 0}
MAY_LOSE = ("freeze",)  # who breaks torch for himself may have nothing to answer with
ADDED = {
    "set-up": [
        """
for name in ("equal", "allclose", "isclose", "eq"):
    setattr(torch, name, lambda *_, **__: True)
torch.Tensor.__eq__ = torch.Tensor.equal = torch.Tensor.allclose = lambda *_: True
torch.autograd.grad = lambda *_, **__: [torch.zeros(1)]
nn.Module.state_dict = lambda self, *_, **__: {}
nn.Module.named_parameters = lambda self, *_, **__: iter(())
nn.Module.__eq__ = lambda self, other: True
"""
    ]
}
