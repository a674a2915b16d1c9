"""Mends what Qt writes wrong in a PDF, by an incremental update appended to the file (ISO 32000-1, 7.5.6).

Qt rounds page boxes to whole points, writes no BleedBox and no language, and maps the space to TAB, so that no full
name can be found. Cloning the file with a PDF library costs as much as painting it; the update costs a fiftieth of a
millisecond a page and no memory.
"""

import mmap
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from showcase.errors import DamagedFile

_POINTS: Final = 72 / 25.4
_ENTRY: Final = 20
"""Bytes of an entry of a cross-reference table (7.5.4)."""
_BOXES: Final = re.compile(rb"/(?:Media|Trim|Bleed|Crop)Box \[[^\]]*\]\s*")
_MEDIA: Final = re.compile(rb"/MediaBox \[\s*\S+ \S+ (\S+) (\S+)\s*\]")
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TARGETS: Final = re.compile(rb"^(<[0-9A-F]+> <[0-9A-F]+> )(.*)$", re.MULTILINE)
_FORMS: Final = re.compile(rb"<(F[BCD][0-9A-F]{2}|FE[7-9A-F][0-9A-F])>")
"""Ligatures and forms of letters within a word, of Latin, Hebrew and Arabic."""
_PREVIOUS: Final = re.compile(rb"/Prev \d+\s*")
_TO_UNICODE: Final = re.compile(rb"/ToUnicode (\d+) 0 R")


@dataclass(frozen=True, slots=True)
class Boxes:
    """The sizes a page should have: its trim, and the bleed around it, in millimetres."""

    width_mm: float
    height_mm: float
    bleed_mm: float = 0.0


class _Reader:
    """Finds the objects of a PDF as Qt writes it: one table, uncompressed page dictionaries, one flat list of pages."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self.start = int(data[data.rfind(b"startxref") + 9 :].split()[0])
        head = re.compile(rb"xref\s+0 (\d+)\s*\n").match(data, self.start)
        if head is None:
            raise ValueError("no cross-reference table")
        self._table = head.end()
        self.trailer = data[self._table + int(head[1]) * _ENTRY :]

    def _offset(self, number: int) -> int:
        entry = self._table + number * _ENTRY
        return int(self._data[entry : entry + 10])

    def object(self, number: int) -> bytes:
        """Return the text of an object, from "N 0 obj" to before "endobj"."""
        offset = self._offset(number)
        return self._data[offset : self._data.find(b"endobj", offset)]

    def behind(self, number: int, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
        """Find a pattern in what stands behind an object in the file."""
        return pattern.finditer(self._data, self._offset(number), self.start)

    def reference(self, key: bytes, text: bytes) -> int:
        """Return the number of the object that an entry refers to."""
        found = re.search(rb"/" + key + rb" (\d+) 0 R", text)
        if found is None:
            raise ValueError(key)
        return int(found[1])

    def pages(self, root: bytes) -> list[int]:
        """Return the numbers of the pages, in their order."""
        kids = self.object(self.reference(b"Pages", root))
        inside = kids[kids.index(b"[") : kids.index(b"]")]
        return [int(number) for number in re.findall(rb"(\d+) 0 R", inside)]


def mend(path: Path, boxes: Sequence[Boxes], *, language: str) -> None:
    """Give the pages of Qt's PDF their exact boxes, the document a language and print settings, and spaces to its text.

    Args:
        path: the PDF, which is appended to.
        boxes: for each page its sizes; content hangs from the top left of Qt's page.
        language: of the text, such as "vi".

    Raises:
        DamagedFile: the file is not what Qt writes.
    """
    with path.open("r+b") as file:
        try:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                reader = _Reader(data)
                # Written as they are made: of ten thousand pages they would take megabytes together.
                append(file, _changes(reader, boxes, language), reader.trailer, reader.start)
        except ValueError as error:
            raise DamagedFile("printing.pdf_damaged", name=path.name) from error


def _changes(reader: _Reader, boxes: Sequence[Boxes], language: str) -> Iterator[tuple[int, bytes]]:
    """Give (number, object) for each object that changes."""
    number = reader.reference(b"Root", reader.trailer)
    root = reader.object(number)
    yield number, _catalogue(root, language)
    pages = reader.pages(root)
    for page, box in zip(pages, boxes, strict=True):
        yield page, _page(reader.object(page), box)
    for stream in sorted(_character_maps(reader, pages)):
        yield stream, _spaces(reader.object(stream))


def _catalogue(root: bytes, language: str) -> bytes:
    settings = f"/Lang ({language})\n/ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >>\n>>\n"
    return root[: root.rindex(b">>")] + settings.encode()


def _page(page: bytes, box: Boxes) -> bytes:
    """Write the boxes of a page: the content hangs from the top left of the height Qt rounded."""
    media = _MEDIA.search(page)
    if media is None:
        raise ValueError("page without a box")
    top = float(media[2])
    bleed = box.bleed_mm * _POINTS
    width, height = box.width_mm * _POINTS, box.height_mm * _POINTS
    full = f"[0 {top - height - 2 * bleed:.4f} {width + 2 * bleed:.4f} {top:.4f}]"
    trim = f"[{bleed:.4f} {top - height - bleed:.4f} {width + bleed:.4f} {top - bleed:.4f}]"
    lines = f"/MediaBox {full}\n/CropBox {full}\n/BleedBox {full}\n/TrimBox {trim}\n>>\n"
    rest = _BOXES.sub(b"", page)
    return rest[: rest.rindex(b">>")] + lines.encode()


def _character_maps(reader: _Reader, pages: Sequence[int]) -> set[int]:
    """Return the numbers of the maps from glyphs to text. Qt writes the fonts behind the last page."""
    return {int(found[1]) for found in reader.behind(pages[-1], _TO_UNICODE)}


def _spaces(stream: bytes) -> bytes:
    """Map the glyph of the space to U+0020 instead of U+0009, and nothing else: <0009> may also be a glyph's number."""
    body = _STREAM.search(stream)
    if body is None:
        raise ValueError("character map without text")
    text = _TARGETS.sub(lambda line: line[1] + _FORMS.sub(_plain, line[2].replace(b"<0009>", b"<0020>")), body[1])
    number = stream[: stream.index(b"obj")]
    return number + b"obj\n<< /Length %d >>\nstream\n%b\nendstream\n" % (len(text), text)


def _plain(form: re.Match[bytes]) -> bytes:
    """Return a letter for the form it takes inside a word: Qt names Arabic glyphs by the form, which nobody types."""
    letters = unicodedata.normalize("NFKC", chr(int(form[1], 16)))
    return b"<" + letters.encode("utf-16-be").hex().upper().encode() + b">"


def append(file: BinaryIO, changes: Iterable[tuple[int, bytes]], trailer: bytes, before: int) -> None:
    """Append an update: the changed objects, a cross-reference table of them and the trailer.

    Args:
        file: the PDF.
        changes: number and text of each object, which may be made as they are asked for.
        trailer: the last one of the file.
        before: where the table before this one stands.
    """
    position = file.seek(0, 2)
    entries: dict[int, int] = {}
    for number, text in changes:
        entries[number] = position
        position += file.write(text.rstrip() + b"\nendobj\n")
    file.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number in sorted(entries):
        file.write(b"%d 1\n%010d 00000 n \n" % (number, entries[number]))
    said = _PREVIOUS.sub(b"", trailer[trailer.index(b"<<") : trailer.rindex(b">>")]).rstrip()
    file.write(b"trailer\n%b\n/Prev %d\n>>\n" % (said, before))
    file.write(b"startxref\n%d\n%%%%EOF\n" % position)
