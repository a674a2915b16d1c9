"""Templates: how a badge, sign or card is designed, in millimetres, read from JSON and checked against its schema."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from showcase.documents.fitting import Fit
from showcase.documents.items import Kind
from showcase.errors import InputError, MissingFile, NewerFile
from showcase.paths import resource
from showcase.text import Texts

SCHEMA_VERSION: Final = 1
_LARGEST: Final = 1_000_000
"""Bytes of a template; those of the program have five thousand."""
_LONGEST_VALUE: Final = 60
"""Characters of a value in a sentence."""
Box = tuple[float, float, float, float]
"""x, y, width, height in mm from the top left of the trim."""


ONE_LINE: Final = Fit()


@dataclass(frozen=True, slots=True)
class Element:
    """What every element has: a name, a box and the values that must be there ("!" before a name: must be missing).

    `after` names a plate or text to whose right it stands, `gap` mm away.
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
    """A text in a box. `optional`: it may go where it does not fit."""

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
    """A design. `reading_m` is the distance its QR codes are read from; `per_language`: one page for each language."""

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
    if resource("templates", f"{name}.json").is_file() and name != "schema":
        return _bundled(str(name))
    path = Path(name)
    if not path.is_file():
        raise MissingFile("documents.template_missing", name=str(name))
    return parse_template(_read(path), path.name)


def _read(path: Path) -> Any:
    """Read a JSON file of somebody else: a few kilobytes of plain JSON, or a sentence."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("documents.template_unreadable", file=path.name)
        return json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_number)
    except (OSError, ValueError, RecursionError) as reason:
        raise InputError("documents.template_unreadable", file=path.name) from reason


def _no_number(name: str) -> None:
    """Refuse NaN and Infinity, which JSON does not know."""
    raise ValueError(name)


@cache
def _bundled(name: str) -> Template:
    """Read a template of the program; a test checks them all against the schema."""
    return _template(json.loads(resource("templates", f"{name}.json").read_text(encoding="utf-8")))


def parse_template(document: Any, source: str) -> Template:
    """Return the template a JSON document describes; `source` names it in sentences.

    Raises:
        InputError: when it does not follow the schema or asks for a value that does not exist.
        NewerFile: when a newer version of the program wrote it.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    from showcase.documents.fields import unknown_fields

    if isinstance(document, Mapping):
        version = document.get("schema_version")
        if isinstance(version, int) and version > SCHEMA_VERSION:
            raise NewerFile("documents.template_newer", file=source)
    schema = json.loads(resource("templates", "schema.json").read_text(encoding="utf-8"))
    wrong = best_match(Draft202012Validator(schema).iter_errors(document))
    if wrong:
        element, reason = _element_name(document, wrong.absolute_path), _reason(wrong)
        if not element:
            raise InputError("documents.template_whole", file=source, reason=reason)
        raise InputError("documents.template_wrong", file=source, element=element, reason=reason)
    unknown = unknown_fields(document)
    if unknown:
        raise InputError("documents.template_field", file=source, element=unknown[0][0], field=unknown[0][1])
    for element, icon in _icons(document["elements"]):
        if "{" not in icon and not resource("icons", f"{icon}.svg").is_file():
            raise InputError("documents.template_icon", file=source, element=element, icon=icon)
    return _template(document)


def _icons(elements: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Give the element and name of every icon, within rows and faces too."""
    for element in elements:
        yield element["id"], element["name"] if element["type"] == "icon" else element.get("icon", {}).get("name", "{")
        yield from _icons(element.get("elements", ()))


def _reason(wrong: Any) -> InputError:
    """Return what the validator found as a part of a sentence."""
    value = json.dumps(wrong.instance, ensure_ascii=False)
    value = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    if wrong.validator == "enum":
        return InputError("documents.template_choice", value=value, choices=", ".join(wrong.validator_value))
    if wrong.validator == "required":
        missing = [name for name in wrong.validator_value if name not in wrong.instance]
        return InputError("documents.template_lacks", names=", ".join(missing))
    if wrong.validator in {"additionalProperties", "unevaluatedProperties"}:
        known = wrong.schema.get("properties", {})
        return InputError(
            "documents.template_extra", names=", ".join(name for name in wrong.instance if name not in known)
        )
    return InputError("documents.template_value", value=value)


def _element_name(document: Any, path: Sequence[str | int]) -> str:
    """Return the id of the element a path of the validator lies in, else the path itself; empty for the whole."""
    where, name = document, ""
    for step in path:
        where = where[step]
        if isinstance(where, Mapping) and "id" in where:
            name = str(where["id"])
    return name or "/".join(str(step) for step in path)


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
