"""Working on a lead: rating, products, questions, note, consent and what the visitor says of themselves."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.leads.kinds import Channel, FactKind, QuestionKind
from showcase.leads.records import DETAIL_FIELDS, Answer, Form, Lead, Question, Thing, Undone
from showcase.leads.telling import NOTICE_VERSION, notice, rating_words
from showcase.messages import message
from showcase.scanner.model import Model
from showcase.text import bound

if TYPE_CHECKING:
    from showcase.leads.capture import Capture
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

CHANNELS: Final = (Channel.EMAIL, Channel.PHONE, Channel.PARTNERS)
_KEEP_MS: Final = 1500
"""What is typed is on disk so long after the last key, though nobody pressed anything."""


class Saver(Protocol):
    """Saves something that was typed."""

    def __call__(self, capture: Capture, *, subject: str, said: str, staff: str) -> Lead:
        """Return the lead as it is now."""


@QmlElement
class Work(Model):
    """The lead on the screen; every touch is saved by itself.

    Signals:
        changed: the lead, or what is asked of it, is another.
        replaced: another lead came in its place, so that fields take its texts.
        undone: something was taken back; what, in words.
    """

    changed = Signal()
    replaced = Signal()
    undone = Signal(str)

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._lead: Lead | None = None
        self._form: Form | None = None
        self._products: list[Thing] = []
        self._typed: dict[str, tuple[str, Saver]] = {}
        self._asked_in = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_MS)
        self._timer.timeout.connect(self.keep)

    def learn(self) -> None:
        """Ask which questions and products there are."""
        self.desk.read(lambda capture: (capture.form(), capture.products()), self._on_learnt)

    def show(self, lead: Lead | None) -> None:
        """Work on a lead, or on none."""
        self._lead = lead
        self._asked_in = ""
        self.changed.emit()
        self.replaced.emit()

    @Slot(int)
    def rate(self, rating: int) -> None:
        """Rate the lead; the rating it has already is taken away."""
        if self._lead is not None:
            wanted = 0 if rating == self._lead.rating else rating
            self._change(lambda capture, subject, staff: capture.rate(subject, wanted, staff=staff))

    @Slot(str)
    def toggleProduct(self, product: str) -> None:  # noqa: N802 - QML calls it
        """Note an interest, or no longer."""
        if self._lead is not None:
            wanted, on = uuid.UUID(product), uuid.UUID(product) not in self._lead.products
            self._change(lambda capture, subject, staff: capture.interest(subject, wanted, on=on, staff=staff))

    @Slot(str, str)
    def choose(self, question: str, option: str) -> None:
        """Choose an option, or no longer."""
        if self._lead is None:
            return
        asked = next((it for it in (self._form.questions if self._form else ()) if it.id == question), None)
        had = list(self._lead.answers.get(question, Answer()).options)
        if option in had:
            said = [it for it in had if it != option]
        else:
            said = [*had, option] if asked is not None and asked.kind is QuestionKind.MANY else [option]
        self._change(lambda capture, subject, staff: capture.answer(subject, question, said, staff=staff))

    @Slot(str, str)
    def typeAnswer(self, question: str, text: str) -> None:  # noqa: N802 - QML calls it
        """Take an answer as it is typed."""
        self._type(
            f"answer {question}",
            text,
            lambda capture, *, subject, said, staff: capture.answer(subject, question, said, staff=staff),
        )

    @Slot(str)
    def typeNote(self, text: str) -> None:  # noqa: N802 - QML calls it
        """Take the note as it is typed; it takes the place of the one that was there."""
        self._type("note", text, _note)

    @Slot(str, str)
    def typeDetail(self, field: str, text: str) -> None:  # noqa: N802 - QML calls it
        """Take what the visitor says of themselves as it is typed."""
        self._type(
            f"detail {field}",
            text,
            lambda capture, *, subject, said, staff: capture.detail(subject, field, said, staff=staff),
        )

    @Slot(str)
    def askIn(self, language: str) -> None:  # noqa: N802 - QML calls it
        """Show what consent is asked for in the language of the visitor."""
        self._asked_in = language
        self.changed.emit()

    @Slot(str)
    def consent(self, channel: str) -> None:
        """Note what the visitor agrees to, or no longer."""
        if self._lead is None:
            return
        way, language = Channel(channel), self._get_asked_in()
        given = not self._lead.follow_up.get(way, False)
        self._change(
            lambda capture, subject, staff: capture.consent(
                subject, way, given=given, notice=NOTICE_VERSION, language=language, staff=staff
            )
        )

    @Slot()
    def forget(self) -> None:
        """Note that the visitor wants to be forgotten here; what was typed and not yet saved never is."""
        self._timer.stop()
        self._typed.clear()
        language = self._get_asked_in()
        self._change(
            lambda capture, subject, staff: capture.consent(
                subject, Channel.ALL, given=False, notice=NOTICE_VERSION, language=language, staff=staff
            )
        )

    @Slot()
    def keep(self) -> None:
        """Save what was typed."""
        self._timer.stop()
        typed, self._typed = self._typed, {}
        if self._lead is None:
            return
        subject, staff = self._lead.subject, self.desk.staff
        for text, save in typed.values():
            self.desk.write(partial(save, subject=subject, said=text, staff=staff), self._on_lead)

    @Slot()
    def undo(self) -> None:
        """Take back the last that was noted here."""
        self.keep()
        staff = self.desk.staff
        self.desk.write(lambda capture: capture.undo(staff=staff), self._on_undone)

    def _change(self, work: Callable[[Capture, str, str], Lead]) -> None:
        if self._lead is not None:
            subject, staff = self._lead.subject, self.desk.staff
            self.desk.write(lambda capture: work(capture, subject, staff), self._on_lead)

    def _type(self, what: str, text: str, save: Saver) -> None:
        if self._lead is not None:
            self._typed[what] = text, save
            self._timer.start()

    def _on_lead(self, lead: Lead) -> None:
        # The next visitor may be on the screen by the time the last one's note is saved.
        if self._lead is not None and lead.subject == self._lead.subject:
            self._lead = lead
            self.scanner.panel_.show_lead(lead)
            self.changed.emit()

    def _on_undone(self, undone: Undone | None) -> None:
        if undone is None:
            self.undone.emit(self.words.say("scanner.nothing_to_undo"))
            return
        self.undone.emit(self.words.say(_UNDONE[undone.what]))
        if undone.lead is not None and self._lead is not None and undone.lead.subject == self._lead.subject:
            self._on_lead(undone.lead)
            self.replaced.emit()
        elif undone.what in {FactKind.SCAN, FactKind.MOVE}:
            self.show(None)
            self.scanner.home()

    def _on_learnt(self, learnt: tuple[Form, list[Thing]]) -> None:
        self._form, self._products = learnt
        self.changed.emit()

    def _get_asked_in(self) -> str:
        """In the language the screen was changed to for the visitor, else the visitor's own, else the screen's."""
        card = self._lead.card if self._lead else None
        spoken = next((it for it in (card.languages if card else ()) if it in {"vi", "en", "fr"}), "")
        return self._asked_in or spoken or self.words.interface()

    def _get_ratings(self) -> list[dict[str, Any]]:
        if self._form is None:
            return []
        rating = self._lead.rating if self._lead else 0
        words = rating_words(self._form, self.words.interface())
        return [
            {"step": step, "word": word, "means": means, "on": step <= rating, "chosen": step == rating}
            for step, (word, means) in enumerate(words, start=1)
        ]

    def _get_products(self) -> list[dict[str, Any]]:
        chosen = self._lead.products if self._lead else ()
        return [{"id": str(it.id), "name": self.pick(it.name), "on": it.id in chosen} for it in self._products]

    def _get_questions(self) -> list[dict[str, Any]]:
        return [self._question(it) for it in self._form.questions] if self._form else []

    def _question(self, question: Question) -> dict[str, Any]:
        answer = self._lead.answers.get(question.id, Answer()) if self._lead else Answer()
        return {
            "id": question.id,
            "kind": question.kind.value,
            "text": self.pick(question.text),
            "answer": answer.text,
            "options": [
                {"id": it.id, "text": self.pick(it.text), "on": it.id in answer.options} for it in question.options
            ],
        }

    def _get_channels(self) -> list[dict[str, Any]]:
        given = self._lead.follow_up if self._lead else {}
        language = self._get_asked_in()
        return [
            {"id": it.value, "text": bound(message(it.key, language), language), "on": given.get(it, False)}
            for it in CHANNELS
        ]

    def _get_agreed(self) -> str:
        """What the visitor agreed to, in short."""
        given = [it for it in CHANNELS if self._lead and self._lead.follow_up.get(it)]
        if not given:
            return ""
        ways = {
            Channel.EMAIL: self.words.say("scanner.way_email"),
            Channel.PHONE: self.words.say("scanner.way_phone"),
            Channel.PARTNERS: self.words.say("scanner.way_partners"),
        }
        return self.words.say("scanner.agreed", ways=", ".join(ways[it] for it in given))

    def _get_notice(self) -> str:
        language = self._get_asked_in()
        return bound(notice(self.desk.info, language), language) if self.desk.info else ""

    def _get_asking(self) -> dict[str, str]:
        """What else the visitor reads while consent is asked for: all of it in one language."""
        language = self._get_asked_in()
        asked = {
            "title": message("scanner.consent_title", language),
            "forget": message("scanner.forget", language),
            "done": message("scanner.done", language),
        }
        return {name: bound(text, language) for name, text in asked.items()}

    def _get_details(self) -> list[dict[str, str]]:
        lead, languages = self._lead, self.scanner.languages()
        if lead is None:
            return []
        said = {
            "name": (self.words.say("scanner.detail_name"), lead.name),
            "organisation": (self.words.say("scanner.detail_organisation"), lead.organisation(languages)),
            "job_title": (self.words.say("scanner.detail_job_title"), lead.job_title(languages)),
            "email": (self.words.say("scanner.detail_email"), lead.email),
            "phone": (self.words.say("scanner.detail_phone"), lead.phone),
        }
        return [{"field": it, "label": said[it][0], "text": said[it][1]} for it in DETAIL_FIELDS]

    def _get_met(self) -> Sequence[str]:
        lead = self._lead
        if lead is None:
            return []
        staff = ", ".join(lead.staff)
        first = self.words.say("scanner.first_met", time=self.time(lead.first_at))
        return [first, *([self.words.say("scanner.met_by", staff=staff)] if staff else [])]

    present = Property(bool, lambda self: self._lead is not None, notify=changed)
    subject = Property(str, lambda self: self._lead.subject if self._lead else "", notify=changed)
    withdrawn = Property(bool, lambda self: self._lead is not None and self._lead.withdrawn, notify=changed)
    rating = Property(int, lambda self: self._lead.rating if self._lead else 0, notify=changed)
    ratings = Property(list, _get_ratings, notify=changed)
    products = Property(list, _get_products, notify=changed)
    questions = Property(list, _get_questions, notify=changed)
    note = Property(str, lambda self: _note_of(self._lead), notify=changed)
    channels = Property(list, _get_channels, notify=changed)
    agreed = Property(str, _get_agreed, notify=changed)
    notice = Property(str, _get_notice, notify=changed)
    askedIn = Property(str, _get_asked_in, notify=changed)
    asking = Property("QVariantMap", _get_asking, notify=changed)  # type: ignore[arg-type]
    details = Property(list, _get_details, notify=changed)
    met = Property(list, _get_met, notify=changed)


_UNDONE: Final = {
    FactKind.SCAN: "scanner.undone_scan",
    FactKind.MOVE: "scanner.undone_move",
    FactKind.NOTE: "scanner.undone_note",
    FactKind.RATING: "scanner.undone_rating",
    FactKind.ANSWER: "scanner.undone_answer",
    FactKind.INTEREST: "scanner.undone_interest",
    FactKind.CONSENT: "scanner.undone_consent",
    FactKind.DETAIL: "scanner.undone_detail",
}


def _note_of(lead: Lead | None) -> str:
    """Return the text of the last note, which is the one that the field changes."""
    return lead.notes[-1].text if lead and lead.notes else ""


def _note(capture: Capture, *, subject: str, said: str, staff: str) -> Lead:
    """Save the note: in place of the last one, when there is one."""
    lead = capture.lead(subject)
    last = lead.notes[-1].fact_id if lead and lead.notes else None
    if last is None and not said.strip() and lead is not None:
        return lead
    return capture.note(subject, said, replaces=last, staff=staff)
