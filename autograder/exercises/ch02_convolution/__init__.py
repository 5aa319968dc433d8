"""The exercises of chapter 2, the sliding dot product."""
