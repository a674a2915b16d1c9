"""What a station keeps in a file of its own: counts without identity, airtime, the PIN and its set-up."""
