"""The exercises of chapter 11: residual blocks, how they begin, the gradient that reaches them, a whole network."""
