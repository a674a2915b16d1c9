"""What an exhibitor asks: words for five ratings and questions of their own, kept as a fact that the latest wins."""

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from showcase.errors import InputError
from showcase.leads.folding import that_count
from showcase.leads.kinds import FactKind, QuestionKind
from showcase.leads.records import Fact, Form, Option, Question, RatingWord
from showcase.text import clean

RATINGS: Final = 5
MOST_QUESTIONS: Final = 12
MOST_OPTIONS: Final = 12
_LONGEST: Final = 200
_ID: Final = re.compile(r"[a-z0-9-]{1,36}")
EMPTY: Final = Form(ratings=(RatingWord({}, {}),) * RATINGS)


def new_id() -> str:
    """Return an id for a question or an option."""
    return uuid.uuid4().hex[:12]


def checked_form(form: Form) -> Form:
    """Return a form as it is kept.

    Raises:
        InputError: a question has no words, a choice has fewer than two options, or there is too much of something.
    """
    if len(form.ratings) != RATINGS:
        raise InputError("leads.form_ratings", count=RATINGS)
    if len(form.questions) > MOST_QUESTIONS:
        raise InputError("leads.form_questions", limit=MOST_QUESTIONS)
    ratings = tuple(RatingWord(_texts(rating.word), _texts(rating.means)) for rating in form.ratings)
    questions = tuple(_question(question) for question in form.questions)
    if len({question.id for question in questions}) < len(questions):
        raise InputError("leads.form_twice")
    return Form(ratings, questions)


def checked_answer(form: Form, question_id: str, said: str | Sequence[str]) -> tuple[str, ...] | None:
    """Return the options that were chosen, or None when a question is answered with a text.

    Raises:
        InputError: when the form has no such question, or the question no such option.
    """
    question = next((it for it in form.questions if it.id == question_id), None)
    if question is None:
        raise InputError("leads.question_gone")
    if question.kind is QuestionKind.TEXT:
        if not isinstance(said, str):
            raise InputError("leads.question_gone")
        return None
    chosen = tuple(dict.fromkeys([said] if isinstance(said, str) and said else list(said)))
    known = {option.id for option in question.options}
    if not known.issuperset(chosen) or (question.kind is QuestionKind.ONE and len(chosen) > 1):
        raise InputError("leads.question_gone")
    return chosen


def latest_form(facts: Iterable[Fact]) -> Form:
    """Return the form that was set last, in the order all stations agree on."""
    forms = [fact for fact in that_count(facts) if fact.kind is FactKind.FORM]
    return from_plain(forms[-1].body) if forms else EMPTY


def as_plain(form: Form) -> dict[str, Any]:
    """Return a form as JSON keeps it."""
    return {
        "ratings": [{"word": dict(rating.word), "means": dict(rating.means)} for rating in form.ratings],
        "questions": [
            {
                "id": question.id,
                "kind": question.kind.value,
                "text": dict(question.text),
                "options": [{"id": option.id, "text": dict(option.text)} for option in question.options],
            }
            for question in form.questions
        ],
    }


def from_plain(kept: Mapping[str, Any]) -> Form:
    """Return a form from how it is kept.

    Raises:
        InputError: it makes no sense.
    """
    try:
        form = Form(
            tuple(RatingWord(rating["word"], rating["means"]) for rating in kept["ratings"]),
            tuple(
                Question(
                    question["id"],
                    QuestionKind(question["kind"]),
                    question["text"],
                    tuple(Option(option["id"], option["text"]) for option in question["options"]),
                )
                for question in kept["questions"]
            ),
        )
        return checked_form(form)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("leads.form_senseless") from error


def is_sound(kept: Mapping[str, Any]) -> bool:
    """Tell whether something that was kept is a form."""
    try:
        from_plain(kept)
    except InputError:
        return False
    return True


def _question(question: Question) -> Question:
    text = _texts(question.text)
    if not text:
        raise InputError("leads.question_empty")
    if question.kind is QuestionKind.TEXT:
        return Question(_checked_id(question.id), question.kind, text)
    options = tuple(Option(_checked_id(option.id), _texts(option.text)) for option in question.options)
    options = tuple(option for option in options if option.text)
    if not 2 <= len(options) <= MOST_OPTIONS:
        raise InputError("leads.question_options", limit=MOST_OPTIONS)
    if len({option.id for option in options}) < len(options):
        raise InputError("leads.form_twice")
    return Question(_checked_id(question.id), question.kind, text, options)


def _checked_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise InputError("leads.form_senseless")
    return text


def _texts(texts: Mapping[str, str]) -> dict[str, str]:
    kept = {language: clean(text) for language, text in texts.items()}
    if any(len(text) > _LONGEST for text in kept.values()):
        raise InputError("leads.form_long", limit=_LONGEST)
    return {language: text for language, text in kept.items() if text}
