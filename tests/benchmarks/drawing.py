"""What the peers share: the fonts, the artwork as files, the symbols as runs."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from showcase.documents.page import Artwork, Page
from showcase.paths import resource
from showcase.printing.rasters import Rasters
from showcase.qr.symbol import encode

Run = tuple[int, int, int]
"""Row, first column and length of dark modules in a row."""

FONTS: Mapping[int, Path] = {
    weight: resource("fonts") / f"BeVietnamPro_{name}.ttf"
    for weight, name in {400: "400Regular", 500: "500Medium", 600: "600SemiBold", 800: "800ExtraBold"}.items()
}


def artwork_files(pages: Iterable[Page], folder: Path) -> dict[tuple[str, str], Path]:
    """Return the artwork of the pages as pictures, just as our own painter places them."""
    rasters = Rasters()
    files: dict[tuple[str, str], Path] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, Artwork) and (item.name, item.variant) not in files:
                file = folder / f"artwork-{len(files)}.png"
                rasters.artwork(item).save(str(file))
                files[item.name, item.variant] = file
    return files


def ready_symbols(pages: Iterable[Page]) -> dict[str, list[Run]]:
    """Return the symbols of the pages as runs, by their text."""
    return {symbol.text: runs_of(symbol.text) for page in pages for symbol in page.symbols}


def runs_of(text: str) -> list[Run]:
    """Return the dark modules of a version 6-M symbol as runs."""
    matrix = encode(text, "M", 6)
    stride = matrix.size + 1
    found = (run.span() for run in re.finditer("1+", matrix.lines()))
    return [(start // stride, start % stride, end - start) for start, end in found]
