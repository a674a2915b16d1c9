import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.errors import InputError
from showcase.visits.kept import keep
from showcase.visits.setup import Setup, checked, px_per_mm_of_card
from showcase.visits.station import open_station
from showcase.visits.stored import ask_once, has_setup, load_setup, save_setup


@pytest.fixture
def station(tmp_path):
    opened = open_station(tmp_path / "a.station")
    yield opened
    opened.close()


def loaded(station):
    with station.reading() as session:
        return load_setup(session)


def test_what_was_set_up_is_there_again(station):
    assert loaded(station) == Setup()
    setup = Setup("Sảnh A", "A12", "fr", 90, 2.01, 700, "22:00", "07:30")
    with station.transaction() as session:
        save_setup(session, setup)
    assert loaded(station) == setup


def test_a_station_is_asked_once_to_be_set_up(station):
    with station.transaction() as session:
        assert not has_setup(session)
        assert ask_once(session)
        assert not ask_once(session)
        save_setup(session, Setup(booth="A1"))
        assert has_setup(session)


@pytest.mark.parametrize(
    ("setup", "key"),
    [
        (Setup(turn=45), "turn"),
        (Setup(language="Deutsch"), "language"),
        *((Setup(px_per_mm=value), "card") for value in (0, -1, 99, math.nan, math.inf)),
        *((Setup(lower_edge_mm=value), "height") for value in (-1, 2001)),
        *((Setup(dim_from=value, dim_until="07:00"), "hours") for value in ("", "24:00", "7", "soon")),
        (Setup(name="x" * 81), "long"),
    ],
)
def test_what_cannot_be_gets_a_sentence(setup, key):
    with pytest.raises(InputError) as refused:
        checked(setup)
    assert refused.value.key == f"visits.setup_{key}"


def test_a_card_measures_the_screen():
    assert px_per_mm_of_card(171.2) == pytest.approx(2.0)
    with pytest.raises(InputError):
        px_per_mm_of_card(3)


@pytest.mark.parametrize(
    ("hours", "clock", "dim"),
    [
        (("22:00", "07:00"), "23:00", True),
        (("22:00", "07:00"), "06:59", True),
        (("22:00", "07:00"), "07:00", False),
        (("12:00", "13:00"), "12:30", True),
        (("12:00", "13:00"), "13:00", False),
        (("", ""), "03:00", False),
        (("08:00", "08:00"), "08:00", False),
    ],
)
def test_hours_may_span_midnight(hours, clock, dim):
    assert Setup(dim_from=hours[0], dim_until=hours[1]).is_dim(dt.time.fromisoformat(clock)) is dim


_JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=9) | st.floats(allow_nan=False), st.lists, max_leaves=3
)


@given(st.dictionaries(st.sampled_from([*Setup.__dataclass_fields__, "else"]), _JSON) | _JSON)
def test_whatever_is_kept_the_kiosk_starts(tmp_path_factory, stored):
    station = open_station(tmp_path_factory.mktemp("s") / "a.station")
    with station.transaction() as session:
        keep(session, "setup", stored)
    setup = loaded(station)
    station.close()
    assert checked(setup) == setup
    setup.is_dim(dt.time(3))
