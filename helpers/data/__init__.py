"""Data files of others, each with its licence beside it; README.md tells where they are from."""
