"""The scanner as a whole: what it reads becomes a verdict, and the screen it is on says what else can be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.errors import UserError
from showcase.leads.kinds import Direction, Method, ReadingKind, StationKind, Verdict
from showcase.messages import LANGUAGES, sentence
from showcase.qt.tasks import Tasks
from showcase.qt.words import Words
from showcase.scanner.desk import Desk
from showcase.scanner.formedit import FormEdit
from showcase.scanner.leadlist import LeadList
from showcase.scanner.options import Options
from showcase.scanner.panel import Panel
from showcase.scanner.ready import Ready
from showcase.scanner.seeing import Seeing
from showcase.scanner.selfcheck import SelfCheck
from showcase.scanner.serialport import SerialPort
from showcase.scanner.sounds import Sounds
from showcase.scanner.work import Work

if TYPE_CHECKING:
    from showcase.leads.clock import Ticker
    from showcase.leads.records import Outcome
    from showcase.leads.wedge import Reading

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

PAGES: Final = ("ready", "verdict", "number", "leads", "lead", "test", "form", "failed")
_TICK_MS: Final = 1000


@QmlElement
class Scanner(QObject):
    """What QML is given.

    Args:
        path: the station's file.
        options: how it was started.
        ticker: the clocks, where they are not the machine's.

    Signals:
        stationChanged: scans are taken, or what judges them is there, or the file cannot be used.
        pageChanged: another page is shown.
        directionChanged: in or out.
        troubleChanged: something could not be saved, or can be again.
        saidChanged: a sentence for the person changed.
        lookChanged: light or dark, sound or none.
        clockChanged: the time on the screen is another minute.
        staffChanged: somebody else scans.
        wedgeChanged: the scanner that types is set up otherwise; a WedgeSetup.
        struck: a key that is not part of a code.
        broken: an exception that is a bug.
    """

    stationChanged = Signal()
    pageChanged = Signal()
    directionChanged = Signal()
    troubleChanged = Signal()
    saidChanged = Signal()
    lookChanged = Signal()
    clockChanged = Signal()
    staffChanged = Signal()
    wedgeChanged = Signal(object)
    struck = Signal(str)
    broken = Signal(object)

    def __init__(self, path: Path, options: Options, *, ticker: Ticker | None = None) -> None:
        super().__init__()
        self.options = options
        self._ticker = ticker
        self.words_ = Words(options.language)
        self.tasks = Tasks(self)
        self.tasks.broken.connect(self.broken)
        self.desk = Desk(path, self.tasks, practice=options.practice, ticker=ticker, parent=self)
        self.desk.ready.connect(self._on_ready)
        self.desk.loaded.connect(self._on_loaded)
        self.desk.refused.connect(self._on_refused)
        self.desk.saved.connect(self._on_saved)
        self.desk.unsaved.connect(self._on_unsaved)
        self.desk.wrong.connect(self._on_wrong)
        self.sounds = Sounds(self)
        self._page = "ready"
        self.way = Direction.IN
        self._trouble: UserError | None = None
        self._said: UserError | None = None
        self._time = ""
        self._dark = False
        self.ready_ = Ready(self)
        self.panel_ = Panel(self)
        self.work_ = Work(self)
        self.leads_ = LeadList(self)
        self.check_ = SelfCheck(self)
        self.form_ = FormEdit(self)
        self.seeing_ = Seeing(self)
        self.serial_ = SerialPort(self)
        self.serial_.read.connect(self.hear_serial)
        self.wedgeChanged.connect(self.serial_.take_setup)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Open the station; the first picture stands."""
        self.desk.open()
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        """Begin nothing more. What somebody typed is still noted."""
        self.work_.keep()
        self._timer.stop()
        self.seeing_.stop()
        self.serial_.close()

    def close(self) -> None:
        """Put everything away; the screen is gone."""
        self.stop()
        self.tasks.close()
        self.sounds.close()
        self.desk.close()

    @Slot(object)
    def hear(self, reading: Reading) -> None:
        """Take what a scanner typed."""
        if self._counts(reading):
            self.read(reading.text, Method.WEDGE, reading.faults)

    @Slot(object)
    def hear_serial(self, reading: Reading) -> None:
        """Take what a scanner at a serial port sent; it is asked for the next when this is judged."""
        if self._counts(reading):
            self.read(reading.text, Method.SERIAL, reading.faults, then=self.serial_.reader.go_on)
        else:
            self.serial_.reader.go_on()

    def _counts(self, reading: Reading) -> bool:
        """Tell whether a reading is judged: not the same again, and no test code where scanners are tested."""
        self.check_.received(reading)
        if reading.repeated and self._trouble is None:
            return False
        return self._page != "test" or reading.kind is not ReadingKind.TEST

    def read(
        self,
        text: str | bytes,
        method: Method,
        faults: Sequence[str] = (),
        *,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Judge and note what was read; the verdict is shown when it is on disk.

        Args:
            text: what was read.
            method: how.
            faults: of the scanner.
            then: called when the verdict is shown, or it is said that nothing could be noted.
        """
        self.work_.keep()
        direction, staff = self.way, self.desk.staff

        def show(outcome: Outcome) -> None:
            self.show(outcome)
            then()

        def fail(error: UserError) -> None:
            self._on_scan_failed(error)
            then()

        asked = self.desk.write(
            lambda capture: capture.read(text, method, direction=direction, staff=staff, faults=faults),  # type: ignore[arg-type]
            show,
            fail,
        )
        if asked is None:
            then()

    def show(self, outcome: Outcome) -> None:
        """Show a verdict; it takes the place of the one before."""
        self._set_said(None)
        self.panel_.show(outcome)
        self.work_.show(outcome.lead if outcome.verdict is not Verdict.OTHER_DOOR else None)
        self._go("verdict")
        self.sounds.play(self.panel_.sound)

    @Slot(str)
    def type(self, number: str) -> None:
        """Read the number that is printed on a badge."""
        self.read(number, Method.TYPED)

    @Slot("QVariantList")
    def drop(self, urls: Sequence[QUrl | str]) -> None:
        """Read the codes in picture files."""
        paths = [Path(url.toLocalFile() if isinstance(url, QUrl) else QUrl(url).toLocalFile()) for url in urls]
        self.seeing_.look_at_files(paths)

    @Slot()
    def paste(self) -> None:
        """Read the codes of a picture in the clipboard, or its text."""
        self.seeing_.look_at_clipboard()

    @Slot()
    def home(self) -> None:
        """Back to "ready"; what was typed is saved."""
        self.work_.keep()
        self._set_said(None)
        self._go("ready")

    @Slot(str)
    def open(self, page: str) -> None:
        """Show a page."""
        self.work_.keep()
        self._set_said(None)
        if page == "leads":
            self.leads_.load()
        elif page == "failed":
            self.leads_.load_failed()
        elif page == "form":
            self.form_.load()
        elif page == "test":
            self.check_.begin()
            self.serial_.look()
        self._go(page)

    @Slot(str)
    def openLead(self, subject: str) -> None:  # noqa: N802 - QML calls it
        """Work on a lead of the list, or of the last three."""

        def show(lead: object) -> None:
            if lead is not None:
                self.work_.show(lead)  # type: ignore[arg-type]
                self.panel_.show_lead(lead)  # type: ignore[arg-type]
                self._go("lead")

        self.desk.read(lambda capture: capture.lead(subject), show)

    @Slot()
    def undo(self) -> None:
        """Take back the last thing that was noted."""
        self.work_.undo()

    @Slot(str)
    def pass_(self, direction: str) -> None:
        """Let people in, or out, from now on."""
        if direction != self.way:
            self.way = Direction(direction)
            self.directionChanged.emit()

    @Slot()
    def handOver(self) -> None:  # noqa: N802 - QML calls it
        """Have the next of those who scan here scan; where nobody has said who does, ask."""
        staff = list(self.desk.settings.get("staff", []))
        if not staff:
            self.open("form")
            return
        now = self.desk.staff
        self.desk.remember(me=staff[(staff.index(now) + 1) % len(staff)] if now in staff else staff[0])
        self.staffChanged.emit()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Change the language where one is."""
        self.words_.use(language)
        self.desk.remember(language=language)

    @Slot(bool)
    def darken(self, dark: bool) -> None:
        """Light or dark."""
        self._dark = dark
        self.desk.remember(dark=dark)
        self.lookChanged.emit()

    @Slot(bool)
    def sound(self, on: bool) -> None:
        """With tones or without."""
        self.sounds.on = on
        self.desk.remember(sound=on)
        self.lookChanged.emit()

    @Slot()
    def retry(self) -> None:
        """Try again to open the station's file."""
        self.desk.open()

    def now(self) -> dt.datetime:
        """Return the time by the station's clock."""
        return self._ticker.now() if self._ticker else dt.datetime.now(dt.UTC)

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return a moment as the clocks at the event show it."""
        info = self.desk.info
        return moment.astimezone(ZoneInfo(info.event.time_zone if info else "Asia/Ho_Chi_Minh"))

    def languages(self) -> list[str]:
        """Return the languages to pick a text of the event in, that of the screen first."""
        info = self.desk.info
        return [self.words_.spoken, *(info.event.languages if info else ())]

    @Slot()
    def _on_ready(self) -> None:
        settings = self.desk.settings
        if settings.get("language") in LANGUAGES and not self.options.language:
            self.words_.use(settings["language"])
        self.sounds.on = settings.get("sound", True) is not False
        self._dark = settings.get("dark") is True
        self._trouble = None
        self.troubleChanged.emit()
        self.stationChanged.emit()
        self.staffChanged.emit()
        self.wedgeChanged.emit(self.check_.setup())
        self.lookChanged.emit()
        self.serial_.begin()
        if not self.options.blind:
            self.seeing_.begin()

    @Slot()
    def _on_loaded(self) -> None:
        self.stationChanged.emit()
        self.ready_.load()
        self.work_.learn()
        if not self.options.silent:
            self.sounds.begin()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._trouble = error
        self.troubleChanged.emit()
        self.stationChanged.emit()

    @Slot()
    def _on_saved(self) -> None:
        if self._trouble is not None:
            self._trouble = None
            self.troubleChanged.emit()
        self.ready_.load()

    @Slot(object)
    def _on_unsaved(self, error: UserError) -> None:
        self._trouble = error
        self.sounds.play("unsaved")
        self.troubleChanged.emit()

    @Slot(object)
    def _on_wrong(self, error: UserError) -> None:
        self._set_said(error)

    def _on_scan_failed(self, error: UserError) -> None:
        """The scan is on no disk, so there is no verdict: that is what fills the screen."""
        self._trouble = error
        self.panel_.show_unsaved()
        self.work_.show(None)
        self._go("verdict")
        self.sounds.play("unsaved")
        self.troubleChanged.emit()

    def _set_said(self, error: UserError | None) -> None:
        if error is not self._said:
            self._said = error
            self.saidChanged.emit()

    def _go(self, page: str) -> None:
        self._page = page
        self.pageChanged.emit()

    @Slot()
    def _tick(self) -> None:
        if self._page == "test":
            self.serial_.look()  # so that a scanner that is plugged in appears
        told = self.local(self.now()).strftime("%H:%M")
        if told != self._time:
            self._time = told
            self.clockChanged.emit()
            if self.desk.capture is not None:
                self.ready_.load()

    def _get_trouble(self) -> str:
        return sentence(self._trouble, self.words_.interface()) if self._trouble else ""

    def _get_said(self) -> str:
        return sentence(self._said, self.words_.interface()) if self._said else ""

    def is_door(self) -> bool:
        """Tell whether the station stands at a door."""
        return self.desk.info is not None and self.desk.info.kind is StationKind.DOOR

    words = Property(Words, lambda self: self.words_, constant=True)
    ready = Property(Ready, lambda self: self.ready_, constant=True)
    panel = Property(Panel, lambda self: self.panel_, constant=True)
    work = Property(Work, lambda self: self.work_, constant=True)
    leads = Property(LeadList, lambda self: self.leads_, constant=True)
    check = Property(SelfCheck, lambda self: self.check_, constant=True)
    form = Property(FormEdit, lambda self: self.form_, constant=True)
    seeing = Property(Seeing, lambda self: self.seeing_, constant=True)
    serial = Property(SerialPort, lambda self: self.serial_, constant=True)
    page = Property(str, lambda self: self._page, notify=pageChanged)
    opened = Property(bool, lambda self: self.desk.info is not None, notify=stationChanged)
    """Whether scans are taken."""
    loaded = Property(bool, lambda self: self.desk.capture is not None, notify=stationChanged)
    """Whether what judges them is there, so that there is time for what is not seen yet."""
    door = Property(bool, is_door, notify=stationChanged)
    direction = Property(str, lambda self: self.way.value, notify=directionChanged)
    trouble = Property(str, _get_trouble, notify=troubleChanged)
    """Why the last thing was not saved; "" when everything is."""
    said = Property(str, _get_said, notify=saidChanged)
    staff = Property(str, lambda self: self.desk.staff, notify=staffChanged)
    dark = Property(bool, lambda self: self._dark, notify=lookChanged)
    loud = Property(bool, lambda self: self.sounds.on, notify=lookChanged)
    clock = Property(str, lambda self: self._time, notify=clockChanged)
    practice = Property(bool, lambda self: self.options.practice, constant=True)
    still = Property(bool, lambda self: self.options.still, constant=True)
    pixelsPerMm = Property(float, lambda self: self.options.pixels_per_mm, constant=True)
