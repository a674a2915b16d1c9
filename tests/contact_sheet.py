"""Paints the contact sheet of the documentation: every design with its sample, in three languages.

.venv/bin/python tests/contact_sheet.py [docs/pictures/printed-set.png]
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from showcase.documents.colours import ROLE_WORDS
from showcase.documents.fields import sample_item
from showcase.documents.imposition import impose
from showcase.documents.items import PrintItem
from showcase.documents.layout import lay_out
from showcase.documents.template import Template, list_templates
from showcase.paths import resource
from showcase.printing.measure import FontMeasure
from showcase.printing.outputs import as_pillow, preview
from showcase.printing.rasters import Rasters

_LANGUAGES: Final = (("vi", "en", "fr"), ("en", "fr", "vi"), ("fr", "vi", "en"))
_NAMES: Final = {"vi": "Tiếng Việt", "en": "English", "fr": "Français"}
_WIDTH: Final = 1900
_AREA: Final = 27_000.0
"""Square pixels of a page: a fascia and a badge are told alike."""
_TALLEST, _WIDEST = 230, 560
_GAP: Final = 16
_GROUND: Final = "#E9E4D8"
_INK: Final = "#10201A"
_FINER: Final = 2
_HEAD: Final = 52


def items() -> Iterator[tuple[Template, PrintItem]]:
    """Give every design with its sample; people take the roles by turns, so that all are seen."""
    roles = cycle(ROLE_WORDS)
    for template in list_templates():
        item = sample_item(template.kind)
        if "role" in item.values:
            role = next(roles)
            values = {**item.values, "role": role, "role_word": ROLE_WORDS[role]}
            if role != "exhibitor" and "booth" in values:
                values["booth"] = ""
            item = replace(item, values=values)
        yield template, item


def page(template: Template, item: PrintItem, languages: tuple[str, ...], rasters: Rasters) -> Image.Image:
    """Return a picture of a design, finer than it is shown."""
    laid = lay_out(template, item, FontMeasure(), template.language_sets(languages)[0])
    (sheet,) = impose([laid], None)
    width, height = template.width_mm, template.height_mm
    scale = min((_AREA / (width * height)) ** 0.5, _TALLEST / height, _WIDEST / width) * _FINER
    whole = as_pillow(preview(sheet, round((max(width, height) + 2 * sheet.bleed_mm) * scale), rasters))
    bleed = round(sheet.bleed_mm * scale)
    return whole.crop((bleed, bleed, whole.width - bleed, whole.height - bleed))


def rows(pages: list[Image.Image]) -> Iterator[list[Image.Image]]:
    """Give the pages in rows that fill the width."""
    row: list[Image.Image] = []
    for picture in pages:
        row.append(picture)
        if sum(one.width / _FINER + _GAP for one in row) > _WIDTH:
            yield row
            row = []
    if row:
        yield row


def line(row: list[Image.Image]) -> Image.Image:
    """Return a row as wide as the sheet, its pages on one ground line."""
    room = _WIDTH - 3 * _GAP - _GAP * len(row)
    scale = min(room / sum(one.width for one in row), 1.1 / _FINER)
    small = [one.resize((round(one.width * scale), round(one.height * scale)), Image.Resampling.LANCZOS) for one in row]
    made = Image.new("RGB", (_WIDTH, max(one.height for one in small) + _GAP), _GROUND)
    x = 2 * _GAP
    for one in small:
        made.paste(one, (x, made.height - _GAP - one.height))
        x += one.width + _GAP
    return made


def band(languages: tuple[str, ...], rasters: Rasters) -> Image.Image:
    """Return all designs in one order of languages, under the name of the first."""
    lines = [line(row) for row in rows([page(template, item, languages, rasters) for template, item in items()])]
    made = Image.new("RGB", (_WIDTH, _HEAD + sum(one.height for one in lines)), _GROUND)
    (file,) = resource("fonts").glob("*_800*.ttf")
    ImageDraw.Draw(made).text((2 * _GAP, 12), _NAMES[languages[0]], _INK, ImageFont.truetype(str(file), 22))
    y = _HEAD
    for one in lines:
        made.paste(one, (0, y))
        y += one.height
    return made


def main(out: Path) -> None:
    """Paint the sheet into a file."""
    rasters = Rasters(limit_dpi=200)
    bands = [band(languages, rasters) for languages in _LANGUAGES]
    sheet = Image.new("RGB", (_WIDTH, sum(one.height for one in bands) + _GAP), _GROUND)
    y = 0
    for one in bands:
        sheet.paste(one, (0, y))
        y += one.height
    sheet.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, optimize=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures/printed-set.png"))
