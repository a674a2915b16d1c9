import datetime as dt
import os
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from showcase.errors import Cancelled, DamagedFile, FileError, InputError, MissingFile, UserError
from showcase.exchange import sheets
from showcase.exchange.sheets import read_table
from showcase.exchange.table import MAX_CELL, MAX_COLUMNS, column_name
from showcase.messages import LANGUAGES, sentence
from tests.lists import EXHIBITORS, Rows, csv_bytes, repack, write_csv, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
SHEET_XML = (
    '<?xml version="1.0"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def cells_of(path):
    return [row.cells for row in read_table(path).rows]


def refused(path, kind=InputError):
    with pytest.raises(kind) as caught:
        read_table(path)
    for language in LANGUAGES:
        assert path.name in sentence(caught.value, language)
    return caught.value.key


def read_or_refused(path):
    """Return the rows, () when the list is refused with a sentence; anything else that is raised is a bug."""
    try:
        rows = read_table(path).rows
    except UserError as problem:
        for language in LANGUAGES:
            sentence(problem, language)
        return ()
    assert rows
    return rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(tmp_path, delimiter):
    path = write_csv(tmp_path / "a.csv", EXHIBITORS, delimiter=delimiter)
    assert cells_of(path)[1][:5] == EXHIBITORS[1][:5]
    assert read_table(path).delimiter == {"\t": "tab"}.get(delimiter, delimiter)


def test_excel_may_declare_the_delimiter(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"sep=;\r\nname;booths\r\nSao, Mai;A1\r\n")
    table = read_table(path)
    assert [row.cells for row in table.rows] == [("name", "booths"), ("Sao, Mai", "A1")]
    assert [row.line for row in table.rows] == [2, 3]


def test_lines_are_counted_as_an_editor_shows_them(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'name,about\n\n"One","two\nlines"\n,,\nLast,\n')
    assert [(row.line, row.cells) for row in read_table(path).rows] == [
        (1, ("name", "about")),
        (3, ("One", "two\nlines")),
        (6, ("Last",)),
    ]


def test_a_quote_inside_a_word_is_part_of_it(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'name,size\nScreen 55" flat,A1\n')
    assert cells_of(path)[1] == ('Screen 55" flat', "A1")


def test_a_quote_that_is_never_closed_is_refused_with_its_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'name,about\nOne,fine\nTwo,"open\nThree,x\n')
    assert refused(path) == "exchange.quote_open"
    with pytest.raises(InputError) as caught:
        read_table(path)
    assert caught.value.params["line"] == 3


@pytest.mark.parametrize("data", [b"", b"\n\n \n", b"\xef\xbb\xbf", b",,;;\n,,\n", b"\0\0\0\0", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path, data):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert refused(path) == "exchange.empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n....",
        b"\xff\xd8\xff\xe0 JFIF",
        b"<html><table></table></html>",
        b"\xef\xbb\xbf<?xml version='1.0'?>",
        b"name,booths\nSao\0Mai,A1\n",
        b"SQLite format 3\0",
    ],
)
def test_what_is_no_list_is_refused(tmp_path, data):
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    assert refused(path) == "exchange.not_a_list"


def test_places_that_hold_no_list(tmp_path):
    assert refused(tmp_path) == "exchange.is_folder"
    assert refused(tmp_path / "gone.csv", MissingFile) == "exchange.missing"
    with pytest.raises(FileError):
        read_table(tmp_path / ("x" * 5_000))
    with pytest.raises(FileError):
        read_table(tmp_path / "a\0b")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe) == "exchange.not_a_list"


def test_old_and_locked_workbooks_are_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000))
    assert refused(path) == "exchange.old_excel"


