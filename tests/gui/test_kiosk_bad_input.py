"""Whatever is in the event, and whatever becomes of its file: the kiosk shows something good, and says what lacked."""

import datetime as dt
import itertools
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from showcase.app import App, create_file, open_app
from showcase.catalogue.edits import (
    add_booth,
    add_media,
    add_room,
    add_session,
    add_topic,
    set_pictures,
)
from showcase.catalogue.entities import Product
from showcase.catalogue.ordering import name_orders
from showcase.catalogue.search import reindex_all
from showcase.qr.payload import number_with_check
from tests.factories import make_organisation, make_product, picture_bytes
from tests.fixtures_kiosk import NOON, SIZES, visit_of
from tests.kiosk_looks import faults, picture, settle

LONG = (
    "Hệ thống đèn đường thông minh tiết kiệm điện cho các đô thị ven sông và vùng ngập nước. Ẫ Ể Ở. "
    "Une phrase française assez longue pour ne tenir nulle part, et un-mot-tout-à-fait-interminable-sans-espace. "
) * 40
NAMES = {"vi": "Đèn Sao Mai", "en": "Morning Star Lamps", "fr": "Lampes de l’Étoile"}


def _only(text: str, language: str = "vi") -> dict[str, str]:
    return {language: text}


def one_product(app: App) -> None:
    """A catalogue of one product, in no booth, without a picture, a topic or a programme."""
    with app.transaction() as session:
        make_product(session, make_organisation(session))


def without_pictures(app: App) -> None:
    with app.transaction() as session:
        add_topic(session, {"ref": "a", "name": NAMES})
        owner = make_organisation(session, booths=[("A", "A1")])
        for number in range(30):
            make_product(session, owner, f"Sản phẩm {number}", topics=["a"] if number % 2 else [])


def ten_thousand(app: App) -> None:
    with app.transaction() as session:
        owners = [make_organisation(session, f"Đơn vị {number}", [("A", f"A{number}")]) for number in range(40)]
        rows = []
        for number in range(10_000):
            name = {"vi": f"Giải pháp {number:05}", "en": f"Solution {number:05}"}
            code = number_with_check(f"{number:07}")
            rows.append(
                {
                    **name_orders(name),
                    "id": uuid.uuid4(),
                    "organisation_id": owners[number % 40],
                    "name": name,
                    "number": code,
                }
            )
        session.execute(insert(Product), rows)
        reindex_all(session)


def one_language(app: App) -> None:
    """Everything in a language that the screen does not speak, another in each."""
    with app.transaction() as session:
        add_topic(session, {"ref": "a", "name": _only("Chủ đề chỉ có tiếng Việt")})
        owner = make_organisation(
            session,
            "Tên chỉ có tiếng Việt",
            [("A", "A1")],
            name_en="",
            description=_only("Une description en français seulement.", "fr"),
            offers=_only("Chỉ nói bằng tiếng Việt rằng có gì."),
        )
        make_product(
            session,
            owner,
            "Đèn chỉ có tên Việt",
            name_en="",
            topics=["a"],
            pitch=_only("Une promesse en français.", "fr"),
            description=_only("Mô tả tiếng Việt."),
            facts=[{"value": _only("40 %"), "label": _only("điện tiết kiệm được")}],
        )
        _programme(session, _only("Phiên chỉ có tiếng Việt"), _only("Tóm tắt bằng tiếng Việt."))


def long_texts(app: App) -> None:
    """Five thousand characters wherever that many may stand, and the longest name elsewhere."""
    name = {language: LONG[start : start + 200].strip() for start, language in enumerate(("vi", "en", "fr"))}
    text = {language: LONG[start : start + 5000].strip() for start, language in enumerate(("vi", "en", "fr"))}
    with app.transaction() as session:
        for ref in "abcdefg":
            add_topic(session, {"ref": ref, "name": {key: value[:80] for key, value in name.items()}})
        owner = make_organisation(session, name["vi"], [("A", "A1")], description=text, offers=text, seeks=text)
        for number in range(6):
            make_product(
                session,
                owner,
                f"{number} {name['vi']}"[:200],
                name_en=f"{number} {name['en']}"[:200],
                topics=["a", "b"],
                pitch=name,
                description=text,
                policy=text,
                seeking=["investment", "pilots", "partners", "talent"],
                facts=[{"value": _only("12.345.678 kWh"), "label": name} for _ in range(3)],
            )
        _programme(session, name, text)


