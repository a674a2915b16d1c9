"""The open event file: one writer, many readers, and word of what changed."""

import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor, ExecutionContext
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from showcase.errors import InputError, MissingFile, ReadOnly
from showcase.progress import Progress, no_progress
from showcase.store.backup import copy_open, latest_backup
from showcase.store.failures import plain_failures
from showcase.store.journal import TOUCHED, close_entry, watch

_BUSY_S: Final = 5.0
"""How long a transaction waits for another program that writes."""
_JOURNAL: Final = frozenset({"journal_entries", "journal_changes"})
Listener = Callable[[frozenset[str]], None]


def connect(path: Path, mode: str, *, immutable: bool = False) -> sqlite3.Connection:
    """Return a plain connection that begins no transactions by itself; `mode` is ro, rw or rwc."""
    uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    return sqlite3.connect(uri, uri=True, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)


def safe_for_wal(version: tuple[int, ...]) -> bool:
    """Tell whether an SQLite version has the fix of the WAL-reset bug (sqlite.org/wal.html#walresetbug)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0)


def set_journal(connection: sqlite3.Connection, version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Choose the journal that loses no committed transaction in a power cut, and return its mode."""
    wal = safe_for_wal(version)
    mode = connection.execute(f"PRAGMA journal_mode={'WAL' if wal else 'DELETE'}").fetchone()[0]
    connection.execute(f"PRAGMA synchronous={'FULL' if mode == 'wal' else 'EXTRA'}")
    return str(mode)


