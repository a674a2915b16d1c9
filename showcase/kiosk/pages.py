"""The pages of the kiosk and what each needs: to add one, write NAMEPage.qml and a view model, and name them here.

The QML file lies in resources/qml/Kiosk and has `required property Kiosk kiosk` and a property `page`, which is its
view model. Its parts take the visitor on with `kiosk.visit.open(NAME, SUBJECT)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast

from PySide6.QtCore import QObject, SignalInstance, Slot

if TYPE_CHECKING:
    from showcase.kiosk.kiosk import Kiosk
    from showcase.qt.tasks import Task

T = TypeVar("T")
Tier = Literal["browse", "detail", "typing"]
"""How long a page may stand without a touch: see `showcase.kiosk.idle`."""


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page.

    Args:
        name: what `visit.open` calls it; its QML file is NAMEPage.qml with a capital.
        section: the entry of the plinth it belongs to: home, search, programme, plan, list.
        tier: how long it may stand untouched.
        model: "module:class" of its view model in this package, imported when it is first opened.
    """

    name: str
    section: str
    tier: Tier
    model: str

    @property
    def file(self) -> str:
        """The name of its QML file."""
        return f"{self.name.capitalize()}Page.qml"

    def make(self, kiosk: Kiosk, subject: str) -> PageModel:
        """Return a view model of this page on a subject."""
        module, _, name = self.model.partition(":")
        kind = getattr(import_module(f"showcase.kiosk.{module}"), name)
        return cast("PageModel", kind(kiosk, subject))


class PageModel(QObject):
    """What a page shows; it lives as long as somebody can come back to it, and goes with the visit.

    A subclass reads in `load`, which is called again when the event changed, and keeps records. It declares
    `changed = Signal()`, as QML hears a signal only of the class that has the property, and has all its properties
    notify it: it is also said when the language is another one. What is connected to a signal is a `@Slot()`, else
    the class has another meta object from then on, and QML no longer finds the properties it knows.
    """

    changed: SignalInstance

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk)
        self.kiosk = kiosk
        self.words = kiosk.words_
        self.subject = subject
        self._task: Task[Any] | None = None
        self._is_closed = False
        kiosk.words_.changed.connect(self.changed)
        kiosk.content.ready.connect(self.load)

    @Slot()
    def load(self) -> None:
        """Read what the page shows."""

    def aloud(self) -> Sequence[tuple[str, str]]:
        """Return what is read to somebody who does not see it, each text behind the code of its language."""
        return ()

    def read(self, work: Callable[[Any], T], answer: Callable[[T], object]) -> None:
        """Call `work` with a session off the GUI thread and give what it returns to `answer`; newer reads win.

        A page that is on its way out is asked by its QML for a last time; it reads nothing any more.
        """
        self._stop()
        if not self._is_closed:
            self._task = self.kiosk.content.read(work, answer)

    def close(self) -> None:
        """Hear nothing any more and forget everything."""
        self._is_closed = True
        self._stop()
        self.kiosk.words_.changed.disconnect(self.changed)
        self.kiosk.content.ready.disconnect(self.load)
        self.deleteLater()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


PAGES: Final[dict[str, Page]] = {
    page.name: page
    for page in (
        Page("home", "home", "browse", "home:Home"),
        Page("ways", "home", "browse", "browse:Ways"),
        Page("browse", "home", "browse", "browse:Browse"),
        Page("search", "search", "typing", "search:Search"),
        Page("product", "home", "detail", "detail:Product"),
        Page("organisation", "home", "detail", "detail:Organisation"),
        Page("talk", "programme", "detail", "detail:Talk"),
        Page("programme", "programme", "browse", "programme:Programme"),
        Page("plan", "plan", "detail", "plan:Plan"),
        Page("list", "list", "detail", "shortlist:ShortList"),
    )
}
SECTIONS: Final = ("home", "search", "programme", "plan", "list")
"""The entries of the plinth in their order; one is shown when there is a page of its name."""