def test_limits_of_a_list(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"name\n" + b"x" * 1_000_000)
    assert refused(path) == "exchange.cell_too_long"
    path.write_bytes(b"name," + b"x" * MAX_CELL)
    assert len(cells_of(path)[0][1]) == MAX_CELL
    path.write_bytes(b"name\n" + b"x," * MAX_COLUMNS + b"x")
    assert refused(path) == "exchange.too_many_columns"
    path.write_bytes(b"name\n" + b"x\n" * 200_001)
    assert refused(path) == "exchange.too_many_rows"
    monkeypatch.setattr(sheets, "MAX_BYTES", 1_000)
    assert refused(path) == "exchange.too_big"


def test_reading_stops_when_asked(tmp_path):
    def stop(done: int, total: int) -> None:
        assert 0 <= done <= total
        raise Cancelled

    path = tmp_path / "a.csv"
    path.write_bytes(b"name\n" + b"x\n" * 6_000)
    with pytest.raises(Cancelled):
        read_table(path, stop)
    with pytest.raises(Cancelled):
        read_table(write_xlsx(tmp_path / "a.xlsx", [["x"]] * 2_500), stop)


def test_a_workbook_says_what_it_shows(tmp_path):
    rows: Rows = [
        ["name", "phone", "amount", "on", "at", "yes", "half"],
        ["Đèn", "0912000001", 12.0, dt.date(2026, 5, 14), dt.datetime.fromisoformat("2026-05-14 09:30"), True, 0.5],
    ]
    table = read_table(write_xlsx(tmp_path / "a.xlsx", rows))
    assert table.rows[1].cells == ("Đèn", "0912000001", "12", "2026-05-14", "2026-05-14 09:30", "yes", "0.5")
    assert (table.encoding, table.guessed, table.delimiter, table.sheet) == ("", False, "", "Danh sách")


def test_leading_zeros_that_a_format_shows_are_kept(tmp_path):
    book = Workbook()
    book.worksheets[0].append(["phone", 912000001])
    book.worksheets[0].cell(1, 2).number_format = "0000000000"
    book.save(tmp_path / "a.xlsx")
    assert cells_of(tmp_path / "a.xlsx") == [("phone", "0912000001")]


def test_cells_in_old_vietnamese_fonts_are_read_as_they_look(tmp_path):
    book = Workbook()
    sheet = book.worksheets[0]
    for row, (text, font) in enumerate(
        [("hép møt tÕt", ".VnTime"), ("hép møt tÕt", ".VnTimeH"), ("Ñaïi hoïc", "VNI-Times"), ("Đèn", ".VnTime")], 1
    ):
        sheet.cell(row, 1, text).font = Font(name=font)
    book.save(tmp_path / "a.xlsx")
    assert cells_of(tmp_path / "a.xlsx") == [("hộp mứt tết",), ("HỘP MỨT TẾT",), ("Đại học",), ("Đèn",)]


def test_of_several_worksheets_the_first_visible_one_with_data_is_read(tmp_path):
    book = Workbook()
    book.worksheets[0].title = "Empty"
    hidden = book.create_sheet("Hidden")
    hidden.append(["secret"])
    hidden.sheet_state = "hidden"
    for title in ("People", "Older", "Blank"):
        book.create_sheet(title)
    book["People"].append(["name"])
    book["Older"].append(["name"])
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert (table.sheet, table.other_sheets) == ("People", ("Older",))
    assert [row.cells for row in table.rows] == [("name",)]


def test_a_title_over_merged_cells_and_gaps_keep_their_places(tmp_path):
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "List of exhibitors"
    sheet.merge_cells("A1:C1")
    sheet["A3"], sheet["C3"] = "name", "hall"
    book.save(tmp_path / "a.xlsx")
    assert [(row.line, row.cells) for row in read_table(tmp_path / "a.xlsx").rows] == [
        (1, ("List of exhibitors",)),
        (3, ("name", "", "hall")),
    ]


def test_a_formula_gives_what_was_calculated_last(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["x"]])
    rows = '<row r="1"><c r="A1" t="str"><f>1+1</f><v>two</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    repack(path, {SHEET: SHEET_XML.format(doctype="", rows=rows).encode()})
    assert cells_of(path) == [("two", "#DIV/0!")]


