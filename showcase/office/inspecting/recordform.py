"""The form of one record: a head, tabs, and fields that save when they are left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from showcase.catalogue.change import Change
from showcase.office.desk import Desk
from showcase.office.inspecting.fields import Field, order_by_sight
from showcase.office.inspecting.forms import FORMS
from showcase.office.inspecting.heading import Heading, heading_of
from showcase.office.inspecting.pictures import PicturesField
from showcase.office.labels import make_label
from showcase.office.listings import LISTINGS, text_states
from showcase.qt.translate import say

if TYPE_CHECKING:
    from showcase.app import App

_THUMB: Final = 52


class RecordForm(QWidget):
    """One form for all records of a table; it is made once and shows one record after the other."""

    def __init__(self, table: str, desk: Desk) -> None:
        super().__init__()
        self._table, self._desk = table, desk
        self._record: Any = None
        self._thumb: tuple[str, QPixmap] = ("", QPixmap())
        self.fields: dict[str, Field] = {}
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self._pages = QStackedWidget()
        self._picture, self._title, self._plate, self._summary = QLabel(), make_label("", "strong"), QLabel(), QLabel()
        self._lay_out()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)

    @property
    def record(self) -> Any:
        """The record that is shown."""
        return self._record

    def show_record(self, record: Any, languages: Sequence[str]) -> None:
        """Show a record; what was typed for another one is saved first."""
        if self._record is not None and self._record.id != record.id:
            self.flush()
        same = self._record is not None and self._record.id == record.id
        self._record = record
        for part in (part for _tab, parts in FORMS[self._table] for part in parts):
            field = self.fields[part.name]
            field.set_languages(languages)
            if not (same and field.is_touched()):
                field.show_value(part.of(record))
        order_by_sight(self.fields.values())
        self._show_head()

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        for field in self.fields.values():
            if field.is_touched():
                field.flush()

    def take_pictures(self, paths: Sequence[Path]) -> None:
        """Show picture files at the record."""
        field = self.fields["pictures"]
        assert isinstance(field, PicturesField)
        self.tabs.setCurrentIndex([tab for tab, _parts in FORMS[self._table]].index("pictures"))
        field.take(paths)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.tabs.setCurrentIndex(0)
        next(iter(self.fields.values())).take_focus()

    def retranslate(self) -> None:
        """Say every label again."""
        for place, (tab, _parts) in enumerate(FORMS[self._table]):
            self.tabs.setTabText(place, say(f"office.tab_{tab}"))
        for field in self.fields.values():
            field.retranslate()
        if self._record is not None:
            self._show_head()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self.tabs)
        line = QFrame()
        line.setObjectName("tabline")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self._pages, 1)
        for _tab, parts in FORMS[self._table]:
            self.tabs.addTab("")
            body = QWidget()
            body.setObjectName("inspectorbody")
            fields = QVBoxLayout(body)
            fields.setContentsMargins(12, 4, 12, 16)
            fields.setSpacing(2)
            for part in parts:
                field = self.fields[part.name] = part.make(self._desk, part.name)
                field.edited.connect(self._on_edited)
                fields.addWidget(field)
            fields.addStretch()
            self._pages.addWidget(scrolling(body))
        self.tabs.setVisible(len(FORMS[self._table]) > 1)
        self.retranslate()

    def _make_head(self) -> QHBoxLayout:
        self._picture.setFixedSize(_THUMB, _THUMB)
        self._picture.setProperty("role", "thumb")
        self._plate.setProperty("role", "plate")
        self._summary.setProperty("role", "sub")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._plate)
        line.addWidget(self._summary, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addLayout(line)
        row = QHBoxLayout()
        row.setContentsMargins(12, 12, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _show_head(self) -> None:
        heading = heading_of(self._table, self._record)
        self._title.setText(heading.title)
        self._plate.setText(heading.plate)
        self._plate.setVisible(bool(heading.plate))
        self._summary.setText(self._summarise(heading))
        self._summary.setVisible(bool(self._summary.text()))
        self._show_thumb(heading.picture)

    def _summarise(self, heading: Heading) -> str:
        texts = LISTINGS[self._table].texts
        if self._record.deleted_at is not None:
            return say("office.in_bin")
        if texts is None:
            return heading.summary
        event = self._desk.record
        languages = event.languages if event else ()
        asked = [text for text in texts(self._record) if any(text.values())]
        missing = sum(not text.get(language) for text in asked for language in languages)
        states = text_states(texts(self._record), languages)
        for place, (tab, _parts) in enumerate(FORMS[self._table]):
            if tab == "text":
                self.tabs.setTabToolTip(place, ", ".join(language for language, state in states if state != "full"))
        return say("office.texts_missing", n=missing) if missing else say("office.texts_complete")

    def _show_thumb(self, sha256: str | None) -> None:
        self._picture.setVisible(bool(sha256))
        if not sha256 or self._thumb[0] == sha256:
            self._picture.setPixmap(self._thumb[1])
            return
        self._picture.setPixmap(QPixmap())
        self._desk.run(lambda app, _progress: _thumb(app, sha256), lambda data: self._on_thumb(sha256, data))

    def _on_thumb(self, sha256: str, data: bytes | None) -> None:
        found = QPixmap()
        if data and found.loadFromData(QByteArray(data)):
            density = self.devicePixelRatioF()
            side = round(_THUMB * density)
            cover = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            found = found.scaled(side, side, cover, Qt.TransformationMode.SmoothTransformation)
            found = found.copy((found.width() - side) // 2, (found.height() - side) // 2, side, side)
            found.setDevicePixelRatio(density)
        self._thumb = (sha256, found)
        if self._record is not None and heading_of(self._table, self._record).picture == sha256:
            self._picture.setPixmap(found)

    def _on_edited(self, change: Change) -> None:
        field = self.fields[change.field]
        if self._desk.app is None or self._record is None or self._record.deleted_at is not None:
            return
        field.show_wrong(None)
        self._desk.edits.change(
            self._table,
            self._record.id,
            [change],
            answer=lambda _changed: field.settle(change),
            failed=field.show_wrong,
        )


def scrolling(body: QWidget) -> QScrollArea:
    """Return a place that scrolls up and down."""
    area = QScrollArea()
    area.setObjectName("inspectorbody")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


def _thumb(app: App, sha256: str) -> bytes | None:
    from showcase.catalogue.queries import get_media_blob

    with app.reading() as session:
        return get_media_blob(session, sha256, "thumb")