def right_to_left(app: App) -> None:
    arabic, hebrew = "شركة المدن الذكية للإضاءة", "חברת תאורה חכמה לערים (2027)"
    with app.transaction() as session:
        add_topic(session, {"ref": "a", "name": {"vi": "الطاقة", "en": "אנרגיה"}})
        owner = make_organisation(session, arabic, [("A", "A1")], name_en=hebrew, country="AE", region="دبي")
        for number in range(8):
            make_product(
                session, owner, f"مصباح {number} LED", name_en=f"פנס {number} LED", topics=["a"], pitch=_only(arabic)
            )
        _programme(session, {"vi": arabic, "en": hebrew}, _only(arabic))


def without_geometry(app: App) -> None:
    """Booths that have a code and no place on any plan; one in no hall."""
    with app.transaction() as session:
        add_booth(session, "B", {"code": "B7"})
        add_booth(session, "", {"code": "X-12"})
        owner = make_organisation(session, booths=[("B", "B7"), ("", "X-12")])
        photograph = add_media(session, picture_bytes((1200, 800)))
        product = make_product(session, owner)
        set_pictures(session, product, [{"media_id": photograph.id}])


def empty(_app: App) -> None:
    """An event with a name and nothing else."""


def _programme(session: Any, title: dict[str, str], abstract: dict[str, str]) -> None:
    room = add_room(session, {"code": "H1", "name": {key: value[:100] for key, value in title.items()}})
    for hour in range(3):
        start = NOON + dt.timedelta(hours=hour)
        end = start + dt.timedelta(minutes=45)
        add_session(
            session, {"title": title, "abstract": abstract, "room_id": room, "starts_at": start, "ends_at": end}
        )


KINDS = (
    one_product,
    without_pictures,
    ten_thousand,
    one_language,
    long_texts,
    right_to_left,
    without_geometry,
    empty,
)
SHAPES = [("portrait", fill) for fill in KINDS] + [
    ("landscape", fill) for fill in (ten_thousand, long_texts, right_to_left)
]
"""Across, what is many or long is tried; what lacks stands as it does upright."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[App], None]], Path]:
    """Return what makes each event once."""
    kept: dict[str, Path] = {}

    def make(fill: Callable[[App], None]) -> Path:
        name = fill.__name__
        if name not in kept:
            path = tmp_path_factory.mktemp("events") / f"{name}.showcase"
            create_file(path, ("vi", "en", "fr"), {"name.vi": "Hội nghị Đô thị Mẫu", "theme.en": "Green cities"})
            app = open_app(path)
            fill(app)
            app.close()
            kept[name] = path
        return kept[name]

    return make


def _pages(running: Any) -> Iterator[str]:
    """Go to every page that this event has, and say where one is."""
    visit = visit_of(running)
    yield "home"
    visit.go("search")
    yield "search"
    visit.model.take("a")
    yield "search-found"
    visit.model.take("zzzz")
    visit.model.press("search", "")
    yield "search-nothing"
    visit.open("ways", "")
    yield "ways"
    visit.open("browse", "")
    yield "browse"
    subjects = {row["page"]: row["subject"] for row in visit.model.rows}
    if "product" in subjects:
        visit.open("product", subjects["product"])
        yield "product"
        told = visit.model.told
        for part in [*(part["key"] for part in told["parts"][1:]), "phone"]:
            visit.model.choose(part)
            yield f"product-{part}"
        visit.keep(f"product:{subjects['product']}")
        visit.open("organisation", told["owner"]["subject"])
        yield "organisation"
        for part in [part["key"] for part in visit.model.told["parts"]][1:]:
            visit.model.choose(part)
            yield f"organisation-{part}"
        visit.keep(f"organisation:{told['owner']['subject']}")
    visit.go("programme")
    yield "programme"
    for row in visit.model.rows[:1]:
        visit.open("talk", row["subject"])
        yield "talk"
        visit.keep(f"session:{row['subject']}")
    visit.go("list")
    yield "list"


@pytest.mark.parametrize(("shape", "fill"), SHAPES, ids=lambda it: it if isinstance(it, str) else it.__name__)
def test_every_page_is_good_whatever_is_in_the_event(start, tmp_path: Path, made, shape, fill) -> None:
    running = start(made(fill), SIZES[shape])
    where = tmp_path / fill.__name__
    wrong: dict[str, list[str]] = {}
    for turn, _slide in enumerate(running.kiosk.attract_.slides):
        settle(running)
        wrong[f"attract-{turn}"] = faults(running)
        assert picture(running, where / f"attract-{turn}.png") > 8
        running.kiosk.attract_.next()
    running.kiosk.wake("en")
    for number, page in zip(itertools.count(), _pages(running)):
        settle(running)
        wrong[page] = faults(running)
        assert picture(running, where / f"{number:02}-{page}.png") > 3
    assert {page: found for page, found in wrong.items() if found} == {}
