"""One visit after another, for days: what the kiosk holds in memory does not grow with the number of its visitors.

Run as a program, `soak.py EVENT VISITS [LEAK]`, it plays in its own process and prints what it held as time went by.
With a leak something is kept of each visit, and the bars have to fall short. `SHOWCASE_SOAK_VISITS=N` changes how many
visits the long form has.
"""

import ctypes
import gc
import itertools
import os
import random
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject

from showcase.catalogue.queries import list_organisations, list_products, list_sessions
from showcase.kiosk.visit import TEXT_STEPS, Visit
from tests.benchmarks.racing import Bar
from tests.torture.stage import Complaints, Stage, played, say

VISITS: Final = int(os.environ.get("SHOWCASE_SOAK_VISITS", "100000"))
QUICK: Final = 20
LEAKING: Final = 2_000
"""Visits of the long form's control."""
GROWTH_MB: Final = 20.0
SLOPE_MB: Final = 0.1
OBJECTS: Final = 50.0
"""Objects that a visit of the short form may leave: caches fill still, and a page that stays leaves a hundred."""
_SAMPLES: Final = 100
_WARM: Final = 0.1
"""Part of the visits in which caches fill."""
_ASKED: Final = ("do thi thong minh", "nước", "solution", "zzz", "A1", "số 7")
_LANGUAGES: Final = ("vi", "en", "fr")


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give what visits leave behind, and the controls that have to fall short."""
    visits = QUICK if quick else VISITS
    told = visited(visits)
    yield Bar("kiosk soak: faults", len(told["faults"]), 0, at_most=True, note=f"{visits:,} visits")
    yield from held(told, quick=quick)
    leaky = visited(QUICK if quick else LEAKING, "pages" if quick else "bytes")
    is_found = any(bar.short for bar in held(leaky, quick=quick))
    yield Bar("kiosk soak: an injected leak is found", is_found, 1)


def visited(visits: int, leak: str = "") -> Any:
    """Play on a small screen: what a visit leaves behind does not depend on how large its pictures are."""
    return played("soak", visits, *filter(None, [leak]), width=270, height=480)


def held(told: dict[str, Any], *, quick: bool) -> Iterator[Bar]:
    """Give the bars of what a run held; a short one counts objects, as memory cannot be measured so finely."""
    samples = told["samples"]
    warm = samples[int(_WARM * len(samples)) if not quick else len(samples) // 2 :]
    grown, note = warm[-1]["mb"] - warm[0]["mb"], f"{warm[-1]['mb']:.0f} MB held"
    yield Bar("kiosk soak: growth, MB", grown, GROWTH_MB, at_most=True, note=note)
    if quick:
        objects = (warm[-1]["objects"] - warm[0]["objects"]) / (warm[-1]["visit"] - warm[0]["visit"])
        yield Bar("kiosk soak: objects left of a visit", objects, OBJECTS, at_most=True)
    else:
        slope = statistics.linear_regression([it["visit"] / 1000 for it in warm], [it["mb"] for it in warm]).slope
        yield Bar("kiosk soak: growth per 1,000 visits, MB", slope, SLOPE_MB, at_most=True)


class Visitors:
    """People who come one after another and look at whatever there is."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._chance = random.Random(5)
        app = stage.kiosk.content.app
        assert app is not None
        with app.reading() as session:
            self._subjects: dict[str, Sequence[str]] = {
                "product": [str(it.id) for it in list_products(session)],
                "organisation": [str(it.id) for it in list_organisations(session)],
                "talk": [str(it.id) for it in list_sessions(session)],
            }
        self._deeds: Sequence[Callable[[Any], None]] = (
            self._look,
            self._look,
            self._look,
            self._search,
            self._read,
            self._keep,
            self._go,
            self._back,
        )

    def tour(self) -> None:
        """See all there is once in each language, size and reach: what letters need is kept by Qt from then on."""
        for language, larger, lower in itertools.product(_LANGUAGES, range(TEXT_STEPS), range(2)):
            self.stage.kiosk.wake(language)
            self.stage.turn()
            visit: Any = self.stage.kiosk.visiting()
            for deed in (*[visit.grow] * larger, *[visit.lower] * lower):
                deed()
            for section in visit.sections:
                visit.go(section)
                self.stage.rest()
            for kind, keys in self._subjects.items():
                for key in keys:
                    self._open(visit, kind, key)
            for asked in _ASKED:
                self._ask(visit, asked)
            self.stage.kiosk.end()
            self.stage.rest()

    def visit(self) -> None:
        """Come, do some things, and leave or fall silent."""
        kiosk, turn = self.stage.kiosk, self.stage.turn
        kiosk.wake(self._chance.choice(_LANGUAGES))
        turn()
        for _ in range(self._chance.randint(1, 3)):
            self._chance.choice(self._deeds)(kiosk.visiting())
            turn(2)
        if self._chance.random() < 0.5:
            kiosk.end()
        else:
            self.stage.clock.seconds += 125
            kiosk.tick()
            turn()
            self.stage.clock.seconds += 25
            kiosk.tick()
        self.stage.rest()
        kiosk.attract_.next()
        self.stage.rest()

    def _look(self, visit: Any) -> None:
        kind = self._chance.choice(list(self._subjects))
        self._open(visit, kind, self._chance.choice(self._subjects[kind]))

    def _open(self, visit: Any, kind: str, key: str) -> None:
        visit.open(kind, key)
        self.stage.rest()
        for part in visit.model.told["parts"][:3]:
            visit.model.choose(part["key"])
            self.stage.turn()

    def _search(self, visit: Any) -> None:
        self._ask(visit, self._chance.choice(_ASKED))

    def _ask(self, visit: Any, asked: str) -> None:
        visit.go("search")
        for letter in asked:
            visit.model.press("letter" if letter.isalpha() else "text", letter)
            self.stage.turn()
        visit.model.press("search", "")
        self.stage.rest()

    def _read(self, visit: Any) -> None:
        visit.grow()
        visit.contrasted()
        visit.lower()
        self.stage.kiosk.speak(self._chance.choice(_LANGUAGES))

    def _keep(self, visit: Any) -> None:
        visit.keep(f"product:{self._chance.choice(self._subjects['product'])}")
        visit.go("list")
        self.stage.rest()

    def _go(self, visit: Any) -> None:
        visit.go(self._chance.choice(visit.sections))
        self.stage.rest()

    def _back(self, visit: Any) -> None:
        visit.back()


