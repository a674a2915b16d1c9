"""Glue between use cases and the front ends."""
