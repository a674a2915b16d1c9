"""Leads to read: the best rated first, each with contact, notes, answers and what consent allows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final
from zoneinfo import ZoneInfo

from showcase.documents.colours import INK, LANTERN, MINT, MOSS, STONE, mix
from showcase.documents.flowing import Face, Flow, Row, break_lines, number, set_line, space, text_rows
from showcase.documents.items import number_in_groups
from showcase.documents.lockup import country_name
from showcase.documents.measure import Measure
from showcase.documents.page import Fill, Item
from showcase.leads.fields import Content
from showcase.leads.kinds import CardState, Channel
from showcase.leads.records import Answer, Lead
from showcase.leads.telling import rating_words
from showcase.messages import message
from showcase.text import join, pick

WIDTH_MM: Final = 178.0
_WHEN_MM: Final = 22.0
"""Left of the text: when the visitor was met."""
_LABEL_MM: Final = 38.0
"""Of what stands left of notes and answers."""
_RULE: Final = mix(MINT, STONE, 0.2)
_GROUP: Final = Face(800, 15.5, INK, 1.25)
_MEANS: Final = Face(500, 9, STONE, 1.3)
_NAME: Final = Face(800, 12.5, INK, 1.28)
_READ: Final = Face(500, 9, INK, 1.34)
_STRONG: Final = Face(800, 9, INK, 1.34)
_UNKNOWN: Final = Face(500, 9, STONE, 1.34)
_LABEL: Final = Face(500, 9, MOSS, 1.34)
_SMALL: Final = Face(500, 8, STONE, 1.4)
_DAY: Final = Face(800, 9, INK, 1.34)
_SHUT: Final = frozenset({CardState.NOT_GIVEN, CardState.UNKNOWN, CardState.SEALED})


class LeadList:
    """Sets leads.

    Args:
        content: whose they are.
        measure: the font engine.
    """

    def __init__(self, content: Content, measure: Measure) -> None:
        self._content = content
        self._measure = measure
        self._zone = ZoneInfo(content.station.event.time_zone)
        self._ratings = rating_words(content.form, content.language)
        self._products = {it.id: pick(it.name, content.languages)[1] for it in content.products}

    def flow(self, flow: Flow) -> None:
        """Set all leads, those with the best rating first, those of one rating as they were met."""
        for rating in (5, 4, 3, 2, 1, 0):
            group = [lead for lead in self._content.leads if lead.rating == rating]
            head = self._head(rating, len(group))
            for lead in sorted(group, key=lambda lead: lead.first_at):
                flow.add([*head, *self._entry(lead)])
                head = []

    def _head(self, rating: int, count: int) -> list[Row]:
        """Return what stands above the leads of one rating."""
        word, means = self._ratings[rating - 1] if rating else (self._say("unrated"), "")
        counted = f"{number(count, self._content.language)} {self._say('leads', n=count)}"
        room = WIDTH_MM - self._measure.width_em(counted, _MEANS.weight) * _MEANS.em_mm - 12
        title = break_lines(f"{rating} · {word}" if rating else word, _GROUP, room, self._measure)
        drop = _GROUP.baseline_mm - _MEANS.baseline_mm
        high = len(title) * _GROUP.pitch_mm

        def place(x: float, y: float) -> Sequence[Item]:
            return [
                Fill(x, y + 1.0, 1.0, high - 2.0, LANTERN),
                *(
                    set_line(line, _GROUP, x + 4, y + at * _GROUP.pitch_mm, self._measure)
                    for at, line in enumerate(title)
                ),
                set_line(counted, _MEANS, x + WIDTH_MM, y + drop, self._measure, share=1.0),
            ]

        said = text_rows(means, _MEANS, WIDTH_MM, self._measure, indent_mm=4)
        return [space(6), Row(high, place), *said, space(3)]

    def _entry(self, lead: Lead) -> list[Row]:
        when = lead.first_at.astimezone(self._zone)
        name, *rest = [
            *self._wide(self._name(lead), _NAME),
            *self._wide(join((lead.job_title(self._languages), lead.organisation(self._languages)), ", "), _READ),
            *self._wide(join((lead.email, lead.phone)), _STRONG),
            *self._wide(self._closed(lead), _SMALL),
            *self._wide(self._more(lead), _SMALL),
            *self._pairs(lead),
        ]

        def dated(x: float, y: float) -> Sequence[Item]:
            drop = _NAME.baseline_mm - _DAY.baseline_mm
            day = set_line(f"{when:%d/%m}", _DAY, x, y + drop, self._measure)
            time = set_line(f"{when:%H:%M}", _SMALL, x, y + drop + _DAY.pitch_mm, self._measure)
            return [day, time, *name.place(x, y)]

        rule = Row(2.6, lambda x, y: [Fill(x, y, WIDTH_MM, 0.25, _RULE)])
        return [rule, Row(name.height_mm, dated), *rest, space(2.4)]

    def _pairs(self, lead: Lead) -> Iterator[Row]:
        """Give products, answers, notes and consent, each with what it is at its left."""
        liked = (self._products[it] for it in lead.products if it in self._products)
        yield from self._pair(self._say("interested"), join(liked, "; "))
        for question in self._content.form.questions:
            answer = lead.answers.get(question.id, Answer())
            words = {option.id: pick(option.text, self._languages)[1] for option in question.options}
            told = answer.text or join((words.get(option, "") for option in answer.options), "; ")
            yield from self._pair(pick(question.text, self._languages)[1], told)
        for note in lead.notes:
            yield from self._pair(self._say("note"), note.text)
        for at, (text, face) in enumerate(self._consent(lead)):
            yield from self._pair("" if at else self._say("follow_up"), text, face)

    def _consent(self, lead: Lead) -> Iterator[tuple[str, Face]]:
        """Give what the visitor agreed to at the booth, and what not."""
        if not lead.follow_up:
            yield self._say("not_asked"), _UNKNOWN
        agreed = [channel for channel in Channel if lead.follow_up.get(channel) is True]
        declined = [channel for channel in Channel if lead.follow_up.get(channel) is False]
        ways = self._ways(channel for channel in agreed if channel is not Channel.PARTNERS)
        if ways:
            yield self._say("agreed", ways=ways), _STRONG
        if Channel.PARTNERS in agreed:
            yield self._say("handed_on"), _STRONG
        if declined:
            yield self._say("declined", ways=self._ways(declined)), _READ

    def _ways(self, channels: Iterable[Channel]) -> str:
        return join((message(f"leadpdf.by_{channel}", self._content.language) for channel in channels), ", ")

    def _pair(self, label: str, text: str, face: Face = _READ) -> Iterator[Row]:
        if not text.strip():
            return
        left = break_lines(label, _LABEL, _LABEL_MM - 4, self._measure)
        right = break_lines(text, face, WIDTH_MM - _WHEN_MM - _LABEL_MM, self._measure)
        yield space(0.7)
        for what, line in zip_longest(left, right, fillvalue=""):
            yield self._side_by_side(what, line, face)

    def _side_by_side(self, what: str, line: str, face: Face) -> Row:
        def place(x: float, y: float) -> Sequence[Item]:
            x += _WHEN_MM
            both = ((what, _LABEL, x), (line, face, x + _LABEL_MM))
            return [set_line(text, style, at, y, self._measure) for text, style, at in both if text]

        return Row(face.pitch_mm, place)

    def _wide(self, text: str, face: Face) -> list[Row]:
        return text_rows(text, face, WIDTH_MM, self._measure, indent_mm=_WHEN_MM)

    @property
    def _languages(self) -> list[str]:
        return self._content.languages

    def _name(self, lead: Lead) -> str:
        if lead.name or not lead.number:
            return lead.name or self._say("no_name")
        return self._say("badge", number=number_in_groups(lead.number))

    def _closed(self, lead: Lead) -> str:
        """Return why a lead has no name."""
        if lead.name or lead.card_state not in _SHUT:
            return ""
        return message(f"leadpdf.card_{lead.card_state}", self._content.language)

    def _more(self, lead: Lead) -> str:
        """Return role, where the visitor comes from, how often they came, and who met them."""
        own = self._content.station.event.role_words.get(lead.role.value, {}) if lead.role else {}
        role = pick(own, [self._content.language])[1]
        if lead.role and not role:
            role = message(f"office.role_{lead.role}", self._content.language)
        card = lead.card
        parts = (card.place, country_name(card.country)) if card else ()
        place = (pick(texts, self._languages)[1] for texts in parts)
        return join(
            (
                role,
                join(dict.fromkeys(place), ", "),
                self._say("scans", n=lead.scans) if lead.scans > 1 else "",
                self._say("met_by", staff=join(lead.staff, ", ")) if lead.staff else "",
            )
        )

    def _say(self, name: str, **params: object) -> str:
        return message(f"leadpdf.{name}", self._content.language, **params)
