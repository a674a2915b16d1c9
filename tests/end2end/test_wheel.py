"""The wheel carries everything: installed elsewhere, without the checkout, the demo runs and proves what it prints."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
SCRIPTS: Final = "Scripts" if os.name == "nt" else "bin"
LONGEST_S: Final = 300


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=LONGEST_S
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Build the wheel with the hatchling that is installed here, so that no network is needed."""
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path / "dist", cwd=ROOT)
    (built,) = (tmp_path / "dist").glob("*.whl")
    return built


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """Install the wheel into an environment of its own that borrows our dependencies, and return its scripts."""
    uv = os.environ.get("UV") or shutil.which("uv") or shutil.which("uv", path=ROOT / ".tools" / SCRIPTS)
    assert uv, "make test brings its own uv"
    _run(uv, "venv", "--quiet", "--offline", "--python", sys.executable, tmp_path / "venv", cwd=tmp_path)
    scripts = tmp_path / "venv" / SCRIPTS
    python = scripts / Path(sys.executable).name
    _run(uv, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", python, wheel, cwd=tmp_path)
    # A folder named in a .pth file is searched, but the .pth file in it that leads to our checkout is not read.
    packages = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).stdout.strip()
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    where = _run(python, "-c", "import showcase; print(showcase.__file__)", cwd=tmp_path).stdout.strip()
    assert Path(where).is_relative_to(packages)
    return scripts


def test_wheel_holds_what_it_needs_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = "showcase/_data"
    assert f"{data}/resources/fonts/BeVietnamPro_400Regular.ttf" in names
    assert f"{data}/resources/i18n/app.json" in names
    assert {f"{data}/resources/site/{name}" for name in ("templates/base.html", "assets/site.css")} <= names
    assert any(name.startswith(f"{data}/database/migrations/versions/0001") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name for name in names if "__pycache__" in name or name.startswith("tests/")} == set()


def test_demo_of_the_wheel_runs_elsewhere(installed: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = _run(installed / "showcase", "demo", "made", "--no-window", "--json", cwd=elsewhere)
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["items"] > 0
    assert result["proven"] == result["items"]
    assert result["failed"] == 0
    files = [Path(file) for file in result["files"]]
    assert any(file.suffix == ".pdf" for file in files)
    assert [
        file for file in files if not (file.is_relative_to(elsewhere / "made") and file.stat().st_size > 1000)
    ] == []
    assert [file.name for file in elsewhere.iterdir()] == ["made"]
