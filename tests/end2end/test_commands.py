"""The main job as a person types it: a list in, badges and signs out, every code proven."""

import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook
from pypdf import PdfReader

from showcase.cli import main

PEOPLE = (
    ("Nguyễn", "Thị Bích Ngọc", "exhibitor"),
    ("Đặng", "Ướt Át Ễnh", "speaker"),
    ("Trần", "Hoàng Phương Uyên", "delegate"),
    ("Morel", "Claire", "press"),
)
EXHIBITORS = (
    ("Công ty Sao Mai Giả Tưởng", "A1; A2", "VN"),
    ("Sông Hồng Cảm Biến", "B7", "VN"),
    ("Lumière Urbaine Imaginaire", "C3", "FR"),
)


@pytest.fixture
def people(tmp_path):
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(("Họ", "Tên", "Vai trò", "Đơn vị", "Mã"))
    for number, (family, given, role) in enumerate(PEOPLE):
        sheet.append((family, given, role, "Sông Hồng Cảm Biến", f"P{number}"))
    file = tmp_path / "khách mời.xlsx"
    book.save(file)
    return file


@pytest.fixture
def exhibitors(tmp_path):
    file = tmp_path / "exhibitors.csv"
    rows = ["Company;Booth;Country", *(f'{name};"{booths}";{country}' for name, booths, country in EXHIBITORS)]
    file.write_text("\n".join(rows), encoding="utf-8-sig")
    return file


@pytest.fixture
def event(tmp_path):
    return tmp_path / "hội nghị.showcase"


@pytest.fixture
def run(capsys, event):
    """Type a command on the event and return (exit code, the object of --json)."""

    def typed(*words, code=0):
        result = main([*(str(word) for word in words), "--event", str(event), "--json"])
        said = capsys.readouterr()
        assert result == code, said.err
        assert "Traceback" not in said.err
        return json.loads(said.out.splitlines()[-1])

    return typed


@pytest.fixture
def passphrase(monkeypatch):
    monkeypatch.setenv("SHOWCASE_PASSPHRASE", "thử một lần nữa")


def test_a_list_goes_in_once(run, exhibitors, event):
    dry = run("import", exhibitors, "--as", "exhibitors", "--dry-run")
    assert (dry["added"], dry["written"], event.exists()) == (3, False, False)

    first = run("import", exhibitors, "--as", "exhibitors")
    again = run("import", exhibitors, "--as", "exhibitors")

    assert (first["added"], first["changed"], first["unchanged"], first["rejected"]) == (3, 0, 0, 0)
    assert (again["added"], again["changed"], again["unchanged"], again["rejected"]) == (0, 0, 3, 0)


def test_signs_are_one_for_each_exhibitor_and_booth_and_verify(run, exhibitors, tmp_path):
    run("import", exhibitors, "--as", "exhibitors")
    run("event", "set", "base_url", "HTTPS://VASC.EXAMPLE")

    printed = run("print", "signs", "--out", tmp_path / "signs.pdf")
    verified = run("verify", tmp_path / "signs.pdf")
    codes = verified["codes"]
    (job,) = run("print", "--history")["jobs"]

    assert verified["print_job"]["job"].replace("-", "") == job["job"]
    assert (printed["items"], printed["pages"], printed["proven"], printed["failed"]) == (4, 4, 4, 0)
    assert printed["files"] == [str(tmp_path / "signs.pdf")]
    assert len(codes) == 4
    assert all(code["text"].startswith("HTTPS://VASC.EXAMPLE/E/") and code["verdict"] == "sign" for code in codes)
    assert [code["place"]["page"] for code in codes] == [1, 2, 3, 4]


def test_signs_without_an_address_are_refused_unless_the_job_gives_one(run, exhibitors, tmp_path):
    run("import", exhibitors, "--as", "exhibitors")
    out = tmp_path / "signs.pdf"

    refused = run("print", "signs", "--out", out, code=1)
    assert refused["error"]["key"] == "cli.base_url_missing"
    assert not out.exists()

    assert run("print", "signs", "--out", out, "--base-url", "https://example.org")["proven"] == 4


