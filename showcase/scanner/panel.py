"""The panel of a verdict: its ground, shape and word, who it is as far as they allow, and what to do now."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.leads.kinds import CardState, Direction, DoorAnswer, StationKind, Verdict
from showcase.leads.telling import say
from showcase.scanner.model import Model, spaced
from showcase.scanner.timeline import timeline

if TYPE_CHECKING:
    from showcase.leads.records import Lead, Outcome
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

FIGURES: Final = {
    Verdict.VALID: "check",
    Verdict.SEEN: "ring",
    Verdict.INSIDE: "arrows",
    Verdict.FULL: "full",
    Verdict.OTHER_DOOR: "bar",
    Verdict.CLOCK_SUSPECT: "clock",
    Verdict.PRODUCT: "plus",
    Verdict.SIGN: "sign",
    Verdict.TEST: "tick",
}
"""Verdict -> the shape of its panel; what is refused has a cross, what is not known a question mark."""
_LINES: Final = {
    Verdict.INSIDE: "scanner.not_scanned_out",
    Verdict.FULL: "scanner.badge_is_valid",
    Verdict.OTHER_DOOR: "scanner.badge_is_valid",
    Verdict.CLOCK_SUSPECT: "scanner.badge_is_genuine",
}
_ADVISED: Final = (
    *("revoked", "replaced", "expired", "other_event", "unknown_key", "forged"),
    *("not_ours", "unreadable", "number_mistyped", "number_unknown"),
)
_PICTURES: Final = {"replaced": "swap", "other_event": "swap", "revoked": "badgedesk", "expired": "badgedesk"}
_KEPT: Final = (Verdict.FORGED, Verdict.UNKNOWN_KEY)


@QmlElement
class Panel(Model):
    """The verdict of now, or the lead that was opened.

    Signals:
        changed: it is another one.
    """

    changed = Signal()

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._outcome: Outcome | None = None
        self._lead: Lead | None = None
        self._answer = ""
        self._moved = Direction.IN
        self._is_unsaved = False
        self.sound = ""

    def show(self, outcome: Outcome, answer: str = "") -> None:
        """Show a verdict, or the outcome of what the person at the door answered."""
        self._outcome, self._lead, self._is_unsaved = outcome, outcome.lead, False
        self._answer = answer
        self._moved = Direction.IN if answer else self.scanner.way
        verdict = outcome.verdict
        self.sound = verdict.value if verdict is Verdict.OTHER_DOOR else verdict.tone.value
        self.changed.emit()

    def show_lead(self, lead: Lead) -> None:
        """Show a lead; of the verdict that is on the screen only what became of its lead."""
        if self._lead is None or lead.subject != self._lead.subject:
            self._outcome, self._is_unsaved = None, False
        self._lead = lead
        self.changed.emit()

    def show_unsaved(self) -> None:
        """Say that a scan could not be saved."""
        self._outcome, self._lead, self._is_unsaved = None, None, True
        self.changed.emit()

    @Slot(str)
    def answer(self, answer: str) -> None:
        """Note what was found out about somebody who is inside already."""
        outcome = self._outcome
        if outcome is None or outcome.subject is None:
            return
        subject, chosen, staff = outcome.subject, DoorAnswer(answer), self.desk.staff
        self.desk.write(
            lambda capture: capture.door_answer(subject, chosen, staff=staff),
            lambda outcome: self._answered(outcome, answer),
        )

    @Slot()
    def admit(self) -> None:
        """Let somebody in whom the verdict held back."""
        outcome = self._outcome
        if outcome is not None and outcome.subject is not None:
            subject, staff = outcome.subject, self.desk.staff
            self.desk.write(
                lambda capture: capture.admit(subject, staff=staff), lambda outcome: self._answered(outcome, "admitted")
            )

    def _answered(self, outcome: Outcome, answer: str) -> None:
        self.show(outcome, answer)
        self.scanner.sounds.play(self.sound)

    def _get_kind(self) -> str:
        outcome = self._outcome
        if self._is_unsaved:
            return "unsaved"
        if outcome is None:
            return "lead"
        verdict = outcome.verdict
        if verdict.value in _ADVISED:
            return "refused"
        if verdict in {Verdict.PRODUCT, Verdict.SIGN, Verdict.TEST}:
            return "lead" if outcome.lead is not None else "thing"
        if not self.scanner.is_door():
            return "lead"
        return self._door_kind(outcome)

    def _door_kind(self, outcome: Outcome) -> str:
        if self._answer in {DoorAnswer.STILL_INSIDE, DoorAnswer.WRONG_PERSON}:
            return "answered"
        if outcome.verdict is Verdict.VALID or self._moved is Direction.OUT:
            return "passed"
        return "inside" if outcome.verdict is Verdict.INSIDE else "hold"

    def _get_tone(self) -> str:
        if self._is_unsaved:
            return "refused"
        return self._outcome.verdict.tone.value if self._outcome else "known"

    def _get_figure(self) -> str:
        if self._is_unsaved:
            return "unsaved"
        if self._outcome is None:
            return "known"
        verdict = self._outcome.verdict
        return FIGURES.get(verdict) or ("cross" if self._get_tone() == "refused" else "question")

    def _get_word(self) -> str:
        if self._is_unsaved:
            return self.words.say("scanner.unsaved")
        return self.words.say(self._outcome.verdict.key if self._outcome else "scanner.known")

    def _get_line(self) -> str:
        outcome, lead = self._outcome, self._lead
        if outcome is None:
            return self.words.say("scanner.scans", n=lead.scans) if lead else ""
        key = _LINES.get(outcome.verdict)
        if key is not None:
            return self.words.say(key)
        if outcome.verdict is Verdict.VALID and self.scanner.is_door():
            return self.words.say("scanner.went_in" if self._moved is Direction.IN else "scanner.went_out")
        if outcome.verdict is Verdict.VALID and outcome.nth_today:
            return self.words.say("scanner.nth_today", number=outcome.nth_today)
        if outcome.first_at:
            return self.words.say("scanner.first_met", time=self.time(outcome.first_at))
        return self.time(outcome.at)

    def _get_name(self) -> str:
        outcome, lead = self._outcome, self._lead
        thing = (outcome.product or outcome.sign) if outcome else None
        if thing is not None and lead is None:
            return self.pick(thing.name)
        if lead is not None:
            return self.named(lead)
        return outcome.card.name if outcome and outcome.card else ""

    def _get_job(self) -> str:
        return self._lead.job_title(self.scanner.languages()) if self._lead else self.about(self._card())[0]

    def _get_organisation(self) -> str:
        outcome, lead = self._outcome, self._lead
        thing = (outcome.product or outcome.sign) if outcome else None
        if thing is not None and lead is None:
            return self.pick(thing.exhibitor)
        return lead.organisation(self.scanner.languages()) if lead else self.about(self._card())[1]

    def _card(self) -> Any:
        return self._outcome.card if self._outcome else None

    def _role_of(self) -> Any:
        return self._lead.role if self._lead else self._outcome.role if self._outcome else None

    def _get_card_words(self) -> str:
        """Why there is no name; "" when there is one."""
        state = self._lead.card_state if self._lead else None
        if state is None and self._outcome is not None and self._outcome.role is not None:
            state = self._outcome.card_state
        if state is None or state is CardState.GIVEN or self._get_kind() == "refused":
            return ""
        return self.words.say(state.key)

    def _told(self) -> tuple[str, str]:
        """Return what happened, and what to do: the sentences of the verdict, its last one apart."""
        outcome, info = self._outcome, self.desk.info
        if outcome is None or info is None:
            return "", ""
        line = say(outcome, info, self.words.interface()).line
        what, stop, act = line.removesuffix(".").rpartition(". ")
        return (what + "." if stop else line), (act + "." if stop else "")

    def _get_why(self) -> str:
        gone = self._outcome is not None and self._outcome.verdict in {Verdict.REPLACED, Verdict.REVOKED}
        return self.words.say("scanner.no_longer_counts") if gone else ""

    def _get_foot(self) -> str:
        outcome = self._outcome
        if outcome is None or self._is_unsaved:
            return ""
        if outcome.fact_id is None:
            return self.words.say("scanner.nothing_noted")
        if self._get_kind() == "refused":
            door = self.scanner.is_door()
            return self.words.say("scanner.attempt_noted_door" if door else "scanner.attempt_noted")
        return ""

    def _advice(self, part: str) -> str:
        outcome = self._outcome
        if outcome is None or outcome.verdict.value not in _ADVISED:
            return ""
        word = next(it for it in _ADVISED if it == outcome.verdict.value)
        if part == "ask":
            return self.words.say(f"scanner.ask_{word}")
        return self.words.say(f"scanner.first_{word}" if part == "first" else f"scanner.second_{word}")

    def _get_picture(self) -> str:
        verdict = self._outcome.verdict if self._outcome else Verdict.VALID
        return "badgedesk" if verdict in _KEPT else _PICTURES.get(verdict.value, "badgecode")

    def _get_saved_at(self) -> str:
        outcome = self._outcome
        if outcome is not None and outcome.fact_id is not None:
            return f"{self.scanner.local(outcome.at):%H:%M:%S}"
        return ""

    def _get_notices(self) -> list[dict[str, str]]:
        """What is worth a word beside the verdict: a doubtful clock, a number that was typed, a scanner at fault."""
        outcome = self._outcome
        if outcome is None:
            return []
        found = [{"name": self.words.say(it.key), "advice": self.words.say(it.advice)} for it in outcome.faults]
        if outcome.verdict is Verdict.CLOCK_SUSPECT:
            what, act = self._told()
            found.insert(0, {"name": what, "advice": act})
        elif outcome.role is not None and not outcome.verified and not self._answer:
            words = self.words.say("scanner.not_verified"), self.words.say("scanner.not_verified_do")
            found.insert(0, {"name": words[0], "advice": words[1]})
        return found

    def _get_door(self) -> dict[str, Any]:
        door = self._outcome.door if self._outcome else None
        if door is None:
            return {}
        return {
            "inside": door.inside,
            "capacity": door.capacity or 0,
            "words": self.words.say("scanner.people_inside", n=door.inside),
            "of": self.words.say("scanner.room_for", capacity=door.capacity) if door.capacity else "",
            "more": self.gone_through(door),
        }

    def _get_timeline(self) -> dict[str, Any]:
        outcome, info = self._outcome, self.desk.info
        if outcome is None or outcome.inside is None or info is None or info.kind is not StationKind.DOOR:
            return {}
        start, end = self.scanner.local(outcome.inside.at), self.scanner.local(outcome.at)
        lasted = max(dt.timedelta(0), outcome.at - outcome.inside.at)
        hours, minutes = divmod(int(lasted.total_seconds() // 60), 60)
        return {
            **timeline(start, end),
            "title": self.words.say("scanner.in_since", time=self.time(outcome.inside.at), place=outcome.inside.place),
            "came": self.words.say("scanner.came_in", place=outcome.inside.place),
            "again": self.words.say("scanner.scanned_again", place=info.name),
            "cameAt": f"{start:%H:%M}",
            "againAt": f"{end:%H:%M}",
            "lasted": self.words.say("scanner.hours_minutes", hours=hours, minutes=minutes)
            if hours
            else self.words.say("scanner.minutes", n=minutes),
        }

    def _get_number(self) -> str:
        return spaced(self._lead.number) if self._lead else ""

    kind = Property(str, _get_kind, notify=changed)
    tone = Property(str, _get_tone, notify=changed)
    figure = Property(str, _get_figure, notify=changed)
    word = Property(str, _get_word, notify=changed)
    line = Property(str, _get_line, notify=changed)
    name = Property(str, _get_name, notify=changed)
    job = Property(str, _get_job, notify=changed)
    organisation = Property(str, _get_organisation, notify=changed)
    role = Property(str, lambda self: self.role_word(self._role_of()), notify=changed)
    roleShape = Property(str, lambda self: str(self._role_of() or ""), notify=changed)
    number = Property(str, _get_number, notify=changed)
    cardWords = Property(str, _get_card_words, notify=changed)
    what = Property(str, lambda self: self._told()[0], notify=changed)
    act = Property(str, lambda self: self._told()[1], notify=changed)
    why = Property(str, _get_why, notify=changed)
    ask = Property(str, lambda self: self._advice("ask"), notify=changed)
    first = Property(str, lambda self: self._advice("first"), notify=changed)
    second = Property(str, lambda self: self._advice("second"), notify=changed)
    """Two ways on, each a title and a sentence with a line break between."""
    foot = Property(str, _get_foot, notify=changed)
    picture = Property(str, _get_picture, notify=changed)
    savedAt = Property(str, _get_saved_at, notify=changed)
    notices = Property(list, _get_notices, notify=changed)
    counts = Property(dict, _get_door, notify=changed)
    span = Property(dict, _get_timeline, notify=changed)
    answered = Property(str, lambda self: self._answer, notify=changed)
