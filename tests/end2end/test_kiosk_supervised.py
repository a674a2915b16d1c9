"""A kiosk that has died, hangs or paints nothing is brought back by a process that lives on; all are real ones."""

import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Final

import pytest

from showcase.kiosk.beats import RENEW
from tests.supervised import PATIENCE_S, ROOT, children, comes, lives, supervised

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it asks the system for signals")


def _script(folder: Path, name: str, body: str) -> list[str]:
    """Return the command of a child that writes down that it was started, and then does something."""
    file = folder / f"{name}.py"
    begin = f"""
        import faulthandler, os, pathlib, signal, sys, time
        started = pathlib.Path({str(folder)!r}, {name!r})
        with started.open("a") as log:
            log.write(f"{{os.getpid()}}\\n")
        number = len(started.read_text().split())
    """
    file.write_text(textwrap.dedent(begin) + textwrap.dedent(body), encoding="utf-8")
    return [sys.executable, str(file)]


def _started(folder: Path, name: str) -> list[int]:
    file = folder / name
    return [int(line) for line in file.read_text(encoding="utf-8").split()] if file.exists() else []


LIVES: Final = """
    painted = 0
    while True:
        painted += 1
        os.write(1, b"beat %d 1\\n" % painted)
        time.sleep(0.1)
"""


def test_a_killed_one_is_brought_back(tmp_path: Path) -> None:
    kiosk, safe = _script(tmp_path, "kiosk", LIVES), _script(tmp_path, "safe", LIVES)
    with supervised(kiosk, safe) as process:
        assert comes(lambda: len(_started(tmp_path, "kiosk")) == 1)
        os.kill(_started(tmp_path, "kiosk")[0], signal.SIGKILL)
        assert comes(lambda: len(_started(tmp_path, "kiosk")) == 2)
        assert process.poll() is None
        process.terminate()
        assert process.wait(PATIENCE_S) == 0
    assert not any(lives(pid) for pid in _started(tmp_path, "kiosk"))
    assert _started(tmp_path, "safe") == []


def test_a_hung_one_tells_where_and_is_brought_back(tmp_path: Path) -> None:
    body = """
    faulthandler.register(signal.SIGUSR1, all_threads=True)
    os.write(1, b"beat 1 1\\n")
    def waits_for_ever():
        time.sleep(600)
    if number == 1:
        waits_for_ever()
    """
    kiosk = _script(tmp_path, "kiosk", body + LIVES)
    with supervised(kiosk, _script(tmp_path, "safe", LIVES), "beat_s=3.0") as process:
        assert comes(lambda: len(_started(tmp_path, "kiosk")) >= 2)
        first = _started(tmp_path, "kiosk")[0]
        assert not lives(first)
        process.terminate()
        _, said = process.communicate(timeout=PATIENCE_S)
    assert "is silent" in said
    assert "in waits_for_ever" in said


def test_one_that_is_stopped_is_killed(tmp_path: Path) -> None:
    kiosk = _script(tmp_path, "kiosk", LIVES)
    with supervised(kiosk, _script(tmp_path, "safe", LIVES), "beat_s=3.0, dump_s=0.1"):
        assert comes(lambda: len(_started(tmp_path, "kiosk")) == 1)
        first = _started(tmp_path, "kiosk")[0]
        os.kill(first, signal.SIGSTOP)
        assert comes(lambda: len(_started(tmp_path, "kiosk")) >= 2)
        assert not lives(first)


def test_one_that_beats_and_paints_nothing_is_brought_back(tmp_path: Path) -> None:
    body = """
    while number == 1:
        os.write(1, b"beat 7 1\\n")
        time.sleep(0.1)
    """
    kiosk = _script(tmp_path, "kiosk", body + LIVES)
    with supervised(kiosk, _script(tmp_path, "safe", LIVES), "frame_s=3.0, dump_s=0.1") as process:
        assert comes(lambda: len(_started(tmp_path, "kiosk")) >= 2)
        process.terminate()
        _, said = process.communicate(timeout=PATIENCE_S)
    assert "paints no more" in said


def test_one_whose_screen_is_off_need_not_paint(tmp_path: Path) -> None:
    body = """
    for _ in range(60):
        os.write(1, b"beat 7 0\\n")
        time.sleep(0.1)
    """
    with supervised(_script(tmp_path, "kiosk", body), _script(tmp_path, "safe", LIVES), "frame_s=1.0") as process:
        assert process.wait(PATIENCE_S) == 0
    assert len(_started(tmp_path, "kiosk")) == 1


