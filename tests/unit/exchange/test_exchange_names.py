import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.errors import InputError
from showcase.exchange.booth_codes import read_booths
from showcase.exchange.names import order_of, split_name
from showcase.exchange.words import find_word, split_list
from showcase.people.kinds import NameOrder, Role
from showcase.text import full_name


@pytest.mark.parametrize(
    ("full", "country", "family", "given"),
    [
        ("Nguyễn Thị Bích Ngọc", None, "Nguyễn Thị Bích", "Ngọc"),
        ("NGUYỄN VĂN ĐỨC", None, "NGUYỄN VĂN", "ĐỨC"),
        ("nguyen van duc", "VN", "nguyen van", "duc"),
        ("PGS.TS. Đặng Văn Ế", None, "PGS.TS. Đặng Văn", "Ế"),
        ("Lê Ỷ", None, "Lê", "Ỷ"),
        ("tran thi huyen", None, "tran thi", "huyen"),
        ("Trần Thị Huyền", "FR", "Trần Thị", "Huyền"),
        ("Kim Min-jun", "KR", "Kim", "Min-jun"),
        ("Yamada Tarō", "JP", "Yamada", "Tarō"),
    ],
)
def test_names_that_open_with_the_family(full, country, family, given):
    name = split_name(full, country)
    assert (name.family, name.given, name.order) == (family, given, NameOrder.FAMILY_FIRST)


@pytest.mark.parametrize(
    ("full", "country", "family", "given"),
    [
        ("Zoé Moreau", None, "Moreau", "Zoé"),
        ("Zoé MOREAU LEFÈVRE", "FR", "MOREAU LEFÈVRE", "Zoé"),
        ("Dang Ly", "US", "Ly", "Dang"),
        ("Jan van der Berg", "NL", "van der Berg", "Jan"),
        ("Moreau, Zoé", None, "Moreau", "Zoé"),
        ("Mary Ann Smith", "US", "Smith", "Mary Ann"),
    ],
)
def test_names_that_open_with_the_given_name(full, country, family, given):
    name = split_name(full, country)
    assert (name.family, name.given, name.order) == (family, given, NameOrder.GIVEN_FIRST)


def test_capitals_in_front_are_the_family():
    name = split_name("TANAKA Yui")
    assert (name.family, name.given, name.order) == ("TANAKA", "Yui", NameOrder.FAMILY_FIRST)


def test_a_single_word_is_the_given_name():
    assert (split_name("Ronaldinho").family, split_name("Ronaldinho").given) == ("", "Ronaldinho")


WORD = st.text("abcĐđéN-'.", min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=6), st.sampled_from([None, "VN", "US"]))
def test_no_word_of_a_name_is_lost(words, country):
    name = split_name(" ".join(words), country)
    assert full_name(name.family, name.given, family_first=name.order is NameOrder.FAMILY_FIRST) == " ".join(words)


def test_the_order_of_a_name_in_two_columns():
    assert order_of("Nguyễn Thị Bích", "Ngọc", None) is NameOrder.FAMILY_FIRST
    assert order_of("Kim", "Min-jun", "KR") is NameOrder.FAMILY_FIRST
    assert order_of("Moreau", "Zoé", "FR") is NameOrder.GIVEN_FIRST


@pytest.mark.parametrize(
    ("booths", "halls", "places"),
    [
        ("Bellini 2001A; Bellini 2002", "X", (("X", "Bellini 2001A"), ("X", "Bellini 2002"))),
        ("A1;A2", "A; B", (("A", "A1"), ("B", "A2"))),
        ("A1;a1;A2;A1", "", (("", "A1"), ("", "A2"))),
        ("A1 và A2", "A", (("A", "A1"), ("A", "A2"))),
        ("A1 & A2", "A", (("A", "A1"), ("A", "A2"))),
        ("Food and Drink Pavilion", "N", (("N", "Food and Drink Pavilion"),)),
        ("Westgate Hospitality Suites", "", (("", "Westgate Hospitality Suites"),)),
        ("14717d", "W", (("W", "14717d"),)),
        ("", "A", ()),
    ],
)
def test_booths_and_their_halls(booths, halls, places):
    assert read_booths(booths, halls) == places


@pytest.mark.parametrize(
    ("booths", "halls"), [("A1; A2; A3", "A; B"), ("A1", "A; B"), ("x" * 65, ""), ("A1", "h" * 65)]
)
def test_booths_that_cannot_be_told_from_each_other(booths, halls):
    with pytest.raises(InputError):
        read_booths(booths, halls)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Diễn giả", Role.SPEAKER),
        ("DIEN GIA", Role.SPEAKER),
        ("Speaker", Role.SPEAKER),
        ("intervenante", Role.SPEAKER),
        ("phóng viên", Role.PRESS),
        ("Khách mời / Guest", Role.VISITOR),
        ("Đại biểu", Role.DELEGATE),
        ("BTC", Role.ORGANISER),
        ("Bénévole", Role.CREW),
        ("Exposant", Role.EXHIBITOR),
        ("V.I.P", Role.VIP),
        ("king", None),
    ],
)
def test_roles_in_three_languages(text, role):
    assert find_word("role", text) == role


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Việt Nam", "VN"),
        ("viet nam", "VN"),
        ("vn", "VN"),
        ("Pháp", "FR"),
        ("Hàn Quốc", "KR"),
        ("U.S.A.", "US"),
        ("États-Unis", "US"),
        ("Türkiye", "TR"),
        ("MY", "MY"),
        ("Mỹ", "US"),
        ("AO", "AO"),
        ("Áo", "AT"),
        ("Nowhere", None),
    ],
)
def test_countries_in_three_languages(text, code):
    assert find_word("country", text) == code


def test_a_cell_that_holds_several():
    assert split_list("a; b , c|d\ne;;") == ["a", "b", "c", "d", "e"]
