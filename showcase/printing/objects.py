"""Reads the objects of a PDF as Qt writes it and ours are appended: plain cross-reference tables, no object streams."""

import mmap
import re
from typing import Final

_STREAM: Final = re.compile(rb">>\s*stream\r?\n")
_LENGTH: Final = re.compile(rb"/Length (\d+)( 0 R)?")
_SECTION: Final = re.compile(rb"(\d+) (\d+)\s*\n")
_ENTRY: Final = 20
"""Bytes of an entry of a cross-reference table (ISO 32000-1, 7.5.4)."""
_PREVIOUS: Final = re.compile(rb"/Prev (\d+)")


class Objects:
    """The objects of a PDF, those of the last update first.

    Only what updates write is remembered: where the objects of a long table stand is read there when they are asked
    for, as a file of ten thousand pages has many.

    Raises:
        ValueError: the file is of another making.
    """

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._offsets: dict[int, int] = {}
        self._tables: list[tuple[int, int, int]] = []
        self.start = start = int(data[data.rfind(b"startxref") + 9 :].split()[0])
        """Where the last cross-reference table stands."""
        self.trailer = b""
        while start >= 0:
            trailer = self._read_table(start)
            self.trailer = self.trailer or trailer
            before = _PREVIOUS.search(trailer)
            start = int(before[1]) if before else -1
        self.version = data[: find(data, b"1 0 obj", 0)]

    def _read_table(self, start: int) -> bytes:
        """Read a table; objects that a later one has are left. Return its trailer."""
        data = self._data
        if data[start : start + 4] != b"xref":
            raise ValueError("no cross-reference table")
        at = find(data, b"\n", start) + 1
        while section := _SECTION.match(data, at):
            first, count = int(section[1]), int(section[2])
            at = section.end()
            if count == 1:
                self._offsets.setdefault(first, int(data[at : at + 10]))
            else:
                self._tables.append((first, count, at))
            at += count * _ENTRY
        return data[at : find(data, b"startxref", at)]

    def _offset(self, number: int) -> int:
        if number in self._offsets:
            return self._offsets[number]
        for first, count, at in self._tables:
            entry = at + (number - first) * _ENTRY
            if first <= number < first + count and self._data[entry + 17 : entry + 18] == b"n":
                return int(self._data[entry : entry + 10])
        raise KeyError(number)

    def object(self, number: int) -> tuple[bytes, bytes]:
        """Return an object as its text and, where it has one, its stream; raise KeyError where there is none."""
        data = self._data
        start = find(data, b"obj", self._offset(number)) + 3
        end = find(data, b"endobj", start)
        stream = _STREAM.search(data, start, end)
        if stream is None:
            return data[start:end].strip(), b""
        text = data[start : stream.start() + 2].strip()
        length = _LENGTH.search(text)
        if length is None:
            raise ValueError("stream without a length")
        size = int(self.object(int(length[1]))[0]) if length[2] else int(length[1])
        return text, data[stream.end() : stream.end() + size]


def find(data: mmap.mmap, wanted: bytes, start: int) -> int:
    """Return where something stands from a place on; raise ValueError where it does not."""
    at = data.find(wanted, start)
    if at < 0:
        raise ValueError(wanted)
    return at


def reference(name: bytes, text: bytes) -> int:
    """Return the number of the object to which an entry of a dictionary refers; raise ValueError without one."""
    found = re.search(rb"/" + name + rb" (\d+) 0 R", text)
    if found is None:
        raise ValueError(name)
    return int(found[1])
