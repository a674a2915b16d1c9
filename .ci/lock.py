"""Pin the exact version of every package in pyproject.toml, without the hosts and hashes that uv.lock would name."""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any, Final

PROJECT: Final = Path(__file__).resolve().parent.parent / "pyproject.toml"
PINS: Final = re.compile(r"^(build-constraint|constraint)-dependencies = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)
BUILD: Final = "hatchling"


def main() -> int:
    """Resolve in a temporary folder, rewrite the pins, and say what changed."""
    uv = shutil.which("uv")
    if uv is None:
        print("uv is not found: install it, or run `make lock`, which finds its own.", file=sys.stderr)
        return 1
    old = PROJECT.read_text(encoding="utf-8")
    without_pins = PINS.sub("", old)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pyproject.toml").write_text(without_pins, encoding="utf-8")
        _run([uv, "lock", "--quiet"], folder)
        options = [
            "--all-groups",
            "--no-hashes",
            "--no-annotate",
            "--no-header",
            "--no-emit-project",
            "--frozen",
            "--quiet",
        ]
        pins = _run([uv, "export", *options], folder).split("\n")
        lock = tomllib.loads(Path(folder, "uv.lock").read_text(encoding="utf-8"))
    pins = sorted(pin.strip() for pin in pins if pin.strip())
    building = _needed_by(BUILD, lock)
    text = _array("constraint-dependencies", pins)
    text += _array("build-constraint-dependencies", [pin for pin in pins if pin.split("==")[0] in building])
    new = without_pins.replace("[tool.uv]\n", f"[tool.uv]\n{text}", 1)
    PROJECT.write_text(new, encoding="utf-8")
    for line in sorted(set(new.splitlines()) ^ set(old.splitlines())):
        print("+" if line in new.splitlines() else "-", line.strip())
    return 0


def _run(command: list[str], folder: str) -> str:
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def _needed_by(name: str, lock: dict[str, Any]) -> set[str]:
    """Return a package and everything it needs."""
    needs = {
        package["name"]: [other["name"] for other in package.get("dependencies", [])] for package in lock["package"]
    }
    found: set[str] = set()
    waiting = [name]
    while waiting:
        package = waiting.pop()
        if package not in found:
            found.add(package)
            waiting += needs[package]
    return found


def _array(key: str, pins: list[str]) -> str:
    lines = "".join(f'    "{pin}",\n' for pin in pins)
    return f"{key} = [\n{lines}]\n"


if __name__ == "__main__":
    sys.exit(main())
