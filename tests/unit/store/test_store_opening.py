"""Which files are taken as events and which are refused, and that a refusal changes nothing."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from showcase.catalogue.queries import get_event
from showcase.errors import (
    DamagedFile,
    DiskFull,
    FileError,
    ForeignFile,
    LockedFile,
    MissingFile,
    NewerFile,
    ReadOnly,
)
from showcase.messages import LANGUAGES, sentence
from showcase.store.backup import back_up
from showcase.store.marks import APPLICATION_ID, SCHEMA
from showcase.store.opening import create_event, open_event
from tests.factories import make_organisation


def refusal(path, kind, key, **how):
    """Open a file, and show that it is refused with a sentence and stays as it was."""
    before = path.read_bytes() if path.is_file() else None
    folder = sorted(path.parent.iterdir())
    with pytest.raises(kind) as refused:
        open_event(path, **how)
    assert refused.value.key == key
    assert all(sentence(refused.value, language) for language in LANGUAGES)
    assert sorted(path.parent.iterdir()) == folder
    assert before is None or path.read_bytes() == before
    return refused.value


def test_a_new_event_is_a_file_of_its_own_kind(tmp_path):
    create_event(tmp_path / "new.showcase").close()

    with closing(sqlite3.connect(tmp_path / "new.showcase")) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert [file.name for file in tmp_path.iterdir()] == ["new.showcase"]


def test_a_new_event_never_takes_the_place_of_a_file(event_path):
    before = event_path.read_bytes()

    with pytest.raises(FileError) as refused:
        create_event(event_path)

    assert refused.value.key == "store.file_exists"
    assert event_path.read_bytes() == before


def test_a_new_event_needs_its_folder(tmp_path):
    with pytest.raises(MissingFile) as refused:
        create_event(tmp_path / "nowhere" / "new.showcase")

    assert refused.value.key == "store.folder_missing"


def test_a_missing_file_is_refused(tmp_path):
    refusal(tmp_path / "nothing.showcase", MissingFile, "store.file_missing")


def test_a_folder_is_refused(tmp_path):
    refusal(tmp_path, ForeignFile, "store.file_is_folder")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "store.file_empty"),
        (b"a text\n", "store.file_foreign"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "store.file_foreign"),
        (bytes(4096), "store.file_foreign"),
    ],
)
def test_other_files_are_refused(tmp_path, content, key):
    file = tmp_path / "a.showcase"
    file.write_bytes(content)

    refusal(file, ForeignFile, key)


def test_another_database_is_refused(tmp_path):
    file = tmp_path / "a.showcase"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE events (id)")

    refusal(file, ForeignFile, "store.file_foreign")


def test_a_newer_file_is_refused(event_path):
    with closing(sqlite3.connect(event_path)) as plain:
        plain.execute(f"PRAGMA user_version={SCHEMA + 1}")

    refusal(event_path, NewerFile, "store.file_newer")


@pytest.mark.parametrize("kept", [10, 99, 3000, 100_000])
def test_a_truncated_file_is_refused(event_path, kept):
    event_path.write_bytes(event_path.read_bytes()[:kept])

    refusal(event_path, DamagedFile, "store.file_damaged")


def test_a_damaged_file_names_its_backup(event_path):
    backup = back_up(event_path, "import")
    event_path.write_bytes(event_path.read_bytes()[:100_000])

    error = refusal(event_path, DamagedFile, "store.file_damaged_backup")

    assert str(backup) in sentence(error, "en")


def test_a_file_whose_start_was_overwritten_names_its_backup(event_path):
    back_up(event_path, "import")
    event_path.write_bytes(bytes(200) + event_path.read_bytes()[200:])

    refusal(event_path, DamagedFile, "store.file_damaged_backup")


def test_garbage_in_the_pages_is_damage_when_it_is_met(event_path):
    content = bytearray(event_path.read_bytes())
    content[4096:] = b"\xab" * (len(content) - 4096)
    event_path.write_bytes(content)

    refusal(event_path, DamagedFile, "store.file_damaged")


@pytest.fixture
def small_disk(tmp_path):
    """Return a folder on a disk of 600 kB; only an administrator can mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a disk")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_full_disk_keeps_what_was_there(small_disk, blank_event):
    path = small_disk / "a.showcase"
    path.write_bytes(blank_event.read_bytes())
    database = open_event(path)
    before = path.read_bytes()

    with pytest.raises(DiskFull) as refused, database.transaction() as session:
        for number in range(400):
            make_organisation(session, f"Đơn vị {number} {'x' * 150}")
    database.close()

    assert refused.value.key == "store.disk_full"
    assert path.read_bytes() == before
    assert [file.name for file in small_disk.iterdir()] == ["a.showcase"]


def test_no_room_for_a_new_event_leaves_nothing(small_disk):
    (small_disk / "other").write_bytes(bytes(400_000))

    with pytest.raises(DiskFull):
        create_event(small_disk / "a.showcase")

    assert [file.name for file in small_disk.iterdir()] == ["other"]


def test_what_cannot_be_written_is_refused_and_opens_to_read(small_disk, blank_event):
    path = small_disk / "a.showcase"
    path.write_bytes(blank_event.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    refusal(path, ReadOnly, "store.file_read_only")
    database = open_event(path, read_only=True)

    with database.reading() as session:
        assert get_event(session).name["en"] == "Sample City Summit"
    database.close()


def test_an_event_that_another_program_writes_is_locked(event_path, monkeypatch):
    monkeypatch.setattr("showcase.store.database._BUSY_S", 0.05)
    database = open_event(event_path)
    with closing(sqlite3.connect(event_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedFile), database.transaction() as session:
            make_organisation(session)
        other.execute("ROLLBACK")
    with database.transaction() as session:
        make_organisation(session)
    database.close()


def test_an_older_file_is_migrated_with_a_backup(event_path, monkeypatch, tmp_path):
    newer = tmp_path / "migrations"
    _with_one_more_migration(newer)
    for module in ("showcase.store.migrate", "showcase.store.opening"):
        monkeypatch.setattr(f"{module}.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("showcase.store.migrate.migrations", lambda: newer)
    monkeypatch.setattr("showcase.store.migrate.migrate.__defaults__", (SCHEMA + 1,))

    refusal(event_path, FileError, "store.file_older", read_only=True)
    open_event(event_path).close()

    with closing(sqlite3.connect(event_path)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA + 1,)
        assert plain.execute("SELECT count(*) FROM added").fetchone() == (0,)
    assert len(list(event_path.with_name(f"{event_path.name}.backups").iterdir())) == 1


def _with_one_more_migration(folder: Path) -> None:
    import shutil

    from showcase.paths import migrations

    shutil.copytree(migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    lines = (
        "import sqlalchemy as sa",
        "from alembic import op",
        f"revision, down_revision = '{SCHEMA + 1:04}', '{SCHEMA:04}'",
        "branch_labels = depends_on = None",
        "def upgrade():",
        "    op.create_table('added', sa.Column('id', sa.Integer, primary_key=True))",
    )
    (folder / "versions" / "next.py").write_text("\n".join(lines))
