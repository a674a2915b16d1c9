"""From an empty event to proven badges and signs in the office, on a real screen, by keyboard and by mouse."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not shutil.which("xvfb-run"), reason="xvfb is not installed")


@pytest.mark.parametrize("how", ["keyboard", "mouse"])
def test_a_summit_is_made_and_printed(tmp_path, how):
    event = tmp_path / "hội nghị.showcase"
    variables = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    command = ("xvfb-run", "-a", "-s", "-screen 0 1440x900x24 -nolisten tcp", sys.executable, "-m")
    walk = subprocess.run(
        [*command, "tests.end2end.office_walk", event, tmp_path, how, tmp_path / "end.png"],
        cwd=ROOT,
        env={**variables, "QT_QPA_PLATFORM": "xcb", "SHOWCASE_LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert walk.returncode == 0, walk.stderr[-4000:]
    said = json.loads(walk.stdout.splitlines()[-1])
    assert said["broken"] == []
    counts = said["counts"]
    assert (counts["organisations"], counts["booths"], counts["products"]) == (5, 5, 10)
    assert (counts["product_media"], counts["people"]) == (10, 50)
    assert said["changed"] == 50
    assert sorted(said["states_of_lost"]) == ["issued", "replaced"]
    # 5 exhibitors, 10 products and their pictures, 12 people, the address, the import, the change of fifty.
    assert said["undone"] == said["redone"] == 5 + 2 * 10 + 12 + 3
    assert said["redo_is_equal"]
    # Whom a badge or sign was printed for is marked as deleted, as facts refer to them; pictures keep their bytes.
    assert said["left_after_undo"] == {"people": 12, "organisations": 5, "media": 10}
    assert said["alive_after_undo"] == {"people": 0, "organisations": 0}
    verify = [sys.executable, "main.py", "verify", tmp_path / "badges.pdf", "--event", event, "--json"]
    proven = subprocess.run(verify, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert proven.returncode == 0, proven.stdout + proven.stderr
    assert len(set(_codes(tmp_path / "badges.pdf"))) == 12
    assert len(set(_codes(tmp_path / "signs.pdf"))) == 5


def _codes(pdf: Path) -> list[str]:
    """Return what the codes of a PDF say, read by programs that are not ours."""
    import zxingcpp
    from PIL import Image

    folder = pdf.with_suffix("")
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "200", "-png", pdf, folder / "page"], check=True)
    found: list[str] = []
    for page in sorted(folder.glob("*.png")):
        with Image.open(page) as image:
            found += [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]
    return found
