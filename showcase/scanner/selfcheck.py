"""The one-minute test of a scanner: codes to scan, what arrived, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from showcase.leads.kinds import Fault
from showcase.leads.selftest import TEST_CODES, diagnose
from showcase.leads.wedge import WedgeSetup
from showcase.paths import documents_folder
from showcase.scanner.model import Model

if TYPE_CHECKING:
    from showcase.leads.wedge import Reading
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_OF_KEYS: Final = frozenset({Fault.NO_ENTER, Fault.DOUBLED, Fault.PREFIX, Fault.SUFFIX})


@QmlElement
class SelfCheck(Model):
    """What arrived of the test codes.

    Signals:
        changed: something arrived.
    """

    changed = Signal()

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._raw = ""
        self._passed: set[str] = set()
        self._faults: tuple[Fault, ...] = ()
        self._has_heard = False

    @Slot()
    def restart(self) -> None:
        """Begin anew."""
        self.begin()

    @Slot()
    def print(self) -> None:
        """Write the test page as a PDF into the person's documents and show it, for whoever has a printer."""
        path, language = documents_folder() / "showcase-scanner-test.pdf", self.words.interface()

        def write() -> None:
            from showcase.scanner.testpage import (
                write_test_page,
            )  # who paints loads long, and the screen waits for none

            write_test_page(path, language)

        def show(_none: None) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self.scanner.tasks.run(lambda _progress: write(), show, failed=self.desk.wrong.emit)

    @Slot(str, str)
    def typeAround(self, prefix: str, suffix: str) -> None:  # noqa: N802 - QML calls it
        """Take what the scanner puts before and behind each code."""
        self.desk.remember(prefix=prefix, suffix=suffix)
        self.scanner.wedgeChanged.emit(self.setup())

    def setup(self) -> WedgeSetup:
        """Return how the scanner types."""
        settings = self.desk.settings
        return WedgeSetup(prefix=str(settings.get("prefix", "")), suffix=str(settings.get("suffix", "")))

    def begin(self) -> None:
        """Forget what arrived before."""
        self._raw, self._passed, self._faults = "", set(), ()
        self.changed.emit()

    def received(self, reading: Reading) -> None:
        """Take what a scanner typed; a code that is of no test is shown as well."""
        setup = self.setup()
        arrived = reading.raw.removeprefix(setup.prefix).removesuffix(setup.suffix)
        found = diagnose(arrived)
        self._raw = reading.raw
        self._has_heard = True
        # A test code tells layouts and input methods apart; of the keys only what else there is.
        others = (fault for fault in reading.faults if not found.faults or fault in _OF_KEYS)
        self._faults = tuple(dict.fromkeys((*found.faults, *others)))
        if found.matches:
            self._passed |= {code.name for code in TEST_CODES if code.text == arrived}
        self.changed.emit()

    def _get_codes(self) -> list[dict[str, Any]]:
        return [
            {
                "name": code.name,
                "text": code.text,
                "proves": self.words.say(code.key),
                "passed": code.name in self._passed,
            }
            for code in TEST_CODES
        ]

    def _get_faults(self) -> list[dict[str, str]]:
        return [{"name": self.words.say(fault.key), "advice": self.words.say(fault.advice)} for fault in self._faults]

    def _get_verdict(self) -> str:
        if not self._raw:
            return self.words.say("scanner.test_waiting")
        if self._faults:
            return self.words.say("scanner.test_faults")
        if not self._passed:
            return self.words.say("scanner.test_other")
        whole = len(self._passed) == len(TEST_CODES)
        return self.words.say("scanner.test_passed" if whole else "scanner.test_halfway")

    prefix = Property(str, lambda self: self.setup().prefix, notify=changed)
    suffix = Property(str, lambda self: self.setup().suffix, notify=changed)
    heard = Property(bool, lambda self: self._has_heard, notify=changed)
    """Whether a scanner typed anything since the program began."""
    codes = Property(list, _get_codes, notify=changed)
    received_ = Property(str, lambda self: self._raw, notify=changed)
    faults = Property(list, _get_faults, notify=changed)
    verdict = Property(str, _get_verdict, notify=changed)
    passed = Property(bool, lambda self: len(self._passed) == len(TEST_CODES) and not self._faults, notify=changed)
