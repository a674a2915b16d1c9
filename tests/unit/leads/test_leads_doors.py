"""Who goes in and out, how many are inside, and what the person at the door answers."""

import pytest

from showcase.catalogue.placing import update_hall
from showcase.catalogue.queries import list_halls
from showcase.leads.kinds import CardState, Direction, DoorAnswer, FactKind, Method, Verdict
from showcase.people import edits as people
from showcase.people.kinds import Role
from showcase.qr.payload import BadgePayload


def enter(door, badge):
    return door.read(badge.token, Method.CAMERA)


def leave(door, badge):
    return door.read(badge.token, Method.CAMERA, direction=Direction.OUT)


def test_in_out_and_in_again(summit, ticker):
    badge = summit.badge(email="ngoc@example.vn", consents=())
    door = summit.door(ticker)
    outcome = enter(door, badge)
    assert (outcome.verdict, outcome.door.inside, outcome.door.entries) == (Verdict.VALID, 1, 1)
    # The organisers' own door shows the name on the badge, and no address.
    assert (outcome.card.name, outcome.card.email, outcome.card_state) == ("Nguyễn Thị Bích Ngọc", "", CardState.GIVEN)
    ticker.pass_time(minutes=88)
    again = enter(door, badge)
    assert (again.verdict, again.inside.at, again.inside.place) == (Verdict.INSIDE, outcome.at, "Hall 1")
    assert again.door.inside == 1
    out = leave(door, badge)
    assert (out.verdict, out.door.inside, out.door.exits) == (Verdict.VALID, 0, 1)
    assert enter(door, badge).verdict is Verdict.VALID


def test_the_three_answers_about_somebody_who_is_inside(summit):
    badge = summit.badge()
    door = summit.door()
    subject = enter(door, badge).subject
    for answer in (DoorAnswer.STILL_INSIDE, DoorAnswer.WRONG_PERSON):
        outcome = door.door_answer(subject, answer)
        assert (outcome.verdict, outcome.door.inside, outcome.door.entries) == (Verdict.INSIDE, 1, 1)
    outcome = door.door_answer(subject, DoorAnswer.LEFT_UNSEEN)
    assert (outcome.verdict, outcome.card.name) == (Verdict.VALID, "Nguyễn Thị Bích Ngọc")
    assert (outcome.door.inside, outcome.door.entries, outcome.door.exits) == (1, 2, 1)


def test_a_full_hall_holds_back_until_somebody_leaves_or_is_let_in(summit):
    first, second, third = (summit.badge(ref=f"P{n}") for n in range(3))
    door = summit.door(capacity=1)
    enter(door, first)
    outcome = enter(door, second)
    assert (outcome.verdict, outcome.door.inside, outcome.door.capacity) == (Verdict.FULL, 1, 1)
    leave(door, first)
    assert enter(door, second).verdict is Verdict.VALID
    held = enter(door, third)
    assert door.admit(held.subject).door.inside == 2
    assert enter(door, third).verdict is Verdict.INSIDE


def test_the_numbers_of_a_door_are_the_same_after_a_new_start_and_an_update(summit):
    path = summit.make(door="Hall 1", capacity=4)
    door = summit.capture(path)
    for number in range(4):
        enter(door, summit.badge(ref=f"P{number}"))
    left = summit.badge(ref="P9")
    door.admit(enter(door, left).subject)
    leave(door, left)
    for renewed in (False, True):
        if renewed:
            summit.update(path)
        outcome = enter(summit.capture(path), summit.badge(ref=f"late {renewed}"))
        assert outcome.verdict is Verdict.FULL
        assert (outcome.door.inside, outcome.door.entries, outcome.door.exits) == (4, 5, 1)


