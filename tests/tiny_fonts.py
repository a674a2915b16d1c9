"""Fonts for tests: the glyphs of a bundled font under another name and other characters, so that no machine matters."""

import struct
from collections.abc import Mapping
from pathlib import Path


def make_font(bundled: Path, family: str, characters: Mapping[str, str]) -> bytes:
    """Return a font that has these characters alone, each with the glyph that a letter has in the bundled font."""
    tables = _tables(bundled.read_bytes())
    glyphs = _glyphs(tables[b"cmap"])
    tables[b"cmap"] = _cmap({ord(new): glyphs[ord(old)] for new, old in characters.items()})
    tables[b"name"] = _name(family)
    for gone in (b"GSUB", b"GPOS", b"GDEF"):
        tables.pop(gone, None)
    return _font(tables)


def _tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * at) for at in range(count))
    return {tag: font[offset : offset + length] for tag, _, offset, length in entries}


def _glyphs(cmap: bytes) -> dict[int, int]:
    """Read a map of format 4, which every font has for the characters of the first plane."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    offsets = (struct.unpack_from(">HHL", cmap, 4 + 8 * at)[2] for at in range(count))
    at = next(offset for offset in offsets if struct.unpack_from(">H", cmap, offset)[0] == 4)
    twice = struct.unpack_from(">H", cmap, at + 6)[0]
    places = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice]
    found = {}
    for segment in range(0, twice, 2):
        end, start, delta, far = (struct.unpack_from(">H", cmap, place + segment)[0] for place in places)
        for code in range(start, min(end, 0xFFFE) + 1):
            if far:
                place = places[3] + segment + far + 2 * (code - start)
                glyph = struct.unpack_from(">H", cmap, place)[0]
                found[code] = (glyph + delta) & 0xFFFF if glyph else 0
            else:
                found[code] = (code + delta) & 0xFFFF
    return found


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    groups = b"".join(struct.pack(">LLL", code, code, glyph) for code, glyph in sorted(glyphs.items()))
    body = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(glyphs)) + groups
    return struct.pack(">HHHHL", 0, 1, 3, 10, 12) + body


def _name(family: str) -> bytes:
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    records, body = b"", b""
    for number, text in texts.items():
        spelt = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(spelt), len(body))
        body += spelt
    return struct.pack(">HHH", 0, len(texts), 6 + 12 * len(texts)) + records + body


def _font(tables: Mapping[bytes, bytes]) -> bytes:
    head = struct.pack(">LHHHH", 0x00010000, len(tables), 0, 0, 0)
    offset = len(head) + 16 * len(tables)
    entries, body = b"", b""
    for tag, table in sorted(tables.items()):
        entries += struct.pack(">4sLLL", tag, 0, offset + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + entries + body
