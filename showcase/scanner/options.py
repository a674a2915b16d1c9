"""How a scanner is started."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How a scanner is started.

    Args:
        windowed: in a window.
        language: what it speaks; "" is what it spoke last, then the system's.
        practice: nothing that is scanned counts.
        still: reduced motion.
        silent: without sound, and without looking for a loudspeaker.
        blind: without looking for a camera.
        pixels_per_mm: of the screen, as somebody measured it; 0 where nobody did.
    """

    windowed: bool = False
    language: str = ""
    practice: bool = False
    still: bool = False
    silent: bool = False
    blind: bool = False
    pixels_per_mm: float = 0.0
