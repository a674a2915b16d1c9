"""The registry of what is printed: of each kind its word, group, usual design, values and where they are read.

It is light on purpose: windows and the command line list kinds without a database; what reads is imported when asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal

from showcase.documents import samples
from showcase.documents.items import PrintItem, Value

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Group = Literal["badges", "stand", "hall", "desk"]
GROUPS: Final[tuple[Group, ...]] = ("badges", "stand", "hall", "desk")
"""Where things are used, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class PrintKind:
    """A kind of thing that is printed.

    Attributes:
        id: its name in templates and facts.
        what: its word on the command line and in the window.
        group: where it is used.
        template: the usual design.
        title: the value that names a sample.
        samples: a sample of each value its designs may show.
        reader: module of this package and function that reads its items.
        lacks: what is missing when there is nothing to print: a word of the texts that say so.
        about: the page of the office on which its records are selected, "" where there is none.
        has_address: its codes lead to the pages of the event; without their address it cannot be printed.
        awaited: it has to be printed for everyone it is about, so that what was not is something to do.
    """

    id: str
    what: str
    group: Group
    template: str
    title: str
    samples: Mapping[str, Value]
    reader: str
    lacks: str
    about: str = ""
    has_address: bool = False
    awaited: bool = False

    def items(self, session: "Session", base_url: str | None = None) -> list[PrintItem]:
        """Return what there is to print, in a fixed number of statements; `base_url`: where codes lead to.

        Raises:
            RefusedError: when there is no address for the codes to lead to.
            InputError: when the address cannot stand in a code.
        """
        module, _, function = self.reader.partition(":")
        read: Callable[[Any, str | None], list[PrintItem]] = getattr(
            import_module(f"showcase.documents.{module}"), function
        )
        return read(session, base_url)


_ALL: Final = (
    PrintKind(
        id="badge",
        what="badges",
        group="badges",
        template="badge-a6",
        title="full",
        samples=samples.BADGE,
        reader="queries:list_badges",
        lacks="badges",
        about="people",
        awaited=True,
    ),
    PrintKind(
        id="tent",
        what="tents",
        group="badges",
        template="table-tent-a4",
        title="full",
        samples=samples.TENT,
        reader="queries:list_tents",
        lacks="tents",
        about="people",
    ),
    PrintKind(
        id="booth_sign",
        what="signs",
        group="stand",
        template="booth-sign-a4",
        title="code",
        samples=samples.BOOTH_SIGN,
        reader="queries:list_sign_items",
        lacks="signs",
        about="organisations",
        has_address=True,
        awaited=True,
    ),
    PrintKind(
        id="fascia",
        what="fascias",
        group="stand",
        template="fascia-3000",
        title="code",
        samples=samples.FASCIA,
        reader="fascias:list_fascia_items",
        lacks="signs",
        about="organisations",
    ),
    PrintKind(
        id="product_card",
        what="cards",
        group="stand",
        template="product-card-a5",
        title="booth",
        samples=samples.PRODUCT_CARD,
        reader="queries:list_card_items",
        lacks="cards",
        about="products",
        has_address=True,
        awaited=True,
    ),
    PrintKind(
        id="poster",
        what="posters",
        group="stand",
        template="poster-a3",
        title="booth",
        samples=samples.POSTER,
        reader="posters:list_poster_items",
        lacks="signs",
        about="organisations",
        has_address=True,
    ),
    PrintKind(
        id="rollup",
        what="rollups",
        group="stand",
        template="rollup-850",
        title="booth",
        samples=samples.ROLLUP,
        reader="posters:list_rollup_items",
        lacks="signs",
        about="organisations",
        has_address=True,
    ),
    PrintKind(
        id="hall_plan",
        what="plans",
        group="hall",
        template="hall-plan-a3",
        title="hall",
        samples=samples.HALL_PLAN,
        reader="plans:list_plans",
        lacks="plans",
        awaited=True,
    ),
    PrintKind(
        id="direction_sign",
        what="directions",
        group="hall",
        template="direction-sign-600",
        title="hall",
        samples=samples.DIRECTION_SIGN,
        reader="bearings:list_direction_items",
        lacks="directions",
    ),
    PrintKind(
        id="aisle_sign",
        what="aisles",
        group="hall",
        template="aisle-sign-1200",
        title="letter",
        samples=samples.AISLE_SIGN,
        reader="bearings:list_aisle_items",
        lacks="signs",
    ),
    PrintKind(
        id="topic_sign",
        what="topics",
        group="hall",
        template="topic-sign-a3",
        title="topic",
        samples=samples.TOPIC_SIGN,
        reader="bearings:list_topic_items",
        lacks="topics",
    ),
    PrintKind(
        id="room_sign",
        what="rooms",
        group="hall",
        template="room-sign-a3",
        title="room",
        samples=samples.ROOM_SIGN,
        reader="rooms:list_room_items",
        lacks="rooms",
    ),
    PrintKind(
        id="banner",
        what="banners",
        group="hall",
        template="banner-850",
        title="theme",
        samples=samples.BANNER,
        reader="desks:list_banner_items",
        lacks="banners",
        has_address=True,
    ),
    PrintKind(
        id="desk_sign",
        what="desks",
        group="desk",
        template="desk-sign-a4",
        title="letters",
        samples=samples.DESK_SIGN,
        reader="desks:list_desk_items",
        lacks="badges",
    ),
    PrintKind(
        id="scan_sign",
        what="scans",
        group="desk",
        template="scan-sign-a5",
        title="address",
        samples=samples.SCAN_SIGN,
        reader="desks:list_scan_items",
        lacks="cards",
        has_address=True,
    ),
    PrintKind(
        id="wifi_sign",
        what="wifi",
        group="desk",
        template="wifi-sign-a5",
        title="network",
        samples=samples.WIFI_SIGN,
        reader="desks:list_wifi_items",
        lacks="wifi",
    ),
)
KINDS: Final[Mapping[str, PrintKind]] = {kind.id: kind for kind in _ALL}
"""Id -> kind, in the order in which kinds are offered."""
BY_WHAT: Final[Mapping[str, PrintKind]] = {kind.what: kind for kind in _ALL}
"""Word on the command line and in the window -> kind."""
