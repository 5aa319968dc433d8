"""The exercises of chapter 4: channels, groups, what a layer costs, and windows as columns."""
