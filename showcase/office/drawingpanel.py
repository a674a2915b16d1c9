"""The panel that adjusts the drawing under a hall: where it lies, how large it is, how strong, and away with it."""

from __future__ import annotations

from dataclasses import replace
from math import dist
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from showcase.catalogue.underlay import FAINTEST, LEAST_M, STRONGEST
from showcase.office.labels import make_label
from showcase.office.planpanel import Metres
from showcase.qt.images import GAP, icon
from showcase.qt.translate import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from showcase.catalogue.underlay import Point, Underlay

_FARTHEST: Final = 10_000.0
_SAME_M: Final = 0.006
"""Boxes show hundredths of a metre: what differs by less is what they showed."""
_PAUSE_MS: Final = 400
"""After which the last of several steps of the slider is kept."""


class DrawingPanel(QScrollArea):
    """The panel. It keeps its controls when the drawing moves, so that the focus stays.

    Signals:
        tried: how the drawing would be.
        placed: how the drawing is to be.
        fitted, turned, replaced, removed, done: what was pressed.
        measuring: whether two points are being set.
        measured: how many metres the two points are apart.
    """

    tried = Signal(object)
    placed = Signal(object)
    fitted = Signal()
    turned = Signal()
    replaced = Signal()
    removed = Signal()
    done = Signal()
    measuring = Signal(bool)
    measured = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("planpanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumWidth(240)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._underlay: Underlay | None = None
        self._title, self._name, self._hint = make_label("", "lead"), make_label("", "sub"), make_label("", "sub")
        self.fit, self.turn = QPushButton(), QPushButton()
        self.from_left, self.from_top = _Offset(), _Offset()
        self.wide, self.deep = _Side(), _Side()
        self.measure, self._ask = QPushButton(), make_label("", "sub")
        self.apart, self.apply = _Side(), QPushButton()
        self._apart_label = make_label("", "label")
        self.strength, self._strength_label, self._share = QSlider(Qt.Orientation.Horizontal), QLabel(), QLabel()
        self.replace_, self.remove, self.done_ = QPushButton(), QPushButton(), QPushButton()
        self._sides: Sequence[_Side] = (self.from_left, self.from_top, self.wide, self.deep)
        self._labels = [QLabel() for _ in self._sides]
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self.flush)
        self._faded: Underlay | None = None
        self._lay_out()
        self._connect()
        self.show_points(())
        self.retranslate()

    def show_drawing(self, underlay: Underlay) -> None:
        """Show where a drawing lies; a value that is being typed stays."""
        self._underlay = underlay
        self._name.setText(underlay.name)
        rect = underlay.rect
        for box, value in zip(self._sides, (rect.x, rect.y, rect.width, rect.depth), strict=True):
            if not (box.hasFocus() and box.lineEdit().isModified()):
                box.setValue(value)
        if self._faded is None:
            self.strength.blockSignals(True)  # it is shown, nobody moved it
            self.strength.setValue(round(100 * underlay.strength))
            self.strength.blockSignals(False)
        self._share.setText(f"{self.strength.value()}\u00a0%")

    def show_points(self, points: Sequence[Point]) -> None:
        """Show how far measuring has come: no point, one, or two that are so far apart on the drawing."""
        on = self.measure.isChecked()
        self._ask.setVisible(on and len(points) < 2)
        self._ask.setText(say("plan.drawing_second") if points else say("plan.drawing_first"))
        for part in (self._apart_label, self.apart, self.apply):
            part.setVisible(on and len(points) == 2)
        if len(points) == 2:
            self.apart.setValue(dist(*points))
            self.apart.setFocus()
            self.apart.selectAll()

    def flush(self) -> None:
        """Keep how strong it was made."""
        self._later.stop()
        if self._faded is not None:
            faded, self._faded = self._faded, None
            self.placed.emit(faded)

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("plan.drawing"))
        self._hint.setText(say("plan.drawing_hint"))
        texts = (say("plan.drawing_left"), say("plan.drawing_top"), say("ways.width"), say("ways.depth"))
        for label, box, text in zip(self._labels, self._sides, texts, strict=True):
            label.setText(text)
            box.call(text)
        self.fit.setText(say("plan.drawing_fit"))
        self.turn.setIcon(icon("rotate-cw-square", size=16))
        self.turn.setToolTip(say("plan.drawing_turn"))
        self.turn.setAccessibleName(say("plan.drawing_turn"))
        self.measure.setText(say("plan.drawing_measure"))
        self.measure.setIcon(icon("ruler-dimension-line", size=16, gap=GAP))
        self.measure.setIconSize(QSize(16 + GAP, 16))
        self._apart_label.setText(say("plan.drawing_apart"))
        self.apart.call(say("plan.drawing_apart"))
        self.apply.setText(say("plan.drawing_apply"))
        self._strength_label.setText(say("plan.drawing_strength"))
        self.strength.setAccessibleName(say("plan.drawing_strength"))
        self._share.setText(f"{number(self.strength.value())}\u00a0%")
        self.replace_.setText(say("plan.drawing_replace"))
        self.remove.setText(say("plan.drawing_remove"))
        self.done_.setText(say("plan.drawing_done"))

    def _connect(self) -> None:
        for button, signal in (
            (self.fit, self.fitted),
            (self.turn, self.turned),
            (self.replace_, self.replaced),
            (self.remove, self.removed),
            (self.done_, self.done),
        ):
            button.clicked.connect(lambda _on=False, it=signal: it.emit())
        self.measure.toggled.connect(self._on_measure)
        self.apply.clicked.connect(lambda: self.measured.emit(self.apart.value()))
        self.apart.lineEdit().returnPressed.connect(lambda: self.measured.emit(self.apart.value()))
        self.strength.valueChanged.connect(self._on_strength)
        self.strength.sliderReleased.connect(self.flush)
        for box in (self.from_left, self.from_top, self.wide):
            box.editingFinished.connect(self._on_typed)
        self.deep.editingFinished.connect(self._on_depth)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("form")
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(5)
        for part in (self._title, self._name, self._hint):
            column.addWidget(part)
        column.addSpacing(6)
        self.done_.setProperty("kind", "primary")
        self.measure.setCheckable(True)
        self.strength.setRange(round(100 * FAINTEST), round(100 * STRONGEST))
        self.strength.setPageStep(5)
        column.addLayout(_row(self.fit, self.turn))
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setVerticalSpacing(2)
        for place, (label, box) in enumerate(zip(self._labels, self._sides, strict=True)):
            label.setProperty("role", "label")
            row, at = divmod(place, 2)
            grid.addWidget(label, 2 * row, at)
            grid.addWidget(box, 2 * row + 1, at)
        column.addLayout(grid)
        column.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._ask, self._apart_label):
            column.addWidget(part)
        measured = _row(self.apart, self.apply)
        measured.setStretchFactor(self.apart, 1)
        column.addLayout(measured)
        column.addSpacing(6)
        self._strength_label.setProperty("role", "label")
        self._share.setProperty("role", "label")
        strength = QHBoxLayout()
        strength.addWidget(self._strength_label, 1)
        strength.addWidget(self._share)
        column.addLayout(strength)
        column.addWidget(self.strength)
        column.addSpacing(10)
        column.addLayout(_row(self.replace_, self.remove))
        column.addWidget(self.done_, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.setWidget(inner)

    def _on_measure(self, on: bool) -> None:
        self.measuring.emit(on)
        self.show_points(())

    def _on_strength(self, share: int) -> None:
        if self._underlay is not None:
            self._faded = replace(self._underlay, strength=share / 100)
            self._share.setText(f"{number(share)}\u00a0%")
            self.tried.emit(self._faded)
            if not self.strength.isSliderDown():
                self._later.start()

    def _on_typed(self) -> None:
        self._place(lambda it: it.at(self.from_left.value(), self.from_top.value(), self.wide.value()))

    def _on_depth(self) -> None:
        self._place(lambda it: it.at(it.rect.x, it.rect.y, self.deep.value() * it.rect.width / it.rect.depth))

    def _place(self, placed: Callable[[Underlay], Underlay]) -> None:
        """Lay the drawing as was typed, if that is elsewhere."""
        if self._underlay is None:
            return
        wanted, was = placed(self._underlay), self._underlay.rect
        pairs = zip((wanted.rect.x, wanted.rect.y, wanted.rect.width), (was.x, was.y, was.width), strict=True)
        if any(abs(one - other) > _SAME_M for one, other in pairs):
            self.placed.emit(wanted)


class _Side(Metres):
    """A side of the drawing in metres."""

    def __init__(self) -> None:
        super().__init__(None, "")
        self.setSpecialValueText("")
        self.setRange(LEAST_M, _FARTHEST)

    def call(self, name: str) -> None:
        """Say what it is for whoever hears it."""
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)


class _Offset(_Side):
    """Metres from a corner of the hall, in either direction."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(-_FARTHEST, _FARTHEST)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