def test_a_role_that_may_not_use_the_door(summit):
    visitor, delegate = summit.badge(role="visitor"), summit.badge(role="delegate")
    door = summit.door(roles=[Role.DELEGATE, Role.VIP])
    outcome = enter(door, visitor)
    assert (outcome.verdict, outcome.role, outcome.door.inside) == (Verdict.OTHER_DOOR, Role.VISITOR, 0)
    assert enter(door, delegate).verdict is Verdict.VALID
    assert door.admit(outcome.subject).door.inside == 2
    assert leave(door, visitor).door.inside == 1


def test_nobody_is_kept_inside(summit, ticker):
    """Whoever leaves has left: an expired or revoked badge does not change how many are inside."""
    badge = summit.badge()
    path = summit.make(door="Hall 1")
    door = summit.capture(path, ticker)
    enter(door, badge)
    with summit.database.transaction() as session:
        people.revoke_badge(session, badge.id)
    summit.update(path)
    assert enter(door, badge).verdict is Verdict.REVOKED
    outcome = leave(door, badge)
    assert (outcome.verdict, outcome.door.inside, outcome.card) == (Verdict.REVOKED, 0, None)
    assert leave(door, badge).door.exits == 1
    payload = summit.payload(badge)
    short = BadgePayload(payload.key_id, payload.type, payload.event, b"x" * 16, int(ticker.moment.timestamp()) + 5)
    token = summit.signer.sign(short)
    assert door.read(token, Method.CAMERA).verdict is Verdict.VALID
    ticker.pass_time(minutes=1)
    assert door.read(token, Method.CAMERA).verdict is Verdict.EXPIRED
    outcome = door.read(token, Method.CAMERA, direction=Direction.OUT)
    assert (outcome.verdict, outcome.door.inside) == (Verdict.VALID, 0)


def test_a_clock_in_doubt_is_for_the_person_at_the_door(summit, ticker):
    badge = summit.badge()
    door = summit.door(ticker)
    ticker.set_clock(days=900)
    outcome = enter(door, badge)
    assert (outcome.verdict, outcome.door.inside) == (Verdict.CLOCK_SUSPECT, 0)
    assert door.admit(outcome.subject).door.inside == 1


def test_what_was_noted_at_a_door_can_be_undone(summit):
    badge = summit.badge()
    door = summit.door()
    enter(door, badge)
    undone = door.undo()
    assert (undone.what, undone.lead, door.standing().door.inside) == (FactKind.SCAN, None, 0)
    assert enter(door, badge).verdict is Verdict.VALID


def test_doors_of_one_hall_know_of_each_other_through_the_office(summit, ticker):
    badge = summit.badge()
    paths = [summit.make(door="H1", name=f"Cửa A{n}", capacity=600) for n in (1, 2)]
    first, second = (summit.capture(path, ticker) for path in paths)
    enter(second, badge)
    summit.merge(paths[1])
    summit.update(paths[0])
    outcome = enter(first, badge)
    assert (outcome.verdict, outcome.door.inside, outcome.door.capacity) == (Verdict.INSIDE, 1, 600)


def test_the_new_badge_of_somebody_inside_is_inside_too(summit):
    old = summit.badge()
    path = summit.make(door="Hall 1")
    door = summit.capture(path)
    enter(door, old)
    with summit.database.transaction() as session:
        new = people.reissue_badge(session, old.id, summit.signer)
    summit.update(path)
    held = enter(door, new)
    assert held.verdict is Verdict.INSIDE
    assert door.door_answer(held.subject, DoorAnswer.LEFT_UNSEEN).door.inside == 1
    assert leave(door, new).door.inside == 0


@pytest.mark.parametrize("name", ["Hall 1", "h1", "Sảnh ngoài trời"])
def test_a_door_is_of_a_hall_or_of_an_area_by_its_name(summit, name):
    with summit.database.transaction() as session:
        (hall,) = list_halls(session)
        update_hall(session, hall.id, {"name": {"en": "Hall 1"}})
    scopes = {summit.open(summit.make(door=name, name=f"Cửa {n}")).info.scope for n in range(2)}
    assert len(scopes) == 1
    assert (scopes == {hall.id}) == (name != "Sảnh ngoài trời")
