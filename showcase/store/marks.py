"""What tells an event file from others, known without opening it."""

from typing import Final

APPLICATION_ID: Final = 0x53484F57
""""SHOW": tells an event from other SQLite files."""
SCHEMA: Final = 9
"""Number of the schema this version writes, kept in SQLite's user_version: migration 0001 makes schema 1."""
