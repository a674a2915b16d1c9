"""The walls of the house: who may import whom, how long a module may be, what may stand in the repository."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from importlinter.cli import lint_imports

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "showcase"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
MOST_LINES: Final = 500
TOP_LEVEL: Final = {
    *("main.py", "showcase", "resources", "database", "pyproject.toml", "tests"),
    *("docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICES.md"),
    *("Makefile", ".ci", ".gitignore", ".gitattributes"),
}
GPL_QT: Final = {"QtCharts", "QtDataVisualization", "QtGraphs", "QtGraphsWidgets", "QtNetworkAuth", "QtVirtualKeyboard"}
# In store/health.py SQLite calls us back: what is raised there is kept until SQLite has ended, then raised on.
BROAD_EXCEPT: Final = {"cli", "qt/tasks.py", "qt/framereader.py", "qt/crash.py", "store/health.py"}
WIDGETS: Final = {"office", "qt"}
# Written in two halves, so that this file does not hold them.
REGISTRIES: Final = ["pypi" + ".org", "python" + "hosted", "registry.npm" + "js", "registry.yarn" + "pkg"]


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def _tracked_files() -> list[Path]:
    """Return the files that git knows; the folder may belong to somebody else than who runs the tests."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    output = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode()
    return [ROOT / name for name in output.split("\0") if name]


def _imports(module: Path) -> Iterator[str]:
    """Yield every name a module imports, dotted: `from a import b` gives a and a.b."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _is_in(module: Path, places: set[str]) -> bool:
    """Tell whether a module is one of some modules, or in one of some packages, of showcase."""
    inside = module.relative_to(PACKAGE)
    return inside.as_posix() in places or inside.parts[0] in places


def test_packages_import_only_to_their_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    # It would silence every logger that exists, and tests that run later listen to ours.
    monkeypatch.setattr("importlinter.cli.logging_config.dictConfig", lambda _settings: None)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0, "`.venv/bin/lint-imports` says more"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_module_is_short_and_says_what_it_is_for(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES, f"{lines} lines"
    assert ast.get_docstring(_tree(module)), "the module opens with one sentence that says what it is for"


def test_no_part_of_qt_that_is_gpl() -> None:
    banned = {f"PySide6.{name}" for name in GPL_QT}
    assert {f"{module}: {name}" for module in MODULES for name in _imports(module) if name in banned} == set()


def test_widgets_stay_in_the_window() -> None:
    outside = [module for module in MODULES if not _is_in(module, WIDGETS)]
    assert {str(module) for module in outside if "PySide6.QtWidgets" in set(_imports(module))} == set()


def test_only_the_edges_swallow_everything() -> None:
    found = [
        f"{module.relative_to(ROOT)}:{node.lineno}"
        for module in MODULES
        if not _is_in(module, BROAD_EXCEPT)
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _raises_on(node)
    ]
    assert found == [], "broad `except` only where a bug is told to the person, or to tidy up and raise on"


def _is_broad(caught: ast.expr | None) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(
        name is None or (isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"}) for name in names
    )


def _raises_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_nothing_unplanned_at_the_top() -> None:
    assert {file.relative_to(ROOT).parts[0] for file in _tracked_files()} - TOP_LEVEL == set()


def test_no_host_of_a_package_registry_is_named() -> None:
    found = []
    for file in _tracked_files():
        content = file.read_bytes() if file.is_file() else b""
        found += [f"{file.relative_to(ROOT)}: {host}" for host in REGISTRIES if host.encode() in content]
    assert found == []


def test_versions_are_pinned() -> None:
    assert len(_pins()) > 50, "`make lock` writes the exact versions"
    assert [pin for pin in _pins() if "==" not in pin] == []
    assert "uv.lock" not in {file.name for file in _tracked_files()}


def test_every_package_is_in_the_notices() -> None:
    notices = re.sub(r"[._]", "-", (ROOT / "NOTICES.md").read_text(encoding="utf-8").lower())
    words = set(re.findall(r"[a-z0-9-]+", notices))
    assert {pin.split("==")[0] for pin in _pins()} - words == set()


def _pins() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins: list[str] = project["tool"]["uv"]["constraint-dependencies"]
    return pins
