"""The exercises of chapter 6, equivariance is not invariance."""
