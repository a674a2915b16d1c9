"""Serial ports: which there are, which one is meant, and what it means when one cannot be opened."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

RATES: Final = (9600, 19200, 38400, 57600, 115200)
"""Bits per second that scanners are set to; 9600 is what they come with. A USB port takes any of them."""
State = Literal["off", "opening", "open", "busy", "denied", "gone", "failed"]
_BUSY: Final = {errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK}
_GONE: Final = {errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.EIO, errno.EBADF}


@dataclass(frozen=True, slots=True)
class Port:
    """A port that is there. `identity` is that of the thing plugged in, "" where it tells none."""

    device: str
    name: str
    identity: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Which port a scanner is at, and how fast it speaks."""

    device: str
    identity: str = ""
    rate: int = RATES[0]

    @classmethod
    def of(cls, kept: object) -> Choice | None:
        """Return what was kept in the settings; None for nothing, or for what makes no sense."""
        if not isinstance(kept, Mapping) or not isinstance(kept.get("device"), str) or not kept["device"]:
            return None
        rate = kept.get("rate")
        return cls(kept["device"], str(kept.get("identity", "")), rate if rate in RATES else RATES[0])

    def kept(self) -> dict[str, Any]:
        """Return it for the settings."""
        return {"device": self.device, "identity": self.identity, "rate": self.rate}


def list_ports() -> list[Port]:
    """Return the ports of this computer, those of USB first; it may take a moment."""
    from serial.tools.list_ports import comports

    found = []
    for port in comports():
        is_usb = port.vid is not None
        told = port.description if port.description not in {"", "n/a", port.device, None} else ""
        identity = f"{port.vid:04x}:{port.pid:04x}:{port.serial_number or port.location or ''}" if is_usb else ""
        name = f"{told} ({Path(port.device).name})" if told and port.device not in told else told or port.device
        found.append((not is_usb, Port(port.device, name, identity)))
    return [port for _, port in sorted(found, key=lambda it: (it[0], it[1].device))]


def find_device(choice: Choice, ports: Sequence[Port]) -> str | None:
    """Return where the chosen port is now, None when it is nowhere.

    What is plugged in again may have another name, and its old one be that of something else.
    """
    if choice.identity:
        places = [port.device for port in ports if port.identity == choice.identity]
        return choice.device if choice.device in places else next(iter(places), None)
    is_there = choice.device in {port.device for port in ports} or (os.name == "posix" and Path(choice.device).exists())
    return choice.device if is_there else None


def state_of(error: BaseException) -> State:
    """Return what it means that a port cannot be opened or read."""
    code = _code_of(error)
    if code is None:
        # On Windows pyserial keeps the cause in its words alone; a port that is held is told as one without permission.
        return "busy" if "PermissionError" in str(error) else "gone"
    if code in _BUSY:
        return "busy"
    if code in {errno.EACCES, errno.EPERM}:
        return "denied"
    return "gone" if code in _GONE else "failed"


def _code_of(error: BaseException | None) -> int | None:
    """Return the number of the system's error, or of the one that pyserial wrapped; that of a terminal has it first."""
    if error is None:
        return None
    found = getattr(error, "errno", None) or next(iter(error.args), None)
    return found if isinstance(found, int) else _code_of(error.__context__)
