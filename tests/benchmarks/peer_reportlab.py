"""reportlab drawing our pages, with its own QR widget (as pretix prints badges) or with symbols that are ready."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from showcase.documents.page import Artwork, Fill, Page, Shape, Symbol, TextLine
from showcase.documents.symbols import QUIET_MODULES
from showcase.qr.symbol import Matrix
from tests.benchmarks.drawing import FONTS, runs_of


class ReportlabBadges:
    """Draws pages.

    Args:
        images: the artwork as files, by name and variant.
        ready: the symbols by text; without them reportlab makes its own.
    """

    def __init__(self, images: Mapping[tuple[str, str], Path], ready: Mapping[str, Matrix] | None) -> None:
        self._images = {key: ImageReader(str(file)) for key, file in images.items()}
        self._ready = ready
        for weight, file in FONTS.items():
            if f"vn{weight}" not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(f"vn{weight}", str(file)))

    def write(self, file: Path, pages: Sequence[Page]) -> None:
        """Write the pages."""
        first = pages[0]
        self._width, self._bleed = first.width_mm + 2 * first.bleed_mm, first.bleed_mm
        self._height = first.height_mm + 2 * first.bleed_mm
        canvas = Canvas(str(file), pagesize=(self._width * mm, self._height * mm), pageCompression=1)
        self._canvas = canvas
        for page in pages:
            for item in page.items:
                if isinstance(item, TextLine):
                    self._text(item)
                elif isinstance(item, Fill):
                    self._fill(item)
                elif isinstance(item, Shape):
                    self._shape(item)
                elif isinstance(item, Artwork):
                    x, y = self._at(item.x_mm, item.y_mm + item.height_mm)
                    image = self._images[item.name, item.variant]
                    canvas.drawImage(image, x, y, item.width_mm * mm, item.height_mm * mm)
                elif isinstance(item, Symbol):
                    self._symbol(item)
            canvas.showPage()
        canvas.save()

    def _at(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        return (x_mm + self._bleed) * mm, (self._height - self._bleed - y_mm) * mm

    def _text(self, item: TextLine) -> None:
        text = self._canvas.beginText(*self._at(item.x_mm, item.baseline_mm))
        text.setFont(f"vn{item.weight}", item.pt)
        text.setHorizScale(item.stretch)
        text.setFillColor(HexColor(item.colour))
        text.textOut(item.text)
        self._canvas.drawText(text)

    def _fill(self, item: Fill) -> None:
        self._canvas.setFillColor(HexColor(item.colour))
        x, y = self._at(item.x_mm, item.y_mm + item.height_mm)
        box = (x, y, item.width_mm * mm, item.height_mm * mm)
        if item.radius_mm:
            self._canvas.roundRect(*box, item.radius_mm * mm, stroke=0, fill=1)
        else:
            self._canvas.rect(*box, stroke=0, fill=1)

    def _shape(self, item: Shape) -> None:
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*item.points[0]))
        for point in item.points[1:]:
            path.lineTo(*self._at(*point))
        path.close()
        self._canvas.setFillColor(HexColor(item.colour))
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _symbol(self, item: Symbol) -> None:
        if self._ready is None:
            # What pretix and others do: the widget in a drawing of its own, as large as the symbol with its quiet zone.
            side = item.module_mm * (41 + 2 * QUIET_MODULES) * mm
            widget = QrCodeWidget(item.text, barLevel="M", barWidth=side, barHeight=side, barBorder=QUIET_MODULES)
            drawing = Drawing(side, side)
            drawing.add(widget)
            x, y = self._at(item.x_mm, item.y_mm)
            renderPDF.draw(drawing, self._canvas, x, y - side)
            return
        module = item.module_mm * mm
        left, top = self._at(item.x_mm + QUIET_MODULES * item.module_mm, item.y_mm + QUIET_MODULES * item.module_mm)
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillGray(0)
        canvas.translate(left, top)
        canvas.scale(module, -module)
        # Operators written by hand are twice as fast as its paths.
        canvas._code.append("".join(f"{x} {y} {width} 1 re " for y, x, width in runs_of(self._ready[item.text])) + "f")
        canvas.restoreState()
