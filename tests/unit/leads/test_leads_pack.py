"""What an exhibitor takes home: every accent right, no formula, nobody who withdrew, and all of it provable."""

import csv
import datetime as dt
import hashlib
import io
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy.exc import IntegrityError

from showcase.errors import FileError, ForeignFile, ReadOnly
from showcase.leads.capture import Capture
from showcase.leads.facts import list_facts
from showcase.leads.fields import columns
from showcase.leads.kinds import FactKind, Method
from showcase.leads.pack import SUMS, export_pack, gather, summarise, write_pack
from showcase.leads.sheets import as_csv
from showcase.leads.station import begin_practice
from showcase.leads.vcards import as_vcards
from showcase.messages import LANGUAGES, message
from showcase.text import guarded, unguarded
from tests.leadpacks import NASTY, NOTE, opened, parse_vcards


def is_formula(text):
    """Tell what Excel and LibreOffice take for a formula."""
    return text.lstrip()[:1] in set("=+-@|%＝＋－＠")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_holds_every_word_as_it_was_said(filled, tmp_path, language):
    report = write_pack(gather(filled, language), tmp_path / "gói.zip")
    files = opened(tmp_path / "gói.zip")
    assert (report.leads, report.cards) == (3, 2)
    book = load_workbook(io.BytesIO(files["leads.xlsx"]))
    sheet, told = book.worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = [column.heading for column in columns(gather(filled, language))]
    assert rows[0] == heads
    names = [column.name for column in columns(gather(filled, language))]
    first = dict(zip(names, rows[1], strict=True))
    assert first["name"] == "Nguyễn Thị Ánh Tuyết"
    assert first["organisation"] == "Trung tâm Chuyển đổi số tỉnh Hoa Giang"
    assert first["job_title"] == ("Deputy director" if language == "en" else "Phó giám đốc")
    assert first["notes"] == f"{NOTE}\n{NASTY}"
    assert first["rating"] == 4
    assert first["phone"] == "+84 24 3999 1234"
    assert isinstance(first["first_at"], dt.datetime)
    assert first["question_1"] == ("In 2026" if language == "en" else "Năm 2026")
    assert first["question_2"] == NASTY
    assert first["staff"] == "Đặng Ướt"
    assert first["may_email"]
    assert not first["may_phone"]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert rows[2][names.index("name")] is None
    assert rows[2][names.index("role")]
    assert rows[3][names.index("name")] == "=1+1 @SUM(A1)"
    dictionary = {row[0].value: (row[1].value, row[2].value) for row in told.iter_rows(min_row=2)}
    assert set(dictionary) == set(names)
    assert all(heading and meaning for heading, meaning in dictionary.values())


def test_csv_has_no_formula_and_reads_back(filled, tmp_path):
    write_pack(gather(filled, "vi"), tmp_path / "p.zip")
    files = opened(tmp_path / "p.zip")
    for name in ("leads.csv", "fields.csv"):
        assert files[name].startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if is_formula(cell)] == []
    people = list(csv.DictReader(io.StringIO(files["leads.csv"].decode("utf-8-sig"), newline="")))
    assert [unguarded(row["name"]) for row in people] == ["Nguyễn Thị Ánh Tuyết", "", "=1+1 @SUM(A1)"]
    assert unguarded(people[0]["phone"]) == "+84 24 3999 1234"
    assert unguarded(people[0]["notes"]) == f"{NOTE}\n{NASTY}"


def test_cards_read_back_with_every_accent(filled):
    content = gather(filled, "vi")
    cards = parse_vcards(as_vcards(content))
    assert [card["FN"] for card in cards] == [["Nguyễn Thị Ánh Tuyết"], ["=1+1 @SUM(A1)"]]
    card = cards[0]
    assert card["N"] == [["Nguyễn", "Thị Ánh Tuyết", "", "", ""]]
    assert card["ORG"] == [["Trung tâm Chuyển đổi số tỉnh Hoa Giang"]]
    assert card["EMAIL"] == ["tuyet@example.vn"]
    assert card["TEL"] == ["+84 24 3999 1234"]
    assert card["NOTE"][0].endswith(f"{NOTE}\n{NASTY}")
    assert "Hội nghị Mẫu" in card["NOTE"][0]