def test_one_that_dies_at_once_ends_in_the_safe_screen(tmp_path: Path) -> None:
    kiosk, safe = _script(tmp_path, "kiosk", "sys.exit(70)"), _script(tmp_path, "safe", LIVES)
    with supervised(kiosk, safe) as process:
        assert comes(lambda: len(_started(tmp_path, "safe")) == 1)
        assert len(_started(tmp_path, "kiosk")) == 4, "the first start and three restarts"
        time.sleep(0.5)
        assert process.poll() is None
        assert len(_started(tmp_path, "safe")) == 1
        assert len(_started(tmp_path, "kiosk")) == 4


def test_staff_have_the_kiosk_tried_again_from_the_safe_screen(tmp_path: Path) -> None:
    kiosk = _script(tmp_path, "kiosk", "if number <= 4:\n    sys.exit(70)\n" + textwrap.dedent(LIVES))
    safe = _script(tmp_path, "safe", f"sys.exit({RENEW})")
    with supervised(kiosk, safe):
        assert comes(lambda: len(_started(tmp_path, "kiosk")) == 5)
        assert len(_started(tmp_path, "safe")) == 1


def test_the_kiosk_is_tried_again_after_a_while_and_has_one_chance(tmp_path: Path) -> None:
    kiosk = _script(tmp_path, "kiosk", "if number <= 5:\n    sys.exit(70)\n" + textwrap.dedent(LIVES))
    with supervised(kiosk, _script(tmp_path, "safe", LIVES), "retry_s=1.0") as process:
        assert comes(lambda: len(_started(tmp_path, "safe")) == 2)
        assert len(_started(tmp_path, "kiosk")) == 5, "the first start, three restarts, and the chance it had"
        assert comes(lambda: len(_started(tmp_path, "kiosk")) == 6)
        assert comes(lambda: not lives(_started(tmp_path, "safe")[-1]))
        process.terminate()
        _, said = process.communicate(timeout=PATIENCE_S)
    assert "stands in for 1 s" in said
    assert "stands in for 2 s" in said


def test_one_that_cannot_be_started_ends_in_the_safe_screen(tmp_path: Path) -> None:
    with supervised([str(tmp_path / "nothing")], _script(tmp_path, "safe", LIVES)) as process:
        assert comes(lambda: len(_started(tmp_path, "safe")) == 1)
        assert process.poll() is None


def test_one_that_asks_to_be_renewed_is_no_failure(tmp_path: Path) -> None:
    kiosk = _script(tmp_path, "kiosk", f"sys.exit({RENEW} if number < 8 else 0)")
    with supervised(kiosk, _script(tmp_path, "safe", LIVES)) as process:
        assert process.wait(PATIENCE_S) == 0
    assert len(_started(tmp_path, "kiosk")) == 8
    assert _started(tmp_path, "safe") == []


def test_systemd_hears_that_it_stands_and_lives(tmp_path: Path) -> None:
    body = """
    (started.parent / "hidden").write_text(str("NOTIFY_SOCKET" in os.environ))
    """
    kiosk = _script(tmp_path, "kiosk", body + LIVES)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(PATIENCE_S)
        told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "300000"}
        with supervised(kiosk, _script(tmp_path, "safe", LIVES), **told) as process:
            heard: list[bytes] = []
            while not {b"READY=1", b"WATCHDOG=1"} <= set(heard):
                heard.append(listener.recv(100))
            process.terminate()
            while heard[-1] != b"STOPPING=1":
                heard.append(listener.recv(100))
    assert heard.count(b"READY=1") == 1
    assert (tmp_path / "hidden").read_text(encoding="utf-8") == "False"


def test_who_looks_after_the_kiosk_has_no_qt() -> None:
    program = "import sys, showcase.kiosk.supervising; sys.exit(any(n.startswith('PySide6') for n in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell whose child is whose")
def test_the_real_kiosk_is_brought_back_and_goes_with_who_looks_after_it(summit: Path) -> None:
    command = [sys.executable, "-m", "showcase", "kiosk", "--event", str(summit), "--booth", "A1"]
    environment = {**os.environ, "QT_QUICK_BACKEND": "software"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            kept = Path(os.environ["XDG_CACHE_HOME"]) / "showcase" / "kiosk"
            assert comes(lambda: any(kept.glob("lastgood-*.json"))), "it stands and has read the event"
            (first,) = children(process.pid)
            os.kill(first, signal.SIGKILL)
            assert comes(lambda: process.poll() is None and children(process.pid) not in ([], [first]))
            (second,) = children(process.pid)
            process.kill()
            process.wait(PATIENCE_S)
            assert comes(lambda: not lives(second)), "nobody would bring it back any more"
        finally:
            process.kill()
            said = process.communicate()[1]
    assert re.search(r"The kiosk ended with -9", said)
