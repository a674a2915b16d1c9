"""The window coordinators work in."""