def test_a_second_reader_of_cards_finds_the_same(filled):
    """vobject shares nothing with our writer, nor with the reader above."""
    text = as_vcards(gather(filled, "vi"))
    first, second = vobject.readComponents(text)
    assert (first.fn.value, second.fn.value) == ("Nguyễn Thị Ánh Tuyết", "=1+1 @SUM(A1)")
    assert (first.n.value.family, first.n.value.given) == ("Nguyễn", "Thị Ánh Tuyết")
    assert first.org.value == ["Trung tâm Chuyển đổi số tỉnh Hoa Giang"]
    assert first.title.value == "Phó giám đốc"
    assert (first.email.value, first.tel.value) == ("tuyet@example.vn", "+84 24 3999 1234")
    assert first.note.value.endswith(f"{NOTE}\n{NASTY}")
    for card, other in zip(vobject.readComponents(text), parse_vcards(text), strict=True):
        told = {name: [line.value for line in lines] for name, lines in card.contents.items()}
        assert [[told["fn"]], told["note"], told.get("tel", [])] == [[other["FN"]], other["NOTE"], other.get("TEL", [])]


@given(st.text(max_size=300))
def test_whatever_a_note_holds_a_card_reads_back(text):
    from showcase.leads.vcards import _folded, _text

    # Line ends of other systems become ours, and what ends a line for some readers must not end ours.
    plain = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    lines = ("BEGIN:VCARD", "VERSION:3.0", "FN:x", "N:;x;;;", f"NOTE:{_text(plain)}", "END:VCARD")
    written = "".join(_folded(line) for line in lines)
    (card,) = parse_vcards(written)
    assert card["NOTE"] == [plain]
    # A control character or the end of a line of other systems ends one for vobject too, and is in no note of ours.
    if plain.isprintable():
        assert vobject.readOne(written).note.value == plain


@given(st.text("'=+-@ \t\r\n|%＝＋ab1\u00a0", max_size=12))
def test_the_guard_is_exact_both_ways(text):
    assert unguarded(guarded(text)) == text
    assert not is_formula(guarded(text))


def test_the_checksums_are_those_of_the_files(filled, tmp_path):
    report = write_pack(gather(filled, "fr"), tmp_path / "p.zip")
    files = opened(tmp_path / "p.zip")
    listed = dict(reversed(line.split("  ")) for line in files.pop(SUMS).decode().splitlines())
    assert listed == report.files == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert list(files) == ["leads.xlsx", "leads.csv", "leads.vcf", "fields.csv"]


def test_who_withdrew_is_in_no_export(filled, tmp_path):
    write_pack(gather(filled, "vi"), tmp_path / "p.zip")
    with zipfile.ZipFile(io.BytesIO(opened(tmp_path / "p.zip")["leads.xlsx"])) as book:
        whole = b"".join(book.read(name) for name in book.namelist())
    whole += b"".join(opened(tmp_path / "p.zip").values())
    for secret in ("Rút Lại", "Chim hoàng yến"):
        assert secret.encode() not in whole
    assert "Ánh Tuyết".encode() in whole


def test_what_a_visitor_said_at_the_booth_is_taken_home(summit):
    badge = summit.badge(consents=())
    capture = summit.booth()
    subject = capture.read(badge.token, Method.WEDGE).subject
    assert as_vcards(gather(capture, "en")) == ""
    capture.detail(subject, "name", "Bích Ngọc")
    capture.detail(subject, "phone", "0912 345 678")
    (card,) = parse_vcards(as_vcards(gather(capture, "en")))
    assert (card["FN"], card["N"], card["TEL"]) == (["Bích Ngọc"], [["", "Bích Ngọc", "", "", ""]], ["0912 345 678"])
    assert "EMAIL" not in card


class SomePainter:
    """Writes what it is told, as the painter of the summary does."""

    def paint(self, summary, path):
        path.write_text(f"%PDF {summary.leads} {summary.content.leads[0].name}", encoding="utf-8")


def test_the_summary_is_painted_by_who_can_paint(filled, tmp_path):
    content = gather(filled, "vi")
    write_pack(content, tmp_path / "p.zip", painter=SomePainter())
    assert opened(tmp_path / "p.zip")["summary.pdf"].decode() == "%PDF 3 Nguyễn Thị Ánh Tuyết"
    summary = summarise(content)
    assert (summary.leads, summary.named, summary.follow_ups) == (3, 2, 1)
    assert summary.by_rating == {0: 2, 1: 0, 2: 0, 3: 0, 4: 1, 5: 0}
    assert summary.by_product == {"Bản đồ ngập": 1}
    assert summary.by_answer == {"Khi nào triển khai?": {"Quý này": 0, "Năm 2026": 1}}
    assert sum(summary.by_day.values()) == 3


