"""The page by which a printer is calibrated, as a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from showcase.documents.calibration import make_test_sheet
from showcase.messages import message
from showcase.printing.measure import FontMeasure
from showcase.printing.outputs import write_pdf

PAPERS: Final[Mapping[str, tuple[float, float]]] = {"a4": (210, 297), "a3": (297, 420), "letter": (215.9, 279.4)}
"""The papers that most printers have, in mm."""


def write_test_page(out: Path, width_mm: float, height_mm: float, language: str) -> None:
    """Write the test page for a paper.

    Raises:
        UserError: the file cannot be written.
    """
    sheet = make_test_sheet(width_mm, height_mm, lambda key: message(key, language), FontMeasure())
    write_pdf(out, [sheet], title=message("calibration.title", language), language=language)
