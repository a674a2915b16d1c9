"""What holds for every test: no screen, nothing of the person's own, nothing left running, no unexpected log."""

import gc
import logging
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.fixtures_database",
    "tests.fixtures_kiosk",
    "tests.fixtures_scanner",
    "tests.fixtures_site",
    "tests.fixtures_spooler",
]

_HOME_FOLDERS: Final = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_DOCUMENTS_DIR": "Documents",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}
_PATIENCE_S: Final = 5.0
"""How long something that is ending may take, on a busy machine."""


def _home_variables(home: Path) -> dict[str, str]:
    return {name: str(home / folder) for name, folder in _HOME_FOLDERS.items()}


def _prepare_process() -> Path:
    """Set what Qt and keyring read once, before any test module is imported."""
    home = Path(tempfile.mkdtemp(prefix="showcase-tests-"))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.update(_home_variables(home), XDG_RUNTIME_DIR=str(runtime))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    for name in [name for name in os.environ if name.startswith("SHOWCASE_")]:
        del os.environ[name]
    os.environ["SHOWCASE_LANGUAGE"] = "en"
    return home


_session_home = _prepare_process()

# Examples stay random; a machine that is shared or slow makes no test fail by its clock.
_desk = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=False)
settings.register_profile("desk", _desk)
settings.register_profile("fewer", _desk, max_examples=25, print_blob=True, database=None)
settings.register_profile("long", _desk, max_examples=1000)
settings.load_profile("fewer" if os.environ.get("CI") else "desk")


def pytest_xdist_auto_num_workers() -> int:
    """Use two processes for each core: half of the time a test of a window waits for a clock."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """Spare what was imported from every later search through all objects: it is half of them, and it stays."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Remove the home folder of the session."""
    shutil.rmtree(_session_home, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home folder, so that it finds no settings or caches of another."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in _home_variables(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture(scope="session", autouse=True)
def application(request: pytest.FixtureRequest) -> None:
    """Make the application of the windows first: a process has one, and printing would make one without windows."""
    if any("qtbot" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("qapp")


class _Collector(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.lines.append(f"{record.name} {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which a warning or worse was logged, unless it asks for `caplog` and looks itself."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.lines and "caplog" not in request.fixturenames:
        pytest.fail("logged without being expected:\n" + "\n".join(collector.lines))


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process, a running timer or a visible window behind."""
    threads, children = set(threading.enumerate()), _children()
    uses_qt = bool({"qapp", "qtbot"} & set(request.fixturenames))
    busy = _busy_qt_objects() if uses_qt else set()
    yield
    left = _wait_until_none(lambda: _threads(threads))
    left += _wait_until_none(lambda: sorted(_children() - children))
    if uses_qt:
        left += _wait_until_none(lambda: sorted(_busy_qt_objects() - busy))
    if left:
        pytest.fail("left behind: " + ", ".join(left))


def _wait_until_none(find: Callable[[], list[str]]) -> list[str]:
    """Return what is still found after some patience: what has been told to end may be on its way."""
    until = time.monotonic() + _PATIENCE_S
    if find():
        gc.collect()
    while (found := find()) and time.monotonic() < until:
        time.sleep(0.01)
    return found


def _threads(before: set[threading.Thread]) -> list[str]:
    # A thread that Qt started and that once ran Python stays listed as a dummy, whether it runs or not.
    own = (thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread))
    return [f"thread {thread.name}" for thread in own if thread not in before]


def _children() -> set[str]:
    """Return the child processes, without the two helpers that multiprocessing keeps for the life of the program."""
    found = {f"process {child.pid} ({child.name})" for child in multiprocessing.active_children()}
    for file in Path("/proc/self/task").glob("*/children"):
        try:
            pids = file.read_text().split()
        except OSError:  # the thread has ended
            continue
        found |= {f"process {pid} ({command})" for pid in pids if (command := _command(pid))}
    return found


def _command(pid: str) -> str:
    """Return the command line of a child that is alive and ours to mind, or nothing."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""
    return "" if "multiprocessing.resource_tracker" in command or "multiprocessing.forkserver" in command else command


def _busy_qt_objects() -> set[str]:
    """Return the timers and threads of Qt that run and the windows that are shown."""
    if "PySide6.QtCore" not in sys.modules:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from shiboken6 import getAllValidWrappers

    # What was told to be deleted later goes when the event loop turns, and no loop turns between two tests.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found: set[str] = set()
    for thing in getAllValidWrappers():
        kind = type(thing).__name__
        if isinstance(thing, QTimer) and thing.isActive():
            found.add(f"{kind} {id(thing):x} of {thing.interval()} ms")
        elif isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            found.add(f"{kind} {id(thing):x}")
    return found | _shown_windows()


def _shown_windows() -> set[str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtWidgets import QApplication

    return {f"window {window.windowTitle()!r}" for window in QApplication.topLevelWidgets() if window.isVisible()}
