"""Drawings from SVG files: read with limits and written anew as plain shapes, so that what is kept can do no harm.

What is kept has paths, lines and words in plain colours and nothing else: no style sheet, script, link, picture, filter
or entity, and nothing that is used twice. So whoever draws it meets no more work than was counted here.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from showcase.catalogue.vectorstyles import (
    SAME,
    Matrix,
    Rules,
    colour,
    joined,
    length,
    matrix_of,
    mean,
    numbers,
    share,
    style_of,
)
from showcase.errors import InputError

MIME: Final = "image/svg+xml"
MAX_BYTES: Final = 5_000_000
MAX_SHAPES: Final = 30_000
_MAX_ELEMENTS: Final = 100_000
_MAX_VISITS: Final = 200_000
"""Elements that are walked over, each as often as it is used."""
_MAX_KEPT: Final = 4_000_000
"""Characters of what is kept."""
_MAX_SHAPE: Final = 300_000
"""Characters of one of them: about 40,000 corners, which are drawn in one go."""
_DEEPEST: Final = 100
"""Elements within each other, those that are used among them."""
_DEEPEST_LINK: Final = 8
_SIDE: Final = 4_000
"""Longer side that a drawing is said to have, in whole units."""
_SLIMMEST: Final = 50.0
_LEAST: Final = 1e-6
_LETTERS: Final = 200
_LETTERING: Final = "Be Vietnam Pro"
"""Its words are written in the letters of the program, which are there wherever it is drawn."""
_PATH: Final = re.compile(r"[MmLlHhVvCcSsQqTtAaZzeE0-9+\-.,\s]*")
_SVG: Final = "{http://www.w3.org/2000/svg}"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_GROUPS: Final = frozenset({"g", "a", "svg", "switch"})
_SHAPES: Final[Mapping[str, Sequence[str]]] = {
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
}
_NEEDED: Final[Mapping[str, Sequence[str]]] = {"rect": ("width", "height"), "circle": ("r",), "ellipse": ("rx", "ry")}
_CAPS: Final = frozenset({"round", "square"})
_JOINS: Final = frozenset({"round", "bevel"})
_ANCHORS: Final = frozenset({"middle", "end"})
_BOLD: Final = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_QUOTED: Final = {'"': "&quot;"}
_START: Final = {"fill": "black", "stroke": "none", "stroke-width": "1", "font-size": "16"}


@dataclass(frozen=True, slots=True)
class Vectors:
    """A drawing as it is kept, and its sides in whole units, of which only the proportion means something."""

    data: bytes
    width: int
    height: int


def looks_like_svg(data: bytes) -> bool:
    """Tell whether bytes are meant as an SVG: picture formats begin otherwise."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg", b"<!--")) or b"<svg" in start


