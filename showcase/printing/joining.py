"""Joins the parts of a print job into one PDF: pages as they are, what they share written once.

Made for what Qt writes and `showcase.printing.mend` appends to it: plain cross-reference tables and uncompressed
dictionaries. Streams are copied byte for byte, so that a page of the whole is the page that was proven.
"""

import mmap
import re
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Final

from showcase.errors import DamagedFile
from showcase.printing.objects import Objects, reference

_REFERENCE: Final = re.compile(rb"\b(\d+) 0 R\b")
_HEADS: Final = (b"Info", b"Root")


class _Writer:
    """Writes objects with numbers of their own, one that is the same as another only once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._position = 0
        self._offsets: list[int] = [0]
        self._known: dict[bytes, int] = {}

    def begin(self, version: bytes) -> None:
        """Write the first lines, which say what kind of PDF it is."""
        self._position += self._file.write(version)

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def write(self, text: bytes, stream: bytes, number: int = 0) -> int:
        """Write an object, as the one that was reserved for it, and return its number."""
        if number == 0:
            digest = blake2b(text + b"\0" + stream, digest_size=16).digest()
            known = self._known.get(digest)
            if known:
                return known
            number = self._known[digest] = self.reserve()
        self._offsets[number] = self._position
        body = b"\nstream\n%b\nendstream" % stream if stream or b"/Length" in text else b""
        self._position += self._file.write(b"%d 0 obj\n%b%b\nendobj\n" % (number, text, body))
        return number

    def end(self, trailer: bytes) -> None:
        """Write the cross-reference table and the trailer."""
        table = b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets[1:])
        size = len(self._offsets)
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table))
        self._file.write(b"trailer\n<<\n/Size %d\n%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, self._position))


def _nothing() -> None:
    """Hear of nothing."""


def join(parts: Sequence[Path], out: Path, tell: Callable[[], None] = _nothing) -> int:
    """Write the pages of some PDFs into one and return how many there are; all else is as in the first.

    Args:
        parts: PDFs of Qt, mended, in order.
        out: the file, which may be left half done.
        tell: is called before each part, and may raise.

    Raises:
        DamagedFile: a part is not what Qt writes.
        OSError: the file cannot be written.
    """
    with out.open("wb") as file:
        writer = _Writer(file)
        tree = writer.reserve()
        kids: list[int] = []
        heads = b""
        for path in parts:
            tell()
            with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
                try:
                    part = Objects(data)
                    if not heads:
                        writer.begin(part.version)
                        heads = _heads(part, writer, tree)
                    kids += _pages(part, writer, tree)
                except (ValueError, LookupError) as error:
                    raise DamagedFile("printing.pdf_damaged", name=path.name) from error
        listed = b"\n".join(b"%d 0 R" % kid for kid in kids)
        writer.write(b"<<\n/Type /Pages\n/Kids\n[\n%b\n]\n/Count %d\n>>" % (listed, len(kids)), b"", tree)
        writer.end(heads)
    return len(kids)


def _copy(part: Objects, writer: _Writer, number: int, stand_ins: dict[int, int]) -> int:
    """Write an object with all it refers to, and return its number; `stand_ins` are those already written."""
    if number not in stand_ins:
        text, stream = part.object(number)
        stand_ins[number] = writer.write(_renumbered(part, writer, text, stand_ins), stream)
    return stand_ins[number]


def _renumbered(part: Objects, writer: _Writer, text: bytes, stand_ins: dict[int, int]) -> bytes:
    def number(found: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % _copy(part, writer, int(found[1]), stand_ins)

    return _REFERENCE.sub(number, text)


def _heads(part: Objects, writer: _Writer, tree: int) -> bytes:
    """Write what a file says of itself, over a tree of pages that is still to come; return it for the trailer."""
    root = reference(b"Root", part.trailer)
    catalogue, _ = part.object(root)
    stand_ins = {reference(b"Pages", catalogue): tree}
    entries = [
        b"/%b %d 0 R\n" % (name, _copy(part, writer, reference(name, part.trailer), stand_ins)) for name in _HEADS
    ]
    identity = re.search(rb"/ID \[[^\]]*\]", part.trailer)
    return b"".join(entries) + (identity[0] + b"\n" if identity else b"")


def _pages(part: Objects, writer: _Writer, tree: int) -> list[int]:
    """Write the pages of a part and return their numbers."""
    catalogue, _ = part.object(reference(b"Root", part.trailer))
    top = reference(b"Pages", catalogue)
    text, _ = part.object(top)
    inside = text[text.index(b"[") : text.index(b"]")]
    stand_ins = {top: tree}
    written: list[int] = []
    for found in _REFERENCE.finditer(inside):
        number, page = writer.reserve(), int(found[1])
        stand_ins[page] = number
        body, stream = part.object(page)
        writer.write(_renumbered(part, writer, body, stand_ins), stream, number)
        written.append(number)
    return written
