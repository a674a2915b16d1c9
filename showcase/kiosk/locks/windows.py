"""The locks of Windows: shell, keyboard filter, edges of the screen, and what may come over it."""

from typing import Final

from showcase.kiosk.locks.finding import Finding, Machine, State

_WINLOGON: Final = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon"
_STICKY: Final = r"Control Panel\Accessibility\StickyKeys"
_EDGES: Final = r"SOFTWARE\Policies\Microsoft\Windows\EdgeUI"
_TOASTS: Final = r"SOFTWARE\Microsoft\Windows\CurrentVersion\PushNotifications"
_SAVER: Final = r"Control Panel\Desktop"
_HOTKEY: Final = 0x4
"""SKF_HOTKEYACTIVE: five times Shift opens a dialog, and behind it the desktop."""


def findings(machine: Machine) -> list[Finding]:
    """Return what can be found out here."""
    return [
        _session(machine),
        _shortcuts(machine),
        _sticky(machine),
        _edges(machine),
        Finding("keyboard", State.UNKNOWN, "keyboard_unknown"),
        _blanking(machine),
        _notifications(machine),
        _account(machine),
        _login(machine),
    ]


def _session(machine: Machine) -> Finding:
    taskbar = machine.has_taskbar()
    if taskbar is None:
        return Finding("session", State.UNKNOWN, "session_unknown")
    if taskbar:
        return Finding("session", State.OPEN, "session_desktop", {"name": "Windows"})
    return Finding("session", State.LOCKED, "session_bare")


def _shortcuts(machine: Machine) -> Finding:
    said = machine.ask("sc", "query", "MsKeyboardFilter")
    if said is None:
        return Finding("shortcuts", State.OPEN, "shortcuts_left", {"name": "Windows"})
    if "RUNNING" in said:
        return Finding("shortcuts", State.LOCKED, "shortcuts_filter")
    return Finding("shortcuts", State.OPEN, "shortcuts_filter_off")


def _sticky(machine: Machine) -> Finding:
    flags = machine.registry("user", _STICKY, "Flags") or ""
    if not flags.isdigit():
        return Finding("sticky", State.UNKNOWN, "sticky_unknown")
    if int(flags) & _HOTKEY:
        return Finding("sticky", State.OPEN, "sticky_on")
    return Finding("sticky", State.LOCKED, "sticky_off")


def _edges(machine: Machine) -> Finding:
    if machine.registry("machine", _EDGES, "AllowEdgeSwipe") == "0":
        return Finding("edges", State.LOCKED, "edges_off")
    if machine.has_taskbar() is False:
        return Finding("edges", State.UNKNOWN, "edges_unknown")
    return Finding("edges", State.OPEN, "edges_on")


def _blanking(machine: Machine) -> Finding:
    """See whether a screen saver is on; when the screen itself goes off is for somebody to look at."""
    if machine.registry("user", _SAVER, "ScreenSaveActive") == "1" and machine.registry("user", _SAVER, "SCRNSAVE.EXE"):
        seconds = machine.registry("user", _SAVER, "ScreenSaveTimeOut") or ""
        return Finding("blanking", State.OPEN, "blanking_on", {"n": max(1, round(int(seconds or 0) / 60))})
    return Finding("blanking", State.UNKNOWN, "blanking_unknown")


def _notifications(machine: Machine) -> Finding:
    shown = machine.registry("user", _TOASTS, "ToastEnabled")
    if shown == "0":
        return Finding("notifications", State.LOCKED, "notifications_off")
    return Finding("notifications", State.OPEN, "notifications_shown")


def _account(machine: Machine) -> Finding:
    groups = machine.groups()
    if groups is None:
        return Finding("account", State.UNKNOWN, "account_unknown")
    if groups:
        return Finding("account", State.OPEN, "account_mighty", {"name": machine.account()})
    return Finding("account", State.LOCKED, "account_plain", {"name": machine.account()})


def _login(machine: Machine) -> Finding:
    is_on = machine.registry("machine", _WINLOGON, "AutoAdminLogon") == "1"
    name = machine.registry("machine", _WINLOGON, "DefaultUserName") or ""
    account = machine.account()
    if is_on and name.casefold() == account.casefold():
        return Finding("login", State.LOCKED, "login_on", {"name": account})
    return Finding("login", State.OPEN, "login_off", {"name": account})
