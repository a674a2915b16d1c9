"""How a kiosk is started."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says.

    Args:
        booth: the code of the booth it stands at, "" where it stands free.
        windowed: in a window that can be closed.
        language: what it speaks to somebody new; "" is the language of the system.
        still: reduced motion.
        pixels_per_mm: of the screen, as somebody measured it; 0 where nobody did.
        supervised: another process listens whether it lives.
        asks: a station that nobody has set up asks for it.
        voice: the engine that reads aloud, "" for whichever the system has, None for none.
    """

    booth: str = ""
    windowed: bool = False
    language: str = ""
    still: bool = False
    pixels_per_mm: float = 0.0
    supervised: bool = False
    asks: bool = False
    voice: str | None = None