def test_a_workbook_with_macros_is_read_and_nothing_of_it_runs(tmp_path):
    path = repack(write_xlsx(tmp_path / "a.xlsm", EXHIBITORS), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro"})
    assert cells_of(path)[1][0] == "E1"


def test_bombs_are_refused_before_they_are_unpacked(tmp_path):
    zeros = repack(write_xlsx(tmp_path / "zeros.xlsx", [["x"]]), {"xl/media/a.bin": bytes(30_000_000)})
    assert refused(zeros) == "exchange.bomb"
    large = write_xlsx(tmp_path / "large.xlsx", [["x"]])
    with zipfile.ZipFile(large, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/media/b.bin", bytes(49_999_999))
    assert refused(large) in {"exchange.bomb", "exchange.too_big"}
    parts = write_xlsx(tmp_path / "parts.xlsx", [["x"]])
    with zipfile.ZipFile(parts, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/{number}", b"")
    assert refused(parts) == "exchange.bomb"


def test_laughs_and_faraway_cells_are_refused(tmp_path):
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    path = write_xlsx(tmp_path / "laughs.xlsx", [["x"]])
    repack(path, {SHEET: SHEET_XML.format(doctype=laughs, rows=row).encode()})
    assert refused(path, DamagedFile) == "exchange.workbook_damaged"
    far = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 2_500))
    repack(path, {SHEET: SHEET_XML.format(doctype="", rows=far).encode()})
    assert refused(path) == "exchange.too_many_columns"
    low = '<row r="1"><c r="A1"><v>1</v></c></row><row r="999999999"><c r="A999999999"><v>1</v></c></row>'
    repack(path, {SHEET: SHEET_XML.format(doctype="", rows=low).encode()})
    assert refused(path) == "exchange.bomb"


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refused(path) == "exchange.not_a_list"


def test_a_workbook_cut_off_anywhere_is_refused_or_read_in_full(tmp_path):
    whole = write_xlsx(tmp_path / "whole.xlsx", EXHIBITORS)
    data = whole.read_bytes()
    rows = read_table(whole).rows
    path = tmp_path / "a.xlsx"
    for length in range(4, len(data), max(1, len(data) // 60)):
        path.write_bytes(data[:length])
        assert read_or_refused(path) in {rows, ()}
    path.write_bytes(data[:3_000])
    assert refused(path, DamagedFile) == "exchange.workbook_damaged"


@settings(max_examples=50)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused_with_a_sentence(tmp_path_factory, at, patch):
    folder = tmp_path_factory.mktemp("damaged")
    data = bytearray(write_xlsx(folder / "a.xlsx", EXHIBITORS).read_bytes())
    at %= len(data)
    data[at : at + len(patch)] = patch
    (folder / "a.xlsx").write_bytes(data)
    read_or_refused(folder / "a.xlsx")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "a.csv"
    path.write_bytes(data)
    read_or_refused(path)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z", "M")), min_size=1, max_size=20)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=6), st.sampled_from([",", ";", "\t"]))
def test_what_was_written_is_read(tmp_path_factory, rows, delimiter):
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    path.write_bytes(b"sep=" + delimiter.encode() + b"\n" + csv_bytes(rows, delimiter=delimiter))
    read = [row.cells for row in read_table(path).rows]
    assert [len(row) for row in read] == [3] * len(rows)


def test_columns_are_called_as_spreadsheets_do():
    assert [column_name(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


def test_what_was_guarded_against_formulas_is_read_as_it_was(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone,Note\nAn,'+84 24 3999,''tis\nBo,'=1+1,'quoted'\n", encoding="utf-8")
    rows = [row.cells for row in read_table(path).rows[1:]]
    assert rows == [("An", "+84 24 3999", "''tis"), ("Bo", "=1+1", "'quoted'")]
