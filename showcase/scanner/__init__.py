"""The scanner: badges in, verdicts and leads out."""
