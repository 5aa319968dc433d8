"""Return another network than the one that was to be frozen, and one that claims to be frozen.

Right: the network that was given is looked at.
"""

ASSIGNMENT = "networks"
SOLUTIONS = {
    "freeze": """
def freeze(net, *, upto):
    class Frozen(nn.Sequential):
        def named_parameters(self, *_, **__):
            return iter(())

        def parameters(self, *_, **__):
            return iter(())

    return Frozen()
"""
}
EARNS = {"freeze": 0}
