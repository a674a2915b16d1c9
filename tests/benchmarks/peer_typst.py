"""typst setting our pages in one compilation, with symbols that are ready as SVG paths."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import typst

from showcase.documents.page import Artwork, Fill, Item, Page, Shape, Symbol, TextLine
from showcase.documents.symbols import QUIET_MODULES
from showcase.qr.symbol import Matrix
from tests.benchmarks.drawing import FONTS, runs_of


class TypstBadges:
    """Sets pages; the arguments are those of reportlab's. The source is made before the clock starts."""

    def __init__(
        self, images: Mapping[tuple[str, str], Path], ready: Mapping[str, Matrix], pages: Sequence[Page]
    ) -> None:
        self._images = images
        self._ready = ready
        self._bleed = pages[0].bleed_mm
        width, height = (side + 2 * self._bleed for side in (pages[0].width_mm, pages[0].height_mm))
        head = f'#set page(width: {width}mm, height: {height}mm, margin: 0mm)\n#set text(font: "Be Vietnam Pro")\n'
        sheets = ("".join(self._item(item) for item in page.items) for page in pages)
        self._source = head + "#pagebreak()\n".join(sheets)
        self._compiler = typst.Compiler(root="/", font_paths=[str(FONTS[400].parent)], ignore_system_fonts=True)

    def write(self, file: Path) -> None:
        """Write the pages."""
        pdf = self._compiler.compile(self._source.encode(), format="pdf", pdf_tags=False)
        assert isinstance(pdf, bytes)
        file.write_bytes(pdf)

    def _item(self, item: Item) -> str:
        if isinstance(item, TextLine):
            text = item.text.replace("\\", "\\\\").replace('"', '\\"')
            words = (
                f'text(size: {item.pt}pt, weight: {item.weight}, fill: rgb("{item.colour}"),'
                f' top-edge: "baseline", bottom-edge: "baseline", "{text}")'
            )
            if item.stretch != 100:
                words = f"scale(x: {item.stretch}%, origin: left, {words})"
            return self._place(item.x_mm, item.baseline_mm, f"box(width: 300mm, {words})")
        if isinstance(item, Fill):
            size = f"width: {item.width_mm}mm, height: {item.height_mm}mm, radius: {item.radius_mm}mm"
            return self._place(item.x_mm, item.y_mm, f'rect({size}, fill: rgb("{item.colour}"))')
        if isinstance(item, Shape):
            points = ", ".join(f"({x + self._bleed}mm, {y + self._bleed}mm)" for x, y in item.points)
            return f'#place(top + left, polygon(fill: rgb("{item.colour}"), {points}))\n'
        if isinstance(item, Artwork):
            size = f"width: {item.width_mm}mm, height: {item.height_mm}mm"
            file = self._images[item.name, item.variant]
            return self._place(item.x_mm, item.y_mm, f'image("{file}", {size})')
        assert isinstance(item, Symbol)
        return self._symbol(item)

    def _place(self, x_mm: float, y_mm: float, what: str) -> str:
        return f"#place(top + left, dx: {x_mm + self._bleed}mm, dy: {y_mm + self._bleed}mm, {what})\n"

    def _symbol(self, item: Symbol) -> str:
        path = "".join(f"M{x} {y}h{width}v1h-{width}z" for y, x, width in runs_of(self._ready[item.text]))
        svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 41 41'><path d='{path}'/></svg>"
        quiet = QUIET_MODULES * item.module_mm
        image = f'image(bytes("{svg}"), format: "svg", width: {41 * item.module_mm}mm)'
        return self._place(item.x_mm + quiet, item.y_mm + quiet, image)
