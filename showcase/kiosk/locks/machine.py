"""This machine, asked with what every system has: files, its own commands, and the C libraries that are there."""

import ctypes
import getpass
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from showcase.kiosk.locks.xserver import blanks_after, window_manager

_PATIENCE_S: Final = 3.0
_MOST_PARENTS: Final = 32


class ThisMachine:
    """See `showcase.kiosk.locks.finding.Machine`."""

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables of this process."""
        return os.environ

    def read(self, path: str) -> str | None:
        """Return a text file; None where it cannot be read."""
        try:
            return Path(path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None

    def files(self, folder: str) -> list[str]:
        """Return the paths of the files in a folder."""
        try:
            return sorted(str(path) for path in Path(folder).iterdir() if path.is_file())
        except OSError:
            return []

    def ask(self, *command: str) -> str | None:
        """Return what a command of the system says; None where it is missing, refuses or takes too long."""
        try:
            done = subprocess.run(  # noqa: S603 - names of the system's own commands, with our words
                command, capture_output=True, timeout=_PATIENCE_S, check=False, encoding="utf-8", errors="replace"
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        # "disabled" is an answer too, and systemctl gives it with another code than 0.
        return done.stdout if done.returncode == 0 or done.stdout.strip() else None

    def parents(self) -> list[list[str]]:
        """Return the command line of each process this one descends from, the nearest first."""
        found: list[list[str]] = []
        number = str(os.getppid())
        while number not in {"0", "1"} and len(found) < _MOST_PARENTS:
            words, stat = self.read(f"/proc/{number}/cmdline"), self.read(f"/proc/{number}/stat")
            if words is None or stat is None:
                break
            found.append([word for word in words.split("\0") if word])
            number = stat.rpartition(")")[2].split()[1]
        return found

    def account(self) -> str:
        """Return the name of the account this program runs under."""
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            return str(os.getuid()) if sys.platform != "win32" else "?"

    def groups(self) -> list[str] | None:
        """Return the groups of the account, "root" for the administrator; None where the system has no such thing."""
        if sys.platform == "win32":
            library: Any = ctypes.windll.shell32
            return ["administrators"] if library.IsUserAnAdmin() else []
        import grp

        names = ["root"] if os.geteuid() == 0 else []
        for number in os.getgroups():
            try:
                names.append(grp.getgrgid(number).gr_name)
            except KeyError:
                continue
        return names

    def window_manager(self) -> str | None:
        """Return the name of X11's window manager, "" for none; None where there is no X11 to ask."""
        return window_manager() if self.environment.get("DISPLAY") else None

    def blanks_after(self) -> int | None:
        """Return the seconds after which X11 blanks the screen, 0 for never; None where there is no X11 to ask."""
        return blanks_after() if self.environment.get("DISPLAY") else None

    def registry(self, root: str, path: str, name: str) -> str | None:
        """Return a value of the registry of Windows; None elsewhere and where it is missing."""
        if sys.platform == "win32":
            import winreg

            key = winreg.HKEY_LOCAL_MACHINE if root == "machine" else winreg.HKEY_CURRENT_USER
            try:
                with winreg.OpenKey(key, path) as opened:
                    return str(winreg.QueryValueEx(opened, name)[0])
            except OSError:
                return None
        return None

    def has_taskbar(self) -> bool | None:
        """Tell whether the desktop of Windows is there; None elsewhere."""
        if sys.platform == "win32":
            library: Any = ctypes.windll.user32
            return bool(library.FindWindowW("Shell_TrayWnd", None))
        return None
