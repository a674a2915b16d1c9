"""Painting pages and proving what was painted."""
