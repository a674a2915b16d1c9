"""Erasing people for good: from the event, from every copy that can be reached, with word of those that cannot."""
