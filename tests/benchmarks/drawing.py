"""What the peers share: the fonts, the artwork as files, the symbols as runs."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from showcase.documents.page import Artwork, Page
from showcase.paths import resource
from showcase.printing.rasters import Rasters
from showcase.qr.symbol import Matrix, encode

Run = tuple[int, int, int]
"""Row, first column and length of dark modules in a row."""

_runs = re.compile("1+").finditer
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


def ready_symbols(pages: Iterable[Page]) -> dict[str, Matrix]:
    """Return the symbols of the pages by their text. Everybody merges their modules to runs while drawing."""
    return {symbol.text: encode(symbol.text, "M", 6) for page in pages for symbol in page.symbols}


def runs_of(matrix: Matrix) -> list[Run]:
    """Return the dark modules of a symbol as runs."""
    stride = matrix.size + 1
    found = [run.span() for run in _runs(matrix.lines())]
    return [(start // stride, start % stride, end - start) for start, end in found]
