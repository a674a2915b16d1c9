"""Laying drawings under halls from the plan page: a file is chosen or dropped, read, laid, adjusted and taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from showcase.office.bars import works
from showcase.office.drawinghands import FILES
from showcase.paths import documents_folder
from showcase.qt.translate import say

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.catalogue.underlay import Underlay
    from showcase.errors import UserError
    from showcase.office.bars import Messages
    from showcase.office.desk import Desk
    from showcase.office.drawingpanel import DrawingPanel
    from showcase.office.plancanvas import PlanCanvas

_PIXELS: Final = 6_000_000
"""Of a drawing on the plan of the office: it is made faint anew while the slider moves."""
_SIDE: Final = 3_000


class Drawings(QObject):
    """The drawing under the hall that is shown, and what is done to it.

    Signals:
        active: whether the drawing is being adjusted.
        refused: an edit was refused: what is shown is to be read anew.
    """

    active = Signal(bool)
    refused = Signal(object)

    def __init__(self, desk: Desk, canvas: PlanCanvas, panel: DrawingPanel, messages: Messages) -> None:
        super().__init__(canvas)
        self._desk, self._canvas, self._panel, self._messages = desk, canvas, panel, messages
        self._hands = canvas.drawing
        self._hall: Any | None = None
        self._begins = False
        """A drawing was laid: it is adjusted as soon as it is read."""
        self._read = ""
        self._coming: Underlay | None = None
        """How it lies when what is being written is written: hands may be quicker than the disk."""
        self._writes = 0
        hands = self._hands
        hands.moved.connect(panel.show_drawing)
        hands.placed.connect(self.place)
        hands.pointed.connect(lambda: panel.show_points(hands.points))
        hands.ended.connect(self._on_escape)
        canvas.drawing_dropped.connect(self.take)
        panel.tried.connect(hands.show)
        panel.placed.connect(self.place)
        panel.fitted.connect(lambda: self._change(lambda it: it.fitted(canvas.hall_size)))
        panel.turned.connect(lambda: self._change(lambda it: it.turned()))
        panel.measuring.connect(self._on_measuring)
        panel.measured.connect(self._on_measured)
        panel.replaced.connect(self.ask)
        panel.removed.connect(self.remove)
        panel.done.connect(self.end)

    @property
    def underlay(self) -> Underlay | None:
        """The drawing under the hall, as it is kept or about to be."""
        return self._coming or (self._hall.underlay if self._hall is not None else None)

    def show_hall(self, hall: Any | None) -> None:
        """Show the drawing under a hall; another hall ends the adjusting."""
        other = hall is None or self._hall is None or hall.id != self._hall.id
        self._hall = hall
        if other or not self._writes:
            self._coming = None
        underlay = self.underlay
        self._hands.lay(underlay)
        if underlay is None or (other and not self._begins):
            self.end()
        if underlay is None:
            return
        self._panel.show_drawing(underlay)
        if underlay.sha256 != self._read:
            self._read = underlay.sha256
            self._desk.run(
                lambda app, _progress: _picture(app, underlay),
                lambda picture: self._on_picture(underlay, picture),
                failed=self._on_unread,
            )
        if self._begins:
            self._begins = False
            self.begin()

    def ask(self) -> None:
        """Ask for the file of a drawing and lay it under the hall."""
        kinds = f"{say('plan.drawing_files')} (*{' *'.join(FILES)})"
        name, _ = QFileDialog.getOpenFileName(self._canvas, say("plan.drawing_lay"), str(documents_folder()), kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Read a file and lay it under the hall that is shown."""
        hall = self._hall
        if hall is None:
            return
        self._messages.clear()
        task = self._desk.edits.lay_drawing(hall.id, path, self._on_laid, self._messages.show_error)
        works.begun.emit(task, lambda: say("plan.drawing_reading"))

    def begin(self) -> None:
        """Adjust the drawing."""
        if self.underlay is not None:
            self._set_active(on=True)
            self._canvas.setFocus()

    def end(self) -> None:
        """Go back to the booths."""
        if self._hands.active:
            self._panel.flush()
            self._set_active(on=False)

    def place(self, underlay: Underlay) -> None:
        """Lay the drawing so."""
        was = self.underlay
        if was is not None and self._hall is not None and underlay.fields() != was.fields():
            self._coming = underlay
            self._writes += 1
            self._hands.lay(underlay)
            self._panel.show_drawing(underlay)
            self._messages.clear()
            self._desk.edits.place_drawing(self._hall.id, underlay, was, self._on_written, self._on_refused)

    def remove(self) -> None:
        """Take the drawing away; undo brings it back."""
        if self._hall is not None:
            self._messages.clear()
            self._coming = None
            self._desk.edits.remove_drawing(self._hall.id, self.refused.emit)

    def _on_written(self, _none: None) -> None:
        self._writes -= 1

    def _on_refused(self, error: UserError) -> None:
        self._writes -= 1
        self._coming = None
        self.refused.emit(error)

    def _change(self, changed: Any) -> None:
        if self.underlay is not None:
            self.place(changed(self.underlay))

    def _set_active(self, *, on: bool) -> None:
        self._panel.measure.setChecked(False)
        self._hands.activate(on=on)
        self._canvas.refit()
        self.active.emit(on)

    def _on_laid(self, underlay: Underlay) -> None:
        """Adjust it at once, now or when it is read."""
        if self.underlay is not None and self.underlay.sha256 == underlay.sha256:
            self.begin()
        else:
            self._begins = True

    def _on_escape(self) -> None:
        """End the measuring, else the adjusting."""
        if self._panel.measure.isChecked():
            self._panel.measure.setChecked(False)
        else:
            self.end()

    def _on_measuring(self, on: bool) -> None:
        self._hands.measure(on=on)
        if on:
            self._canvas.setFocus()

    def _on_measured(self, metres: float) -> None:
        points = self._hands.points
        if len(points) == 2:
            one, two = points
            self._panel.measure.setChecked(False)
            self._change(lambda it: it.measured(one, two, metres))

    def _on_picture(self, underlay: Underlay, picture: QImage) -> None:
        if underlay.sha256 == self._read:
            self._hands.show_picture(underlay.sha256, picture)

    def _on_unread(self, error: UserError) -> None:
        self._read = ""
        self._messages.show_error(error)


def _picture(app: App, underlay: Underlay) -> QImage:
    """Return a drawing as a picture on white, as large as the plan of a window may be."""
    from showcase.catalogue.queries import get_media_blob
    from showcase.catalogue.vectors import MIME, read_svg
    from showcase.errors import InputError
    from showcase.printing.underlays import read_picture, svg_picture

    with app.reading() as session:
        data = get_media_blob(session, underlay.sha256)
    if data is None:
        raise InputError("ways.underlay_missing", name=underlay.name)
    if underlay.mime == MIME:
        return svg_picture(read_svg(data, underlay.name).data, _SIDE)
    return read_picture(data, _PIXELS, underlay.name)
