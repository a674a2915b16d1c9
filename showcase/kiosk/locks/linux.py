"""The locks of Linux: which session this is, which keys it keeps for itself, and what may come over the screen."""

import re
from typing import Final

from showcase.kiosk.locks.finding import Finding, Machine, State

_KIOSKS: Final = {"cage": "cage", "gnome-kiosk": "GNOME Kiosk"}
"""Programs that show one other program and nothing else."""
_ADMINISTRATORS: Final = {"root", "sudo", "wheel", "admin"}
_LED_AND_REPEAT: Final = 1 << 0x11 | 1 << 0x14
"""What tells a keyboard from a button that speaks like one (linux/input-event-codes.h)."""
_XORG: Final = "/etc/X11/xorg.conf.d"
_LOGINS: Final = ("/etc/gdm3/custom.conf", "/etc/gdm3/daemon.conf", "/etc/gdm/custom.conf", "/etc/lightdm/lightdm.conf")
_OPTION: Final = re.compile(r'^\s*Option\s+"DontVTSwitch"\s+"(on|true|yes|1)"', re.IGNORECASE | re.MULTILINE)
_AUTOMATIC: Final = re.compile(r"^\s*(?:AutomaticLogin|autologin-user)\s*=\s*(\S+)", re.MULTILINE)


def findings(machine: Machine) -> list[Finding]:
    """Return what can be found out here."""
    kiosk = _kiosk(machine)
    return [
        _session(machine, kiosk),
        _shortcuts(machine, kiosk),
        _terminals(machine, kiosk),
        _keyboard(machine),
        _blanking(machine, kiosk),
        _notifications(machine),
        _account(machine),
        _login(machine),
    ]


def _kiosk(machine: Machine) -> list[str]:
    """Return the command line of the kiosk compositor that this process runs in, empty for none."""
    for words in machine.parents():
        if words and words[0].rpartition("/")[2] in _KIOSKS:
            return words
    if "gnome-kiosk" in machine.environment.get("XDG_CURRENT_DESKTOP", "").casefold():
        return ["gnome-kiosk"]
    return []


def _name(kiosk: list[str]) -> str:
    return _KIOSKS[kiosk[0].rpartition("/")[2]]


def _desktop(machine: Machine) -> str:
    return machine.environment.get("XDG_CURRENT_DESKTOP") or machine.environment.get("XDG_SESSION_DESKTOP", "")


def _session(machine: Machine, kiosk: list[str]) -> Finding:
    if kiosk:
        return Finding("session", State.LOCKED, "session_kiosk", {"name": _name(kiosk)})
    manager = machine.window_manager() if not machine.environment.get("WAYLAND_DISPLAY") else None
    if name := _desktop(machine) or manager:
        return Finding("session", State.OPEN, "session_desktop", {"name": name})
    if manager == "":
        return Finding("session", State.LOCKED, "session_bare")
    return Finding("session", State.UNKNOWN, "session_unknown")


def _shortcuts(machine: Machine, kiosk: list[str]) -> Finding:
    session = _session(machine, kiosk)
    if session.state is State.LOCKED:
        return Finding("shortcuts", State.LOCKED, "shortcuts_none")
    if session.state is State.OPEN:
        return Finding("shortcuts", State.OPEN, "shortcuts_left", session.values)
    return Finding("shortcuts", State.UNKNOWN, "shortcuts_unknown")


def _terminals(machine: Machine, kiosk: list[str]) -> Finding:
    """See whether Ctrl+Alt+F2 leads to a login: cage has to be asked for it (-s), X11 to leave it out."""
    if kiosk and kiosk[0].rpartition("/")[2] == "cage":
        flags = [word for word in kiosk[1 : kiosk.index("--") if "--" in kiosk else None] if word.startswith("-")]
        allows = any("s" in flag for flag in flags)
        state, reason = (State.OPEN, "terminals_cage") if allows else (State.LOCKED, "terminals_off")
        return Finding("terminals", state, reason)
    if machine.window_manager() is None or machine.environment.get("WAYLAND_DISPLAY"):
        return Finding("terminals", State.UNKNOWN, "terminals_unknown")
    written = [machine.read(file) or "" for file in machine.files(_XORG)]
    if any(_OPTION.search(text) for text in written):
        return Finding("terminals", State.LOCKED, "terminals_off")
    return Finding("terminals", State.OPEN, "terminals_on")


def _keyboard(machine: Machine) -> Finding:
    listed = machine.read("/proc/bus/input/devices")
    if listed is None:
        return Finding("keyboard", State.UNKNOWN, "keyboard_unknown")
    for device in listed.split("\n\n"):
        events = re.search(r"^B: EV=([0-9a-f]+)", device, re.MULTILINE)
        if events and int(events[1], 16) & _LED_AND_REPEAT == _LED_AND_REPEAT:
            name = re.search(r'^N: Name="(.*)"', device, re.MULTILINE)
            return Finding("keyboard", State.OPEN, "keyboard_there", {"name": name[1] if name else "?"})
    return Finding("keyboard", State.LOCKED, "keyboard_none")


def _blanking(machine: Machine, kiosk: list[str]) -> Finding:
    if kiosk and kiosk[0].rpartition("/")[2] == "cage":
        return Finding("blanking", State.LOCKED, "blanking_off")
    after = machine.blanks_after() if not machine.environment.get("WAYLAND_DISPLAY") else None
    if after is None and (kiosk or "gnome" in _desktop(machine).casefold()):
        said = machine.ask("gsettings", "get", "org.gnome.desktop.session", "idle-delay") or ""
        number = said.rpartition(" ")[2].strip()
        after = int(number) if number.isdigit() else None
    if after is None:
        return Finding("blanking", State.UNKNOWN, "blanking_unknown")
    if after == 0:
        return Finding("blanking", State.LOCKED, "blanking_off")
    return Finding("blanking", State.OPEN, "blanking_on", {"n": max(1, round(after / 60))})


def _notifications(machine: Machine) -> Finding:
    """See whether anybody on the bus of the session would show a notification."""
    names = machine.ask("busctl", "--user", "--no-legend", "list")
    if names is None:
        return Finding("notifications", State.UNKNOWN, "notifications_unknown")
    if "org.freedesktop.Notifications" not in names:
        return Finding("notifications", State.LOCKED, "notifications_none")
    shown = machine.ask("gsettings", "get", "org.gnome.desktop.notifications", "show-banners") or ""
    if shown.strip() == "false" and "gnome" in _desktop(machine).casefold():
        return Finding("notifications", State.LOCKED, "notifications_off")
    return Finding("notifications", State.OPEN, "notifications_shown")


def _account(machine: Machine) -> Finding:
    groups = machine.groups()
    if groups is None:
        return Finding("account", State.UNKNOWN, "account_unknown")
    if _ADMINISTRATORS & set(groups):
        return Finding("account", State.OPEN, "account_mighty", {"name": machine.account()})
    return Finding("account", State.LOCKED, "account_plain", {"name": machine.account()})


def _login(machine: Machine) -> Finding:
    """See whether this account is logged in when the power comes back: by a login screen, or by a unit."""
    account = machine.account()
    read = [text for file in _LOGINS if (text := machine.read(file)) is not None]
    names = [name for text in read for name in _AUTOMATIC.findall(text)]
    unit = (machine.ask("systemctl", "is-enabled", "showcase-kiosk@tty1.service") or "").strip()
    if account in names or unit == "enabled":
        return Finding("login", State.LOCKED, "login_on", {"name": account})
    if not read and not unit:
        return Finding("login", State.UNKNOWN, "login_unknown")
    return Finding("login", State.OPEN, "login_off", {"name": account})
