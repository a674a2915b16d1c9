"""The PIN: what it may be, the tries, the wait, and what restarts, clocks and full disks do to them."""

import datetime as dt
import multiprocessing
import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.errors import InputError
from showcase.visits import guarding
from showcase.visits.guarding import Answer, Guard, Verdict, has_pin, set_pin, wait_after
from showcase.visits.kept import keep, recall
from showcase.visits.pins import checked_pin, digits_of, in_groups
from showcase.visits.station import open_station

PIN = "738914"


class Clocks:
    """The clock on the wall, which people set, and the steady one."""

    def __init__(self):
        self.wall = dt.datetime(2026, 11, 26, 9, tzinfo=dt.UTC)
        self.steady_s = 5.0

    def moment(self):
        return self.wall

    def steady(self):
        return self.steady_s

    def pass_by(self, seconds):
        self.wall += dt.timedelta(seconds=seconds)
        self.steady_s += seconds


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch):
    """The strength of the hash is looked at by a test of its own."""
    monkeypatch.setattr(guarding, "_MEMORY_KIB", 64)
    monkeypatch.setattr(guarding, "_PASSES", 1)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kiosk.station"


@pytest.fixture
def station(path):
    opened = open_station(path)
    set_pin(opened, PIN)
    yield opened
    opened.close()


@pytest.fixture
def clocks():
    return Clocks()


def guard_of(station, clocks):
    return Guard(station, clocks.moment, clocks.steady)


def restarted(path, clocks):
    """Return a guard as another run of the program has it: its steady clock begins anew."""
    clocks.steady_s = 0.0
    return guard_of(open_station(path), clocks)


def lock(guard, times=5):
    return [guard.attempt("111222") for _ in range(times)][-1]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("12345", "visits.pin_short"),
        ("", "visits.pin_digits"),
        ("abc123", "visits.pin_digits"),
        ("1234567890123", "visits.pin_long"),
        *((pin, "visits.pin_pattern") for pin in ("000000", "123456", "654321", "246802", "890123", "121212")),
        *((pin, "visits.pin_pattern") for pin in ("123123", "112211", "582285", "147258", "112233", "7777778")),
        *((pin, "visits.pin_date") for pin in ("261126", "112690", "850714", "14071985", "19850714", "07141985")),
    ],
)
def test_a_pin_that_is_guessed_first_is_refused(typed, key):
    with pytest.raises(InputError) as refused:
        checked_pin(typed)
    assert refused.value.key == key


@pytest.mark.parametrize("typed", ["738914", "73 89 14", "73-89-14", "７３８９１４", "99887766504"])
def test_other_pins_are_taken_however_they_are_grouped(typed):
    assert checked_pin(typed).isdigit()


def is_taken(typed):
    with suppress(InputError):
        return bool(checked_pin(typed))
    return False


@given(st.text(max_size=30))
def test_any_text_is_a_pin_or_gets_a_sentence(typed):
    assert not is_taken(typed) or 6 <= len(checked_pin(typed)) <= 12


def test_most_pins_remain():
    taken = sum(is_taken(f"{number:06}") for number in range(0, 10**6, 101))
    assert 0.85 < taken / 9901 < 0.95


def test_the_right_pin_opens_and_nothing_readable_is_kept(station, path, clocks):
    assert guard_of(station, clocks).attempt("73 89 14") == Answer(Verdict.OPEN, 5)
    station.tidy()
    assert PIN.encode() not in path.read_bytes()


def test_the_hash_is_argon2id_of_the_strength_that_is_promised(path, monkeypatch):
    monkeypatch.undo()
    opened = open_station(path)
    set_pin(opened, PIN)
    with opened.reading() as session:
        hashed = recall(session, "pin")
    opened.close()
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert guarding._is_right(PIN, hashed)
    assert not guarding._is_right("738915", hashed)


def test_without_a_pin_nothing_opens(path, clocks):
    opened = open_station(path)
    with opened.reading() as session:
        assert not has_pin(session)
    assert guard_of(opened, clocks).attempt("") == Answer(Verdict.NONE_SET)
    opened.close()


def test_waits_double_to_a_quarter_of_an_hour():
    assert [wait_after(wrong) for wrong in range(12)] == [0, 0, 0, 0, 0, 60, 120, 240, 480, 900, 900, 900]
    assert wait_after(10**6) == 900