def _leak(name: str) -> None:
    """Have something left of each visit."""
    left: list[object] = []
    forget = Visit.close

    def keep_bytes(visit: Visit) -> None:
        left.append(b"\x01" * 10_000)
        forget(visit)

    Visit.close = {"bytes": keep_bytes, "pages": lambda _visit: None}[name]  # type: ignore[method-assign]


def _memory_mb(libc: ctypes.CDLL) -> float:
    """Return the memory that is the process's own and in use, without what the allocator has ready."""
    gc.collect()
    libc.malloc_trim(0)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("RssAnon:")[2].split()[0]) / 1024


def _objects(kiosk: QObject) -> int:
    gc.collect()
    return len(gc.get_objects()) + len(kiosk.findChildren(QObject))  # Python's, and what it only has the address of


def main(event: Path, visits: int, leak: str = "") -> None:
    """Play, and print what was held."""
    complaints = Complaints()
    stage = Stage(event, complaints)
    complaints.listen()
    stage.running.show()
    stage.rest()
    while not stage.kiosk.content.record:
        stage.turn()
    stage.rest()
    if leak:
        _leak(leak)
    visitors = Visitors(stage)
    libc = ctypes.CDLL(None)
    if visits > QUICK:
        visitors.tour()
    samples: list[dict[str, float]] = []
    every = max(1, visits // _SAMPLES)
    for visit in range(1, visits + 1):
        visitors.visit()
        if visit % every == 0:
            stage.running.engine.collectGarbage()  # QML's, as Python's and the allocator's: what waits is no growth
            samples.append({"visit": visit, "mb": _memory_mb(libc), "objects": _objects(stage.kiosk)})
            print(samples[-1], file=sys.stderr, flush=True)
    say({"faults": complaints.lines, "samples": samples})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
