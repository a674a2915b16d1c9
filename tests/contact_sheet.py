"""Paints the contact sheet of the documentation: both sides of every design with its sample, in three languages.

.venv/bin/python tests/contact_sheet.py [docs/pictures/printed-set.png]
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from showcase.documents.colours import ROLE_WORDS
from showcase.documents.fields import sample_item
from showcase.documents.imposition import impose
from showcase.documents.items import PrintItem
from showcase.documents.layout import lay_out
from showcase.documents.page import Sheet
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
_STONE: Final = "#4C5F56"
_CAPTION: Final = 22
_LEAST: Final = 9.0
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
        if "photo" in template.id:
            item = replace(item, values={**item.values, "photo": "portrait"})
        yield template, item


def portrait(name: str) -> bytes:
    """Paint somebody: a head and shoulders."""
    del name
    picture = Image.new("RGB", (600, 760), "#CFEFE0")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((50, 480, 550, 1100), fill="#17734B")
    draw.rounded_rectangle((250, 380, 350, 540), 40, fill="#D9A27C")
    draw.ellipse((185, 130, 415, 430), fill="#E8B690")
    draw.pieslice((170, 100, 430, 400), 180, 360, fill="#10201A")
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def sides(template: Template, item: PrintItem, languages: tuple[str, ...], rasters: Rasters) -> Iterator[Image.Image]:
    """Give pictures of both sides of a design, finer than they are shown, each upright."""
    laid = lay_out(template, item, FontMeasure(), template.language_sets(languages)[0])
    for sheet in impose(laid.sides, None):
        yield page(template, sheet, rasters)


def page(template: Template, sheet: Sheet, rasters: Rasters) -> Image.Image:
    """Return a picture of one side."""
    width, height = template.width_mm, template.height_mm
    scale = min((_AREA / (width * height)) ** 0.5, _TALLEST / height, _WIDEST / width) * _FINER
    whole = as_pillow(preview(sheet, round((max(width, height) + 2 * sheet.bleed_mm) * scale), rasters))
    bleed = round(sheet.bleed_mm * scale)
    return whole.crop((bleed, bleed, whole.width - bleed, whole.height - bleed))


Captioned = tuple[Image.Image, str]
"""A picture, and the name of the design below it."""


def rows(pages: list[Captioned]) -> Iterator[list[Captioned]]:
    """Give the pages in rows that fill the width."""
    row: list[Captioned] = []
    for one in pages:
        row.append(one)
        if sum(picture.width / _FINER + _GAP for picture, _ in row) > _WIDTH:
            yield row
            row = []
    if row:
        yield row


def line(row: list[Captioned]) -> Image.Image:
    """Return a row as wide as the sheet, its pages on one ground line with their names below."""
    room = _WIDTH - 3 * _GAP - _GAP * len(row)
    scale = min(room / sum(picture.width for picture, _ in row), 1.1 / _FINER)
    small = [
        (picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS), name)
        for picture, name in row
    ]
    made = Image.new("RGB", (_WIDTH, max(picture.height for picture, _ in small) + _GAP + _CAPTION), _GROUND)
    x = 2 * _GAP
    for picture, name in small:
        foot = made.height - _GAP - _CAPTION
        made.paste(picture, (x, foot - picture.height))
        write(made, (x, foot + 5), name, picture.width)
        x += picture.width + _GAP
    return made


def write(sheet: Image.Image, at: tuple[int, int], name: str, width: int) -> None:
    """Write the name of a design, smaller where its picture is narrow."""
    (file,) = resource("fonts").glob("*_500*.ttf")
    size = 13.0
    while (font := ImageFont.truetype(str(file), size)).getlength(name) > width and size > _LEAST:
        size -= 0.5
    while font.getlength(name) > width:
        name = f"{name[:-2]}…"
    ImageDraw.Draw(sheet).text(at, name, _STONE, font)


def band(languages: tuple[str, ...], rasters: Rasters) -> Image.Image:
    """Return all designs in one order of languages, under the name of the first."""
    every = [
        (side, template.name[languages[0]])
        for template, item in items()
        for side in sides(template, item, languages, rasters)
    ]
    lines = [line(row) for row in rows(every)]
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
    rasters = Rasters(portrait, limit_dpi=200)
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
