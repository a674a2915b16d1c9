"""People, their consent and their badges."""
