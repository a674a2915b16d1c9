"""Showcase runs the exhibition of a summit from one local file: catalogue, badges, signs, kiosk and scanner."""

__version__ = "0.1.0"
