"""The catalogue: event, organisations, booths, products, topics, programme and media."""
