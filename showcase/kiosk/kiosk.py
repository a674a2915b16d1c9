"""The kiosk as a whole: it invites, somebody comes, looks around, leaves or falls silent, and is forgotten."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.kiosk.attract import Attract
from showcase.kiosk.content import Content
from showcase.kiosk.countspage import CountsPage
from showcase.kiosk.drawings import Drawings
from showcase.kiosk.guide import Guide
from showcase.kiosk.idle import Idle, Phase, Place
from showcase.kiosk.keeping import Keeping
from showcase.kiosk.lastgood import LastGood, last_good_file, remembered
from showcase.kiosk.lockpage import LockPage
from showcase.kiosk.options import Options
from showcase.kiosk.pages import PAGES, Page, PageModel
from showcase.kiosk.settingup import SettingUp
from showcase.kiosk.staff import Staff
from showcase.kiosk.stand import Stand
from showcase.kiosk.visit import Visit
from showcase.kiosk.voice import Voice
from showcase.qt.tasks import Tasks
from showcase.qt.words import Words

if TYPE_CHECKING:
    from showcase.catalogue.glance import Glance
    from showcase.kiosk.keeping import Found
    from showcase.visits.setup import Setup

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_TICK_MS = 250
_VOICE_MS = 3000
"""After which the voice is looked for: the first pictures come first."""


@QmlElement
class Kiosk(QObject):
    """What QML is given.

    Args:
        path: the event file, None where there is none yet.
        options: how it was started.
        clock: seconds that only ever grow, for what is idle.
        now: the time of the day.

    Signals:
        visitChanged: another visit began.
        stateChanged: it invites, or serves.
        warningChanged: it warns, or the seconds left are others.
        clockChanged: the time on the screen is another minute.
        forgotten: a visit ended and nothing of it is left.
        broken: an exception that is a bug.
    """

    visitChanged = Signal()
    stateChanged = Signal()
    warningChanged = Signal()
    clockChanged = Signal()
    forgotten = Signal()
    broken = Signal(object)

    def __init__(
        self,
        path: Path | None,
        options: Options,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        super().__init__()
        self.options = options
        self.now = now
        self.words_ = Words(options.language)
        self._usual = self._started_with = self.words_.spoken
        self.tasks = Tasks(self)
        self.tasks.broken.connect(self.broken)
        self.content = Content(path, self.tasks, self, station=options.booth, clock=clock)
        self.content.glanced.connect(self._on_glanced)
        self.content.ready.connect(self._on_ready)
        self.keeping = Keeping(self.tasks, self)
        self.broken.connect(self._on_broken)
        self.keeping.found.connect(self._on_found)
        self.stand_ = Stand(options.booth, options.pixels_per_mm, self)
        self.guide = Guide(self.content, self.stand_, self)
        self.drawings = Drawings()
        self.stand_.take(remembered(path, options.booth))
        self.staff_ = Staff(self.keeping, self.words_, clock, self)
        self.staff_.entered.connect(self.end)
        self.staff_.gone.connect(self._on_staff_gone)
        self.voice_ = Voice(options.voice, self)
        self.voice_.ended.connect(self._on_read_out)
        self.setting_ = SettingUp(self)
        self.locks_ = LockPage(self)
        self.counts_ = CountsPage(self)
        self._idle = Idle(clock)
        self._is_awake = False
        self._left = 0
        self._parting: PageModel | None = None
        self._time = ""
        self.attract_ = Attract(self)
        self._visit = self._begin()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin to look after time and content; the first picture stands."""
        self._timer.start()
        self.content.look()
        self.tick()
        self.voice_.begin_in(_VOICE_MS)

    def stop(self) -> None:
        """Begin nothing more; the screen still stands."""
        self.staff_.cancel()
        self._timer.stop()

    def close(self) -> None:
        """Put everything away; the screen is gone."""
        self.stop()
        self.voice_.close()
        self._visit.close()
        self.tasks.close()
        self.keeping.close()
        self.content.close()

    @Slot()
    @Slot(str)
    def wake(self, language: str = "") -> None:
        """Somebody touched the screen while it invited: greet them in a language they chose or were shown."""
        if self._is_awake:
            return
        self.words_.use(language)
        self._is_awake = self.content.is_held = True
        self.keeping.begin(self.words_.spoken)
        self._visit.open("home")
        self.stateChanged.emit()

    @Slot()
    def touched(self) -> None:
        """Somebody is there. While it warns only an answer counts, so that "end now" can be touched."""
        self.staff_.touched()
        if self._idle.standing().phase is Phase.ACTIVE:
            self._idle.touch()

    @Slot()
    def stay(self) -> None:
        """The visitor is still there."""
        self._idle.touch()
        self.keeping.note("extend", language=self.words_.spoken)
        self.tick()

    @Slot()
    def end(self) -> None:
        """Forget the visit, as the visitor wishes, and invite again."""
        self._end("exit")

    def _end(self, how: str) -> None:
        if not self._is_awake:
            return
        self._is_awake = self.content.is_held = False
        self.voice_.hush()
        self.keeping.end(how, self.words_.spoken)
        self._idle.enter(Place.ATTRACT)
        self._set_left(0)
        former, self._visit = self._visit, self._begin()
        self.words_.use(self._usual)
        self.stateChanged.emit()
        self.visitChanged.emit()
        former.close()
        self.attract_.restart()
        self.forgotten.emit()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Change the language where the visitor is."""
        self.voice_.hush()
        self.words_.use(language)

    @Slot()
    def listen(self) -> None:
        """Read the page aloud, or be silent again. Who listens does not touch: that is waited for like a video."""
        shown = self._visit.shown
        if self.voice_.is_speaking:
            self.voice_.hush()
        elif shown is not None and (length_s := self.voice_.say(shown.aloud())):
            self._idle.enter(Place.VIDEO, video_s=length_s)

    @Slot()
    def _on_read_out(self) -> None:
        if self._is_awake and not self._left:
            self._idle.enter(Place(self._visit.tier))

    @Slot(float)
    def play(self, length_s: float) -> None:
        """A video of this length plays; 0 when it has ended."""
        if length_s > 0:
            self._idle.enter(Place.VIDEO, video_s=length_s)
        else:
            self._enter()

    @Slot()
    def tick(self) -> None:
        """Look at the time: warn, end, or renew what is shown."""
        self._tell_time()
        if not self._is_awake:
            self.content.look()
            return
        standing = self._idle.standing()
        if standing.phase is Phase.OVER:
            self._end("timeout")
        else:
            self._set_left(standing.seconds_left)

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return a moment as the clocks at the event show it."""
        from zoneinfo import ZoneInfo  # no clock is in the first picture

        zone = self.content.record.time_zone if self.content.record else "Asia/Ho_Chi_Minh"
        return moment.astimezone(ZoneInfo(zone))

    def is_awake(self) -> bool:
        """Tell whether somebody is there."""
        return self._is_awake

    def visiting(self) -> Visit:
        """Return the visit of now."""
        return self._visit

    def _begin(self) -> Visit:
        visit = Visit(self._make, self)
        visit.pageChanged.connect(self._enter)
        return visit

    @Slot()
    def _enter(self) -> None:
        """Give the page that is shown its time."""
        self.voice_.hush()
        if self._is_awake:
            self._idle.enter(Place(self._visit.tier))
            self.keeping.opened(*self._visit.place, self.words_.spoken)

    @Slot(object)
    def _on_broken(self, _error: object) -> None:
        self.keeping.note("error")

    def _make(self, page: Page, subject: str) -> PageModel:
        return page.make(self, subject)

    @Slot(object)
    def _on_glanced(self, seen: Glance) -> None:
        self.words_.learn(seen.event.languages)
        self._tell_time()

    @Slot()
    def _on_ready(self) -> None:
        event = self.content.record
        if event is not None:
            self.words_.learn(event.languages)
            self.keeping.open(event.id, self.options.booth, asks=self.options.asks)
            self._keep_last_good()
            self._tell_time()

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self.setting_.has_pin = found.has_pin
        self.take(found.setup)
        if found.is_new:
            self.staff_.enter_first()

    @Slot()
    def _on_staff_gone(self) -> None:
        """Staff may have read in another language; somebody new is spoken to as usual again."""
        self.words_.use(self._usual)

    def take(self, setup: Setup) -> None:
        """Stand as staff set it up, in the language they chose for somebody new."""
        self.stand_.take(setup)
        self._usual = setup.language or self._started_with
        if not self._is_awake and not self.staff_.is_inside:
            self.words_.use(self._usual)
        self._keep_last_good()
        self._tell_time()

    def _keep_last_good(self) -> None:
        """Write down what the screen needs that stands in for a kiosk which cannot be started."""
        path, event = self.content.path, self.content.record
        if path is None or event is None:
            return
        stand = self.stand_
        good = LastGood(
            dict(event.name),
            dict(event.place),
            event.base_url or "",
            stand.booth_code,
            stand.px_per_mm,
            stand.setup.turn,
        )
        file = last_good_file(path, self.options.booth)
        self.tasks.run(lambda _progress: good.keep(file), lambda _kept: None, quiet=True)

    def _tell_time(self) -> None:
        local = self.local(self.now())
        self.stand_.look_at(local.time())
        told = local.strftime("%H:%M")
        if told != self._time:
            self._time = told
            self.clockChanged.emit()

    def _set_left(self, left: int) -> None:
        if left == self._left:
            return
        former, self._left = self._parting, left
        if left:
            self.voice_.hush()
        if left and former is None and self._visit.entries():
            self._parting = PAGES["list"].make(self, "")
            self._parting.load()
        elif not left:
            self._parting = None
        self.warningChanged.emit()
        if former is not None and not left:
            former.close()

    def _get_visit(self) -> QObject:
        return self._visit

    def _get_parting(self) -> QObject | None:
        return self._parting

    visit = Property(Visit, _get_visit, notify=visitChanged)
    words = Property(Words, lambda self: self.words_, constant=True)
    attract = Property(Attract, lambda self: self.attract_, constant=True)
    staff = Property(Staff, lambda self: self.staff_, constant=True)
    awake = Property(bool, lambda self: self._is_awake, notify=stateChanged)
    warns = Property(bool, lambda self: self._left > 0, notify=warningChanged)
    left = Property(int, lambda self: self._left, notify=warningChanged)
    """Seconds until the visit ends, while it warns."""
    parting = Property(QObject, _get_parting, notify=warningChanged)
    """The short list, to be taken along before it is erased; None while nothing is, or nothing is on it."""
    clock = Property(str, lambda self: self._time, notify=clockChanged)
    stand = Property(Stand, lambda self: self.stand_, constant=True)
    setting = Property(SettingUp, lambda self: self.setting_, constant=True)
    locks = Property(LockPage, lambda self: self.locks_, constant=True)
    voice = Property(Voice, lambda self: self.voice_, constant=True)
    counts = Property(CountsPage, lambda self: self.counts_, constant=True)
    windowed = Property(bool, lambda self: self.options.windowed, constant=True)
    still = Property(bool, lambda self: self.options.still, constant=True)
