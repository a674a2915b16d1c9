"""Somebody with unlikely words in every field is imported, printed, scanned, edited, backed up; and then erased.

Then every file that is the program's is searched for those words, byte by byte: as UTF-8 in both normal forms, without
accents, in any case, as UTF-16, as JSON, in Base64; and for the bytes of the photograph. The controls delete the person
as one deletes anything, and erase them from the tables alone.

Run as a program, `erasing.py HOME PEOPLE`, it does all that in its own process, whose home is a folder of its own, and
prints in which kind of file how many of the words were found.
"""

import base64
import io
import json
import logging
import os
import random
import re
import shutil
import sqlite3
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.benchmarks.racing import in_child
from tests.torture.figures import SEED, Figure

_WORDS: Final = {
    "family_name": "Qzxvằng",
    "given_name": "Wyfkrệt Jhôqz",
    "job_title": "Trưởng phòng Xqkvỗn",
    "organisation": "Công ty Vwqxấp",
    "email": "zqwkxj.vfyp@qxzvwk.example",
    "phone": "+84 917 403 862",
    "place": "Bwqzỏx",
    "old_name": "Kjzqwẫx",
    "old_email": "jxwqzv@kvzqxw.example",
    "note": "Hzwqkjễv muốn gặp lại",
    "detail": "Fxqzwkụ",
    "card": "BEGIN:VCARD\nFN:Qzxvằng Wyfkrệt Jhôqz\nEMAIL:zqwkxj.vfyp@qxzvwk.example\nEND:VCARD",
    "reason": "Gqxzwkị đánh rơi",
    "picture": "vzxqwkj.jpg",
}
_UNLIKELY: Final = re.compile("[qzxwjkv]{2}")
"""What no other word of the event has."""
_PASSPHRASE: Final = "một câu dài không ai đoán ra"
_PARTS: Final = ("pages", "journals", "backups", "logs and reports", "prints of our folder", "kiosk copies", "station")


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give what is left of somebody who was erased, and the controls."""
    people = 20 if quick else 2_000
    with tempfile.TemporaryDirectory(prefix="showcase-torture-") as home:
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")
        environment = {**dict.fromkeys(names, home), "SHOWCASE_PASSPHRASE": _PASSPHRASE}
        told = in_child("../torture/erasing", home, str(people), environment=environment)
    words = told["words"]
    for part in _PARTS:
        yield Figure(f"of an erased person found in {part}", told["erased"].get(part, 0), words)
        yield Figure(f"control: before, in {part}", told["before"].get(part, 0), words, control=True)
    yield Figure("control: deleted as anything is", sum(told["deleted"].values()), words, control=True)
    yield Figure("control: erased from the tables alone", sum(told["tables"].values()), words, control=True)
    yield Figure("facts that erasing took away", told["facts_lost"], told["facts"])
    yield Figure("copies out of reach that are not named", told["unnamed"], told["left"])
    yield Figure("others of the event that erasing changed", told["others"], people)


# The search


def looks(word: str) -> set[bytes]:
    """Return what a word may look like in a file."""
    from showcase.text import fold

    plain = {word, unicodedata.normalize("NFD", word), fold(word), json.dumps(word)[1:-1]}
    plain |= {part for part in fold(word).split() if _UNLIKELY.search(part)}
    found: set[bytes] = set()
    for text in plain:
        for data in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
            found.add(data.lower())
            for shift in range(3):  # Base64 depends on where in a group of three bytes it begins
                coded = base64.b64encode(b"\0" * shift + data)[4 if shift else 0 :].rstrip(b"=")
                found.add(coded[:-1].lower())
    return {it for it in found if len(it) >= 6}


def found_in(file: Path, marks: Sequence[set[bytes]]) -> int:
    """Return how many words are in a file."""
    content = file.read_bytes().lower()
    return sum(any(look in content for look in mark) for mark in marks)


def search(home: Path, marks: Sequence[set[bytes]], numbers: Sequence[str]) -> dict[str, int]:
    """Return the kinds of files -> how many words are in them."""
    counts: Counter[str] = Counter()
    for file in sorted(it for it in home.rglob("*") if it.is_file()):
        part = _part_of(file.relative_to(home))
        if part == "prints of our folder":  # what a PDF says is compressed: that it is there is enough
            counts[part] += any(file.name.startswith(number) for number in numbers)
        elif part:
            counts[part] += found_in(file, marks)
    return dict(counts)


def _part_of(path: Path) -> str:
    """Return what kind of file one is; "" for what is somebody's own."""
    kinds = {
        "": path.parts[0] == "own",
        "prints of our folder": "badges" in path.parts,
        "backups": any(it.endswith(".backups") for it in path.parts),
        "kiosk copies": path.name.startswith("event-") and "kiosk" in path.parts,
        "logs and reports": path.suffix in {".log", ".txt"},
        "station": path.name.startswith("reached"),
        "journals": path.name.endswith(("-journal", "-wal", "-shm")),
    }
    return next((kind for kind, is_it in kinds.items() if is_it), "pages")


