"""Leads and entries: what scanners read, what it is worth, and what the facts of one badge add up to."""