class Database:
    """An open event file. Sessions stay in the thread that asked for them.

    Args:
        path: the file; it is an event of this version's schema (see `showcase.store.opening`).
        read_only: write nothing.
        immutable: nobody writes and nothing can be written beside the file, as on a stick that is locked.
        was_unclean: it was not put away properly last time.
    """

    def __init__(
        self, path: Path, *, read_only: bool = False, immutable: bool = False, was_unclean: bool = False
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.was_unclean = was_unclean
        self._file = _identity(path)
        self._listeners: list[Listener] = []
        self._touched: set[str] = set()
        self._writing = threading.Lock()
        self._writer_thread: int | None = None
        self._seen: int | None = None
        self._reading = _engine(lambda: self._connect("ro", immutable=immutable), _prepare_reader)
        self._idle_readers: deque[_Reader] = deque()
        self._writer: Engine | None = None
        if not read_only:
            self._writer = _engine(lambda: self._connect("rw"), _prepare_writer)
            event.listen(self._writer, "begin", _begin_writing)
            event.listen(self._writer, "after_cursor_execute", self._on_executed)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Write: commits at the end, rolls back on any error, then tells the listeners which tables changed.

        All that changes in the catalogue is one entry of the journal; use cases say what it was (`journal.describe`).

        Raises:
            LockedFile: another program writes for longer than some seconds.
            DiskFull, ReadOnly, DamagedFile: as they say; nothing was written.
            MissingFile: the file was moved, deleted or replaced since it was opened; nothing was written.
            RuntimeError: inside another transaction of this thread, or on an event opened to read.
        """
        if self._writer is None:
            raise RuntimeError("the event is open to read")
        if self._writer_thread == threading.get_ident():
            raise RuntimeError("a transaction inside a transaction")
        with self._writing:
            self._writer_thread = threading.get_ident()
            self._touched.clear()
            try:
                with (
                    plain_failures(self.path, latest_backup),
                    Session(self._writer) as session,
                    session.begin() as unit,
                ):
                    yield session
                    if unit.is_active:  # the caller may have rolled it back
                        close_entry(session)
                        self._require_in_place()
                    self._touched |= session.info.get(TOUCHED, set())
                changed = frozenset(self._touched - _JOURNAL)
            except ReadOnly:
                # SQLite opens what may not be written to read it, and goes on so when it may be written again.
                self._writer.dispose()
                raise
            finally:
                self._writer_thread = None
        if changed:
            for listener in tuple(self._listeners):
                listener(changed)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read one state of the event; SQLite itself refuses to write.

        Raises:
            LockedFile, DamagedFile: as they say.
        """
        with plain_failures(self.path, latest_backup):
            reader = self._take_reader()
            try:
                reader.driver.execute("BEGIN")
                with reader.session as session:
                    yield session
                reader.driver.rollback()
            except BaseException:
                reader.connection.close()
                raise
            self._idle_readers.append(reader)

    def changed_outside(self) -> bool:
        """Tell whether another window or program has written since this was asked last; False while we write.

        SQLite counts the commits of others for each connection (sqlite.org/pragma.html#pragma_data_version).

        Raises:
            FileError: the file can no longer be read, as when its stick was pulled out.
            MissingFile: it was moved, deleted or replaced since it was opened.
        """
        if self._writer is None or not self._writing.acquire(blocking=False):
            return False
        try:
            self._require_in_place()
            with plain_failures(self.path, latest_backup), closing(self._writer.raw_connection()) as connection:
                cursor = connection.cursor()
                cursor.execute("PRAGMA data_version")
                (version,) = cursor.fetchone() or (None,)
        finally:
            self._writing.release()
        before, self._seen = self._seen, version
        return before not in {None, version}

    def rewrite(self) -> None:
        """Write the whole file anew, so that no page and no journal beside it keeps what was deleted before.

        Raises:
            LockedFile: another program has the file for longer than some seconds.
            DiskFull, ReadOnly, MissingFile: as they say; the file is as it was.
            RuntimeError: on an event opened to read.
        """
        if self._writer is None:
            raise RuntimeError("the event is open to read")
        with self._writing:
            self._require_in_place()
            # The writer's own connection: what another one writes would count as changed from outside.
            with plain_failures(self.path, latest_backup), closing(self._writer.raw_connection()) as connection:
                cursor = connection.cursor()
                cursor.execute("PRAGMA secure_delete=ON")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def save_copy(self, target: Path, progress: Progress = no_progress) -> None:
        """Write all that is open into a file of its own, also when the event's own file is no longer in its place.

        Raises:
            InputError: the target is the event itself.
            FileError: the event can no longer be read, as when its stick was pulled out.
            DiskFull, ReadOnly, MissingFile, Cancelled: as they say; a file that stood there is as it was.
        """
        if _identity(target) == self._file is not None:
            raise InputError("store.copy_onto_itself", path=str(target))
        with plain_failures(self.path, latest_backup):
            reader = self._take_reader()
            try:
                copy_open(reader.driver, self.path, target, progress)
            except BaseException:
                reader.connection.close()
                raise
            self._idle_readers.append(reader)

    def on_change(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the names of changed tables after each commit, in its thread; return what ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def close(self) -> None:
        """Let go of the file. Readers and writers must have ended."""
        while self._idle_readers:
            self._idle_readers.pop().connection.close()
        self._reading.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def _connect(self, mode: str, *, immutable: bool = False) -> sqlite3.Connection:
        self._require_in_place()
        return connect(self.path, mode, immutable=immutable)

    def _require_in_place(self) -> None:
        """Refuse what would go into, or come from, another file than was opened: SQLite writes into a deleted one too.

        The mark of a file is its inode, as in SQLite's own look at what was moved (os_unix.c, fileHasMoved).

        Raises:
            MissingFile: when another file, or none, is in the event's place.
        """
        if _identity(self.path) != self._file:
            raise MissingFile("store.file_moved", path=str(self.path))

    def _take_reader(self) -> "_Reader":
        try:
            return self._idle_readers.pop()
        except IndexError:
            return _Reader(self._reading)

    def _on_executed(  # noqa: PLR0917 - as SQLAlchemy calls it
        self,
        connection: Connection,
        cursor: DBAPICursor,
        statement: str,
        parameters: Any,
        context: ExecutionContext | None,
        executemany: bool,
    ) -> None:
        """Note the table of each statement that writes; what the search index stores changes with its subject."""
        del connection, cursor, statement, parameters, executemany
        compiled = getattr(context, "compiled", None)
        state = getattr(compiled, "dml_compile_state", None)
        if state is not None:
            self._touched.add(str(state.dml_table.name))


class _Reader:
    """A connection that stays open between readings, with its session.

    To make both and to begin through an event takes as long as a search in 10,000 products (50 µs).
    """

    def __init__(self, engine: Engine) -> None:
        self.connection = engine.connect()
        self.session = Session(self.connection)
        driver = self.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self.driver = driver


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what marks a file as this one while it is open, None for no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engine(creator: Callable[[], sqlite3.Connection], prepare: Callable[[sqlite3.Connection], None]) -> Engine:
    # Parameters are people's names: they stand in no log and no report of a bug.
    engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def on_connect(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        assert isinstance(connection, sqlite3.Connection)
        prepare(connection)

    return engine


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _prepare_writer(connection: sqlite3.Connection) -> None:
    set_journal(connection)
    connection.execute("PRAGMA foreign_keys=ON")
    watch(connection)


def _prepare_reader(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only=ON")
