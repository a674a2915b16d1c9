"""What a kiosk keeps: what was looked at, nothing of who looked, and the fair share of each exhibitor."""

import uuid
from pathlib import Path

from showcase.app import open_app
from showcase.catalogue.queries import get_event, list_products
from showcase.paths import cache_folder, settings_file, stations_folder
from showcase.visits.airtime import shares
from showcase.visits.counting import read_tallies
from showcase.visits.station import read_station, station_files
from tests.fixtures_kiosk import SIZES, visit_of, wake

CANARY = "Nguyễn Thị Hoàng Yến 0912345678"


def _ids(path: Path) -> tuple[uuid.UUID, uuid.UUID]:
    app = open_app(path, read_only=True)
    with app.reading() as session:
        found = get_event(session).id, list_products(session)[0].id
    app.close()
    return found


def _counted(event: uuid.UUID) -> tuple[dict[str, int], int]:
    """Return measure and subject -> number, and how many slides exhibitors had."""
    (file,) = station_files(event)
    station = read_station(file)
    with station.reading() as session:
        found = {f"{cell[1]} {cell[2]}".strip(): number for cell, number in read_tallies(session).items()}
        slides = sum(share.slides for share in shares(session))
    station.close()
    return found, slides


def test_a_visit_is_counted_without_the_visitor(start, rest, summit: Path) -> None:
    event, product = _ids(summit)
    running = start(summit, SIZES["portrait"])
    rest(running)
    wake(running)
    rest(running)
    visit_of(running).open("product", str(product))
    rest(running)
    visit_of(running).model.choose("phone")
    visit_of(running).go("search")
    rest(running)
    visit_of(running).model.take(CANARY)
    rest(running)
    running.kiosk.end()
    rest(running)
    running.kiosk.keeping.flush()
    rest(running)
    found, _slides = _counted(event)
    said = " ".join(found)
    assert product.hex in said
    assert any("wake" in name for name in found)
    kept = [*stations_folder().rglob("*"), *cache_folder().rglob("*"), settings_file(), summit]
    words = (CANARY, "Hoàng", "hoang", "0912345678")
    for file in (file for file in kept if file.is_file()):
        content = file.read_bytes()
        assert not any(word.encode() in content for word in words), f"{file} knows who searched"


def test_the_fair_share_goes_on_after_a_restart(start, rest, summit: Path) -> None:
    event, _product = _ids(summit)
    running = start(summit, SIZES["portrait"])
    rest(running)
    attract = running.kiosk.attract_
    for _ in range(12):
        attract.next()
        rest(running)
    running.kiosk.keeping.flush()
    rest(running)
    _found, slides = _counted(event)
    assert slides > 0
    owners = dict(attract._shown._by_owner)
    again = start(summit, SIZES["landscape"])
    rest(again)
    rest(again)
    assert again.kiosk.attract_._shown._by_owner == owners


def test_a_kiosk_shows_all_the_same_where_nothing_can_be_kept(start, rest, summit: Path, caplog) -> None:
    stations_folder().parent.mkdir(parents=True, exist_ok=True)
    stations_folder().write_bytes(b"a file where a folder should be")
    running = start(summit, SIZES["portrait"])
    rest(running)
    wake(running)
    rest(running)
    assert visit_of(running).page == "home"
    caplog.clear()
