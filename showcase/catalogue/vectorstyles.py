"""How shapes of an SVG look: style sheets, attributes, colours, lengths and transformations, each read with a limit.

Nothing here trusts what it reads: all searches are linear, and a value that makes no sense is as if it were not there.
"""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from PIL import ImageColor

Matrix = tuple[float, float, float, float, float, float]
SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FARTHEST: Final = 1e7
"""No number of a drawing is larger; what is drawn so far away is drawn by mistake or by malice."""
_LONGEST: Final = 40
"""Letters of a number that are looked at."""
_MOST_RULES: Final = 5_000
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_UNITS: Final[Mapping[str, float]] = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
_LENGTH: Final = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?)\s*([a-z]{0,2})\s*")
_INHERITED: Final = frozenset(
    {
        *("fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap"),
        *("stroke-linejoin", "color", "visibility", "font-size", "font-weight", "text-anchor"),
    }
)
_OWN: Final = frozenset({"opacity", "display", "stop-color", "stop-opacity"})
KNOWN: Final = _INHERITED | _OWN


class Rules:
    """The rules of the style sheets of a drawing: those of one element, class or id; others are not known."""

    def __init__(self, sheets: Sequence[str]) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        for sheet in sheets:
            for block in _without_comments(sheet).split("}")[:_MOST_RULES]:
                selectors, _, body = block.rpartition("{")
                found = declared(body)
                for selector in selectors.split(",") if found else ():
                    self._rules.setdefault(selector.strip(), {}).update(found)

    def of(self, tag: str, element: Element) -> dict[str, str]:
        """Return what the rules say of an element: those of its id over those of its classes over those of its tag."""
        if not self._rules:
            return {}
        classes = element.get("class", "").split()
        names = ("*", tag, *(f".{it}" for it in classes), *(f"{tag}.{it}" for it in classes), f"#{element.get('id')}")
        made: dict[str, str] = {}
        for name in names:
            made |= self._rules.get(name, {})
        return made


def _without_comments(sheet: str) -> str:
    return "".join(part.partition("*/")[2] if place else part for place, part in enumerate(sheet.split("/*")))


def declared(text: str) -> dict[str, str]:
    """Return the properties of a style attribute or of the body of a rule that are known."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        name: value.replace("!important", "").strip()
        for raw, _, value in pairs
        if (name := raw.strip().lower()) in KNOWN and value.strip()
    }


def style_of(element: Element, tag: str, rules: Rules, above: Mapping[str, str]) -> dict[str, str]:
    """Return the style of an element: what it has from above, its attributes, the rules, its style attribute."""
    own = {name: value.strip() for name, value in element.items() if name in KNOWN}
    own |= rules.of(tag, element) | declared(element.get("style", ""))
    made = {name: value for name, value in above.items() if name in _INHERITED}
    made |= {name: value for name, value in own.items() if value != "inherit"}
    return made | {"opacity": str(share(own.get("opacity")) * share(above.get("opacity")))}


def share(text: str | None) -> float:
    """Return an opacity between 0 and 1; 1 where none is said."""
    text = (text or "1").strip()
    value = number(text.removesuffix("%"))
    if value is None:
        return 1.0
    return min(1.0, max(0.0, value / 100 if text.endswith("%") else value))


def number(text: str | None) -> float | None:
    """Return a plain number that is not too far away."""
    found = _NUMBER.fullmatch((text or "").strip()[:_LONGEST])
    return _near(float(found[0])) if found else None


def numbers(text: str) -> list[float] | None:
    """Return the numbers of a list; None where one of them is too far away."""
    found = [float(it) for it in _NUMBER.findall(text)]
    return found if all(abs(it) <= FARTHEST for it in found) else None


def length(text: str | None, whole: float = 0.0, default: float = 0.0) -> float:
    """Return a length in user units; per cent are of `whole`."""
    text = (text or "").strip()
    if text.endswith("%"):
        part = number(text[:-1])
        return default if part is None else part / 100 * whole
    found = _LENGTH.fullmatch(text[:_LONGEST])
    if found is None or found[2] not in _UNITS:
        return default
    near = _near(float(found[1]) * _UNITS[found[2]])
    return default if near is None else near


def _near(value: float) -> float | None:
    return value if abs(value) <= FARTHEST else None  # not a number is no nearer


def colour(text: str | None, current: str | None) -> tuple[str, float] | None:
    """Return a colour as #rrggbb with its opacity; None for no colour and for what is none."""
    text = (text or "").strip().lower()
    if text == "currentcolor":
        text = (current or "#000000").strip().lower()
    if text in {"", "none", "transparent", "currentcolor"}:
        return None
    if text.startswith("rgba("):
        parts = _NUMBER.findall(text[5:100])
        if len(parts) == 4:
            red, green, blue = (min(255, max(0, round(float(it)))) for it in parts[:3])
            return f"#{red:02x}{green:02x}{blue:02x}", share(parts[3])
        return None
    try:
        red, green, blue, *alpha = ImageColor.getrgb(text)
    except ValueError:
        return None
    return f"#{red:02x}{green:02x}{blue:02x}", alpha[0] / 255 if alpha else 1.0


def mean(colours: Sequence[tuple[str, float]]) -> tuple[str, float] | None:
    """Return the middle of the colours of a gradient, which is faint anyway under a plan."""
    if not colours:
        return None
    count = len(colours)
    parts = (sum(int(it[at : at + 2], 16) for it, _share in colours) // count for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts), sum(it for _colour, it in colours) / count


def joined(one: Matrix, two: Matrix) -> Matrix:
    """Return the transformation that does `two`, then `one`, as nested elements do."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def matrix_of(text: str | None) -> Matrix | None:
    """Return the matrix of a transform attribute; None where it makes no sense, as then nothing is drawn."""
    made = SAME
    for part in (text or "").split(")"):
        name, bracket, inner = part.strip(" ,\t\r\n").partition("(")
        if not bracket:
            continue
        step = _step(name.strip(), numbers(inner) or [])
        if step is None:
            return None
        made = joined(made, step)
    return made if all(abs(it) <= FARTHEST for it in made) else None


def _step(name: str, given: Sequence[float]) -> Matrix | None:
    made: Matrix | None = None
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            made = a, b, c, d, e, f
        case "translate", [x, *rest]:
            made = _moved(x, rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            made = x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0
        case "rotate", [angle, *rest] if len(rest) in {0, 2}:
            sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
            x, y = rest or (0.0, 0.0)
            made = joined(joined(_moved(x, y), (cosine, sine, -sine, cosine, 0.0, 0.0)), _moved(-x, -y))
        case "skewX", [angle]:
            made = 1.0, 0.0, math.tan(math.radians(angle)), 1.0, 0.0, 0.0
        case "skewY", [angle]:
            made = 1.0, math.tan(math.radians(angle)), 0.0, 1.0, 0.0, 0.0
    return made


def _moved(x: float, y: float) -> Matrix:
    return 1.0, 0.0, 0.0, 1.0, x, y
