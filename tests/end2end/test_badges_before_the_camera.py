"""Badges from the printer to the lead: printed by the program, then bent, blurred and dim before a camera, or typed."""

import itertools
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from showcase.catalogue.event import start_event
from showcase.cli import main
from showcase.documents.page import Page, Placement, Symbol
from showcase.documents.page import Sheet as Paper
from showcase.leads.kinds import Method, Verdict
from showcase.people import edits as people
from showcase.people.entities import SigningKey
from showcase.printing.outputs import write_pdf
from showcase.printing.reading import read_codes
from showcase.qr.keys import generate
from showcase.qr.signing import Signer
from showcase.scanner.testpage import write_test_page
from showcase.store.opening import create_event
from tests.factories import make_person
from tests.fixtures_kiosk import comes
from tests.fixtures_scanner import still, wedge, words
from tests.frames import as_image
from tests.held import CHEST_MM, HAND_MM, Held, Sheet, frames, rendered
from tests.pausing import pause

POOR = Held(away_mm=250, radius_mm=HAND_MM, turn=14, light=0.25)
"""Bent in a hand, turned, out of focus and dim."""
WAYS = {
    "flat": Held(),
    "near and out of focus": Held(away_mm=200, turn=-8),
    "far": Held(away_mm=300, turn=5),
    "on a chest": Held(radius_mm=CHEST_MM, turn=8, tilt=14, nod=-8),
    "on a chest, dim": Held(radius_mm=CHEST_MM, turn=-20, tilt=8, light=0.25),
    "bent in a hand": Held(radius_mm=HAND_MM, turn=33),
    "bent in a hand, dim": POOR,
    "upside down": Held(radius_mm=HAND_MM, turn=180),
}
_FRAMES = 12
"""A camera gives as many in a second; somebody holds a badge up for longer."""


@dataclass(frozen=True)
class Printed:
    """A page with one code: where its middle is, in mm, and what it says."""

    sheet: Sheet
    about_mm: tuple[float, float]
    text: str


def look_at(sheet: Sheet) -> list[Printed]:
    """Return the codes of a page."""
    px = sheet.image.width / sheet.width_mm
    return [
        Printed(sheet, (sum(x for x, _ in at) / 4 / px, sum(y for _, y in at) / 4 / px), text)
        for text, at in read_codes(sheet.image)
    ]


def print_badges(event: Path, out: Path, *options: str) -> dict[str, Printed]:
    """Have the program print the badges of an event as somebody types it; return token -> page."""
    assert main(["print", "badges", "--event", str(event), "--out", str(out), *options]) == 0
    return {found.text: found for (found,) in map(look_at, rendered(out))}


def print_code(out: Path, text: str) -> Printed:
    """Print a code of somebody else's."""
    page = Page("", "", 105, 148, 0, (Symbol(30, 50, 1.0, text),))
    write_pdf(out, [Paper(105, 148, 0, (Placement(page, 0, 0),))], title="x", language="en")
    ((found,),) = (look_at(sheet) for sheet in rendered(out))
    return found


def shown(printed: Printed, held: Held, seed: int = 11) -> Iterator[Image.Image]:
    return itertools.islice(frames(printed.sheet, held, random.Random(seed), printed.about_mm), _FRAMES)


def hold_up(running, printed: Printed, held: Held) -> None:
    """Hold a page before the camera of the window until there is a verdict on it."""
    seen: list[int] = []
    codes: list[bytes] = []
    answers: list[object] = []
    running.scanner.panel_.changed.connect(lambda: seen.append(1))
    camera = running.scanner.seeing_.camera
    camera.read.connect(codes.extend)
    camera._answered.connect(answers.append)
    for number, frame in enumerate(shown(printed, held), start=1):
        camera.feed(as_image(frame))
        # Until it is read or not: one that is shown again after two seconds would count as held up again.
        assert comes(lambda: len(answers) >= number)  # noqa: B023 - asked before the next one
        pause(20)
        if codes:
            break
    camera._answered.disconnect(answers.append)
    camera.read.disconnect(codes.extend)
    assert comes(lambda: bool(seen)), "the camera has not read it"
    still(running)


def type_in(running, printed: Printed) -> None:
    """Have a hand scanner read a page and type it."""
    seen: list[int] = []
    running.scanner.panel_.changed.connect(lambda: seen.append(1))
    wedge(running, printed.text)
    assert comes(lambda: bool(seen)), "no verdict came"
    still(running)


@pytest.fixture(params=["camera", "wedge"])
def present(request):
    """Return what presents a page to a scanner, by its camera or as keys."""
    if request.param == "wedge":
        return type_in
    return lambda running, printed: hold_up(running, printed, POOR)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("template", ["badge-a6", "badge-cr80"])
