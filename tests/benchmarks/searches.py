"""Search and type to filter in 10,000 and 100,000 products, against sqlite3 alone and against 50 ms."""

import random
import sqlite3
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import insert

from showcase.app import App
from showcase.catalogue.edits import add_organisation
from showcase.catalogue.entities import Product
from showcase.catalogue.event import start_event
from showcase.catalogue.kinds import Subject
from showcase.catalogue.ordering import name_orders
from showcase.catalogue.search import match, reindex_all, search
from showcase.office.listings import LISTINGS, Asked
from showcase.qr.payload import number_with_check
from showcase.qt.recordmodel import PAGE
from showcase.settings import Settings
from showcase.store.database import Database
from showcase.store.opening import create_event
from tests.benchmarks.racing import Bar

_VOCABULARY = (
    "nước đèn đường thông minh bản sao số cảm biến ngập lụt giao thông năng lượng rác thải không khí bệnh viện trường "
    "học camera bãi đỗ xe buýt điện lưới hạ tầng dữ liệu bản đồ cổng dịch vụ công an ninh mạng robot nông nghiệp đô "
    "thị xanh vườn mái nhà pin mặt trời gió tuần hoàn tái chế water street lamp twin sensor flood traffic energy waste "
    "air hospital school parking bus grid platform data map portal service security farm city green roof solar wind"
)
_QUERY = "SELECT kind, subject_id, title FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT 20"
_TYPED = 300


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of search; quick has a small event only."""
    for count in (1_000,) if quick else (10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "event.showcase"
            database = create_event(path)
            try:
                fill(database, count)
                yield _compare(database, path, count, None if quick else 1.5)
                yield _filter(database, count, None if quick else 1.0)
            finally:
                database.close()


def fill(database: Database, count: int) -> None:
    generator = random.Random(count)
    with database.transaction() as session:
        start_event(session, {"vi": "Đo", "en": "Measured"})
        organisation = add_organisation(session, {"name": {"vi": "Công ty Đo Lường", "en": "Measures"}})
        for start in range(0, count, 5_000):
            names = [
                {"vi": _phrase(generator, 5), "en": _phrase(generator, 4)}
                for _number in range(start, min(start + 5_000, count))
            ]
            rows = [
                {
                    "id": uuid.UUID(int=generator.getrandbits(128), version=4),
                    "organisation_id": organisation,
                    "name": name,
                    "pitch": {"vi": _phrase(generator, 14), "en": _phrase(generator, 12)},
                    "number": number_with_check(f"{number:07}"),
                    **name_orders(name),
                }
                for number, name in enumerate(names, start)
            ]
            session.execute(insert(Product), rows)
        reindex_all(session)


def _phrase(generator: random.Random, words: int) -> str:
    return " ".join(generator.choices(_VOCABULARY.split(), k=words))


def _typed(generator: random.Random) -> list[str]:
    """Return what the box holds after each key while one or two words are typed."""
    texts: list[str] = []
    while len(texts) < _TYPED:
        phrase = _phrase(generator, generator.choice((1, 1, 2)))
        texts += [phrase[:length] for length in range(1, len(phrase) + 1) if phrase[length - 1] != " "]
    return texts[:_TYPED]


def _compare(database: Database, path: Path, count: int, bar: float | None) -> Bar:
    typed = _typed(random.Random(7))
    raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    kind = [Subject.PRODUCT]

    def ours(text: str) -> Sequence[object]:
        with database.reading() as session:
            return search(session, text, kind)

    def plain(text: str) -> Sequence[object]:
        return raw.execute(_QUERY, (match(text),)).fetchall()

    for text in typed[:40]:
        assert len(ours(text)) == len(plain(text)), text
    times: dict[str, list[float]] = {"ours": [], "plain": []}
    for text in typed:
        for name, run in (("plain", plain), ("ours", ours)):
            times[name].append(min(_timed(run, text) for _ in range(5)))
    raw.close()
    p95 = {name: statistics.quantiles(values, n=20)[-1] for name, values in times.items()}
    note = f"ours {1000 * p95['ours']:.2f} ms, sqlite3 {1000 * p95['plain']:.2f} ms"
    return Bar(f"search: p95 of {count:,} products", p95["ours"] / p95["plain"], bar, at_most=True, note=note)


def _filter(database: Database, count: int, bar: float | None) -> Bar:
    """Type into the filter of the office's table of products: the page it shows and how many there are."""
    listing, app = LISTINGS["products"], App(database, Settings())

    def shown(text: str) -> Sequence[object]:
        asked = Asked(text, limit=PAGE)
        assert listing.count(app, asked) >= 0
        return listing.read(app, asked)

    shown("")
    times = [_timed(shown, text) for text in _typed(random.Random(8))]
    p95 = statistics.quantiles(times, n=20)[-1]
    note = f"{1000 * p95:.1f} ms of 50 ms"
    return Bar(f"filter: p95 of {count:,} products", p95 / 0.050, bar, at_most=True, note=note)


def _timed(run: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    run(text)
    return time.perf_counter() - started
