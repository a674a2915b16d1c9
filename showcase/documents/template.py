"""Templates: how a badge, sign or card is designed, in millimetres, read from JSON and checked against its schema."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from showcase.documents.fitting import Fit
from showcase.documents.items import Kind
from showcase.errors import InputError, MissingFile, NewerFile
from showcase.paths import resource
from showcase.text import Texts

SCHEMA_VERSION: Final = 2
_LARGEST: Final = 250_000
"""Bytes of a template; those of the program have ten thousand."""
_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
Box = tuple[float, float, float, float]
"""x, y, width, height in mm from the top left of the trim."""


ONE_LINE: Final = Fit()


@dataclass(frozen=True, slots=True)
class Element:
    """What every element has: a name, a box and its conditions, all of which must hold for it to be shown.

    A condition is the name of a value that must be there, or "role=press|crew" for one that must be one of these; "!"
    before it turns it round. `after` names a plate or text to whose right it stands, `gap` mm away.
    """

    id: str
    box: Box
    show: tuple[str, ...] = ()
    after: str = ""
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Tail:
    """A second word on the line of a text, smaller and lighter, such as the role in another language."""

    text: str
    language: str
    weight: int
    scale: float
    gap_em: float


@dataclass(frozen=True, slots=True)
class TextElement(Element):
    """A text in a box. `optional`: it may go where it does not fit. Texts with one `link` share their size.

    `language`: "first", "second" or "both" of those that are printed, all of them "stacked" on lines of their own, that
    of the "record" where it says one, or one by its code.
    """

    text: str | Texts = ""
    language: str = "first"
    weight: int = 500
    pt: float = 10.0
    colour: str = "ink"
    align: str = "left"
    valign: str = "top"
    line_height: float = 1.2
    fit: Fit = ONE_LINE
    short: str = ""
    required: bool = False
    optional: bool = False
    ink_inside: bool = False
    stands: bool = False
    tail: Tail | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class FillElement(Element):
    """A filled rectangle."""

    colour: str = "ink"
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class PlateElement(Element):
    """A filled rectangle that grows with its text: width = text + pad, at least that of its box, at most max_width."""

    colour: str = "sky"
    radius: float = 0.0
    pad: float = 5.0
    inset: float | None = None
    max_width: float = 0.0
    label: TextElement | None = None


@dataclass(frozen=True, slots=True)
class SymbolElement(Element):
    """A QR symbol; its box includes the quiet zone. `version` is the smallest, so that a batch looks alike."""

    text: str = ""
    level: str = "M"
    version: int = 1
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class PictureElement(Element):
    """A stored picture: `picture` names the value that holds its SHA-256, `focus` that of its focal point."""

    picture: str = ""
    focus: str = ""
    mode: str = "cover"


@dataclass(frozen=True, slots=True)
class ArtworkElement(Element):
    """Artwork drawn by code; `variant` is a text with placeholders, `colour` a colour in its place."""

    name: str = ""
    variant: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class IconElement(Element):
    """A line icon; `name` may hold a placeholder."""

    name: str = ""
    colour: str = "moss"


@dataclass(frozen=True, slots=True)
class FlowElement(Element):
    """Rows of a value one after the other on a line: an icon and a word each, `gap` mm apart."""

    gap: float = 9.0
    each: str = ""
    most: int = 3
    icon: IconElement | None = None
    label: TextElement | None = None


@dataclass(frozen=True, slots=True)
class ColumnsElement(Element):
    """Rows of a value beside each other: elements are placed in a column, texts of one kind share their size."""

    gap: float = 3.5
    each: str = ""
    most: int = 3
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsElement(Element):
    """Rows of a value below each other, `pitch` mm apart, or as little as `least` where there are many.

    A row with a value "low" takes `low` mm. Boxes of the elements are measured from the top left of their row; texts of
    one kind share their size. A row that came closer than `pitch` has the value "tight".
    """

    each: str = ""
    most: int = 8
    pitch: float = 20.0
    least: float = 0.0
    low: float = 0.0
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class FaceElement(Element):
    """A part of the paper with elements of its own, measured from its top left; `turned` stands on its head.

    `second`: what is second among the languages is first on it.
    """

    turned: bool = False
    second: bool = False
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanElement(Element):
    """A floor plan: `each` names its rows, `pt`, `least_pt` its largest and smallest letters, `unit` its lines (mm)."""

    each: str = ""
    pt: float = 20.0
    least_pt: float = 7.0
    unit: float = 1.6


_TYPES: Final[Mapping[str, type[Element]]] = {
    "text": TextElement,
    "fill": FillElement,
    "plate": PlateElement,
    "qr": SymbolElement,
    "image": PictureElement,
    "artwork": ArtworkElement,
    "icon": IconElement,
    "flow": FlowElement,
    "columns": ColumnsElement,
    "rows": RowsElement,
    "face": FaceElement,
    "plan": PlanElement,
}


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A design. `reading_m` is the distance its QR codes are read from; `per_language`: one page for each language.

    `back` is the other side of the paper, empty where nothing is printed on it; `own`: it is kept in the event.
    """

    id: str
    version: int
    kind: Kind
    name: Texts
    width_mm: float
    height_mm: float
    bleed_mm: float
    safe_mm: float
    corner_mm: float
    reading_m: float
    per_language: bool
    elements: tuple[Element, ...]
    back: tuple[Element, ...] = ()
    own: bool = False

    def language_sets(self, languages: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the languages of each page of one item: all on one page, or one page for each."""
        return [(language,) for language in languages] if self.per_language else [tuple(languages)]


def list_templates() -> list[Template]:
    """Return the templates of the program in the order of the registry of kinds, the usual one of each kind first."""
    from showcase.documents.kinds import KINDS

    files = (path for path in resource("templates").glob("*.json") if path.stem != "schema")
    order = tuple(KINDS)

    def place(template: Template) -> tuple[int, bool, str]:
        return order.index(template.kind), template.id != KINDS[template.kind].template, template.id

    return sorted((_bundled(path.stem) for path in files), key=place)


def load_template(name: str | Path) -> Template:
    """Return a template of the program by its id, or one of the user by its file.

    Raises:
        MissingFile: when there is no such template.
        InputError: when the file is no template; the sentence names the file and the element.
        NewerFile: when a newer version of the program wrote it.
    """
    if is_bundled(str(name)):
        return _bundled(str(name))
    path = Path(name)
    if not path.is_file():
        raise MissingFile("documents.template_missing", name=str(name))
    document, text = read_template(path)
    return parse_template(document, path.name, text)


def read_template(path: Path) -> tuple[Any, str]:
    """Read the JSON file of somebody else: a few kilobytes of plain JSON, or a sentence. Return it, and its text.

    Raises:
        InputError: when it is no JSON, or too large to be a template.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("templates.large", file=path.name, most=_LARGEST // 1000)
        text = path.read_text(encoding="utf-8-sig")
        return json.loads(text, parse_constant=_no_number), text
    except json.JSONDecodeError as reason:
        raise InputError("templates.syntax", file=path.name, line=reason.lineno) from reason
    except (OSError, ValueError, RecursionError) as reason:
        raise InputError("documents.template_unreadable", file=path.name) from reason


def _no_number(name: str) -> None:
    """Refuse NaN and Infinity, which JSON does not know."""
    raise ValueError(name)


@cache
def _bundled(name: str) -> Template:
    """Read a template of the program; a test checks them all against the schema."""
    return _template(json.loads(resource("templates", f"{name}.json").read_text(encoding="utf-8")))


def is_bundled(name: str) -> bool:
    """Tell whether a design of the program has this name."""
    return name != "schema" and bool(_ID.fullmatch(name)) and resource("templates", f"{name}.json").is_file()


def parse_template(document: Any, source: str, text: str = "", *, own: bool = False) -> Template:
    """Return the template a JSON document describes; `source` names it in sentences, `text` is its file.

    One that is kept in the event is its `own`.

    Raises:
        InputError: when it does not follow the schema or asks for a value that does not exist. Of several mistakes all
            are in its params as `mistakes`.
        NewerFile: when a newer version of the program wrote it.
    """
    from showcase.documents.mistakes import find_mistakes

    document = upgraded(document, source)
    mistakes = find_mistakes(document, source, text)
    if len(mistakes) > 1:
        n = len(mistakes)
        raise InputError("templates.mistakes", file=source, n=n, first=mistakes[0], mistakes=tuple(mistakes))
    if mistakes:
        raise mistakes[0]
    return replace(_template(document), own=own)


def upgraded(document: Any, source: str) -> Any:
    """Return a document in the form of today; what is none is left for the schema to refuse.

    Raises:
        NewerFile: when a newer version of the program wrote it.
    """
    if not isinstance(document, Mapping):
        return document
    version = document.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise NewerFile("documents.template_newer", file=source)
    if type(version) is int and version in _UPGRADES:
        return upgraded(_UPGRADES[version](document), source)
    return document


def _from_1(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take what the first form could say: the second knows more, and means the same by it."""
    return {**document, "schema_version": 2}


_UPGRADES: Final[Mapping[int, Callable[[Mapping[str, Any]], Mapping[str, Any]]]] = {1: _from_1}
"""Version of the form -> what makes it the next."""


def _template(document: Mapping[str, Any]) -> Template:
    width, height = document["trim_mm"]
    return Template(
        id=document["id"],
        version=document["version"],
        kind=document["kind"],
        name=document["name"],
        width_mm=width,
        height_mm=height,
        bleed_mm=document["bleed_mm"],
        safe_mm=document.get("safe_mm", 3),
        corner_mm=document.get("corner_mm", 0),
        reading_m=document["reading_m"],
        per_language=document.get("per_language", False),
        elements=tuple(_element(element) for element in document["elements"]),
        back=tuple(_element(element) for element in document.get("back", ())),
    )


def _element(document: Mapping[str, Any]) -> Element:
    """Make an element of its JSON; the schema has checked names and types."""
    kind = _TYPES[document["type"]]
    values: dict[str, Any] = {key: value for key, value in document.items() if key != "type"}
    box = tuple(values.get("box", (0, 0, 0, 0)))
    values |= {"box": box, "show": tuple(values.get("show", ()))}
    if "fit" in values:
        values["fit"] = Fit(**values["fit"])
    if "tail" in values:
        values["tail"] = Tail(**values["tail"])
    for part in ("label", "icon"):
        if part in values:
            kind_of_part = "text" if part == "label" else "icon"
            values[part] = _element({"id": f"{values['id']}", "box": box, **values[part], "type": kind_of_part})
    if "elements" in values:
        values["elements"] = tuple(_element(element) for element in values["elements"])
    return kind(**values)