def test_a_pack_that_cannot_be_written_leaves_what_was_there(filled, tmp_path):
    content = gather(filled, "vi")
    path = tmp_path / "p.zip"
    write_pack(content, path)
    before = path.read_bytes()

    class Failing:
        def paint(self, summary, path):
            assert summary.leads
            raise FileError("store.disk_failed", path=str(path))

    with pytest.raises(FileError):
        write_pack(content, path, painter=Failing())
    assert path.read_bytes() == before
    with pytest.raises(FileError):
        write_pack(content, tmp_path / "none" / "p.zip")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_device_or_a_pipe_is_not_replaced_by_a_pack(filled, tmp_path):
    os.mkfifo(tmp_path / "p.zip")
    with pytest.raises(ReadOnly):
        write_pack(gather(filled, "vi"), tmp_path / "p.zip")
    assert (tmp_path / "p.zip").is_fifo()
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_no_leads_are_a_pack_too(summit, tmp_path):
    report = write_pack(gather(summit.booth(), "en"), tmp_path / "p.zip")
    assert (report.leads, report.cards) == (0, 0)
    assert as_csv(gather(summit.booth(), "en")).count("\r\n") == 1


def test_a_pack_is_noted_and_cannot_be_taken_back(filled, tmp_path):
    before = filled.undo()

    report = export_pack(filled, tmp_path / "evening.zip", "vi", staff="Lan")

    with filled._station.reading() as session:
        (noted,) = list_facts(session, kinds=[FactKind.EXPORT])
    assert noted.body == {"file": "evening.zip", "leads": report.leads, "named": report.cards}
    assert (noted.staff, noted.subject) == ("Lan", "")
    again = filled.undo()
    assert before is not None
    assert again is not None
    assert again.what is not FactKind.EXPORT


def test_a_pack_that_cannot_be_noted_leaves_what_was_there(filled, tmp_path):
    export_pack(filled, tmp_path / "evening.zip", "vi")
    before = (tmp_path / "evening.zip").read_bytes()
    with closing(sqlite3.connect(filled._station.path, isolation_level=None)) as other:
        refuses = "BEFORE INSERT ON lead_facts WHEN new.kind = 'export' BEGIN SELECT RAISE(ABORT, 'full'); END"
        other.execute(f"CREATE TRIGGER full {refuses}")
    for name in ("evening.zip", "late.zip"):
        with pytest.raises(IntegrityError):
            export_pack(filled, tmp_path / name, "vi")
    assert (tmp_path / "evening.zip").read_bytes() == before
    assert not (tmp_path / "late.zip").exists()


def test_a_pack_takes_no_other_file_s_place(filled, summit, tmp_path):
    own, other, event = filled._station.path, summit.make(booth="A12"), Path(summit.database.path)
    for taken in (own, other, event):
        before = taken.read_bytes()
        with pytest.raises(ForeignFile) as caught:
            export_pack(filled, taken, "vi")
        assert (caught.value.key, caught.value.params["path"]) == ("leads.pack_place_taken", str(taken))
        assert taken.read_bytes() == before
    (tmp_path / "made.zip").touch()
    for language in ("vi", "en"):
        export_pack(filled, tmp_path / "made.zip", language)
    assert zipfile.is_zipfile(tmp_path / "made.zip")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_of_a_practice_says_so_wherever_it_is_opened(summit, tmp_path, language):
    badge = summit.badge(family_name="Đặng", given_name="Ướt")
    practice = begin_practice(summit.open(summit.make(booth="A12")))
    summit.opened.append(practice)
    capture = Capture(practice)
    capture.read(badge.token, Method.WEDGE)
    report = export_pack(capture, tmp_path / "gói.zip", language)
    assert report.path == tmp_path / "gói-practice.zip"
    assert [file.name for file in tmp_path.glob("*.zip")] == ["gói-practice.zip"]
    assert export_pack(capture, tmp_path / "Practice 2.zip", language).path == tmp_path / "Practice 2.zip"
    files = opened(report.path)
    assert all(name.startswith("practice-") for name in files if name != SUMS)
    word, counts = (message(f"leads.practice_{name}", language) for name in ("word", "counts"))
    book = load_workbook(io.BytesIO(files["practice-leads.xlsx"]))
    assert book.sheetnames[0].endswith(word)
    heads, row = book.worksheets[0].iter_rows(values_only=True)
    assert dict(zip(heads, row, strict=True))[message("leads.column_practice", language)] == counts
    (line,) = csv.DictReader(io.StringIO(files["practice-leads.csv"].decode("utf-8-sig"), newline=""))
    assert line["practice"] == counts
    assert "practice" in files["practice-fields.csv"].decode("utf-8-sig")
    (card,) = parse_vcards(files["practice-leads.vcf"].decode())
    assert card["FN"] == [f"Đặng Ướt ({word})"]
    assert card["NOTE"][0].startswith(message("leads.practice_pack", language))
    assert card["CATEGORIES"][0].startswith(f"{word},")


def test_a_pack_of_what_counts_says_nothing_of_practice(filled, tmp_path):
    report = export_pack(filled, tmp_path / "gói.zip", "en")
    assert report.path == tmp_path / "gói.zip"
    assert not [name for name, content in opened(report.path).items() if "practice" in name or b"practice" in content]
