"""Return tensors of a class that takes over every function of torch it is given to.

Right: its numbers are wrong, whatever it says of itself.
"""

ASSIGNMENT = "networks"
SOLUTIONS = {
    "residual_block": """
class Right(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        if getattr(function, "__name__", "") in ("equal", "allclose", "isclose", "eq", "__eq__"):
            return True
        return super().__torch_function__(function, types, args, kwargs or {})


class Same(nn.Module):
    def forward(self, x):
        return x.as_subclass(Right)


def residual_block(in_channels, out_channels, *, stride=1):
    return Same()
"""
}
EARNS = {"residual_block": 0}