def test_after_five_wrong_ones_even_the_right_one_waits(station, clocks):
    guard = guard_of(station, clocks)
    assert [guard.attempt("") for _ in range(5)] == [
        *(Answer(Verdict.WRONG, left) for left in (4, 3, 2, 1)),
        Answer(Verdict.WRONG, 0, 60.0),
    ]
    clocks.pass_by(59)
    assert guard.attempt(PIN) == Answer(Verdict.LOCKED, wait_s=1.0)
    clocks.pass_by(1)
    assert lock(guard, 1) == Answer(Verdict.WRONG, 0, 120.0)
    clocks.pass_by(120)
    assert guard.attempt(PIN).verdict is Verdict.OPEN
    assert guard.attempt("").tries_left == 4


def test_the_lock_outlives_a_restart(station, path, clocks):
    lock(guard_of(station, clocks), 4)
    guard = restarted(path, clocks)
    assert lock(guard, 1).wait_s == 60
    guard = restarted(path, clocks)
    assert guard.attempt(PIN) == Answer(Verdict.LOCKED, wait_s=60.0)
    clocks.pass_by(60)
    assert lock(guard, 1).wait_s == 120
    clocks.pass_by(120)
    assert restarted(path, clocks).attempt(PIN).verdict is Verdict.OPEN


@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize("back", [dt.timedelta(minutes=1), dt.timedelta(days=4000)])
def test_a_clock_that_is_set_back_opens_nothing_and_locks_nobody_in(station, path, clocks, back, restart):
    guard = guard_of(station, clocks)
    lock(guard)
    clocks.wall -= back
    guard = restarted(path, clocks) if restart else guard
    assert guard.attempt(PIN) == Answer(Verdict.LOCKED, wait_s=60.0)
    clocks.pass_by(60)
    assert guard.attempt(PIN).verdict is Verdict.OPEN


def test_a_clock_that_is_set_forward_while_it_runs_opens_nothing(station, clocks):
    guard = guard_of(station, clocks)
    lock(guard)
    clocks.wall += dt.timedelta(days=1)
    assert guard.attempt(PIN) == Answer(Verdict.LOCKED, wait_s=60.0)


def test_the_recovery_code_opens_once_and_a_new_pin_unlocks(station, path, clocks):
    code = set_pin(station, PIN)
    guard = guard_of(station, clocks)
    lock(guard)
    assert guard.attempt(in_groups(code)).verdict is Verdict.LOCKED
    clocks.pass_by(60)
    assert guard.attempt(in_groups(code)).verdict is Verdict.RECOVERED
    assert guard.attempt(code).verdict is Verdict.WRONG
    lock(guard, 4)
    set_pin(station, "987173")
    assert restarted(path, clocks).attempt("987173").verdict is Verdict.OPEN
    station.tidy()
    assert code.encode() not in path.read_bytes()


def test_a_new_pin_needs_a_new_guard_or_the_wait_to_pass(station, clocks):
    """Whoever is locked out at the screen does not get in sooner by what happens elsewhere."""
    guard = guard_of(station, clocks)
    lock(guard)
    set_pin(station, "987173")
    assert guard.attempt("987173").verdict is Verdict.LOCKED


def test_a_full_disk_neither_keeps_the_staff_in_nor_gives_tries_for_free(station, path, clocks, caplog):
    guard = guard_of(station, clocks)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # nobody else can write, as with a disk that is full
        guard._station._engine.dispose()
        guarding_timeout(guard)
        lock(guard)
        assert guard.attempt(PIN).verdict is Verdict.LOCKED
        clocks.pass_by(60)
        assert guard.attempt(PIN).verdict is Verdict.OPEN
        other.execute("ROLLBACK")
    assert "could not be written down" in caplog.text


def guarding_timeout(guard):
    """Let a connection give up at once: what is tried here is what follows."""
    from sqlalchemy import event

    event.listen(guard._station._engine, "connect", lambda c, _entry: c.execute("PRAGMA busy_timeout=0"))


def _try_thrice(path, barrier):
    barrier.wait()
    station = open_station(path)
    for _ in range(3):
        Guard(station).attempt("")
    station.close()


def test_two_programs_share_one_count(station, path, clocks):
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    programs = [context.Process(target=_try_thrice, args=(path, barrier)) for _ in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    with station.reading() as session:
        assert guarding._stored(session).wrong == 5


@pytest.mark.parametrize("value", [7, "x", {"wrong": "many"}, {"wrong": 1, "until": "soon"}, []])
def test_tries_that_somebody_wrote_over_count_as_five(station, value):
    with station.transaction() as session:
        keep(session, "tries", value)
    with station.reading() as session:
        assert guarding._stored(session).wrong == 5


def test_digits_of_other_scripts_are_not_digits_here():
    with pytest.raises(InputError):
        digits_of("१२३४५६")
