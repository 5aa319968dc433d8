"""Build the network from the ones that checks hand over.

Right: those are other networks, and the names of their layers are wrong.
"""

ASSIGNMENT = "networks"
SOLUTIONS = {
    "residual_block": """
def residual_block(in_channels, out_channels, *, stride=1):
    from autograder.given import blocks, networks

    made = [build for module in (blocks, networks) for build in vars(module).values() if callable(build)]
    return next(build for build in made if "block" in build.__name__.lower())(in_channels, out_channels, stride)
"""
}
EARNS = {"residual_block": 0}
