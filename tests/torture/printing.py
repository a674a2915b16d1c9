"""kill -9 while badges are printed: what is resumed prints the rest, once, and the old file stays until then.

The real program prints into a place where an older file lies. It is killed at chance moments, in the long form also
while it joins its parts, resumed each time, and at last left alone. The control puts together what was proven before a
kill and all that is not printed by then, as somebody would who has forgotten what was proven.
"""

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from tests.torture.figures import SEED, Figure

_OLD: Final = b"what was there before"
_ROOT: Final = Path(__file__).parents[2]
_NUMBER: Final = r"\b\d{4} \d{4}\b"
_SMALL_PARTS: Final = "import showcase.printing.job as job; job.PAGES = 10; "
"""For the quick form: with parts of 250 pages it would have to print as many."""
_PROGRAM: Final = "import sys; from showcase.cli import main; sys.exit(main(sys.argv[1:]))"
_BREATH_S: Final = 0.01


@dataclass
class _Seen:
    """What was found wrong, and how often was looked."""

    kills: int = 0
    touched: int = 0
    untrue: int = 0
    looks: int = 0
    kept: list[bytes] = field(default_factory=list)
    """The parts that were proven when it was killed first."""


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give the figures of killed print jobs."""
    people = 60 if quick else 5_000
    with tempfile.TemporaryDirectory() as folder:
        trial = _Trial(Path(folder), people, quick=quick)
        seen = trial.run(random.Random(SEED))
        printed = _numbers(trial.out)
        yield Figure(f"badges missing or there twice after {seen.kills} kills", trial.wrong(printed), people)
        yield Figure("old files touched by a job that was killed", seen.touched, seen.kills)
        yield Figure("facts about killed and resumed jobs that are not true", seen.untrue, seen.looks)
        yield Figure("files left of jobs that were killed", trial.left(), seen.kills)
        forgotten = trial.wrong([*_numbers(*trial.saved(seen.kept)), *printed])
        yield Figure("control: resumed without what was proven", forgotten, people, control=True)


class _Trial:
    """An event with badges, and a place for its prints."""

    def __init__(self, folder: Path, people: int, *, quick: bool) -> None:
        from showcase.app import create_file, open_app
        from showcase.people.edits import issue_badges
        from showcase.people.keys import get_signer
        from showcase.people.queries import list_people
        from tests.factories import make_people

        self._folder = folder
        self._event = folder / "event.showcase"
        self._start = [sys.executable, "-c", _SMALL_PARTS + _PROGRAM] if quick else [sys.executable, "main.py"]
        self._quick = quick
        self.out = folder / "prints" / "badges.pdf"
        self.out.parent.mkdir()
        self.out.write_bytes(_OLD)
        create_file(self._event, ("vi", "en"), {"name.vi": "Hội nghị Đô thị Mẫu"})
        self._app = open_app(self._event)
        with self._app.transaction() as session:
            issue_badges(session, make_people(session, people), get_signer(session, "a long passphrase for tests"))
        with self._app.reading() as session:
            numbers = [person.badge.number for person in list_people(session) if person.badge]
        self._badges = [f"{number[:4]} {number[4:]}" for number in numbers]
        assert len(set(self._badges)) == people

    def run(self, chance: random.Random) -> _Seen:
        """Print, kill and resume, and let it come to its end at last."""
        seen = _Seen()
        parts = -(-len(self._badges) // (10 if self._quick else 250))
        # Some while it paints and proves, one while it joins, which takes long enough only where there is much.
        after = [chance.randrange(1, parts)] if self._quick else sorted(chance.sample(range(parts), 4))
        moments: list[Callable[[], bool]] = [partial(self._has_proven, n) for n in after]
        if not self._quick:
            moments.append(self._is_joining)
        words: Sequence[str] = ("print", "badges", "--out", str(self.out))
        for moment in moments:
            if self._killed(words, moment, chance.uniform(0, 0.02 if self._quick else 1.5)):
                seen.kills += 1
                self._look(seen)
                words = ("print", "--resume")
        assert seen.kills, "nothing was killed"
        child = self._begun(words)
        assert child.wait() == 0
        self._look_at_end(seen)
        self._app.close()
        return seen

    def _begun(self, words: Sequence[str]) -> subprocess.Popen[bytes]:
        home = {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(self._folder / "data")}
        command = [*self._start, *words, "--event", str(self._event), "--json"]
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=_ROOT, env={**os.environ, **home}, stdout=nowhere, stderr=nowhere)

    def _killed(self, words: Sequence[str], moment: Callable[[], bool], delay: float) -> bool:
        """Start, and kill a moment after a moment has come; tell whether it had not ended by then."""
        child = self._begun(words)
        until = None
        while child.poll() is None:
            if until is None and moment():
                until = time.monotonic() + (0 if moment == self._is_joining else delay)
            if until is not None and time.monotonic() >= until:
                child.send_signal(signal.SIGKILL)
                child.wait()
                return child.returncode == -signal.SIGKILL
            time.sleep(_BREATH_S)
        return False

    def _has_proven(self, parts: int) -> bool:
        return bool(self._jobs()) and len(self._parts()) >= parts

    def _jobs(self) -> list[Path]:
        place = self._folder / "data" / "showcase" / "prints"
        return list(place.iterdir()) if place.is_dir() else []

    def _parts(self) -> list[Path]:
        return [file for job in self._jobs() for file in job.glob("*.pdf") if ".painted" not in file.name]

    def _is_joining(self) -> bool:
        return any(file.stat().st_size > 0 for file in self.out.parent.glob(".badges-*"))

    def _look(self, seen: _Seen) -> None:
        """See what a killed job says of itself, and that nothing is printed yet."""
        from showcase.documents.history import list_print_jobs, list_printed_items
        from showcase.people.queries import list_people

        seen.touched += self.out.read_bytes() != _OLD
        with self._app.reading() as session:
            (job,) = list_print_jobs(session)
            items = list_printed_items(session, job.id)
            printed = any(person.badge and person.badge.printed_at for person in list_people(session))
        here = len(_numbers(*self._parts()))
        told = [item.state.value for item in items]
        facts = (
            job.can_go_on,
            not printed,
            job.proven <= here,
            told == ["proven"] * job.proven + ["planned"] * (len(self._badges) - job.proven),
            not any(item.printed_at for item in items),
        )
        seen.untrue += facts.count(False)
        seen.looks += len(facts)
        if not seen.kept:
            seen.kept = [file.read_bytes() for file in self._parts()]

    def _look_at_end(self, seen: _Seen) -> None:
        from showcase.documents.history import list_print_jobs, list_printed_items
        from showcase.people.queries import list_people

        with self._app.reading() as session:
            (job,) = list_print_jobs(session)
            items = list_printed_items(session, job.id)
            people = list_people(session)
        facts = (
            job.state.value == "done",
            len(items) == len({item.subject_id for item in items}) == len(self._badges),
            all(item.printed_at and item.state.value == "proven" for item in items),
            all(person.badge and person.badge.printed_at for person in people),
        )
        seen.untrue += facts.count(False)
        seen.looks += len(facts)

    def left(self) -> int:
        """Return how many files lie where nothing but the print should."""
        return len(self._jobs()) + len([file for file in self.out.parent.iterdir() if file != self.out])

    def wrong(self, numbers: Sequence[str]) -> int:
        """Return how many badges are not there just once."""
        found = Counter(numbers)
        return sum(found[badge] != 1 for badge in self._badges) + len(found.keys() - set(self._badges))

    def saved(self, parts: Sequence[bytes]) -> list[Path]:
        """Write parts that are long gone, to be read once more."""
        files = [self._folder / f"kept-{number}.pdf" for number in range(len(parts))]
        for file, part in zip(files, parts, strict=True):
            file.write_bytes(part)
        return files


def _numbers(*pdfs: Path) -> list[str]:
    """Return the numbers of the badges on pages, as another program reads them."""
    found: list[str] = []
    for pdf in pdfs:
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, encoding="utf-8").stdout
        found += re.findall(_NUMBER, text)
    return found
