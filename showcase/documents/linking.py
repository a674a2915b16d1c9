"""Linked texts: those of one group share the size of the smallest, wherever on their side they stand."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from showcase.documents.colours import resolve
from showcase.documents.draft import Draft
from showcase.documents.repeats import Setters, is_refused
from showcase.documents.template import Element, TextElement
from showcase.documents.wording import prepare_show

_LARGEST: Final = float("inf")


def prepare_links(elements: Sequence[Element], setters: Setters) -> Mapping[str, Callable[[Draft], float]]:
    """Return group -> a function that gives the size its texts share on a page.

    A text that is not shown, or fits nowhere, does not make the others small.
    """
    groups: defaultdict[str, list[Callable[[Draft], float]]] = defaultdict(list)
    for element in elements:
        if isinstance(element, TextElement) and element.link:
            groups[element.link].append(_prepare_size(element, setters))
    return {name: _smallest(sizes) for name, sizes in groups.items()}


def _smallest(sizes: Sequence[Callable[[Draft], float]]) -> Callable[[Draft], float]:
    return lambda draft: min(size(draft) for size in sizes)


def _prepare_size(element: TextElement, setters: Setters) -> Callable[[Draft], float]:
    """Return a function that gives the size at which a text fits alone."""
    words, short = setters.words(element)
    set_text, is_shown = setters.setter(element), prepare_show(element.show)

    def size(draft: Draft) -> float:
        text = words(draft.values) if is_shown is None or is_shown(draft.values) else ""
        if not text:
            return _LARGEST
        made = set_text(text, short(draft.values), element.box, resolve(element.colour, draft.style))
        return _LARGEST if is_refused(made) else made.pt

    return size
