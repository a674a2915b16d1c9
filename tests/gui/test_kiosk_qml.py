"""The QML of all screens names only what is there: qmllint reads it against the view models, as Qt itself sees them."""

import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaMethod, QMetaObject, QObject

import showcase
from showcase.paths import resource

LINT = shutil.which("pyside6-qmllint", path=str(Path(sys.executable).parent)) or ""
PACKAGES = ("kiosk", "scanner", "qt")
QML = sorted(resource("qml").rglob("*.qml"))


def _kinds() -> list[type[QObject]]:
    """Return the view models: every class of a package with screens that says QML may name it."""
    found: dict[str, type[QObject]] = {}
    root = Path(str(showcase.__file__)).parent
    for file in sorted(file for package in PACKAGES for file in (root / package).glob("*.py")):
        if "QML_IMPORT_NAME" not in file.read_text(encoding="utf-8"):
            continue
        module = import_module(".".join(("showcase", *file.relative_to(root).with_suffix("").parts)))
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, QObject) and thing.__module__ == module.__name__:
                found[thing.__name__] = thing
    return list(found.values())


def _described(kind: type[QObject]) -> str:
    """Return a class as qmllint reads it, with what it inherits from ours."""
    meta: QMetaObject = vars(kind)["staticMetaObject"]
    first: QMetaObject = vars(QObject)["staticMetaObject"]
    lines = [f'Component {{ name: "{kind.__name__}"; prototype: "QObject"; accessSemantics: "reference"']
    lines.append(f'exports: ["Showcase/{kind.__name__} 1.0"]; exportMetaObjectRevisions: [256]')
    for at in range(first.propertyCount(), meta.propertyCount()):
        one = meta.property(at)
        name, pointer = str(one.typeName()).removesuffix("*"), str(one.typeName()).endswith("*")
        notify = bytes(one.notifySignal().name().data()).decode() if one.hasNotifySignal() else ""
        lines.append(
            f'Property {{ name: "{one.name()!s}"; type: "{name}"; isPointer: {str(pointer).lower()}; index: {at}; '
            f"isReadonly: {str(not one.isWritable()).lower()}; isPropertyConstant: {str(one.isConstant()).lower()}"
            + (f'; notify: "{notify}"' if notify else "")
            + " }"
        )
    lines += [_method(meta.method(at)) for at in range(first.methodCount(), meta.methodCount())]
    return "\n".join([*lines, "}"])


def _method(method: QMetaMethod) -> str:
    word = "Signal" if method.methodType() == QMetaMethod.MethodType.Signal else "Method"
    names = [bytes(name.data()).decode() for name in method.parameterNames()]
    kinds = [bytes(name.data()).decode() for name in method.parameterTypes()]
    pairs = zip(names, kinds, strict=True)
    parts = " ".join(f'Parameter {{ name: "{name or "value"}"; type: "{kind}" }}' for name, kind in pairs)
    returned = str(method.typeName())
    kind = f'type: "{returned}"; ' if returned not in {"", "void"} else ""
    return f'{word} {{ name: "{bytes(method.name().data()).decode()}"; {kind}{parts} }}'


@pytest.fixture(scope="session")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an import path with the view models described in it."""
    folder = tmp_path_factory.mktemp("types")
    module = folder / "Showcase"
    module.mkdir()
    (module / "qmldir").write_text("module Showcase\ntypeinfo showcase.qmltypes\n")
    text = "\n".join(["import QtQuick.tooling 1.2", "Module {", *map(_described, _kinds()), "}"])
    (module / "showcase.qmltypes").write_text(text)
    return folder


def _lint(types: Path, *files: Path) -> str:
    command = [LINT, "--max-warnings", "0", "-I", str(resource("qml")), "-I", str(types)]
    command += ["-i", str(resource("qml", "Kiosk", "qmldir")), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.skipif(not LINT, reason="qmllint comes with PySide6")
def test_everything_the_screens_name_is_there(types: Path) -> None:
    assert _lint(types, *QML) == ""


@pytest.mark.skipif(not LINT, reason="qmllint comes with PySide6")
def test_a_name_that_is_not_there_is_found(types: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text("import QtQuick\nimport Showcase\nItem { required property Kiosk kiosk; visible: kiosk.awaken }\n")
    assert "awaken" in _lint(types, wrong)
