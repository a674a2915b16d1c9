"""Somebody comes to the kiosk, searches, keeps, takes along, goes and is forgotten: real touches, a real screen."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
import zxingcpp
from PIL import Image

from showcase.app import create_file, open_app
from showcase.catalogue.edits import add_place, add_topic, update_booth, update_hall
from showcase.catalogue.queries import list_booths, list_halls
from tests.end2end.kiosk_walk import CANARY_BACKWARDS
from tests.factories import make_organisation, make_product
from tests.screens import Screen, screen

WALK: Final = Path(__file__).with_name("kiosk_walk.py")
ROOT: Final = WALK.parents[2]
PATIENCE_S: Final = 300.0

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="xvfb or xdotool is not installed"
)


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "hội nghị.showcase"
    create_file(path, ("vi", "en", "fr"), {"name.vi": "Hội nghị Đô thị Mẫu", "theme.vi": "Đô thị xanh"})
    app = open_app(path)
    with app.transaction() as session:
        add_topic(session, {"ref": "a", "name": {"vi": "Dữ liệu", "en": "Data", "fr": "Données"}})
        for number, hall in enumerate("BBAA"):
            owner = make_organisation(session, f"Công ty {number}", [(hall, f"{hall}{number}")])
            make_product(session, owner, f"Nền tảng đô thị thông minh {number}", topics=["a"])
            make_product(session, owner, f"Đèn sông {number}", topics=["a"])
        _place(session)
    app.close()
    return path


def _place(session: Any) -> None:
    """Put two booths into each of two halls with a door between them, and the kiosk into hall A."""
    halls = {hall.code: hall.id for hall in list_halls(session)}
    for hall in halls.values():
        update_hall(session, hall, {"width_m": 40, "depth_m": 30})
    for number, booth in enumerate(list_booths(session)):
        update_booth(session, booth.id, {"x_m": 6 + 20 * (number % 2), "y_m": 10, "width_m": 4, "depth_m": 4})
    inner = add_place(session, {"hall_id": halls["B"], "kind": "door", "x_m": 20, "y_m": 30, "name": {}})
    at_a = {"hall_id": halls["A"], "name": {}, "x_m": 20}
    add_place(session, {**at_a, "kind": "door", "y_m": 0, "leads_to_id": inner})
    add_place(session, {**at_a, "kind": "kiosk", "y_m": 28})


def _walk(event: Path, folder: Path) -> dict[str, Any]:
    with screen(folder, "720x1280") as shown:
        done = subprocess.run(
            [sys.executable, WALK, event, folder / "Xvfb_screen0", folder],
            env={
                **os.environ,
                "DISPLAY": shown.display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_QUICK_BACKEND": "software",
                "PYTHONPATH": str(ROOT),
            },
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _picture(folder: Path, name: str) -> Image.Image:
    return Screen("", folder / f"{name}.xwd").picture()


def _written(*folders: Path) -> Iterator[Path]:
    """Yield every file that the program may have written, the event with its journals included."""
    for folder in folders:
        yield from (file for file in folder.rglob("*") if file.is_file() and file.suffix not in {".xwd", ".png"})


def _holding(word: str, *folders: Path) -> set[Path]:
    """Return the files in whose bytes a word stands, in any way it may be written."""
    ways = {word.encode(), word.upper().encode(), word.encode("utf-16-le"), word.encode("utf-16-be")}
    return {file for file in _written(*folders) if any(way in file.read_bytes() for way in ways)}


def test_a_visit_from_the_first_touch_to_being_forgotten(event: Path, home: Path, tmp_path: Path) -> None:
    said = _walk(event, tmp_path)
    assert said["broken"] == []
    assert said["faults"] == {}
    assert said["full_screen"]
    assert said["woken"] == ["home", "en"], "the first touch only wakes"
    assert said["language"] == "vi"
    assert said["typed"] == "do thi thong minh"
    assert len(said["found"]) == 4
    assert all("đô thị thông minh" in title for title in said["found"])
    assert said["product"] == said["found"][0]
    assert said["way"] == ["plan", "way"]
    assert any("sảnh B" in step for step in said["steps"]), "it leads from hall A into hall B"
    codes = [code.text for code in zxingcpp.read_barcodes(_picture(tmp_path, "list").convert("L"))]
    assert codes == [said["list"]]
    assert said["found"][0] in codes[0]
    assert said["warned"]
    assert said["wiped"]

    canary = CANARY_BACKWARDS[::-1]
    assert any(".text" in place for place in said["held_while_typing"]), "the control: it was there, and is found"
    assert any("Python" in place for place in said["held_while_typing"])
    assert said["held_after"] == []
    assert sum(1 for file in _written(home, tmp_path) if file.suffix in {".showcase", ".station"}) >= 3
    assert _holding(canary, home, tmp_path) == set()
    for turn, file in enumerate([event, *home.rglob("*.station")]):
        planted = f"{canary}{turn}"
        with closing(sqlite3.connect(file)) as plain:
            plain.execute("CREATE TABLE planted (word TEXT)")
            plain.execute("INSERT INTO planted VALUES (?)", (planted,))
            plain.commit()
            assert file in {Path(str(found).removesuffix("-wal")) for found in _holding(planted, home, tmp_path)}
