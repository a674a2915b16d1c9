"""Power cuts while a station scans: from the log of what its process wrote, every state a disk may be left in is made.

What was not flushed is kept, dropped or torn by sectors of 512 bytes, in any mixture. SQLite then recovers, and what
was acknowledged before the cut has to be there. The controls are WAL with synchronous=NORMAL, which is the common
advice and loses scans, and no flushing at all, which damages files.

As a program, `power.py STATION MODE SCANS`, it is the station that is watched.
"""

import os
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.figures import SEED, Figure

ROOT = Path(__file__).resolve().parents[2]
_MODES = {"DELETE": "EXTRA", "WAL": "FULL"}
"""Journal -> synchronous, as they are shipped (showcase/store/database.py)."""
_SECTOR = 512
_HEAD = struct.Struct("=cQQQ")
_KEPT = (0.0, 0.1, 0.5, 0.9, 1.0)
"""Shares of what was not flushed that a cut may leave."""


@dataclass
class _File:
    """A file as it is on the disk for sure, and what was written since it was flushed last."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[str, int, bytes]] = field(default_factory=list)

    def flush(self) -> None:
        for operation in self.pending:
            _apply(self.durable, *operation)
        self.pending.clear()

    def left(self, chance: random.Random) -> bytes:
        """Return what a cut may leave of it."""
        content, share = bytearray(self.durable), chance.choice(_KEPT)
        for operation, offset, data in self.pending:
            if operation == "t":
                if chance.random() < share:
                    _apply(content, operation, offset, data)
                continue
            for start in range(0, len(data), _SECTOR):
                piece = data[start : start + _SECTOR]
                if chance.random() < share:
                    torn = chance.random() < 0.1 and share < 1
                    _apply(content, "w", offset + start, piece[: chance.randrange(len(piece))] if torn else piece)
        return bytes(content)


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give the figures of power cuts in each journal mode that is shipped."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise SystemExit("power cuts need a C compiler: cc or gcc")
    cuts, scans = (100, 20) if quick else (20_000, 400)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "writes.so"
        source = Path(__file__).with_name("writes.c")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
        for journal, synchronous in (*_MODES.items(), ("WAL", "NORMAL"), ("DELETE", "OFF")):
            lost, damaged = _cut(library, f"{journal}:{synchronous}", scans, cuts)
            name = f"{journal} {synchronous}"
            if synchronous == "NORMAL":
                yield Figure(f"control: power cuts that lose, {name}", lost, cuts, control=True)
            elif synchronous == "OFF":
                yield Figure(f"control: power cuts that damage, {name}", damaged, cuts, control=True)
            else:
                yield Figure(f"power cuts that lose acknowledged scans, {name}", lost, cuts)
                yield Figure(f"power cuts that damage the file, {name}", damaged, cuts)


def _cut(library: Path, mode: str, scans: int, cuts: int) -> tuple[int, int]:
    """Return how many power cuts lost something, and how many left a damaged file."""
    from tests.torture.killing import make

    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        path, log = Path(folder) / "watched" / "a.station", Path(folder) / "log"
        path.parent.mkdir()
        tokens = make(path, SEED)
        (path.parent / "tokens").write_text("\n".join(tokens), encoding="ascii")
        before = bytearray(path.read_bytes())
        environment = {
            **os.environ,
            "LD_PRELOAD": str(library),
            "SHOWCASE_WATCHED": str(path.parent),
            "SHOWCASE_LOG": str(log),
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, __file__, str(path), mode, str(scans)]
        subprocess.run(command, env=environment, check=True)
        operations = list(_read(log))
        said = [at for at, (operation, name, _, _) in enumerate(operations) if _is_word(operation, name)]
        assert len(said) == scans, "the log has not seen what was acknowledged"
        points = sorted(chance.choices(range(said[0], len(operations)), k=cuts))
        return _replayed(operations, points, before, path, chance)


def _replayed(
    operations: list[tuple[str, str, int, bytes]],
    points: list[int],
    before: bytearray,
    path: Path,
    chance: random.Random,
) -> tuple[int, int]:
    files: dict[str, _File] = {str(path): _File(before)}
    acknowledged: list[uuid.UUID] = []
    lost = damaged = done = 0
    with tempfile.TemporaryDirectory(dir=_quick_disk()) as folder:
        for point in points:
            for operation, name, offset, data in operations[done:point]:
                if _is_word(operation, name):
                    acknowledged.append(uuid.UUID(bytes=data))
                else:
                    _happened(files, operation, name, offset, data)
            done = point
            kept = _recovered(files, path, Path(folder), chance)
            if kept is None:
                damaged += 1
            lost += kept is not None and not kept.issuperset(acknowledged)
    return lost, damaged


def _recovered(files: dict[str, _File], path: Path, folder: Path, chance: random.Random) -> set[uuid.UUID] | None:
    """Return the facts that SQLite finds after a cut, None in a damaged file."""
    for old in folder.iterdir():
        old.unlink()
    for name, file in files.items():
        tail = name.removeprefix(str(path))
        if tail in {"", "-journal", "-wal"}:
            (folder / f"a{tail}").write_bytes(file.left(chance))
    try:
        with closing(sqlite3.connect(folder / "a")) as plain:
            if plain.execute("PRAGMA quick_check").fetchone() != ("ok",):
                return None
            return {uuid.UUID(row[0]) for row in plain.execute("SELECT id FROM lead_facts")}
    except (sqlite3.DatabaseError, ValueError):  # a sector of noughts in the middle of an id is damage too
        return None


def _happened(files: dict[str, _File], operation: str, name: str, offset: int, data: bytes) -> None:
    """Bring the files forward by one operation. To make and to take away a file is taken as durable at once."""
    if operation == "u":
        files.pop(name, None)
        return
    file = files.setdefault(name, _File())
    if operation == "s":
        file.flush()
    elif operation in {"w", "t"}:
        file.pending.append((operation, offset, data))


def _apply(content: bytearray, operation: str, offset: int, data: bytes) -> None:
    if operation == "t":
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


def _read(log: Path) -> Iterator[tuple[str, str, int, bytes]]:
    whole = memoryview(log.read_bytes())
    at = 0
    while at < len(whole):
        operation, length, offset, size = _HEAD.unpack_from(whole, at)
        at += _HEAD.size
        name = bytes(whole[at : at + length]).decode()
        at += length
        yield operation.decode(), name, offset, bytes(whole[at : at + size])
        at += size


def _is_word(operation: str, name: str) -> bool:
    return operation == "w" and name.endswith("/said")


def _quick_disk() -> str | None:
    """Return a folder in memory where there is one: nothing here has to survive."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _scan(path: Path, mode: str, scans: int) -> None:
    """Be the station: scan, and say so in a file of the watched folder."""
    from showcase.leads.capture import Capture
    from showcase.leads.kinds import Method
    from showcase.leads.station import open_station
    from showcase.visits import station as visits

    journal, synchronous = mode.split(":")

    def set_journal(connection: sqlite3.Connection) -> str:
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute(f"PRAGMA synchronous={synchronous}")
        return journal

    setattr(visits, "set_journal", set_journal)  # noqa: B010 - both modes are shipped, this machine would choose one
    tokens = (path.parent / "tokens").read_text(encoding="ascii").split()
    said = os.open(path.parent / "said", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    capture = Capture(open_station(path))
    for turn in range(scans):
        outcome = capture.read(tokens[turn % len(tokens)], Method.WEDGE)
        assert outcome.fact_id is not None
        os.write(said, outcome.fact_id.bytes)


if __name__ == "__main__":
    _scan(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
