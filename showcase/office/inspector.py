"""The panel at the right: the current record in all languages of the event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDockWidget, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from showcase.office.desk import Desk
from showcase.office.details import DETAILS, Details, FactPart, TextPart
from showcase.office.labels import language_name, make_label
from showcase.office.listings import text_states
from showcase.qt.translate import say
from showcase.text import pick

if TYPE_CHECKING:
    from showcase.app import App

WIDTH: Final = 340
_THUMB: Final = 52


class Inspector(QDockWidget):
    """The dock; it shows one record, or says that none is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setMinimumWidth(WIDTH - 40)
        self._desk = desk
        self._page = ""
        self._record: Any | None = None
        self._thumb: tuple[str, QPixmap] = ("", QPixmap())
        self._head = QLabel()
        self._head.setProperty("role", "strong")
        title = QWidget()
        title.setObjectName("docktitle")
        row = QHBoxLayout(title)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._head)
        self.setTitleBarWidget(title)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("inspectorbody")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._scroll)
        self.retranslate()

    def show_record(self, page: str, record: Any | None) -> None:
        """Show a record of a page, or None."""
        self._page, self._record = page, record
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._head.setText(say(f"office.one_{self._page}") if self._page in DETAILS else say("office.inspector"))
        body = QWidget()
        body.setObjectName("inspectorbody")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 16)
        column.setSpacing(4)
        if self._record is None:
            column.addWidget(make_label(say("office.inspector_empty"), "sub"))
        else:
            self._fill(column, DETAILS[self._page](self._record))
        column.addStretch()
        self._scroll.setWidget(body)

    def _languages(self) -> tuple[str, ...]:
        return self._desk.record.languages if self._desk.record else ()

    def _fill(self, column: QVBoxLayout, details: Details) -> None:
        column.addLayout(self._make_head(details))
        column.addSpacing(6)
        for part in sorted(details.parts, key=lambda part: isinstance(part, FactPart)):  # texts come first
            column.addWidget(make_label(say(f"office.field_{part.label}"), "label"))
            if isinstance(part, TextPart):
                column.addLayout(self._make_texts(part))
            else:
                column.addWidget(make_label(part.value))

    def _make_head(self, details: Details) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        if details.picture:
            row.addWidget(self._make_thumb(details.picture), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(make_label(details.title, "strong"))
        summary = self._summary(details)
        line = QHBoxLayout()
        line.setSpacing(8)
        if details.plate:
            plate = make_label(details.plate, "plate")
            plate.setWordWrap(False)
            line.addWidget(plate)
        if summary:
            line.addWidget(make_label(summary, "sub"), 1)
        else:
            line.addStretch()
        words.addLayout(line)
        row.addLayout(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        return row

    def _summary(self, details: Details) -> str:
        texts = [part.texts for part in details.parts if isinstance(part, TextPart)]
        if not texts:
            return ""
        missing = sum(not text.get(language) for text in texts for language in self._languages())
        return say("office.texts_missing", n=missing) if missing else say("office.texts_complete")

    def _make_thumb(self, sha256: str) -> QLabel:
        label = QLabel()
        label.setFixedSize(_THUMB, _THUMB)
        label.setProperty("role", "thumb")
        if self._thumb[0] == sha256:
            label.setPixmap(self._thumb[1])
        else:
            self._desk.run(lambda app, _progress: _picture(app, sha256), lambda data: self._on_picture(sha256, data))
        return label

    def _on_picture(self, sha256: str, data: bytes | None) -> None:
        found = QPixmap()
        if data and found.loadFromData(QByteArray(data)):
            density = self.devicePixelRatioF()
            side = round(_THUMB * density)
            cover = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            found = found.scaled(side, side, cover, Qt.TransformationMode.SmoothTransformation)
            found = found.copy((found.width() - side) // 2, (found.height() - side) // 2, side, side)
            found.setDevicePixelRatio(density)
        self._thumb = (sha256, found)
        self.retranslate()

    def _make_texts(self, part: TextPart) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 16)
        grid.setColumnStretch(1, 1)
        for row, (language, state) in enumerate(text_states((part.texts,), self._languages())):
            mark = make_label(language, "warn" if state == "none" else "sub")
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._make_text(part, language), row, 1)
        return grid

    def _make_text(self, part: TextPart, language: str) -> QLabel:
        text = part.texts.get(language)
        if text:
            return make_label(text)
        instead, _text = pick(part.texts, self._languages())
        told = say("office.missing_instead", language=language_name(instead)) if instead else say("office.missing")
        return make_label(told, "warning")


def _picture(app: App, sha256: str) -> bytes | None:
    from showcase.catalogue.queries import get_media_blob

    with app.reading() as session:
        return get_media_blob(session, sha256, "thumb")
