from collections.abc import Sequence
from pathlib import Path

import pytest

from showcase.errors import InputError
from showcase.exchange.columns import FIELDS, Kind, Why, field_name, map_columns, plain
from showcase.exchange.table import Row, Table
from showcase.messages import LANGUAGES, catalogue, sentence

SPOKEN = ("vi", "en", "fr")


def table(*rows: Sequence[str]) -> Table:
    return Table(Path("list.csv"), tuple(Row(line, tuple(cells)) for line, cells in enumerate(rows, 1)))


def mapped(headings, kind=Kind.EXHIBITORS, languages=SPOKEN, language=None):
    columns = map_columns(table(headings, ["x"] * len(headings)), kind, languages, language)
    return {match.heading: (match.field, match.language) for match in columns.matches}


def test_the_columns_of_a_large_trade_show():
    headings = (
        "exhibitor_id,name,booths,hall,description,seeking_funding,funding_amount,investment_stage,revenue,logo_file,"
        "featured,tags"
    )
    columns = map_columns(table(headings.split(",")), Kind.EXHIBITORS, SPOKEN)
    fields = "ref name booths hall description seeking_funding amount stage revenue featured tags"
    assert [match.field for match in columns.matches] == fields.split()
    assert [(it.heading, it.why) for it in columns.unused] == [("logo_file", Why.UNKNOWN)]
    assert columns.language == "en"
    assert [match.target for match in columns.matches][:3] == ["ref", "name.en", "booths"]


def test_headings_in_three_languages_are_the_texts_of_three_languages():
    assert mapped(["Tên đơn vị", "Organisation", "Organisation (FR)", "Mô tả", "Description EN", "Présentation"]) == {
        "Tên đơn vị": ("name", "vi"),
        "Organisation": ("name", "en"),
        "Organisation (FR)": ("name", "fr"),
        "Mô tả": ("description", "vi"),
        "Description EN": ("description", "en"),
        "Présentation": ("description", "fr"),
    }


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("HỌ VÀ TÊN", "full_name"),
        ("Ho va ten", "full_name"),
        ("Họ và tên / Full name", "full_name"),
        ("Full name *", "full_name"),
        ("  E-mail:", "email"),
        ("SĐT", "phone"),
        ("Số điện thoại (Mobile)", "phone"),
        ("Quốc tịch\n(Nationality)", "country"),
        ("Prénom et nom", "full_name"),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading, field):
    found = mapped([heading, "Họ và tên"] if field != "full_name" else [heading], Kind.PEOPLE)
    assert found[heading][0] == field


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["Họ", "Tên"], ["family_name", "given_name"]),
        (["Họ và đệm", "Tên"], ["family_name", "given_name"]),
        (["Nom", "Prénom"], ["family_name", "given_name"]),
        (["Name", "Surname"], ["given_name", "family_name"]),
        (["First name", "Last name"], ["given_name", "family_name"]),
        (["Tên"], ["full_name"]),
        (["Nom"], ["full_name"]),
    ],
)
def test_half_a_name_is_known_by_the_other_half(headings, fields):
    assert [field for field, _ in mapped(headings, Kind.PEOPLE).values()] == fields


def test_titles_above_the_headings_are_passed_over():
    rows = table(
        ["DANH SÁCH ĐẠI BIỂU"], ["Hà Nội, 12/2025"], ["TT", "Họ và tên", "Chức vụ", "Cơ quan"], ["1", "A", "B", "C"]
    )
    columns = map_columns(rows, Kind.PEOPLE, SPOKEN)
    assert columns.heading_row.line == 3
    assert [match.field for match in columns.matches] == ["full_name", "job_title", "organisation"]


def test_the_second_column_of_a_field_is_not_used():
    columns = map_columns(table(["name", "Email", "E-mail"]), Kind.EXHIBITORS, SPOKEN)
    assert [(it.column, it.why) for it in columns.unused] == [(2, Why.TWICE)]
    columns = map_columns(table(["name", "name", "description", "description"]), Kind.EXHIBITORS, ("en",))
    assert [(it.column, it.why) for it in columns.unused] == [(1, Why.TWICE), (3, Why.TWICE)]


def test_languages_that_the_event_does_not_have_are_not_used():
    columns = map_columns(table(["Name EN", "Name FR"]), Kind.EXHIBITORS, ("vi", "en"))
    assert [(match.heading, match.language) for match in columns.matches] == [("Name EN", "en")]
    assert [it.why for it in columns.unused] == [Why.NOT_CONTENT]


def test_the_language_of_the_texts_may_be_said():
    assert mapped(["name", "description"], language="fr") == {
        "name": ("name", "fr"),
        "description": ("description", "fr"),
    }


def test_every_field_has_a_name_in_every_language():
    for kind in Kind:
        for field in FIELDS[kind]:
            assert all(sentence(field_name(field), language) for language in LANGUAGES)
    for why in Why:
        assert f"exchange.why_{why}" in catalogue()


@pytest.mark.parametrize(
    ("kind", "rows", "key"),
    [
        (Kind.EXHIBITORS, [["Sao Mai", "A1", "0912 000 001"]], "exchange.no_headings"),
        (Kind.EXHIBITORS, [["Sao Mai", "Ngày Mới"]], "exchange.headings_unknown"),
        (Kind.EXHIBITORS, [["Booth", "Hall"], ["A1", "A"]], "exchange.missing_column"),
        (Kind.PEOPLE, [["Email", "Role"]], "exchange.missing_column"),
        (Kind.PRODUCTS, [["Product"], ["Lamp"]], "exchange.missing_column"),
    ],
)
def test_lists_that_do_not_say_what_their_columns_are(kind, rows, key):
    with pytest.raises(InputError) as caught:
        map_columns(table(*rows), kind, SPOKEN)
    assert caught.value.key == key
    for language in LANGUAGES:
        assert "list.csv" in sentence(caught.value, language)


def test_no_two_fields_of_a_list_share_a_heading():
    for kind in Kind:
        owners: dict[str, set[str]] = {}
        for field, words in FIELDS[kind].items():
            for heading in "|".join(words.values()).split("|"):
                owners.setdefault(plain(heading), set()).add(field)
        assert {heading: fields for heading, fields in owners.items() if len(fields) > 1} == {}
