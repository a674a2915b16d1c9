"""What layout makes and painters draw: pages of items with positions in millimetres from the top left of the trim.

Items are painted in order. Nothing in here knows a font engine, a file format or a database.
"""

from dataclasses import dataclass, field
from typing import Literal

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle; `radius_mm` rounds its corners."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    colour: str
    radius_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon."""

    colour: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    colour: str
    width_mm: float
    points: tuple[Point, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text in Be Vietnam Pro: left end and baseline, as measured by the layout.

    `stretch` is the width in per cent (100, or 85 when condensed). `width_mm` is what the layout measured. A line that
    is `turned` stands on its head: it runs to the left from x_mm, its capitals reach down.
    """

    x_mm: float
    baseline_mm: float
    text: str
    weight: int
    pt: float
    colour: str
    width_mm: float
    stretch: int = 100
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture, by the SHA-256 of its bytes: it covers its box, or fits in it, around the focal point."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    sha256: str
    mode: Literal["cover", "contain"] = "cover"
    focus: Point = (0.5, 0.5)
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Underlay:
    """A stored drawing or picture that lies faintly on the floor of a plan, and is seen only there.

    x_mm, y_mm, width_mm and height_mm are the floor, `lies` is where the drawing lies from its corner: left, top, width
    and height, turned by `quarters` clockwise. `strength` says how much of its ink is seen on the colour of the floor.
    """

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    lies: tuple[float, float, float, float]
    sha256: str
    mime: str
    colour: str
    strength: float
    quarters: int = 0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Artwork:
    """Artwork drawn by code: `showcase.documents.artwork.draw(name, variant)` gives its fills and lines.

    The same (name, variant) is the same drawing, so a painter rasters it once and places it often.
    """

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    name: str
    variant: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Icon:
    """A line icon of resources/icons, recoloured."""

    x_mm: float
    y_mm: float
    size_mm: float
    name: str
    colour: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR symbol. x_mm, y_mm is the corner of the quiet zone (4 modules), as in the templates.

    Always black on the unprinted page or a white plate. `purpose` says what the code is for, such as "badge".
    """

    x_mm: float
    y_mm: float
    module_mm: float
    text: str
    level: Literal["L", "M", "Q", "H"] = "M"
    version: int | None = None
    purpose: str = ""


Item = Fill | Shape | Stroke | TextLine | Picture | Underlay | Artwork | Icon | Symbol


@dataclass(frozen=True, slots=True)
class Notice:
    """What the layout or preflight says about one item: stop (it is not printed) or look (printed, worth a look)."""

    severity: Literal["stop", "look"]
    key: str
    params: dict[str, object] = field(default_factory=dict)
    element: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One side of one printed thing, at its trim size; items may reach `bleed_mm` beyond it.

    `back` is the other side, seen upright, where there is one; the notices of both are with the front.
    """

    subject: str
    title: str
    width_mm: float
    height_mm: float
    bleed_mm: float
    items: tuple[Item, ...]
    notices: tuple[Notice, ...] = ()
    back: "Page | None" = None

    @property
    def sides(self) -> "tuple[Page, ...]":
        """Return the front, and the back where there is one."""
        return (self, self.back) if self.back else (self,)

    @property
    def pictures(self) -> frozenset[str]:
        """Return the stored pictures of both sides, by the SHA-256 of their bytes."""
        return frozenset(item.sha256 for side in self.sides for item in side.items if isinstance(item, Picture))

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """Return the QR symbols of the page."""
        return tuple(item for item in self.items if isinstance(item, Symbol))

    @property
    def refused(self) -> bool:
        """Tell whether a notice stops this page from being printed."""
        return any(notice.severity == "stop" for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Placement:
    """A page on a sheet: the top left of its trim, in millimetres from the top left of the sheet.

    Painters clip the page to its trim plus (`bleed_x_mm`, `bleed_y_mm`): on a shared sheet the bleed of one page must
    not reach its neighbour. `front` is the page on whose other side this one is printed.
    """

    page: Page
    x_mm: float
    y_mm: float
    slot: int = 0
    bleed_x_mm: float = 0.0
    bleed_y_mm: float = 0.0
    front: Page | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What comes out of the printer. `bleed_mm` > 0 only when the sheet is the page itself plus its bleed.

    The PDF page is (width + 2 bleed) x (height + 2 bleed); its TrimBox is width x height.
    """

    width_mm: float
    height_mm: float
    bleed_mm: float
    placements: tuple[Placement, ...]
    marks: tuple[Stroke, ...] = ()
