"""The serial scanner on the screen: which port it is at, how fast it speaks, and what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.scanner.model import Model
from showcase.scanner.ports import RATES, Choice, Port, list_ports
from showcase.scanner.serialreader import SerialReader

if TYPE_CHECKING:
    from showcase.leads.wedge import WedgeSetup
    from showcase.qt.tasks import Task
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SerialPort(Model):
    """The port that was chosen, and the others.

    Signals:
        changed: other ports, another choice, or another state.
        read: a Reading.
    """

    changed = Signal()
    read = Signal(object)

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._ports: list[Port] = []
        self._choice: Choice | None = None
        self._task: Task[Any] | None = None
        self.reader = SerialReader(self)
        self.reader.read.connect(self.read)
        self.reader.state_changed.connect(self.changed)

    def begin(self) -> None:
        """Open the port that was chosen before."""
        self._use(Choice.of(self.desk.settings.get("serial")))

    def close(self) -> None:
        """Leave the port alone for good."""
        self.reader.close()

    @Slot(object)
    def take_setup(self, setup: WedgeSetup) -> None:
        """Hear what the scanner puts before and behind each code."""
        self.reader.use(setup)

    @Slot()
    def look(self) -> None:
        """See which ports there are now."""
        if self._task is None:
            self._task = self.scanner.tasks.run(lambda _progress: list_ports(), self._on_ports, quiet=True)

    @Slot(str)
    def choose(self, device: str) -> None:
        """Read this port from now on; the one that is read already is left alone."""
        if self._choice is not None and device == self._choice.device:
            self._keep(None)
            return
        identity = next((port.identity for port in self._ports if port.device == device), "")
        self._keep(Choice(device, identity, self._choice.rate if self._choice else RATES[0]))

    @Slot()
    def nextRate(self) -> None:  # noqa: N802 - QML calls it
        """Read the same port with the next speed."""
        if self._choice is not None:
            rate = RATES[(RATES.index(self._choice.rate) + 1) % len(RATES)]
            self._keep(Choice(self._choice.device, self._choice.identity, rate))

    def _keep(self, choice: Choice | None) -> None:
        self.desk.remember(serial=choice.kept() if choice is not None else None)
        self._use(choice)

    def _use(self, choice: Choice | None) -> None:
        if choice != self._choice:
            self._choice = choice
            self.reader.choose(choice)
            self.changed.emit()

    def _on_ports(self, ports: list[Port]) -> None:
        self._task = None
        if ports != self._ports:
            self._ports = ports
            self.changed.emit()

    def _get_ports(self) -> list[dict[str, Any]]:
        """Return the ports that are there, and the chosen one where it is not."""
        chosen = self._choice
        rows = [{"device": port.device, "name": port.name, "on": self._is_chosen(port)} for port in self._ports]
        if chosen is not None and not any(row["on"] for row in rows):
            rows.append({"device": chosen.device, "name": chosen.device, "on": True})
        return rows

    def _is_chosen(self, port: Port) -> bool:
        chosen = self._choice
        if chosen is None:
            return False
        return port.identity == chosen.identity if chosen.identity else port.device == chosen.device

    def _get_name(self) -> str:
        return next((str(row["name"]) for row in self._get_ports() if row["on"]), "")

    def _get_sentence(self) -> str:
        state = self.reader.state
        if self._choice is None:
            return self.words.say("serial.off" if self._ports else "serial.none")
        return self.words.say(f"serial.{state}", port=self._get_name())

    def _get_trouble(self) -> str:
        fine = self._choice is None or self.reader.state in {"off", "opening", "open"}
        return "" if fine else self._get_sentence()

    def _get_brief(self) -> str:
        return self.words.say(f"serial.short_{self.reader.state}") if self._choice is not None else ""

    ports = Property(list, _get_ports, notify=changed)
    chosen = Property(bool, lambda self: self._choice is not None, notify=changed)
    state = Property(str, lambda self: self.reader.state, notify=changed)
    rate = Property(int, lambda self: self._choice.rate if self._choice else RATES[0], notify=changed)
    sentence = Property(str, _get_sentence, notify=changed)
    """What has become of the port, and what to do."""
    trouble = Property(str, _get_trouble, notify=changed)
    """The same where something is wrong, else ""."""
    brief = Property(str, _get_brief, notify=changed)