def test_a_printed_badge_that_is_held_up_becomes_a_lead(fair, scan, tmp_path, way, template) -> None:
    badge = fair.badge(family_name="Lê", given_name="Văn Phước")
    (printed,) = print_badges(fair.database.path, tmp_path / "badges.pdf", "--template", template).values()
    running = scan(fair.station(booth="A12"), blind=False)
    hold_up(running, printed, WAYS[way])
    assert {"Valid", "Lê Văn Phước"} <= words(running)
    assert [lead.name for lead in running.scanner.desk.capture.leads()] == ["Lê Văn Phước"]
    assert printed.text == badge.token


def test_each_badge_has_its_verdict(fair, scan, tmp_path, present) -> None:
    good = fair.badge(family_name="Lê", given_name="Văn Phước")
    lost, old = fair.badge(family_name="Trần"), fair.badge(family_name="Morita", given_name="Kenji")
    badges = print_badges(fair.database.path, tmp_path / "badges.pdf")
    station = fair.station(booth="A12")
    running = scan(station, blind=False)
    # As long as the file of the station is that of the morning, a badge that was lost since is still good.
    present(running, badges[old.token])
    assert "Valid" in words(running)
    running.scanner.undo()
    still(running)
    new = fair.replace(old)
    newer = print_badges(fair.database.path, tmp_path / "newer.pdf")
    fair.revoke(lost)
    fair.update(station)
    write_test_page(tmp_path / "test.pdf", "vi")
    ((test, _),) = (look_at(sheet) for sheet in rendered(tmp_path / "test.pdf"))
    pause(2200)
    for printed, word in (
        (badges[good.token], "Valid"),
        (badges[lost.token], "Revoked"),
        (badges[old.token], "Replaced"),
        (newer[new.token], "Valid"),
        (print_other_event(tmp_path), "Other event"),
        (print_code(tmp_path / "code.pdf", "HTTPS://EXAMPLE.ORG/MENU"), "Not ours"),
        (test, "Test code"),
    ):
        present(running, printed)
        assert running.scanner.panel_.word == word
        assert word in words(running)
    capture = running.scanner.desk.capture
    assert {lead.name for lead in capture.leads()} == {"Lê Văn Phước", "Morita Kenji"}
    wanted = [Verdict.NOT_OURS, Verdict.OTHER_EVENT, Verdict.REPLACED, Verdict.REVOKED]
    assert [scan.verdict for scan in capture.failed()] == wanted
    assert "Trần" not in " ".join(words(running))


def print_other_event(folder: Path) -> Printed:
    """Print a badge of another event, with a key of its own."""
    path = folder / "khác.showcase"
    with closing(create_event(path)) as database, database.transaction() as session:
        start_event(session, {"vi": "Hội nghị khác"})
        signer = Signer(generate())
        session.add(SigningKey(key_id=1, public_key=signer.public_key, sealed_private_key=b"", sealing={}))
        people.issue_badges(session, [make_person(session)], signer)
    (printed,) = print_badges(path, folder / "khác.pdf").values()
    return printed


def test_a_door_counts_in_and_out_and_holds_at_its_capacity(fair, scan, tmp_path, present) -> None:
    first, second = fair.badge(family_name="Lê"), fair.badge(family_name="Phạm")
    badges = print_badges(fair.database.path, tmp_path / "badges.pdf")
    running = scan(fair.station(door="Hall 1", capacity=1), blind=False)
    present(running, badges[first.token])
    assert {"Valid", "Entry noted"} <= words(running)
    present(running, badges[second.token])
    assert {"Full", "Let them in"} <= words(running)
    pause(2200)
    running.scanner.pass_("out")
    present(running, badges[first.token])
    assert {"Exit noted", "Goodbye"} <= words(running)
    running.scanner.pass_("in")
    pause(2200)
    present(running, badges[second.token])
    assert {"Valid", "Entry noted"} <= words(running)
    door = running.scanner.desk.capture.standing().door
    assert (door.inside, door.entries, door.exits) == (1, 2, 1)


def test_what_is_on_disk_says_how_it_was_read(fair, scan, tmp_path) -> None:
    one, other = fair.badge(family_name="Lê"), fair.badge(family_name="Phạm")
    badges = print_badges(fair.database.path, tmp_path / "badges.pdf")
    running = scan(fair.station(booth="A12"), blind=False)
    hold_up(running, badges[one.token], WAYS["on a chest"])
    type_in(running, badges[other.token])
    with running.scanner.desk.station.reading() as session:
        from showcase.leads.facts import list_facts

        assert [fact.method for fact in list_facts(session)] == [Method.CAMERA, Method.WEDGE]


def test_a_badge_rolled_up_and_turned_away_is_not_read_as_anything(fair, scan, tmp_path) -> None:
    fair.badge()
    (printed,) = print_badges(fair.database.path, tmp_path / "badges.pdf").values()
    running = scan(fair.station(booth="A12"), blind=False)
    for frame in shown(printed, Held(radius_mm=30, tilt=50, light=0.1)):
        running.scanner.seeing_.camera.feed(as_image(frame))
        pause(60)
    still(running)
    assert running.scanner.page == "ready"
    assert running.scanner.desk.capture.failed() == []
