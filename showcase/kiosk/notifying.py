"""Tells systemd that the kiosk stands and that somebody looks after it (sd_notify(3)), without its library."""

import os
import socket
import sys
import time
from collections.abc import Mapping
from typing import Final

_OFTEN: Final = 3
"""Of the time within which systemd wants to hear something, one part of so many passes at most."""


class Notifier:
    """Speaks to the socket that systemd named; without one it says nothing.

    Args:
        environment: where systemd named it.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        within = environment.get("WATCHDOG_USEC", "")
        self._every_s = int(within) / 1_000_000 / _OFTEN if within.isdigit() else None
        self._told_at = float("-inf")

    def ready(self) -> None:
        """The first picture stands."""
        self._send("READY=1")

    def alive(self) -> None:
        """This process does its work; said as often as systemd wants to hear it."""
        now = time.monotonic()
        if self._every_s is not None and now - self._told_at >= self._every_s:
            self._told_at = now
            self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """It ends because it is to end."""
        self._send("STOPPING=1")

    def _send(self, words: str) -> None:
        if not self._address or sys.platform == "win32":
            return
        # A name that begins with @ is one that no file has.
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
            try:
                sender.sendto(words.encode(), address)
            except OSError:
                return  # systemd will find out by itself; a screen is not taken down for it
