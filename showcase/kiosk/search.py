"""Searching: a line that the keyboard on the screen or a real one types, and what it finds at each key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.kiosk.cards import card, session_card, topic_card
from showcase.kiosk.layouts import Action, Key, layout
from showcase.kiosk.pages import PageModel
from showcase.kiosk.typing import Line, Method
from showcase.text import fold

if TYPE_CHECKING:
    from showcase.catalogue.asking import Answer
    from showcase.catalogue.records import TopicRecord
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_METHODS: Final = (Method.TELEX, Method.VNI, Method.NONE)
_ROWS: Final = 4
_FEW: Final = 2
"""Results that leave room for another way on: the topics stand below them."""
_WORD: Final = re.compile(r"[^\W_]+")


@QmlElement
class Search(PageModel):
    """What is typed belongs to the visit and goes with it; the keyboard is that of its language.

    Signals:
        changed: the results, or the language.
        typed: the line or the keyboard.
    """

    changed = Signal()
    typed = Signal()

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._visit = kiosk.visiting()
        text = str(self._visit.typed_text())
        self._line = Line(text, len(text), self._usual())
        self._signs = self._shift = False
        self._shown = ""
        self._first, self._rows = 0, _ROWS
        self._found: Answer | None = None
        self._topics: Sequence[TopicRecord] = ()
        self._all_topics: Sequence[TopicRecord] = ()
        self._asked = ""
        self._rests = False
        kiosk.words_.changed.connect(self._on_language)

    @Slot()
    def load(self) -> None:
        """Find what is typed."""
        from showcase.catalogue.asking import ask
        from showcase.catalogue.queries import list_topics

        typed, shown, first, rows = self._line.text, self._shown, self._first, self._rows
        language = self.words.spoken
        self.read(
            lambda session: (
                ask(session, typed, shown, offset=first, limit=rows, language=language),
                [] if typed.strip() else [topic for topic in list_topics(session) if topic.products],
            ),
            lambda found: self._on_found(typed, *found),
        )

    def close(self) -> None:
        """Forget the line; that it was searched for is counted without anybody."""
        if self._found is not None:
            from showcase.catalogue.search import words_of

            counts, known = self._found.counts, self._found.known
            words = known or frozenset(words_of(self._asked) if counts else ())
            self.kiosk.keeping.searched(self._asked, found=bool(counts), known=words)
        self.kiosk.words_.changed.disconnect(self._on_language)
        self._line = Line()
        super().close()

    @Slot(str, str)
    def press(self, action: str, text: str) -> None:
        """Press a key of the screen."""
        match Action(action):
            case Action.LETTER:
                self._write(self._line.press(text.upper() if self._shift else text))
            case Action.TEXT:
                self._write(self._line.insert(text))
            case Action.MARK:
                self._write(self._line.mark(text, upper=self._shift))
            case Action.BACKSPACE:
                self._write(self._line.backspace())
            case Action.SHIFT:
                self._shift = not self._shift
                self.typed.emit()
            case Action.PAGE:
                self._signs = not self._signs
                self.typed.emit()
            case Action.METHOD:
                following = _METHODS[(_METHODS.index(self._line.method) + 1) % len(_METHODS)]
                self._line = self._line.using(following)
                self.typed.emit()
            case Action.SEARCH:
                self._rests = True
                self.load()

    @Slot(str)
    def put(self, text: str) -> None:
        """Put in an accent that a long press offered, or what a real keyboard typed."""
        self._write(self._line.insert(text))

    @Slot(str)
    def key(self, text: str) -> None:
        """Take a character of a real keyboard."""
        if text.isprintable():
            self._write(self._line.press(text) if text.isalpha() else self._line.insert(text))

    @Slot(str)
    def take(self, text: str) -> None:
        """Search for other words."""
        self._write(Line(text, len(text), self._line.method))

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self._write(Line(method=self._line.method))

    @Slot(str)
    def show(self, kind: str) -> None:
        """Show one kind, or all with ""."""
        self._shown, self._first = kind, 0
        self.load()

    @Slot(int)
    def fit(self, rows: int) -> None:
        """Hear how many cards there is room for."""
        if rows > 0 and rows != self._rows:
            self._rows = rows
            self.load()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Go on or back by a number of screens."""
        self._first = max(0, self._first + by * self._rows)
        self.load()

    def _write(self, line: Line) -> None:
        same = line.text == self._line.text
        self._line, self._shift, self._rests = line, False, False
        self._visit.type(line.text)
        self.typed.emit()
        if not same:
            self._first, self._shown = 0, ""
            self.load()

    def _usual(self) -> Method:
        return Method.TELEX if self.words.spoken == "vi" else Method.NONE

    @Slot()
    def _on_language(self) -> None:
        self._line = self._line.using(self._usual())
        self._signs = False
        self.typed.emit()
        self.load()

    def _on_found(self, asked: str, found: Answer, topics: Sequence[TopicRecord]) -> None:
        if not asked.strip():
            self._all_topics = topics
        is_few = 0 < sum(found.counts.values()) <= _FEW
        self._asked, self._found = asked, found
        self._topics = topics if not asked.strip() else self._all_topics if is_few else ()
        self.changed.emit()

    def _counts(self) -> Mapping[str, int]:
        return self._found.counts if self._found else {}

    def _is_nothing(self) -> bool:
        return bool(self._found and self._asked.strip() and not self._found.counts)

    def _number(self) -> int:
        counts = self._counts()
        return counts.get(self._shown, 0) if self._shown else sum(counts.values())

    def _get_rows(self) -> list[dict[str, Any]]:
        return [self._card(record) for record in self._found.records] if self._found else []

    def _card(self, record: Any) -> dict[str, Any]:
        from showcase.catalogue.records import SessionRecord, TopicRecord

        if isinstance(record, SessionRecord):
            told = session_card(self.kiosk, record)
        else:
            told = topic_card(self.words, record) if isinstance(record, TopicRecord) else card(self.words, record)
        return told | {"marks": marked(told["title"], self._asked) if self._counts() else []}

    def _get_topics(self) -> list[dict[str, str]]:
        return [{"subject": f"topic:{topic.id}", "label": self.words.pick(topic.name)} for topic in self._topics]

    def _get_chips(self) -> list[dict[str, Any]]:
        counts = self._counts()
        chips = [{"key": "", "label": self.words.say("kiosk.chip_all", n=sum(counts.values()))}]
        chips += [
            {"key": kind, "label": self.words.say(f"kiosksearch.chip_{kind}", n=number)}
            for kind, number in counts.items()
        ]
        return chips if len(chips) > 2 else []

    def _get_keys(self) -> list[list[dict[str, Any]]]:
        board = layout(self.words.interface())
        rows = board.signs if self._signs else board.letters
        return [[self._key(key) for key in row] for row in rows]

    def _key(self, key: Key) -> dict[str, Any]:
        upper = self._shift and key.action in {Action.LETTER, Action.MARK}
        label = key.text.upper() if upper else key.text
        match key.action:
            case Action.PAGE:
                label = self.words.say("kiosksearch.letters" if self._signs else "kiosksearch.signs")
            case Action.METHOD:
                label = self.words.say(f"kiosksearch.method_{self._line.method}")
            case Action.SEARCH:
                label = self.words.say("kiosksearch.search")
            case Action.TEXT if key.text == " ":
                label = self.words.say("kiosksearch.blank")
            case Action.SHIFT | Action.BACKSPACE:
                label = self.words.say(f"kiosksearch.{key.action}")
        more = key.more.upper() if self._shift else key.more
        return {"action": str(key.action), "text": key.text, "label": label, "more": list(more), "wide": key.width}

    text = Property(str, lambda self: self._line.text, notify=typed)
    cursor = Property(int, lambda self: self._line.cursor, notify=typed)
    shifted = Property(bool, lambda self: self._shift, notify=typed)
    keys = Property(list, _get_keys, notify=typed)
    rows = Property(list, _get_rows, notify=changed)
    chips = Property(list, _get_chips, notify=changed)
    topics = Property(list, _get_topics, notify=changed)
    shown = Property(str, lambda self: self._shown, notify=changed)
    endings = Property(list, lambda self: list(self._found.endings) if self._found else [], notify=changed)
    near = Property(list, lambda self: list(self._found.near) if self._found else [], notify=changed)
    asked = Property(str, lambda self: self._asked, notify=changed)
    number = Property(int, _number, notify=changed)
    first = Property(int, lambda self: self._first, notify=changed)
    last = Property(int, lambda self: self._first + len(self._found.records) if self._found else 0, notify=changed)
    nothing = Property(bool, _is_nothing, notify=changed)
    rests = Property(bool, lambda self: self._rests and self._is_nothing(), notify=changed)
    """Nothing was found by what was typed to its end: the keyboard makes room for what is near."""


def marked(title: str, asked: str) -> list[dict[str, Any]]:
    """Return a title in pieces, each with whether it was asked for: with accents or without.

    Args:
        title: as it is shown.
        asked: as it was typed; its last word, which may be unfinished, marks what begins with it.
    """
    words = _WORD.findall(fold(asked))
    pieces: list[dict[str, Any]] = []
    end = 0
    for word in _WORD.finditer(title):
        hit = _hit(word.group(), words)
        gap = title[end : word.start()]
        if gap:
            pieces.append({"text": gap, "on": bool(hit and gap.isspace() and pieces and pieces[-1]["on"])})
        cut = (title[word.start() : word.start() + hit], True), (title[word.start() + hit : word.end()], False)
        pieces += [{"text": text, "on": on} for text, on in cut if text]
        end = word.end()
    return [*pieces, {"text": title[end:], "on": False}] if title[end:] else pieces


def _hit(word: str, asked: Sequence[str]) -> int:
    """Return how many letters of a word were asked for; a letter such as œ is folded to two."""
    plain = fold(word)
    if plain in asked:
        return len(word)
    if not asked or not plain.startswith(asked[-1]):
        return 0
    return next(end for end in range(1, len(word) + 1) if len(fold(word[:end])) >= len(asked[-1]))
