"""The visitor pages that the codes of signs and cards lead to: static files for any web host, a stick or a folder."""
