"""The card of a person at the desk: who, the badge as it is printed, what is done to it, its history, and consent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from showcase.office.badgehistory import BadgeHistory
from showcase.office.confirm import Question
from showcase.office.deskjobs import Card, Design
from showcase.office.inspecting.recordform import scrolling
from showcase.office.jobs import Supplies
from showcase.office.labels import clock, day, local, local_time, make_label
from showcase.office.listings import country_name, spaced
from showcase.office.peoplelist import badge_state
from showcase.office.rolemarks import RolePlate
from showcase.people.kinds import Purpose
from showcase.qt.images import GAP, icon, pixmap
from showcase.qt.theme import px, tokens
from showcase.qt.translate import say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.catalogue.records import EventRecord
    from showcase.people.records import ConsentRecord

_PICTURE: Final = QSize(224, 300)
_PHOTO: Final = QSize(66, 84)
_BESIDE: Final = 420
"""Pixels of the person beside the picture, at least."""
ACTIONS: Final = ("issue_print", "print", "restore", "issue", "lost", "revoke", "edit", "erase")
_ICONS: Final = {"issue_print": "badge-plus", "print": "printer", "lost": "refresh-cw", "restore": "archive-restore"}
_PRIMARY: Final = frozenset({"issue_print", "print", "restore"})


def moment(at: dt.datetime) -> str:
    """Return when something happened, in the time of the event."""
    told = local_time(at)
    return f"{day(told.date(), short=True)} {clock(told)}"


class BadgeCard(QWidget):
    """The card.

    Signals:
        wanted: one of `ACTIONS`.
        consent_wanted: (purpose, whether it is given).
        design_changed: another template or sheet was chosen.
        left: Esc, back to the search.
    """

    wanted = Signal(str)
    consent_wanted = Signal(str, bool)
    design_changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card: Card | None = None
        self._event: EventRecord | None = None
        self._supplies: Supplies | None = None
        self._plate, self._photo = RolePlate(), QLabel()
        self._given, self._full = make_label("", "hero"), make_label("", "lead")
        self._work, self._contact = make_label("", "sub"), make_label("", "sub")
        self._state_icon, self._state = QLabel(), make_label("", "strong")
        self.buttons = {name: QPushButton() for name in ACTIONS}
        self.question = Question()
        self.history = BadgeHistory()
        self.consents = {purpose.value: QCheckBox() for purpose in Purpose}
        self._consent_states = {purpose: make_label("", "small") for purpose in self.consents}
        self._others = make_label("", "small")
        self._picture = QLabel()
        self.template_box, self.stock_box = QComboBox(), QComboBox()
        self.opens_box = QCheckBox()
        self.opens_box.setChecked(True)
        self._heads = {name: make_label("", "head") for name in ("badges", "consent", "print_as")}
        self._lay_out()
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on, name=name: self.wanted.emit(name))
        for purpose, box in self.consents.items():
            box.clicked.connect(lambda on, purpose=purpose: self.consent_wanted.emit(purpose, on))
        self.template_box.currentIndexChanged.connect(self._on_template)
        self.stock_box.currentIndexChanged.connect(self.design_changed)
        self.retranslate()

    @property
    def design(self) -> Design:
        """The template and the sheet that are chosen."""
        return str(self.template_box.currentData()), str(self.stock_box.currentData())

    def show_supplies(self, supplies: Supplies, design: Design) -> None:
        """Offer templates and sheets, and choose those used last."""
        self._supplies = supplies
        self._fill()
        for box, value in zip((self.template_box, self.stock_box), design, strict=True):
            box.setCurrentIndex(max(0, box.findData(value)))

    def show_card(self, card: Card, event: EventRecord) -> None:
        """Show a person; a question about somebody else is put away."""
        if self.card is None or self.card.person.id != card.person.id:
            self.question.hide()
        if self.card is None or self.card.person.badge != card.person.badge:
            self.show_picture(None)
        self.card, self._event = card, event
        self.retranslate()

    def show_picture(self, image: QImage | None) -> None:
        """Show the badge as it is printed."""
        ratio = self.devicePixelRatioF()
        if image is None:
            self._picture.setPixmap(QPixmap())
            return
        whole, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = QPixmap.fromImage(image.scaled(_PICTURE * ratio, whole, smooth))
        picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)

    def picture_px(self) -> int:
        """Return at how many pixels of its longer side the badge is painted."""
        return round(_PICTURE.height() * self.devicePixelRatioF() * 2)

    def focus_action(self) -> None:
        """Put the cursor on what is done most."""
        for name in ACTIONS:
            if not self.buttons[name].isHidden():
                self.buttons[name].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Go back to the search with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Put the picture below where there is no room beside, as with large texts."""
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE) + _PICTURE.width()
        self._across.setDirection(QHBoxLayout.Direction.LeftToRight if beside else QHBoxLayout.Direction.TopToBottom)

    def set_busy(self, *, busy: bool) -> None:
        """Switch the buttons off while something is done to the badge."""
        for button in self.buttons.values():
            button.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say everything again."""
        for name, head in self._heads.items():
            head.setText(say(f"desk.head_{name}"))
        self.opens_box.setText(say("desk.opens"))
        for box, key in ((self.template_box, "office.template"), (self.stock_box, "office.stock")):
            box.setAccessibleName(say(key))
        self._fill()
        if self.card is not None:
            self._say_person(self.card.person)
            self._say_actions(self.card)
            self.history.show_stories(self.card.stories)
            self._say_consents(self.card)

    def _say_person(self, person: Any) -> None:
        self._plate.show_role(person.role, self._event.role_words if self._event else {})
        self._given.setText(person.given_name or person.name)
        self._full.setText(person.name)
        self._full.setVisible(bool(person.given_name) and person.given_name != person.name)
        self._work.setText(join((local(person.job_title), local(person.organisation))))
        self._contact.setText(join((local(person.place) or country_name(person.country), person.email, person.phone)))
        for label in (self._work, self._contact):
            label.setVisible(bool(label.text()))
        photo = QPixmap()
        if self.card is not None and self.card.photo:
            photo.loadFromData(self.card.photo)
        self._photo.setVisible(not photo.isNull())
        if not photo.isNull():
            ratio = self.devicePixelRatioF()
            whole, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            photo = photo.scaled(_PHOTO * ratio, whole, smooth)
            photo.setDevicePixelRatio(ratio)
            self._photo.setPixmap(photo)

    def _say_actions(self, card: Card) -> None:
        person, badge = card.person, card.person.badge
        deleted, name, ink = person.deleted_at is not None, *badge_state(person)[:2]
        if card.is_stale:
            name, ink = "triangle-alert", "warn"
        self._state_icon.setPixmap(pixmap(name, tokens()[ink], 18, self.devicePixelRatioF()))
        self._state.setText(_state_words(card))
        shown = {
            "restore": deleted,
            "issue_print": not deleted and badge is None,
            "issue": not deleted and badge is None,
            "print": not deleted and badge is not None,
            "lost": not deleted and badge is not None,
            "revoke": badge is not None,
            "edit": not deleted,
            "erase": True,
        }
        for action, button in self.buttons.items():
            button.setVisible(shown[action])
            key = "print_again" if action == "print" and badge and badge.printed_at else action
            button.setText(say(f"desk.do_{key}"))
            if action in _ICONS:
                ink = "acct" if action in _PRIMARY else "text"
                button.setIcon(icon(_ICONS[action], ink, 15, GAP))
                button.setIconSize(QSize(15 + GAP, 15))
        self._picture.setVisible(badge is not None and not deleted)

    def _say_consents(self, card: Card) -> None:
        for purpose, box in self.consents.items():
            consent = card.consents.get(purpose)
            box.setText(say(f"desk.consent_{purpose}"))
            box.setChecked(consent is not None and consent.given)
            box.setEnabled(card.person.deleted_at is None)
            self._consent_states[purpose].setVisible(consent is not None)
            self._consent_states[purpose].setText(_consent_words(consent) if consent else "")
        others = [it for purpose, it in sorted(card.consents.items()) if purpose not in self.consents]
        self._others.setText("\n".join(f"{it.purpose}: {_consent_words(it)}" for it in others))
        self._others.setVisible(bool(others))

    def _fill(self) -> None:
        if self._supplies is None:
            return
        badges = [(local(it.name), it.id) for it in self._supplies.templates if it.kind == "badge"]
        _refill(self.template_box, badges)
        self._fill_stocks()

    def _fill_stocks(self) -> None:
        if self._supplies is None:
            return
        chosen = next((it for it in self._supplies.templates if it.id == self.template_box.currentData()), None)
        stocks = [
            (local(it.name), it.id)
            for it in self._supplies.stocks
            if chosen and it.takes(chosen.width_mm, chosen.height_mm)
        ]
        _refill(self.stock_box, stocks)

    def _on_template(self) -> None:
        self._fill_stocks()
        self.design_changed.emit()

    def _lay_out(self) -> None:
        for name in _PRIMARY:
            self.buttons[name].setProperty("kind", "primary")
        for name in ("edit", "erase"):
            self.buttons[name].setProperty("kind", "link")
        self._photo.setProperty("role", "thumb")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        body.setObjectName("deskcard")
        self._across = QHBoxLayout(body)
        self._across.setContentsMargins(20, 16, 20, 16)
        self._across.setSpacing(24)
        self._across.addLayout(self._left_column(), 1)
        self._across.addWidget(self._right_column(), 0, Qt.AlignmentFlag.AlignTop)
        area = scrolling(body)
        area.setObjectName("deskarea")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # texts may be set twice as large
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _left_column(self) -> QVBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(1)
        for label in (self._given, self._full, self._work, self._contact):
            names.addWidget(label)
        names.addStretch()
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for name in ACTIONS[:-2]:
            actions.addWidget(self.buttons[name])
        actions.addStretch()
        state.addWidget(self.buttons["edit"], 0, Qt.AlignmentFlag.AlignTop)
        consents = QVBoxLayout()
        consents.setSpacing(3)
        for purpose, box in self.consents.items():
            self._consent_states[purpose].setContentsMargins(20, 0, 0, 4)
            consents.addWidget(box)
            consents.addWidget(self._consent_states[purpose])
        consents.addWidget(self._others)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self._plate)
        column.addLayout(head)
        column.addLayout(state)
        column.addLayout(actions)
        column.addWidget(self.question)
        column.addSpacing(4)
        column.addWidget(self._heads["badges"])
        column.addWidget(self.history)
        column.addWidget(self._heads["consent"])
        column.addLayout(consents)
        column.addWidget(self.buttons["erase"], 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return column

    def _right_column(self) -> QWidget:
        side = QFrame()
        side.setFixedWidth(_PICTURE.width())
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._picture, self._heads["print_as"], self.template_box, self.stock_box, self.opens_box):
            column.addWidget(part)
        return side


def _state_words(card: Card) -> str:
    """Return what the live badge is worth, in a sentence."""
    badge = card.person.badge
    if card.person.deleted_at is not None:
        return say("desk.told_bin")
    if badge is None:
        return say("desk.told_none")
    number = spaced(badge.number)
    if badge.printed_at is None:
        return say("desk.told_unprinted", number=number)
    key = "desk.told_stale" if card.is_stale else "desk.told_good"
    return say(key, number=number, when=moment(badge.printed_at))


def _consent_words(consent: ConsentRecord) -> str:
    return say("desk.consent_given" if consent.given else "desk.consent_withdrawn", when=moment(consent.recorded_at))


def _refill(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Offer other things, keeping what was chosen."""
    kept = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(kept)))
    box.blockSignals(False)
