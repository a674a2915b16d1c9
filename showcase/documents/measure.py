"""The port through which layout asks a font engine how wide and how tall text is."""

from typing import Protocol


class Measure(Protocol):
    """Measures text in Be Vietnam Pro, per em: widths grow linearly with the size, so fitting is arithmetic.

    It stands for the font engine, and can be hashed: what was prepared for one is not used with another.
    """

    def __hash__(self) -> int:
        """Return what tells it from another font engine."""
        ...

    def width_em(self, text: str, weight: int) -> float:
        """Return the advance width of the text at a size of one."""
        ...

    def ink_em(self, text: str, weight: int) -> tuple[float, float]:
        """Return how far the ink reaches above the baseline and below it (both positive)."""
        ...

    def missing(self, text: str, weight: int) -> str:
        """Return the characters the font has no glyph for."""
        ...
