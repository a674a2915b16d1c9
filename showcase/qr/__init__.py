"""QR payloads, signatures and symbols, without a database."""
