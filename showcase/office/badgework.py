"""What the desk does to badges: one thing at a time, with the passphrase where it is needed; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from showcase.errors import PassphraseError, UserError
from showcase.office import deskjobs, jobs
from showcase.office.bars import Messages, ProgressPanel
from showcase.office.desk import Desk
from showcase.office.deskjobs import Design, Printed, WalkIn
from showcase.office.listings import spaced
from showcase.office.passphrase import PassphrasePanel, Text
from showcase.office.signing import KeyState, key_state
from showcase.qt.tasks import Task
from showcase.qt.translate import explain, interface, say

if TYPE_CHECKING:
    from pathlib import Path

    from showcase.erasure.records import ErasureRecord
    from showcase.people.records import BadgeRecord, PersonRecord

Failed = Callable[[UserError], object]


class BadgeWork(QObject):
    """The work of one desk, told in the messages and progress of its page.

    Args:
        desk: the open event.
        messages: where it is said what came of it.
        progress: where it is shown how far it is.
        panel: asks for the passphrase where it is not known.
        design: the template and sheet to print with.

    Signals:
        busy: something is begun or ended.
        touched: (id of a person, whether they are to be shown); their card is another now.
        walked_in: the badge of the person of the form, who was added.
        walk_in_refused: why they were not.
        printed: a badge is in its file.
        done: what was asked for is done; the next person may come.
    """

    busy = Signal(bool)
    touched = Signal(object, bool)
    walked_in = Signal(object)
    walk_in_refused = Signal(object)
    printed = Signal(object)
    done = Signal()

    def __init__(
        self,
        desk: Desk,
        messages: Messages,
        progress: ProgressPanel,
        panel: PassphrasePanel,
        design: Callable[[], Design],
    ) -> None:
        super().__init__(panel)
        self._desk, self._messages, self._progress, self._panel, self._design = desk, messages, progress, panel, design
        self._task: Task[Any] | None = None
        self._pending: Callable[[str], object] | None = None
        self._what: Text = str
        panel.answered.connect(self._answer)
        panel.left.connect(self._forget)

    @property
    def is_busy(self) -> bool:
        """Tell whether something is under way."""
        return self._task is not None

    def drop(self) -> None:
        """Forget what waits for the passphrase, as another event is open now."""
        self._put_panel_away()

    def issue(self, person: PersonRecord, *, prints: bool) -> None:
        """Issue a badge to somebody, and print it."""
        self._with_passphrase(
            lambda typed: self._do(
                lambda app, _progress: deskjobs.issue(app, person.id, typed),
                lambda badge: self._on_badge(badge, prints=prints),
                lambda: say("office.issuing"),
                lambda error: self._refuse(error, person),
            ),
            lambda: say("desk.ask_issue", name=person.name),
        )

    def reissue(self, person: PersonRecord, badge: BadgeRecord, reason: str) -> None:
        """Issue a new badge in place of one, and print it."""
        self._with_passphrase(
            lambda typed: self._do(
                lambda app, _progress: deskjobs.reissue(app, badge.id, reason, typed),
                lambda new: self._on_badge(new, prints=True),
                lambda: say("office.issuing"),
                lambda error: self._refuse(error, person),
            ),
            lambda: say("desk.ask_reissue", name=person.name),
        )

    def revoke(self, badge: BadgeRecord, reason: str) -> None:
        """Make a badge worthless."""

        def done(_badge: BadgeRecord) -> None:
            self._messages.show_text("good", lambda: say("desk.done_revoked", number=spaced(badge.number)))
            self.touched.emit(badge.person_id, False)
            self.done.emit()

        def refused(error: UserError) -> None:
            self._messages.show_error(error)
            self.touched.emit(badge.person_id, False)

        self._do(
            lambda app, _progress: deskjobs.revoke(app, badge.id, reason), done, lambda: say("desk.revoking"), refused
        )

    def print_badge(self, badge: BadgeRecord) -> None:
        """Print a badge into a file of its own."""
        design = self._design()

        def refused(error: UserError) -> None:
            told = spaced(badge.number)
            self._messages.show_text("error", lambda: say("desk.not_printed", number=told, why=explain(error)))
            self.touched.emit(badge.person_id, False)

        self._do(
            lambda app, progress: deskjobs.print_badge(app, badge, design, progress),
            self._on_printed,
            lambda: say("desk.printing", number=spaced(badge.number)),
            refused,
        )

    def add_walk_in(self, it: WalkIn, *, same_allowed: bool) -> None:
        """Add somebody, issue their badge and print it."""
        language = interface.language
        self._with_passphrase(
            lambda typed: self._do(
                lambda app, _progress: deskjobs.add_walk_in(app, it, typed, language, same_allowed=same_allowed),
                self._on_walked_in,
                lambda: say("office.issuing"),
                self.walk_in_refused.emit,
            ),
            lambda: say("desk.ask_issue", name=f"{it.given_name} {it.family_name}".strip()),
        )

    def issue_all(self, n: int) -> None:
        """Issue a badge to everyone who has none; cancelled, nobody gets one."""
        self._with_passphrase(
            lambda typed: self._do(
                lambda app, progress: jobs.issue(app, typed, progress),
                self._on_issued_all,
                lambda: say("office.issuing"),
                self._messages.show_error,
            ),
            lambda: say("desk.issue_ask", n=n),
        )

    def erase_with_stations(
        self, person: PersonRecord, stations: Sequence[Path], erased: Callable[[ErasureRecord], object]
    ) -> None:
        """Erase somebody in files of stations too: they are given a list that is signed."""
        self._with_passphrase(
            lambda typed: self._do(
                lambda app, progress: deskjobs.erase_with_stations(app, person.id, stations, typed, progress),
                erased,
                lambda: say("erasure.erasing"),
                lambda error: self._refuse(error, person),
            ),
            lambda: say("erasure.ask_passphrase", name=person.name),
        )

    def _refuse(self, error: UserError, person: PersonRecord) -> None:
        self._messages.show_error(error)
        self.touched.emit(person.id, False)

    def _on_badge(self, badge: BadgeRecord, *, prints: bool) -> None:
        self.touched.emit(badge.person_id, True)
        if prints:
            self.print_badge(badge)
        else:
            self._messages.show_text("good", lambda: say("desk.done_issued", number=spaced(badge.number)))
            self.done.emit()

    def _on_walked_in(self, badge: BadgeRecord) -> None:
        self.walked_in.emit(badge)
        self._on_badge(badge, prints=True)

    def _on_printed(self, printed: Printed) -> None:
        url, folder = (QUrl.fromLocalFile(str(path)) for path in (printed.file, printed.file.parent))
        self._messages.show_text(
            "good",
            lambda: say("desk.done_printed", number=spaced(printed.badge.number), file=printed.file.name),
            ("office.open_file", lambda: QDesktopServices.openUrl(url)),
            ("office.open_folder", lambda: QDesktopServices.openUrl(folder)),
        )
        self.touched.emit(printed.badge.person_id, False)
        self.printed.emit(printed)
        self.done.emit()

    def _on_issued_all(self, n: int) -> None:
        self._messages.show_text(
            "good",
            lambda: say("office.issued", n=n),
            ("desk.print_them", lambda: self._desk.wanted.emit("printing?badges:unprinted")),
        )

    def _with_passphrase(self, pending: Callable[[str], object], what: Text) -> None:
        """Do what needs the passphrase: at once where it is known, else when it was typed."""
        self._pending, self._what = pending, what
        self._desk.run(lambda app, _progress: key_state(app), self._on_key_state)

    def _on_key_state(self, state: KeyState) -> None:
        if state.is_known:
            self._answer("")
        elif self._pending is not None:
            self._panel.ask(self._what, lambda: say("desk.go_on"), state)

    def _answer(self, typed: str) -> None:
        if self._pending is not None:
            self._pending(typed)

    def _forget(self) -> None:
        self._pending = None

    def _do(self, work: Callable[..., Any], answer: Callable[[Any], object], text: Text, failed: Failed) -> None:
        """Do one thing at a time in the lane that writes, and say what came of it."""
        if self._task is not None:
            return
        self._messages.clear()
        task = self._task = self._desk.run(
            work,
            lambda result: self._on_done(result, answer),
            lane="write",
            failed=lambda it: self._on_failed(it, failed),
        )
        task.stopped.connect(self._on_stopped)
        task.ended.connect(lambda: self._on_ended(task))
        self._progress.follow(task, text)
        self.busy.emit(True)

    def _on_done(self, result: Any, answer: Callable[[Any], object]) -> None:
        self._task = None
        self._put_panel_away()
        answer(result)

    def _on_failed(self, error: UserError, failed: Failed) -> None:
        self._task = None
        if isinstance(error, PassphraseError):
            self._desk.run(lambda app, _progress: key_state(app), lambda state: self._ask_again(state, error))
        else:
            self._put_panel_away()
            failed(error)

    def _ask_again(self, state: KeyState, error: PassphraseError) -> None:
        state = KeyState(is_known=False, is_new=state.is_new)
        self._panel.ask(self._what, lambda: say("desk.go_on"), state, error)

    def _put_panel_away(self) -> None:
        self._forget()
        self._panel.clear()
        self._panel.hide()

    def _on_stopped(self) -> None:
        self._messages.show_text("warn", lambda: say("app.cancelled"))

    def _on_ended(self, task: Task[Any]) -> None:
        if self._task is task:
            self._task = None
        self.busy.emit(self.is_busy)