# What is done


class World:
    """An event in which somebody leaves traces everywhere."""

    def __init__(self, home: Path, people: int) -> None:
        from showcase.app import create_file, open_app

        self.home, self.people = home, people
        self.own = home / "own"
        self.own.mkdir()
        self.event = home / "summit.showcase"
        create_file(self.event, ("vi", "en", "fr"), {"name.vi": "Hội nghị Đô thị Mẫu"})
        self.app = open_app(self.event)
        self.chance = random.Random(SEED)
        self.photo = self._picture()

    def live(self) -> None:
        """Do everything with them that can be done."""
        self._import()
        self._edit()
        self._badge()
        self._scan()
        self._copy()

    def _picture(self) -> bytes:
        from PIL import Image

        out = io.BytesIO()
        Image.frombytes("RGB", (240, 320), self.chance.randbytes(240 * 320 * 3)).save(out, "JPEG", quality=85)
        return out.getvalue()

    def _import(self) -> None:
        from showcase.exchange.importing import import_list
        from showcase.people.queries import list_people

        it = _WORDS
        rows = ["Họ;Tên;Chức danh;Công ty;Email;Điện thoại;Địa phương"]
        rows += [
            f"Nguyễn;Văn {number};Kỹ sư;Công ty Sao Mai;a{number}@example.vn;;Huế" for number in range(self.people)
        ]
        rows.append(f"{it['old_name']};{it['given_name']};{it['job_title']};{it['organisation']};{it['old_email']};;")
        file = self.own / "people.csv"
        file.write_text("\n".join(rows), encoding="utf-8")
        import_list(self.app.database, file, "people", language="vi")
        with self.app.reading() as session:
            (self.person,) = (one.id for one in list_people(session, it["old_name"]))
            self.others = [one.id for one in list_people(session) if one.id != self.person]

    def _edit(self) -> None:
        from showcase.catalogue.change import Change
        from showcase.catalogue.edits import add_media, add_room, add_session
        from showcase.catalogue.history import redo, undo
        from showcase.people import edits
        from showcase.people.editing import editing
        from showcase.people.kinds import Purpose
        from showcase.store.backup import back_up
        from tests.torture.stage import NOON

        it, app = _WORDS, self.app
        for field, value in (("family_name", it["family_name"]), ("email", it["email"]), ("phone", it["phone"])):
            with app.transaction() as session:
                editing.change(session, "people", self.person, [Change(field, value)])
        with app.transaction() as session:
            editing.change(session, "people", self.person, [Change("place", it["place"], language="vi")])
        with app.transaction() as session:
            self.media = add_media(session, self.photo, name=it["picture"], alt={"vi": it["family_name"]})
            edits.update_person(session, self.person, {"photo_id": self.media.id})
        with app.transaction() as session:
            room = add_room(session, {"code": "H1", "name": {"vi": "Hội trường 1"}})
            times = {"starts_at": NOON, "ends_at": NOON.replace(hour=9)}
            talk = add_session(session, {"title": {"vi": "Phiên mở đầu"}, "room_id": room, **times})
            edits.set_speakers(session, talk, [(self.person, "diễn giả"), (self.others[0], "")])
            for purpose in (Purpose.EXHIBITORS, Purpose.EXHIBITORS_PHONE):
                edits.record_consent(session, self.person, purpose, given=True, source="desk")
        for turn in (undo, redo, undo, redo):
            with app.transaction() as session:
                turn(session)
        with app.transaction() as session:
            edits.delete_person(session, self.person)
        with app.transaction() as session:
            edits.restore_person(session, self.person)
        back_up(self.event, "rolling")

    def _badge(self) -> None:
        from PySide6.QtGui import QGuiApplication

        from showcase.office import deskjobs
        from showcase.people import edits
        from showcase.people.queries import list_badges
        from showcase.printing import batch, runs
        from showcase.progress import no_progress

        qt = QGuiApplication.instance() or QGuiApplication([])
        app = self.app
        first = deskjobs.issue(app, self.person, _PASSPHRASE)
        deskjobs.print_badge(app, first, deskjobs.DESIGN, no_progress)
        deskjobs.reissue(app, first.id, _WORDS["reason"], _PASSPHRASE)
        batch.issue_missing(app, self.others[:5], _PASSPHRASE)
        with app.reading() as session:
            self.badges = list_badges(session, self.person)
        deskjobs.print_badge(app, self.badges[0], deskjobs.DESIGN, no_progress)
        choice = batch.Choice("badges", *deskjobs.DESIGN)
        runs.print_batch(app, batch.prepare(app, choice), self.own / "badges.pdf", allow_failed=True)
        with app.transaction() as session:
            self.signer = edits.unlock_signer(session, _PASSPHRASE)
        del qt

    def _scan(self) -> None:
        from showcase.leads.capture import Capture
        from showcase.leads.kinds import Channel, Method
        from showcase.leads.office import Wanted, acknowledge, merge_station, prepare_station
        from showcase.leads.station import begin_practice, make_station, open_station
        from tests.factories import make_organisation

        app, it = self.app, _WORDS
        with app.transaction() as session:
            make_organisation(session, "Mạch Nước", [("H1", "A12")], name_en="Water Pulse")
        self.reached, self.away = self.home / "reached.station", self.own / "away.station"
        for path, name in ((self.reached, "one"), (self.away, "two")):
            with app.transaction() as session:
                prepared = prepare_station(session, self.signer, Wanted(booth="A12", name=name))
                make_station(path, prepared.id, prepared.name, prepared.signed)
            station = open_station(path)
            with closing(begin_practice(station)) as practice:
                Capture(practice).read(self.badges[0].token, Method.WEDGE)
            capture = Capture(station)
            for badge in self.badges:
                capture.read(badge.token, Method.WEDGE)
            subject = capture.read(self.badges[0].token, Method.CAMERA).subject
            assert subject is not None
            capture.note(subject, it["note"], staff="Lan")
            capture.detail(subject, "job_title", it["detail"], staff="Lan")
            capture.consent(subject, Channel.EMAIL, given=True, notice="1", language="vi", staff="Lan")
            capture.read(it["card"], Method.CAMERA)
            with app.transaction() as session:
                merged = merge_station(session, station)
            acknowledge(station, merged)
            station.close()

    def _copy(self) -> None:
        from showcase.app import open_copy
        from showcase.bugs import write_report
        from showcase.paths import cache_folder
        from showcase.store.backup import back_up

        back_up(self.event, "rolling")
        open_copy(self.event, cache_folder() / "kiosk" / "event-0123456789abcdef-a.showcase").close()
        write_report(RuntimeError(f"no place for {_WORDS['family_name']} on the badge"))

    def state(self) -> tuple[int, list[str]]:
        """Return how many facts there are, and everybody else as their rows are."""
        tables = ("lead_facts", "badges", "badge_events", "consents", "print_items", "print_jobs")
        with closing(sqlite3.connect(self.event)) as plain:
            facts = sum(plain.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
            rows = plain.execute("SELECT * FROM people WHERE id <> ?", (self.person.hex,)).fetchall()
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return facts, [repr(row) for row in rows]

    def photo_marks(self) -> list[set[bytes]]:
        """Return pieces of the photograph as it is stored."""
        with closing(sqlite3.connect(self.event)) as plain:
            blobs = plain.execute("SELECT data FROM media_blobs WHERE media_id = ?", (self.media.id.hex,)).fetchall()
        return [{blob[at : at + 24].lower()} for (blob,) in blobs for at in range(1000, len(blob) - 24, 5000)]


def main(home: Path, people: int) -> None:
    """Live, be erased, and print what was found."""
    logging.basicConfig(filename=home / "program.log", level=logging.DEBUG, encoding="utf-8")
    logging.getLogger("sqlalchemy.engine").setLevel(logging.INFO)  # below that it shows what it reads, to whoever asked
    from showcase.erasure.doing import erase_person
    from showcase.erasure.people import erase
    from showcase.erasure.records import CopyKind, Reason
    from showcase.people.edits import delete_person, restore_person
    from showcase.store.database import Database

    world = World(home, people)
    world.live()
    marks = [looks(word) for word in _WORDS.values()] + world.photo_marks()
    numbers = [badge.number for badge in world.badges]
    before = search(home, marks, numbers)
    facts, others = world.state()

    with world.app.transaction() as session:
        delete_person(session, world.person)
    deleted = search(home, marks, numbers)
    with world.app.transaction() as session:
        restore_person(session, world.person)

    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder) / "home"
        shutil.copytree(home, aside)
        with closing(Database(aside / world.event.name)) as database, database.transaction() as session:
            erase(session, [world.person], Reason.ASKED)
            before["journals"] = search(aside, marks, numbers)["journals"]  # what a power cut would leave now
        tables = search(aside, marks, numbers)

    done = erase_person(world.app.database, world.person, stations=[world.reached], signer=world.signer)
    erased = search(home, marks, numbers)
    facts_after, others_after = world.state()
    world.app.close()
    erased |= {part: erased.get(part, 0) + more for part, more in search(home, marks, numbers).items()}
    named = Counter(it.kind for it in done.left)
    wanted = {CopyKind.STATION: 1, CopyKind.EXHIBITOR: 1, CopyKind.PRINT: 3}
    print(
        json.dumps(
            {
                "words": len(marks),
                "before": before,
                "deleted": deleted,
                "tables": tables,
                "erased": erased,
                "facts": facts,
                "facts_lost": max(0, facts - facts_after),
                "left": sum(wanted.values()),
                "unnamed": sum(max(0, number - named[kind]) for kind, number in wanted.items()),
                "others": sum(one != other for one, other in zip(others, others_after, strict=True)),
            }
        )
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), int(sys.argv[2]))
