"""Where a site is written: all of it or nothing, and never over what is somebody else's."""

import json
import os
import stat
from pathlib import Path

import pytest

from showcase.errors import Cancelled, FileError, ForeignFile, InputError, MissingFile, ReadOnly, RefusedError
from showcase.site.placing import MARKER
from showcase.site.writing import write_site
from tests.factories import make_organisation, make_product


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "around"
    folder.mkdir()
    return folder / "trang"


@pytest.fixture
def filled(database):
    with database.transaction() as session:
        organisation = make_organisation(session, "Sao Mai", [("A", "A1")])
        for number in range(5):
            make_product(session, organisation, f"Đèn {number}")
    return database


def write(database, out, **options):
    with database.reading() as session:
        return write_site(session, out, **options)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def test_the_report_says_what_was_written(filled, out):
    report = write(filled, out, base_url="https://pages.example/SUMMIT/")

    files = contents(out)
    pages = {name: content for name, content in files.items() if name.endswith(".html")}
    assert report.folder == out
    assert report.languages == ("vi", "en", "fr")
    assert report.pages == len(pages)
    assert report.largest_page == max(map(len, pages.values()))
    assert report.address == "HTTPS://PAGES.EXAMPLE/SUMMIT"
    assert json.loads(files[MARKER])["files"] == sorted(set(files) - {MARKER})
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_the_same_event_gives_the_same_files(filled, out):
    write(filled, out)
    first = contents(out)
    write(filled, out)
    assert contents(out) == first


def test_a_site_is_replaced_by_the_next(filled, out):
    write(filled, out)
    before = set(contents(out))
    with filled.transaction() as session:
        make_product(session, make_organisation(session, "Mới"), "Đèn mới")
    write(filled, out)
    assert before < set(contents(out))
    assert [path.name for path in out.parent.iterdir()] == [out.name]


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_web_server_may_read_it(filled, out):
    before = os.umask(0o022)
    try:
        write(filled, out)
    finally:
        os.umask(before)
    assert stat.S_IMODE(out.stat().st_mode) == 0o755
    assert stat.S_IMODE((out / "index.html").stat().st_mode) == 0o644


def test_an_empty_folder_is_taken(filled, out):
    out.mkdir()
    write(filled, out)
    assert (out / "index.html").is_file()


def test_a_link_to_a_folder_stays_a_link(filled, out):
    (out.parent / "real").mkdir()
    out.symlink_to("real")
    write(filled, out)
    assert out.is_symlink()
    assert (out.parent / "real" / "index.html").is_file()


@pytest.mark.parametrize(
    "marker", [None, "{}", "no json", '{"showcase": "visitor pages"}', '["files"]', '{"showcase": 1}']
)
def test_a_folder_of_somebody_else_is_left_alone(filled, out, marker):
    out.mkdir()
    (out / "luận văn.txt").write_text("ten years of work", encoding="utf-8")
    if marker is not None:
        (out / MARKER).write_text(marker, encoding="utf-8")
    before = contents(out)
    with pytest.raises(ForeignFile, match=r"site\.not_ours"):
        write(filled, out)
    assert contents(out) == before


def test_a_file_that_somebody_put_into_a_site_is_not_lost(filled, out):
    write(filled, out)
    (out / "CNAME").write_text("pages.example", encoding="utf-8")
    (out / ".DS_Store").write_bytes(b"left by a file manager")
    before = contents(out)
    with pytest.raises(RefusedError, match=r"site\.foreign_file.*CNAME"):
        write(filled, out)
    assert contents(out) == before
    (out / "CNAME").unlink()
    write(filled, out)


def test_a_file_is_no_folder(filled, out):
    out.write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match=r"site\.not_a_folder"):
        write(filled, out)
    assert out.read_text(encoding="utf-8") == "x"


def test_the_folder_around_has_to_be_there(filled, out):
    with pytest.raises(MissingFile, match=r"site\.parent_missing"):
        write(filled, out / "deep" / "deeper")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_says_so(filled, out):
    out.parent.chmod(0o555)
    try:
        with pytest.raises(ReadOnly, match=r"site\.unwritable"):
            write(filled, out)
    finally:
        out.parent.chmod(0o755)


def test_an_address_that_no_code_could_hold_is_refused_before_anything_is_written(filled, out):
    with pytest.raises(InputError, match=r"qr\.base_url"):
        write(filled, out, base_url="ftp://pages.example")
    assert not out.exists()


@pytest.mark.parametrize("at", [0, 7, -1])
def test_stopping_leaves_everything_as_it_was(filled, out, at):
    write(filled, out)
    before = contents(out)
    with filled.transaction() as session:
        make_product(session, make_organisation(session, "Mới"), "Đèn mới")

    def stop(done: int, total: int) -> None:
        if done == (at if at >= 0 else total):
            raise Cancelled

    with pytest.raises(Cancelled):
        write(filled, out, progress=stop)
    assert contents(out) == before
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_progress_goes_from_nothing_to_all(filled, out):
    told = []
    write(filled, out, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == list(range(told[0][1] + 1))
    assert len({total for _, total in told}) == 1
