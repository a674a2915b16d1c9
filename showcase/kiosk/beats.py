"""What the kiosk and the process that looks after it have agreed on."""

from typing import Final

RENEW: Final = 75
"""Exit code of a child that wants to be started anew: it grew or is old, or staff ask for it (EX_TEMPFAIL)."""
BEAT: Final = "beat"
"""First word of a line that says how much was painted and whether the screen could show more."""