@pytest.mark.parametrize(("template", "sheet", "pages"), [("badge-a6", "page", 4), ("badge-cr80", "a4-cr80", 1)])
def test_badges_are_issued_printed_and_proven(run, passphrase, people, tmp_path, template, sheet, pages):
    out = tmp_path / "badges.pdf"
    run("import", people, "--as", "people")

    printed = run("print", "badges", "--out", out, "--template", template, "--sheet", sheet)
    codes = run("verify", out)["codes"]

    assert (printed["items"], printed["pages"], printed["proven"], printed["failed"]) == (4, pages, 4, 0)
    assert len({code["text"] for code in codes}) == 4
    assert {code["verdict"] for code in codes} == {"badge"}
    text = unicodedata.normalize(
        "NFC", " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    )
    for family, given, _ in PEOPLE[:3]:
        assert f"{family} {given}" in text


def test_a_badge_of_another_event_is_told_apart(run, passphrase, people, tmp_path, capsys):
    run("import", people, "--as", "people")
    run("print", "badges", "--out", tmp_path / "badges.pdf")
    other = tmp_path / "other.showcase"
    main(["event", "set", "name.en", "Another one", "--event", str(other)])
    capsys.readouterr()

    assert main(["verify", str(tmp_path / "badges.pdf"), "--event", str(other), "--json"]) == 0

    codes = json.loads(capsys.readouterr().out.splitlines()[-1])["codes"]
    assert {code["verdict"] for code in codes} == {"badge_other_event"}


def test_badges_without_a_passphrase_are_refused_with_the_sentence(run, people, tmp_path, monkeypatch):
    run("import", people, "--as", "people")
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    refused = run("print", "badges", "--out", tmp_path / "badges.pdf", code=1)

    assert refused["error"]["key"] == "cli.passphrase_needed"
    assert not (tmp_path / "badges.pdf").exists()


def test_a_wrong_passphrase_changes_nothing(run, passphrase, people, tmp_path, monkeypatch, event):
    run("import", people, "--as", "people")
    run("print", "badges", "--out", tmp_path / "badges.pdf")
    more = tmp_path / "more.csv"
    more.write_text("Họ,Tên,Vai trò\nLý,Thị Sen,visitor\n", encoding="utf-8")
    run("import", more, "--as", "people")
    before = event.read_bytes()
    monkeypatch.setenv("SHOWCASE_PASSPHRASE", "not this one")

    refused = run("print", "badges", "--out", tmp_path / "again.pdf", code=1)

    assert refused["error"]["key"] == "qr.passphrase_wrong"
    assert event.read_bytes() == before
    assert not (tmp_path / "again.pdf").exists()


def test_the_passphrase_can_stand_in_a_file(run, people, tmp_path):
    run("import", people, "--as", "people")
    file = tmp_path / "passphrase"
    file.write_text("một câu thật dài\n", encoding="utf-8")

    printed = run("print", "badges", "--out", tmp_path / "badges.pdf", "--passphrase-file", file)

    assert printed["proven"] == 4


def test_pictures_are_one_for_each_page(run, exhibitors, tmp_path):
    run("import", exhibitors, "--as", "exhibitors")

    printed = run("print", "signs", "--out", tmp_path / "sign.png", "--base-url", "https://example.org")

    assert [Path(file).name for file in printed["files"]] == [f"sign-{n:03}.png" for n in range(1, 5)]
    assert all(Path(file).is_file() for file in printed["files"])


def test_a_command_that_fails_leaves_no_new_event(run, tmp_path, event):
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")

    run("import", empty, "--as", "people", code=1)

    assert not event.exists()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["empty.csv"]


@pytest.mark.parametrize(
    "words",
    [
        ("import", "{nothing}", "--as", "people"),
        ("print", "badges", "--out", "{tmp}/a.pdf"),
        ("verify", "{nothing}"),
        ("event", "show"),
        ("event", "set", "nonsense", "1"),
    ],
)
def test_what_is_missing_is_a_sentence(run, tmp_path, words, event):
    filled = [word.format(nothing=tmp_path / "nothing.csv", tmp=tmp_path) for word in words]

    refused = run(*filled, code=1)

    assert refused["error"]["sentence"]
    assert not event.exists()


@pytest.mark.parametrize(
    "words", [("print",), ("import", "a.csv"), ("fly",), ("event", "set", "name"), ("print", "signs")]
)
def test_what_cannot_be_understood_has_code_2(words, capsys):
    assert main([*words]) == 2
    assert "--help" in capsys.readouterr().err


def test_main_starts_the_same_program(tmp_path):
    root = Path(__file__).parents[2]

    started = subprocess.run(
        [sys.executable, root / "main.py", "--version"], capture_output=True, text=True, check=True
    )

    assert started.stdout.startswith("showcase ")


def test_the_event_shows_its_values(run, event):
    run("event", "set", "name.vi", "Hội nghị Mẫu")
    run("event", "set", "starts_on", "2025-12-23")

    shown = run("event", "show")["event"]

    assert (shown["name.vi"], shown["starts_on"], shown["languages"]) == ("Hội nghị Mẫu", "2025-12-23", "vi,en,fr")


def test_doctor_finds_nothing_wrong_with_a_whole_event(run):
    run("event", "set", "name.vi", "Hội nghị Mẫu")

    found = run("doctor")["findings"]

    assert {finding["state"] for finding in found} <= {"good", "look"}
    assert any("is whole" in finding["words"] for finding in found)


def test_doctor_names_what_is_damaged_and_the_way_back(run, exhibitors, event):
    run("import", exhibitors, "--as", "exhibitors")
    content = bytearray(event.read_bytes())
    content[-40_000:] = b"\xab" * 40_000
    event.write_bytes(content)

    found = run("doctor", code=1)["findings"]

    (stop,) = [finding["words"] for finding in found if finding["state"] == "stop"]
    assert f"{event.name}.backups" in stop


def test_only_what_was_not_printed_or_changed_since_is_printed(run, exhibitors, tmp_path):
    run("import", exhibitors, "--as", "exhibitors")
    run("event", "set", "base_url", "https://sample.example")
    out = tmp_path / "signs.pdf"
    unprinted = ("print", "signs", "--out", out, "--unprinted")
    changed = ("print", "signs", "--out", out, "--changed")

    assert run(*changed)["items"] == 0
    assert not out.exists()
    assert run(*unprinted)["proven"] == 4
    assert run(*unprinted)["files"] == []

    exhibitors.write_text(exhibitors.read_text(encoding="utf-8-sig").replace("B7", "B8"), encoding="utf-8-sig")
    run("import", exhibitors, "--as", "exhibitors")
    out.unlink()
    assert run(*unprinted)["items"] == 0
    assert not out.exists()
    printed = run(*changed)
    assert (printed["items"], printed["proven"]) == (1, 1)
    assert "B8" in PdfReader(out).pages[0].extract_text()
    assert run(*changed)["items"] == 0


def test_another_booth_number_prints_exactly_what_shows_it(run, passphrase, people, exhibitors, tmp_path):
    run("import", exhibitors, "--as", "exhibitors")
    run("import", people, "--as", "people")
    run("event", "set", "base_url", "https://sample.example")
    shown = {"signs": 4, "fascias": 4, "posters": 3, "badges": 4}
    for what, n in shown.items():
        assert run("print", what, "--out", tmp_path / f"{what}.pdf")["proven"] == n
        assert run("print", what, "--out", tmp_path / "none.pdf", "--changed")["items"] == 0
    exhibitors.write_text(exhibitors.read_text(encoding="utf-8-sig").replace("B7", "B8"), encoding="utf-8-sig")
    run("import", exhibitors, "--as", "exhibitors")
    for what in shown:
        out = tmp_path / f"{what}-again.pdf"
        assert run("print", what, "--out", out, "--changed")["proven"] == 1, what
        (page,) = PdfReader(out).pages
        assert "B8" in page.extract_text(), what
        assert run("print", what, "--out", tmp_path / "none.pdf", "--changed")["items"] == 0, what
    assert not (tmp_path / "none.pdf").exists()


def test_new_people_get_their_badges_and_the_others_are_not_printed_again(run, passphrase, people, tmp_path):
    out = tmp_path / "badges.pdf"
    run("import", people, "--as", "people")
    assert run("print", "badges", "--out", out, "--changed")["items"] == 0, "nobody has a badge that could have changed"
    assert run("print", "badges", "--out", out, "--unprinted")["proven"] == 4
    assert run("print", "badges", "--out", out, "--unprinted")["items"] == 0


def test_unprinted_and_changed_exclude_each_other(event, tmp_path, capsys):
    typed = ["print", "signs", "--out", str(tmp_path / "s.pdf"), "--unprinted", "--changed", "--event", str(event)]
    assert main(typed) == 2
    assert "--changed" in capsys.readouterr().err
