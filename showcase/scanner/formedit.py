"""The exhibitor's own words: what each rating is called and means, and the questions that are asked of a lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.leads.asking import EMPTY, MOST_OPTIONS, MOST_QUESTIONS, new_id
from showcase.leads.kinds import QuestionKind
from showcase.leads.records import Form, Option, Question, RatingWord
from showcase.leads.telling import rating_words
from showcase.scanner.model import Model
from showcase.text import clean

if TYPE_CHECKING:
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_KINDS: Final = (QuestionKind.ONE, QuestionKind.MANY, QuestionKind.TEXT)


@QmlElement
class FormEdit(Model):
    """A form that is being changed, in the language of the screen; nothing counts before it is saved.

    Signals:
        changed: the form has other parts: fields are made anew.
    """

    changed = Signal()

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._form: Form = EMPTY
        self._is_loaded = False

    def load(self) -> None:
        """Begin with the form that counts; nothing can be changed before it is here."""
        self._is_loaded = False
        self.changed.emit()
        self.desk.read(lambda capture: capture.form(), self._on_form)

    @Slot(str)
    def typeStaff(self, names: str) -> None:  # noqa: N802 - QML calls it
        """Take the names of who scans here, with commas between; the first of them scans now."""
        staff = [name for part in names.split(",") if (name := clean(part))]
        now = self.desk.staff
        self.desk.remember(staff=staff, me=now if now in staff else next(iter(staff), ""))
        self.scanner.staffChanged.emit()

    @Slot(int, str)
    def typeWord(self, step: int, text: str) -> None:  # noqa: N802 - QML calls it
        """Take the word of a rating; an empty one is the program's own."""
        rating = self._form.ratings[step - 1]
        self._set_rating(step, replace(rating, word=self._in(rating.word, text)))

    @Slot(int, str)
    def typeMeaning(self, step: int, text: str) -> None:  # noqa: N802 - QML calls it
        """Take what a rating means; an empty one is the program's own."""
        rating = self._form.ratings[step - 1]
        self._set_rating(step, replace(rating, means=self._in(rating.means, text)))

    @Slot(str, str)
    def typeQuestion(self, question: str, text: str) -> None:  # noqa: N802 - QML calls it
        """Take the words of a question."""
        self._change(question, lambda it: replace(it, text=self._in(it.text, text)))

    @Slot(str, str, str)
    def typeOption(self, question: str, option: str, text: str) -> None:  # noqa: N802 - QML calls it
        """Take the words of an option."""

        def changed(it: Question) -> Question:
            options = tuple(
                replace(one, text=self._in(one.text, text)) if one.id == option else one for one in it.options
            )
            return replace(it, options=options)

        self._change(question, changed)

    @Slot()
    def addQuestion(self) -> None:  # noqa: N802 - QML calls it
        """Add a question with two options."""
        options = (Option(new_id(), {}), Option(new_id(), {}))
        question = Question(new_id(), QuestionKind.ONE, {}, options)
        self._set(replace(self._form, questions=(*self._form.questions, question)))

    @Slot(str)
    def removeQuestion(self, question: str) -> None:  # noqa: N802 - QML calls it
        """Take a question away; answers that were given stay with their leads."""
        self._set(replace(self._form, questions=tuple(it for it in self._form.questions if it.id != question)))

    @Slot(str)
    def addOption(self, question: str) -> None:  # noqa: N802 - QML calls it
        """Add an option."""
        self._change(question, lambda it: replace(it, options=(*it.options, Option(new_id(), {}))), anew=True)

    @Slot(str, str)
    def removeOption(self, question: str, option: str) -> None:  # noqa: N802 - QML calls it
        """Take an option away."""
        self._change(
            question,
            lambda it: replace(it, options=tuple(one for one in it.options if one.id != option)),
            anew=True,
        )

    @Slot(str, str)
    def useKind(self, question: str, kind: str) -> None:  # noqa: N802 - QML calls it
        """Have a question answered otherwise: one of some, several of them, or in words."""

        def changed(it: Question) -> Question:
            wanted = QuestionKind(kind)
            if wanted is QuestionKind.TEXT or it.options:
                return replace(it, kind=wanted)
            return replace(it, kind=wanted, options=(Option(new_id(), {}), Option(new_id(), {})))

        self._change(question, changed, anew=True)

    @Slot()
    def save(self) -> None:
        """Have the form count from now on."""
        form, staff = self._form, self.desk.staff
        self.desk.write(lambda capture: capture.set_form(form, staff=staff), self._on_saved)

    def _on_form(self, form: Form) -> None:
        self._form, self._is_loaded = form, True
        self.changed.emit()

    def _on_saved(self, form: Form) -> None:
        self._on_form(form)
        self.scanner.work_.learn()
        self.scanner.home()

    def _set(self, form: Form) -> None:
        self._form = form
        self.changed.emit()

    def _set_rating(self, step: int, rating: RatingWord) -> None:
        ratings = tuple(rating if at == step - 1 else it for at, it in enumerate(self._form.ratings))
        self._form = replace(self._form, ratings=ratings)

    def _change(self, question: str, changed: Any, *, anew: bool = False) -> None:
        questions = tuple(changed(it) if it.id == question else it for it in self._form.questions)
        self._form = replace(self._form, questions=questions)
        if anew:
            self.changed.emit()

    def _in(self, texts: Any, text: str) -> dict[str, str]:
        return {**texts, self.words.interface(): text}

    def _get_ratings(self) -> list[dict[str, Any]]:
        language = self.words.interface()
        usual = rating_words(EMPTY, language)
        return [
            {
                "step": step,
                "word": rating.word.get(language, ""),
                "means": rating.means.get(language, ""),
                "usualWord": usual[step - 1][0],
                "usualMeans": usual[step - 1][1],
            }
            for step, rating in enumerate(self._form.ratings, start=1)
        ]

    def _get_questions(self) -> list[dict[str, Any]]:
        return [self._question(question) for question in self._form.questions]

    def _question(self, question: Question) -> dict[str, Any]:
        language = self.words.interface()
        names = {
            QuestionKind.ONE: self.words.say("scanner.kind_one"),
            QuestionKind.MANY: self.words.say("scanner.kind_many"),
            QuestionKind.TEXT: self.words.say("scanner.kind_text"),
        }
        is_text = question.kind is QuestionKind.TEXT
        options = () if is_text else question.options
        return {
            "id": question.id,
            "text": question.text.get(language, ""),
            "other": self.pick(question.text),
            "kinds": [{"id": kind.value, "name": names[kind], "on": kind is question.kind} for kind in _KINDS],
            "options": [
                {"id": it.id, "text": it.text.get(language, ""), "other": self.pick(it.text)} for it in options
            ],
            "more": not is_text and len(options) < MOST_OPTIONS,
            "fewer": len(options) > 2,
        }

    loaded = Property(bool, lambda self: self._is_loaded, notify=changed)
    ratings = Property(list, _get_ratings, notify=changed)
    questions = Property(list, _get_questions, notify=changed)
    staff = Property(str, lambda self: ", ".join(self.desk.settings.get("staff", [])), notify=changed)
    more = Property(bool, lambda self: self._is_loaded and len(self._form.questions) < MOST_QUESTIONS, notify=changed)
