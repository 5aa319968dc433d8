"""The exercises of chapter 1, images as arrays."""
