"""A way in words: three to five steps, each with its sign and its metres, in the language of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showcase.catalogue.ways import Turn, Way
    from showcase.kiosk.guide import Grounds
    from showcase.qt.words import Words

MOST: Final = 5
_RUNS: Final = frozenset({"straight", "left", "right"})
_RIDES: Final = frozenset({"stairs", "lift"})
_COARSE_FROM: Final = 60
"""Metres of a whole way from which its parts are told in tens; below, in fives."""
_TURNS: Final = 3
"""In one line."""
_SIGNS: Final = {
    "straight": "arrow-up",
    "left": "arrow-left",
    "right": "arrow-right",
    "stairs": "stairs",
    "lift": "arrow-up-down",
    "door": "door-open",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line: the turns it takes, how far, and up to what.

    Args:
        kinds: of its turns, in their order.
        metres: of all of them.
        landmark: the code of a booth or the id of a place one walks to.
        hall: the code of the hall one comes into.
        passed: the place of a turn among them, and the code of the hall one comes into there, on the way to `hall`.
    """

    kinds: tuple[str, ...]
    metres: float = 0.0
    landmark: str | UUID | None = None
    hall: str = ""
    passed: tuple[tuple[int, str], ...] = ()


def steps_of(way: Way, halls: Sequence[str]) -> list[Step]:
    """Return the steps of a way, at most one less than MOST, as the arrival is told beside them.

    Nothing is named twice: who turns at the corner of a large booth would hear its code over and over.

    Args:
        way: as it was found.
        halls: the codes of the halls it enters, one for each passage.
    """
    steps: list[Step] = []
    faced: str | UUID | None = None
    said: set[str | UUID | None] = set()
    entered = iter(halls)
    for turn in way.turns:
        if turn.kind == "start":
            faced = turn.landmark
        elif turn.kind in _RUNS:
            mark = turn.landmark if steps else turn.landmark or faced
            steps.append(Step((turn.kind,), turn.metres, None if mark in said else mark))
            said.add(mark)
        elif turn.kind in _RIDES or turn.kind == "door":
            hall = next(entered, "")
            if turn.kind == "door" and steps and steps[-1].kinds[-1] in _RUNS and not steps[-1].hall:
                steps[-1] = Step(steps[-1].kinds, steps[-1].metres, None, hall)
            else:
                steps.append(Step((turn.kind,), turn.metres, None, hall))
    while len(steps) >= MOST and (place := _shortest(steps)) is not None:
        steps[place : place + 2] = [_joined(steps[place], steps[place + 1])]
    return steps


def _shortest(steps: Sequence[Step]) -> int | None:
    """Return which step is best told together with the one after it: the pair that is walked soonest.

    Turns within a hall go together first, then what leads from hall to hall, and many turns last.
    """
    pairs = [
        (
            len(one.kinds) + len(other.kinds) > _TURNS,
            bool(one.hall) or not {*one.kinds, *other.kinds} <= _RUNS,
            one.metres + other.metres,
            place,
        )
        for place, (one, other) in enumerate(pairwise(steps))
    ]
    return min(pairs)[-1] if pairs else None


def _joined(one: Step, other: Step) -> Step:
    metres, at = one.metres + other.metres, len(one.kinds)
    if other.kinds == ("straight",) and not one.hall:
        return Step(one.kinds, metres, other.landmark, other.hall, one.passed)
    entered = ((at - 1, one.hall),) if one.hall else ()
    later = tuple((place + at, hall) for place, hall in other.passed)
    return Step(one.kinds + other.kinds, metres, other.landmark, other.hall, one.passed + entered + later)


def rounded(metres: Sequence[float]) -> list[int]:
    """Return lengths as they are told, in fives or tens; what they add up to is the whole as it is told."""
    whole = sum(metres)
    grain = 10 if whole >= _COARSE_FROM else 5
    told, walked, said = [], 0.0, 0
    for length in metres:
        walked += length
        upto = max(said, grain * round(walked / grain))
        told.append(upto - said)
        said = upto
    return told


def told_metres(metres: float) -> int:
    """Return the length of a way as it is told; no way is told as nothing."""
    return max(5, sum(rounded([metres])))


def away(words: Words, way: Way) -> str:
    """Return how far and how long a way is, as it stands beside a booth."""
    return words.say("kioskplan.away", metres=told_metres(way.metres), minutes=way.minutes)


def tell_steps(words: Words, grounds: Grounds, way: Way, *, code: str, name: str) -> list[dict[str, Any]]:
    """Return the lines of a way: {icon, text, metres, last}.

    Args:
        words: of the screen.
        grounds: what landmarks are called.
        way: from here.
        code: of the booth it leads to, "" where that has none.
        name: of what it leads to.
    """
    codes = {hall.id: hall.code for hall in grounds.site.halls}
    places = {place.id: place for place in grounds.site.places}
    through = [leads for turn in way.turns if isinstance(turn.landmark, UUID) and (leads := _leads(turn, places))]
    steps = steps_of(way, [codes.get(hall, "") for hall in through])
    lengths = rounded([step.metres for step in steps])
    lines = [
        {
            "icon": _SIGNS[step.kinds[0]],
            "text": _sentence(words, grounds, step),
            "metres": words.say("kioskplan.metres", n=length) if length else "",
            "last": False,
        }
        for step, length in zip(steps, lengths, strict=True)
    ]
    side = way.turns[-1].side or "ahead"
    text = words.say(f"kioskplan.arrive_{side}", goal=code) if code else words.say(f"kioskplan.reach_{side}", goal=name)
    return [*lines, {"icon": "map-pin", "text": text, "metres": "", "last": True}]


def _leads(turn: Turn, places: Any) -> UUID | None:
    """Return the hall a passage leads to."""
    if turn.kind not in _RIDES and turn.kind != "door":
        return None
    place = places[turn.landmark]
    if place.leads_to in places:
        return UUID(str(places[place.leads_to].hall_id))
    back = next((it for it in places.values() if it.leads_to == place.id), None)
    return back.hall_id if back is not None else None


def _sentence(words: Words, grounds: Grounds, step: Step) -> str:
    passed = dict(step.passed)
    told = []
    for place, kind in enumerate(step.kinds):
        turn = words.say(f"kioskplan.go_{kind}" if place == 0 else f"kioskplan.then_{kind}")
        told.append(f"{turn} {words.say('kioskplan.to_hall', hall=passed[place])}" if place in passed else turn)
    return f"{', '.join(told)} {_upto(words, grounds, step)}".strip()


def _upto(words: Words, grounds: Grounds, step: Step) -> str:
    """Return where a step ends: "to hall B", "to A12", "to the toilets"; "" where nothing marks it."""
    if step.hall:
        return words.say("kioskplan.to_hall", hall=step.hall)
    if isinstance(step.landmark, str):
        return words.say("kioskplan.to_mark", mark=step.landmark)
    place = next((it for it in grounds.site.places if it.id == step.landmark), None)
    if place is None:
        return ""
    name = words.pick(place.name)
    return words.say("kioskplan.to_named", mark=name) if name else words.say(f"kioskplan.to_{place.kind}")
