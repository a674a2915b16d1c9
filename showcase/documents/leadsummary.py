"""The summary of an exhibitor's leads as pages A4: how many, on which days, how good, what for; then who they are."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from showcase.documents import fitting
from showcase.documents.colours import INK, LANTERN, MINT, MOSS, STONE, WHITE
from showcase.documents.flowing import Face, Flow, Frame, Row, break_lines, number, set_line, space, text_rows
from showcase.documents.leadlist import WIDTH_MM, LeadList
from showcase.documents.measure import Measure
from showcase.documents.page import Artwork, Fill, Item, Page
from showcase.leads.pack import Summary
from showcase.messages import message
from showcase.text import join, pick

_WIDTH, _HEIGHT = 210.0, 297.0
_LEFT: Final = 16.0
_RIGHT: Final = _LEFT + WIDTH_MM
_TOP: Final = 20.0
_BOTTOM: Final = 278.0
_HEAD: Final = 8.0
_FOOT: Final = 283.0
"""Tops of what stands above and below on every page."""
_HEAD_MM: Final = 86.0
"""Of the artwork on the first page."""
_COLUMN: Final = 83.0
_GAP: Final = WIDTH_MM - 2 * _COLUMN
_SECOND: Final = _LEFT + _COLUMN + _GAP
_FIGURES: Final = 88.0
_LISTS: Final = 126.0
"""Tops of what stands under the artwork."""
_BAND_MM: Final = 11.0
"""High, across the foot of the artwork: says of a practice that it is none of what counts."""
_ROOM: Final = 138.0
"""Left of the lantern."""
_NAME: Final = fitting.Face(800, 30.5, 1.25, _ROOM, 24.0)
_NAME_FIT: Final = fitting.Fit(2, 12.5, 100, 4, 8.0)
_BAR_MM: Final = 1.6
_COUNT_MM: Final = 16.0
_EVENT: Final = Face(500, 10, MINT, 1.35)
_TITLE: Final = Face(500, 12.5, WHITE, 1.35)
_FIGURE: Final = Face(800, 38, INK, 1.15)
_WORD: Final = Face(500, 10, STONE, 1.3)
_SECTION: Final = Face(800, 12.5, INK, 1.4)
_READ: Final = Face(500, 10, INK, 1.3)
_COUNT: Final = Face(800, 10, INK, 1.3)
_PRACTICE: Final = Face(800, 12.5, INK, 1.35)
_SMALL: Final = Face(500, 8, STONE, 1.35)
_MADE: Final = Face(500, 8, MINT, 1.35)
_FINE: Final = Face(500, 6.4, STONE, 1.35)


def lay_out_summary(summary: Summary, measure: Measure) -> list[Page]:
    """Return the pages of a summary, in the language of its content.

    Args:
        summary: from `showcase.leads.pack.summarise`.
        measure: the font engine.
    """
    return _Summary(summary, measure).pages()


class _Summary:
    def __init__(self, summary: Summary, measure: Measure) -> None:
        self._summary = summary
        self._content = summary.content
        self._language = summary.content.language
        self._measure = measure

    def pages(self) -> list[Page]:
        flow = Flow(_columns())
        flow.add([Row(0, lambda _x, _y: [*self._head(), *self._figures()])])
        if self._summary.leads:
            self._numbers(flow)
            flow.turn(_whole_pages(len(flow.pages)))
            LeadList(self._content, self._measure).flow(flow)
        else:
            flow.add(text_rows(self._say("nobody"), _READ, _COLUMN, self._measure))
        total = len(flow.pages)
        title = join((self._practice(), self._say("title"), self._exhibitor()))
        return [
            Page(str(at), title, _WIDTH, _HEIGHT, 0, (*items, *self._around(at, total)))
            for at, items in enumerate(flow.pages, start=1)
        ]

    def _head(self) -> Iterator[Item]:
        """Give the sky: of which event, of whom, of which booth."""
        yield Artwork(0, 0, _WIDTH, _HEAD_MM, "report-a4", "")
        event = pick(self._content.station.event.name, self._content.languages)[1]
        y = 13.0
        for line in break_lines(event, _EVENT, _ROOM, self._measure)[:2]:
            yield set_line(line, _EVENT, _LEFT, y, self._measure)
            y += _EVENT.pitch_mm
        y += 1.5
        name = fitting.fit(self._exhibitor(), "", _NAME, _NAME_FIT, self._measure)
        face = Face(_NAME.weight, name.pt, WHITE, name.pitch_em)
        # What stands on no four lines is one word without an end: it is cut rather than lost.
        whole = name.lines if name.step != "refused" else break_lines(self._exhibitor(), face, _ROOM, self._measure)
        for line in whole:
            yield set_line(line, face, _LEFT, y, self._measure)
            y += face.pitch_mm
        place = self._say("of_booth", place=self._content.station.place)
        yield set_line(join((self._say("title"), place)), _TITLE, _LEFT, y + 1, self._measure)
        if self._content.practice:
            top = _HEAD_MM - _BAND_MM
            yield Fill(0, top, _WIDTH, _BAND_MM, LANTERN)
            y = top + (_BAND_MM - _PRACTICE.pitch_mm) / 2
            yield set_line(self._practice(), _PRACTICE, _LEFT, y, self._measure)

    def _figures(self) -> Iterator[Item]:
        """Give how many leads there are, and what can be done with them."""
        summary = self._summary
        for at, (count, name) in enumerate(
            ((summary.leads, "leads"), (summary.named, "named"), (summary.follow_ups, "follow_ups"))
        ):
            x = _LEFT + at * WIDTH_MM / 3
            words = break_lines(self._say(name, n=count), _WORD, WIDTH_MM / 3 - 6, self._measure)
            yield Fill(x, _FIGURES + 3.4, 1.0, _FIGURE.pitch_mm - 3.4 + len(words) * _WORD.pitch_mm, LANTERN)
            yield set_line(number(count, self._language), _FIGURE, x + 4, _FIGURES, self._measure)
            for line, word in enumerate(words):
                top = _FIGURES + _FIGURE.pitch_mm + line * _WORD.pitch_mm
                yield set_line(word, _WORD, x + 4, top, self._measure)

    def _numbers(self, flow: Flow) -> None:
        summary = self._summary
        ratings = [
            (f"{rating} · {summary.rating_words[rating - 1]}", summary.by_rating[rating]) for rating in (5, 4, 3, 2, 1)
        ]
        self._section(flow, self._say("by_day"), [(self._day(day), n) for day, n in summary.by_day.items()])
        self._section(flow, self._say("by_rating"), [*ratings, (self._say("unrated"), summary.by_rating[0])])
        flow.skip_to(_SECOND)
        self._section(flow, self._say("by_product"), list(summary.by_product.items()), self._say("no_product"))
        for question, answers in summary.by_answer.items():
            self._section(flow, question, list(answers.items()))

    def _section(self, flow: Flow, title: str, rows: Sequence[tuple[str, int]], none: str = "") -> None:
        """Set a heading and a bar for each row, as long as its share of the longest."""
        head = [*text_rows(title, _SECTION, _COLUMN, self._measure), space(1)]
        if not rows:
            flow.add([*head, *text_rows(none, _WORD, _COLUMN, self._measure), space(6)])
            return
        most = max(1, *(count for _, count in rows))
        for text, count in rows:
            flow.add([*head, *self._bar(text, count, count / most)])
            head = []
        flow.add([space(5)])

    def _bar(self, text: str, count: int, share: float) -> list[Row]:
        lines = break_lines(text, _READ, _COLUMN - _COUNT_MM, self._measure) or [""]

        def place(x: float, y: float) -> Sequence[Item]:
            told = number(count, self._language)
            items: list[Item] = [set_line(told, _COUNT, x + _COLUMN, y, self._measure, share=1.0)]
            for at, line in enumerate(lines):
                items.append(set_line(line, _READ, x, y + at * _READ.pitch_mm, self._measure))
            if count:
                bar = y + len(lines) * _READ.pitch_mm + 0.5
                items.append(Fill(x, bar, max(0.6, share * _COLUMN), _BAR_MM, MOSS))
            return items

        return [Row(len(lines) * _READ.pitch_mm + _BAR_MM + 2.6, place)]

    def _around(self, at: int, total: int) -> Iterator[Item]:
        """Give what stands on every page: what it is of, what may be done with it, and which page it is."""
        made = self._content.made_at.astimezone(ZoneInfo(self._content.station.event.time_zone))
        if at > 1:
            place = self._say("of_booth", place=self._content.station.place)
            running = break_lines(
                join((self._practice(), place, self._exhibitor())), _SMALL, WIDTH_MM - 60, self._measure
            )
            for line, words in enumerate(running[:2]):
                yield set_line(words, _SMALL, _LEFT, _HEAD + line * _SMALL.pitch_mm, self._measure)
        told = self._say("made", time=f"{made:%d/%m/%Y %H:%M}")
        yield set_line(told, _SMALL if at > 1 else _MADE, _RIGHT, _HEAD, self._measure, share=1.0)
        for line, words in enumerate(break_lines(self._say("personal"), _FINE, WIDTH_MM - 40, self._measure)):
            yield set_line(words, _FINE, _LEFT, _FOOT + line * _FINE.pitch_mm, self._measure)
        told = self._say("page", page=number(at, self._language), pages=number(total, self._language))
        yield set_line(told, _SMALL, _RIGHT, _FOOT, self._measure, share=1.0)

    def _exhibitor(self) -> str:
        return pick(self._content.station.exhibitor, self._content.languages)[1]

    def _practice(self) -> str:
        return self._say("practice") if self._content.practice else ""

    def _day(self, day: dt.date) -> str:
        return f"{message(f'leadpdf.weekday_{day.weekday()}', self._language)} {day:%d/%m}"

    def _say(self, name: str, **params: object) -> str:
        return message(f"leadpdf.{name}", self._language, **params)


def _columns() -> Iterator[Frame]:
    """Give two columns under the artwork, then two on each page that follows."""
    page, top = 0, _LISTS
    while True:
        yield Frame(page, _LEFT, top, _BOTTOM)
        yield Frame(page, _SECOND, top, _BOTTOM)
        page, top = page + 1, _TOP


def _whole_pages(first: int) -> Iterator[Frame]:
    page = first
    while True:
        yield Frame(page, _LEFT, _TOP, _BOTTOM)
        page += 1
