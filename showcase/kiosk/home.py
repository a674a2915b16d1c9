"""The home page: topics to begin with, the search field, and what exhibitors came to find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.catalogue.kinds import OrganisationKind
from showcase.kiosk.pages import PageModel
from showcase.qt.art import scene_for

if TYPE_CHECKING:
    from showcase.catalogue.records import TopicRecord
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

TILES: Final = 6
_SCENES: Final = {"company": "ai", "province": "terrace", "city": "mobility", "agency": "gov", "university": "lamp"}
"""What is drawn for a kind of organisation where an event has no topics."""
SEEKING_ICONS: Final = {
    "investment": "circle-dollar-sign",
    "pilots": "sprout",
    "partners": "arrow-left-right",
    "talent": "graduation-cap",
}


@QmlElement
class Home(PageModel):
    """The topics and what is sought. With more than six topics the first five stand here, and a tile leads to all.

    Without topics the tiles are everything there is, and the kinds of organisations.
    """

    changed = Signal()

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._topics: list[TopicRecord] = []
        self._seeking: dict[str, int] = {}
        self._kinds: Mapping[str, int] = {}
        self._is_read = False

    @Slot()
    def load(self) -> None:
        """Read the topics and count what is sought."""
        self.read(_read, self._on_read)

    def _on_read(self, found: tuple[list[TopicRecord], dict[str, int], Mapping[str, int]]) -> None:
        self._topics, self._seeking, self._kinds = found
        self._is_read = True
        self.changed.emit()

    def _get_topics(self) -> list[dict[str, Any]]:
        scenes = [scene_for(topic) for topic in self._topics]
        return [
            {
                "page": "browse",
                "subject": f"topic:{topic.id}",
                "label": self.words.set_large(topic.name),
                "count": topic.products,
                "icon": topic.icon,
                "scene": scene,
                # Two topics with one motif are told apart by its seed.
                "seed": 0 if scene not in scenes[:index] else topic.position + 1,
            }
            for index, (topic, scene) in enumerate(zip(self._topics, scenes, strict=True))
        ]

    def _get_tiles(self) -> list[dict[str, Any]]:
        tiles = self._get_topics() or self._others()
        if len(tiles) <= TILES:
            return tiles
        every = {
            "page": "ways",
            "subject": "",
            "label": self.words.say("kiosk.all_topics", n=len(tiles)),
            "count": 0,
            "icon": "layout-grid",
            "scene": "terrace",
            "seed": 0,
        }
        return [*tiles[: TILES - 1], every]

    def _others(self) -> list[dict[str, Any]]:
        """Return the tiles of an event that has no topics; none where there is nothing at all."""
        kinds = [kind for kind in OrganisationKind if self._kinds.get(kind)][: TILES - 1]
        ways = [("", self.words.say("kiosk.everything"), "terrace")] if kinds else []
        ways += [(f"kind:{kind}", self.words.say(f"kiosk.kinds_{kind}"), _SCENES.get(kind, "build")) for kind in kinds]
        return [
            {
                "page": "browse",
                "subject": subject,
                "label": label,
                "count": 0,
                "icon": "layout-grid",
                "scene": scene,
                "seed": seed,
            }
            for seed, (subject, label, scene) in enumerate(ways)
        ]

    def _get_seeking(self) -> list[dict[str, Any]]:
        return [
            {
                "subject": f"seeking:{name}",
                "label": self.words.say(f"kiosk.seek_{name}"),
                "icon": icon,
                "count": self._seeking[name],
            }
            for name, icon in SEEKING_ICONS.items()
            if self._seeking.get(name)
        ]

    tiles = Property(list, _get_tiles, notify=changed)

    seeking = Property(list, _get_seeking, notify=changed)
    empty = Property(bool, lambda self: self._is_read and not self._get_tiles(), notify=changed)


def _read(session: Any) -> tuple[list[TopicRecord], dict[str, int], Mapping[str, int]]:
    from showcase.catalogue.browsing import count_kinds, count_seeking
    from showcase.catalogue.queries import list_topics

    topics = [topic for topic in list_topics(session) if topic.parent_id is None]
    return topics, count_seeking(session), count_kinds(session)
