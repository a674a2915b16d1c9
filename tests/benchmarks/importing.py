"""Importing a long list of people against writing the same rows, ready made, with sqlite3 alone.

The bare side has the same table, indexes, search index, journal and fsync, and its rows lie in memory as SQLite keeps
them. The import reads them from CSV, checks, matches and plans them, keeps a verified copy of the event, and writes.
Both are counted in seconds of the processor, so that other work on the machine slows neither.
"""

import csv
import json
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from showcase.catalogue.edits import start_event
from showcase.exchange.importing import import_list
from showcase.store.database import set_journal
from showcase.store.opening import create_event, open_event
from tests.benchmarks.racing import Bar, in_child, most_memory_mb

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
_MIDDLE = ("Thị", "Văn", "Quang", "Minh", "Ngọc", "Thanh", "Hữu", "Bích")
_GIVEN = ("Ánh", "Bình", "Dũng", "Giang", "Hạnh", "Khánh", "Linh", "Ngân", "Phượng", "Quỳnh", "Sơn", "Thảo", "Yến")
_ROLES = ("đại biểu", "diễn giả", "khách", "báo chí")
_WRITTEN = ("people", "search_index")


def bars(*, quick: bool) -> Iterator[Bar]:
    """Measure 100,000 rows; a quick look at 1,000 shows what a small list costs, with its verified copy."""
    count, bar = (1_000, None) if quick else (100_000, 6)
    runs = [in_child("importing", str(count)) for _ in range(1 if quick else 3)]
    own, again, bare, memory = (min(run[name] for run in runs) for name in ("own", "again", "bare", "memory"))
    note = f"{count:,} rows: {own:.1f} s, bare {bare:.1f} s"
    yield Bar("import, against bare executemany", own / bare, bar, at_most=True, note=note)
    yield Bar("the same list again", again / bare, bar, at_most=True, note=f"{again:.1f} s, nothing written")
    yield Bar("import, most memory in MB", memory, 500, at_most=True)


def _write_list(path: Path, count: int) -> None:
    generator = random.Random(1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Mã", "Họ và tên", "Đơn vị", "Chức vụ", "Vai trò", "Quốc gia", "Email", "Điện thoại"])
        for number in range(count):
            name = f"{generator.choice(_FAMILY)} {generator.choice(_MIDDLE)} {generator.choice(_GIVEN)}"
            work = f"Công ty Sao Mai {number % 5_000}"
            rest = [generator.choice(_ROLES), "Việt Nam", f"n{number}@sao-mai.example", f"09{number:08}"]
            writer.writerow([f"P{number}", name, work, "Chuyên viên", *rest])


def _measure(folder: Path, count: int) -> dict[str, float]:
    listed, empty, full = folder / "people.csv", folder / "empty.showcase", folder / "full.showcase"
    _write_list(listed, count)
    database = create_event(empty)
    with database.transaction() as session:
        start_event(session, "Hội nghị Mẫu")
    database.close()
    shutil.copy(empty, full)
    database = open_event(full)
    started = time.process_time()
    report = import_list(database, listed, "people")
    own = time.process_time() - started
    started = time.process_time()
    repeated = import_list(database, listed, "people")
    again = time.process_time() - started
    database.close()
    assert (report.added, repeated.unchanged) == (count, count)
    memory = most_memory_mb()
    return {"own": own, "again": again, "bare": _bare(empty, full), "memory": memory}


def _bare(empty: Path, full: Path) -> float:
    """Return the seconds that it takes to write into an empty event what another one holds."""
    with closing(sqlite3.connect(full)) as source:
        rows = {
            table: source.execute(f"SELECT {_columns(source, table)} FROM {table}").fetchall() for table in _WRITTEN
        }
    with closing(sqlite3.connect(empty, isolation_level=None)) as target:
        set_journal(target)
        started = time.process_time()
        target.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            columns = _columns(target, table)
            marks = ", ".join("?" * len(values[0]))
            target.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)
        target.execute("COMMIT")
        return time.process_time() - started


def _columns(connection: sqlite3.Connection, table: str) -> str:
    names: list[Any] = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return ", ".join(["rowid", *names] if table == "search_index" else names)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(_measure(Path(name), int(sys.argv[1]))))
