"""The exercises of chapter 3, stride, padding and dilation."""
