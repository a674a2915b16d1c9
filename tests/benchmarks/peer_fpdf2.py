"""fpdf2 drawing our pages, with symbols that are ready."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from fpdf import FPDF

from showcase.documents.page import Artwork, Fill, Page, Shape, Symbol, TextLine
from showcase.documents.symbols import QUIET_MODULES
from showcase.qr.symbol import Matrix
from tests.benchmarks.drawing import FONTS, runs_of


class FpdfBadges:
    """Draws pages; the arguments are those of reportlab's."""

    def __init__(self, images: Mapping[tuple[str, str], Path], ready: Mapping[str, Matrix]) -> None:
        self._images = images
        self._ready = ready

    def write(self, file: Path, pages: Sequence[Page]) -> None:
        """Write the pages."""
        first = pages[0]
        bleed = first.bleed_mm
        pdf = FPDF(unit="mm", format=(first.width_mm + 2 * bleed, first.height_mm + 2 * bleed))
        pdf.set_auto_page_break(auto=False)
        pdf.set_margin(0)
        for weight, font in FONTS.items():
            pdf.add_font(f"vn{weight}", "", str(font))
        self._pdf, self._bleed = pdf, bleed
        for page in pages:
            pdf.add_page()
            for item in page.items:
                if isinstance(item, TextLine):
                    self._text(item)
                elif isinstance(item, Fill):
                    self._fill(item)
                elif isinstance(item, Shape):
                    pdf.set_fill_color(item.colour)
                    pdf.polygon([(x + bleed, y + bleed) for x, y in item.points], style="F")
                elif isinstance(item, Artwork):
                    image = self._images[item.name, item.variant]
                    pdf.image(str(image), item.x_mm + bleed, item.y_mm + bleed, item.width_mm, item.height_mm)
                elif isinstance(item, Symbol):
                    self._symbol(item)
        pdf.output(str(file))

    def _text(self, item: TextLine) -> None:
        pdf = self._pdf
        pdf.set_font(f"vn{item.weight}", size=item.pt)
        pdf.set_stretching(item.stretch)
        pdf.set_text_color(item.colour)
        pdf.text(item.x_mm + self._bleed, item.baseline_mm + self._bleed, item.text)

    def _fill(self, item: Fill) -> None:
        self._pdf.set_fill_color(item.colour)
        box = (item.x_mm + self._bleed, item.y_mm + self._bleed, item.width_mm, item.height_mm)
        self._pdf.rect(*box, style="F", round_corners=bool(item.radius_mm), corner_radius=item.radius_mm)

    def _symbol(self, item: Symbol) -> None:
        pdf, k = self._pdf, self._pdf.k
        left = (item.x_mm + self._bleed + QUIET_MODULES * item.module_mm) * k
        top = (pdf.h - item.y_mm - self._bleed - QUIET_MODULES * item.module_mm) * k
        module = item.module_mm * k
        runs = "".join(f"{x} {y} {width} 1 re " for y, x, width in runs_of(self._ready[item.text]))
        # Operators written by hand are twice as fast as rect() for each run.
        pdf._out(f"q 0 g {module:.5f} 0 0 {-module:.5f} {left:.4f} {top:.4f} cm {runs}f Q")
