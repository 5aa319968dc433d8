"""Exercises of chapter 12: use what another network has learned."""