def read_svg(data: bytes, name: str = "") -> Vectors:
    """Return the drawing of an SVG file as plain shapes.

    Args:
        data: the bytes of the file.
        name: what it is called, for sentences.

    Raises:
        InputError: when it is no SVG, damaged, too large, defines entities, or has nothing that can be drawn.
    """
    if len(data) > MAX_BYTES:
        raise InputError("ways.svg_heavy", name=name, megabytes=f"{len(data) / 1e6:.1f}", limit=MAX_BYTES // 10**6)
    root, by_id, sheets = _parsed(data, name)
    left, top, width, height = _view(root)
    if min(width, height) < _LEAST or not 1 / _SLIMMEST <= width / height <= _SLIMMEST:
        raise InputError("ways.svg_sizeless", name=name)
    reader = _Reader(name, by_id, Rules(sheets), (width, height))
    reader.walk(root, (1.0, 0.0, 0.0, 1.0, -left, -top), _START | {"opacity": "1"}, 0)
    if not reader.made:
        raise InputError("ways.svg_pictures" if reader.pictures else "ways.svg_empty", name=name)
    scale = _SIDE / max(width, height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_said(width)}" height="{_said(height)}"'
    text = f'{head} font-family="{_LETTERING}" viewBox="0 0 {_said(width)} {_said(height)}">\n' + "\n".join(
        (*reader.made, "</svg>\n")
    )
    return Vectors(text.encode(), max(1, round(width * scale)), max(1, round(height * scale)))


def _parsed(data: bytes, name: str) -> tuple[Element, dict[str, Element], list[str]]:
    """Return the root of a file, its elements by id, and its style sheets."""
    by_id: dict[str, Element] = {}
    sheets: list[str] = []
    root: Element | None = None
    depth = count = 0
    try:
        for event, element in iterparse(io.BytesIO(data), events=("start", "end")):
            depth += 1 if event == "start" else -1
            if event == "start":
                count += 1
                root = element if root is None else root
                if count > _MAX_ELEMENTS or depth > _DEEPEST:
                    raise _too_much(name)
                by_id.setdefault(element.get("id", ""), element)
            elif _tag(element) == "style":
                sheets.append(element.text or "")
    except DefusedXmlException:
        raise InputError("ways.svg_entities", name=name) from None
    except (ParseError, ValueError, LookupError) as problem:
        raise InputError("ways.svg_damaged", name=name) from problem
    if root is None or _tag(root) != "svg":
        raise InputError("ways.svg_unknown", name=name)
    return root, by_id, sheets


def _too_much(name: str) -> InputError:
    return InputError("ways.svg_large", name=name, limit=MAX_SHAPES)


def _view(svg: Element) -> tuple[float, float, float, float]:
    box = numbers(svg.get("viewBox", "")) or []
    if len(box) == 4:
        return box[0], box[1], box[2], box[3]
    return 0.0, 0.0, length(svg.get("width")), length(svg.get("height"))


def _tag(element: Element) -> str:
    """Return the name of an element of SVG, "" for others."""
    name = element.tag
    return name.removeprefix(_SVG) if name.startswith(_SVG) or not name.startswith("{") else ""


def _said(value: float) -> str:
    return f"{value:.7g}"


@dataclass
class _Reader:
    """Walks over a drawing and writes down what it draws."""

    name: str
    by_id: Mapping[str, Element]
    rules: Rules
    size: tuple[float, float]
    made: list[str] = field(default_factory=list)
    pictures: int = 0
    _shades: dict[str, tuple[str, float] | None] = field(default_factory=dict)
    _visits: int = 0
    _kept: int = 0

    def walk(self, element: Element, at: Matrix, above: Mapping[str, str], depth: int) -> None:
        """Write down what an element and those in it draw.

        Raises:
            InputError: when that is too much.
        """
        self._visits += 1
        if self._visits > _MAX_VISITS:
            raise _too_much(self.name)
        if depth > _DEEPEST:
            return
        tag = _tag(element)
        style = style_of(element, tag, self.rules, above)
        own = matrix_of(element.get("transform"))
        if style.get("display") == "none" or own is None:
            return
        at = joined(at, own)
        if tag in _GROUPS:
            self._group(element, at, style, depth)
        elif tag == "use":
            self._use(element, at, style, depth)
        elif tag == "text":
            self._text(element, at, style)
        elif tag == "image":
            self.pictures += 1
        elif style.get("visibility") not in {"hidden", "collapse"}:
            shape = self._shape(element, tag)
            if shape:
                self._write(tag, shape, at, self._painted(style))

    def _group(self, element: Element, at: Matrix, style: Mapping[str, str], depth: int) -> None:
        if _tag(element) == "svg" and self._visits > 1:
            at = joined(at, self._nested(element))
        for child in element:
            self.walk(child, at, style, depth + 1)

    def _nested(self, element: Element) -> Matrix:
        """Return where an inner drawing lies."""
        x, y = self._length(element.get("x"), 0), self._length(element.get("y"), 1)
        left, top, width, height = _view(element)
        wide, high = self._length(element.get("width"), 0, width), self._length(element.get("height"), 1, height)
        scale = min(wide / width, high / height) if width > 0 and height > 0 and wide > 0 and high > 0 else 1.0
        return scale, 0.0, 0.0, scale, x - left * scale, y - top * scale

    def _use(self, element: Element, at: Matrix, style: Mapping[str, str], depth: int) -> None:
        """Write down what is used, as if it stood here."""
        address = element.get("href") or element.get(_LINK) or ""
        used = self.by_id.get(address[1:]) if len(address) > 1 and address.startswith("#") else None
        if used is None:
            return
        moved = joined(at, (1.0, 0.0, 0.0, 1.0, self._length(element.get("x"), 0), self._length(element.get("y"), 1)))
        if _tag(used) != "symbol":
            self.walk(used, moved, style, depth + 1)
            return
        for child in used:
            self.walk(child, moved, style_of(used, "symbol", self.rules, style), depth + 1)

    def _shape(self, element: Element, tag: str) -> str:
        """Return the attributes that say where a shape is; "" where there is none."""
        if tag == "path":
            drawn = element.get("d", "")
            return f' d="{" ".join(drawn.split())}"' if _PATH.fullmatch(drawn) and numbers(drawn) else ""
        if tag in {"polyline", "polygon"}:
            points = numbers(element.get("points", "")) or []
            said = " ".join(map(_said, points[: len(points) // 2 * 2]))
            return f' points="{said}"' if len(points) >= 4 else ""
        names = _SHAPES.get(tag, ())
        lengths = {it: self._length(element.get(it), "y" in it or it == "height") for it in names}
        if any(not lengths[name] > 0 for name in _NEEDED.get(tag, ())):
            return ""
        return "".join(f' {name}="{_said(value)}"' for name, value in lengths.items() if value)

    def _length(self, text: str | None, axis: int, default: float = 0.0) -> float:
        return length(text, self.size[axis], default)

    def _text(self, element: Element, at: Matrix, style: Mapping[str, str]) -> None:
        """Write down the words of a text, each part that has a place of its own by itself."""
        where = (self._first(element.get("x"), 0), self._first(element.get("y"), 1))
        for words, (x, y), how in self._said(element, where, style, 0):
            height = max(self.size) / 4
            size = min(height, length(how.get("font-size"), 16.0, 16.0))
            text = " ".join(words.split())[:_LETTERS]
            if text and size > 0:
                shape = f' x="{_said(x)}" y="{_said(y)}" font-size="{_said(size)}"'
                shape += ' font-weight="bold"' if how.get("font-weight") in _BOLD else ""
                anchor = how.get("text-anchor", "")
                shape += f' text-anchor="{anchor}"' if anchor in _ANCHORS else ""
                self._write("text", shape, at, self._painted({**how, "stroke": "none"}), text)

    def _said(
        self, element: Element, at: tuple[float, float], style: Mapping[str, str], depth: int
    ) -> Iterator[tuple[str, tuple[float, float], Mapping[str, str]]]:
        """Yield parts of a text: words, where they begin, how they look. Those without a place follow others."""
        parts = [(element.text or "", at, style)]
        for child in element if depth < _DEEPEST_LINK else ():
            self._visits += 1
            inner = style_of(child, "tspan", self.rules, style)
            if child.get("x") or child.get("y"):
                x = self._first(child.get("x"), 0) if child.get("x") else at[0]
                there = (x, self._first(child.get("y"), 1) if child.get("y") else at[1])
                yield from self._said(child, there, inner, depth + 1)
            else:
                parts[-1] = (f"{parts[-1][0]} {''.join(child.itertext())} {child.tail or ''}", *parts[-1][1:])
        yield from parts

    def _first(self, text: str | None, axis: int) -> float:
        return self._length((text or "").replace(",", " ").partition(" ")[0], axis)

    def _painted(self, style: Mapping[str, str]) -> str:
        """Return the attributes of colours and lines; "" where nothing would be seen."""
        fill = self._paint("fill", style)
        stroke = self._paint("stroke", style)
        if not fill and not stroke:
            return ""
        said = fill or ' fill="none"'
        if fill and style.get("fill-rule") == "evenodd":
            said += ' fill-rule="evenodd"'
        return said + stroke

    def _paint(self, what: str, style: Mapping[str, str]) -> str:
        found = self._colour(style.get(what, ""), style)
        wide = length(style.get("stroke-width"), max(self.size), 1.0) if what == "stroke" else 1.0
        opacity = share(style.get(f"{what}-opacity")) * share(style.get("opacity")) * (found[1] if found else 0.0)
        if found is None or opacity < 0.004 or wide <= 0:
            return ""
        said = f' {what}="{found[0]}"' + (f' {what}-opacity="{opacity:.3g}"' if opacity < 0.996 else "")
        if what == "stroke":
            said += f' stroke-width="{_said(wide)}"'
            cap, join = style.get("stroke-linecap", ""), style.get("stroke-linejoin", "")
            said += f' stroke-linecap="{cap}"' if cap in _CAPS else ""
            said += f' stroke-linejoin="{join}"' if join in _JOINS else ""
        return said

    def _colour(self, text: str, style: Mapping[str, str]) -> tuple[str, float] | None:
        """Return a colour; of a gradient the middle."""
        if not text.startswith("url("):
            return colour(text, style.get("color"))
        address, _, instead = text[4:].partition(")")
        address = address.strip("\"' #")
        if address not in self._shades:
            gradient = self.by_id.get(address) if address else None
            self._shades[address] = mean(self._stops(gradient, 0)) if gradient is not None else None
        return self._shades[address] or colour(instead, style.get("color"))

    def _stops(self, gradient: Element, depth: int) -> list[tuple[str, float]]:
        """Return the colours of a gradient, or of the one that it takes them from."""
        found = []
        for stop in gradient:
            if _tag(stop) == "stop":
                style = style_of(stop, "stop", self.rules, {})
                shade = colour(style.get("stop-color", "black"), style.get("color"))
                found += [(shade[0], shade[1] * share(style.get("stop-opacity")))] if shade else []
        address = gradient.get("href") or gradient.get(_LINK) or ""
        other = self.by_id.get(address[1:]) if address.startswith("#") else None
        return self._stops(other, depth + 1) if not found and other is not None and depth < _DEEPEST_LINK else found

    def _write(self, tag: str, shape: str, at: Matrix, look: str, words: str = "") -> None:
        if not look:
            return
        moved = f' transform="matrix({" ".join(map(_said, at))})"' if at != SAME else ""
        end = f">{escape(words, _QUOTED)}</text>" if tag == "text" else "/>"
        line = f"<{tag}{shape}{look}{moved}{end}"
        self._kept += len(line)
        if len(self.made) >= MAX_SHAPES or self._kept > _MAX_KEPT or len(line) > _MAX_SHAPE:
            raise _too_much(self.name)
        self.made.append(line)
