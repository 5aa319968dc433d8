"""The exercises of chapter 7, receptive fields."""
