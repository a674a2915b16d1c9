"""Eight thousand Vietnamese names on every badge: laid out, painted, proven, and found again letter by letter.

Names are put together from family names, middle names and given names as they are borne, the stacked accents and the
longest among them. Nothing may be clipped, no shrinking may go unsaid, and a reader that is not ours finds each name.
"""

import random
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

from showcase.documents.fields import SAMPLES
from showcase.documents.items import PrintItem, badge_names
from showcase.documents.layout import lay_out
from showcase.documents.page import Page, TextLine
from showcase.documents.preflight import check
from showcase.documents.stocks import PAGE
from showcase.documents.template import Element, Template, TextElement, list_templates, load_template
from showcase.documents.units import MM_PER_PT
from showcase.printing.job import print_items
from showcase.printing.measure import FontMeasure
from tests.torture.figures import SEED, Figure

FAMILIES, MIDDLES, GIVEN = (
    line.split() for line in (Path(__file__).parents[1] / "data" / "names.txt").read_text(encoding="utf-8").splitlines()
)
DOUBLE = ("Nguyễn Phúc Bảo", "Tôn Thất", "Công Tằng Tôn Nữ", "Huyền Tôn Nữ", "Âu Dương", "Hoàng Phủ Ngọc")
NEAR_MM = 0.02
_MEASURE = FontMeasure()
_BOTH = ("vi", "en")


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give the figures of every badge, and of the two that are printed most also those of the paper."""
    items = _items(200 if quick else 8000)
    templates = [template for template in list_templates() if template.kind == "badge"]
    for template in templates:
        pages = [lay_out(template, item, _MEASURE, _BOTH) for item in items]
        clipped = sum(any(_clipped(side) for side in page.sides) for page in pages)
        stopped = sum(any(one.severity == "stop" for one in notices) for notices in check(pages))
        unsaid = sum(_is_shrunk_unsaid(template, page) for page in pages)
        yield Figure(f"names clipped on {template.id}", clipped, len(items))
        yield Figure(f"names that cannot be printed on {template.id}", stopped, len(items))
        yield Figure(f"names shrunk without a word on {template.id}", unsaid, len(items))
        if template is templates[0]:
            grown = sum(bool(_clipped(_grown(page))) for page in pages)
            yield Figure("control: letters half as large again", grown, len(items), control=True)
    for name in ("badge-a6", "badge-cr80"):
        yield from _printed(load_template(name), items)


def _items(count: int) -> list[PrintItem]:
    """Return badges of different people, the longest names first."""
    chance = random.Random(SEED)
    families = [*FAMILIES * 3, *DOUBLE]
    every = [*product(families, ["", *MIDDLES], GIVEN)]
    pairs = [f"{one} {other}" for one, other in product(MIDDLES, MIDDLES)]
    longest = sorted(product(DOUBLE, pairs, GIVEN), key=lambda parts: -sum(map(len, parts)))[: count // 20]
    names = dict.fromkeys(" ".join(filter(None, parts)) for parts in [*longest, *chance.sample(every, count)])
    return [_item(number, name) for number, name in enumerate([*names][:count])]


def _item(number: int, name: str) -> PrintItem:
    given, full = badge_names(name.rsplit(" ", 1)[-1], name)
    token = f"{number:05d}{'9081726354' * 22}"[:221]
    values = {"given": given, "full": full, "token": token, "number": f"{number:08d}"}
    return PrintItem(str(number), "badge", name, {**SAMPLES["badge"], **values})


def _ink(line: TextLine) -> tuple[float, float, float, float]:
    above, below = _MEASURE.ink_em(line.text, line.weight)
    em = line.pt * MM_PER_PT
    if line.turned:  # a face that stands on its head: its lines begin at the right
        return line.x_mm - line.width_mm, line.baseline_mm - below * em, line.x_mm, line.baseline_mm + above * em
    return line.x_mm, line.baseline_mm - above * em, line.x_mm + line.width_mm, line.baseline_mm + below * em


def _clipped(page: Page) -> list[str]:
    """Return the texts that leave the page or touch another."""
    boxes = [(line.text, _ink(line)) for line in page.items if isinstance(line, TextLine)]
    sheet = (-NEAR_MM, -NEAR_MM, page.width_mm + NEAR_MM, page.height_mm + NEAR_MM)
    found = [text for text, box in boxes if min(box[:2]) < sheet[0] or box[2] > sheet[2] or box[3] > sheet[3]]
    for (text, one), (_, other) in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        if across > NEAR_MM and down > NEAR_MM:
            found.append(text)
    return found


def _grown(page: Page) -> Page:
    def larger(line: TextLine) -> TextLine:
        return replace(line, pt=line.pt * 1.5, width_mm=line.width_mm * 1.5)

    return replace(page, items=tuple(larger(it) if isinstance(it, TextLine) else it for it in page.items))


def _texts(elements: Sequence[Element]) -> Iterator[TextElement]:
    """Give the texts of a design, also those of its faces."""
    for element in elements:
        if isinstance(element, TextElement):
            yield element
        yield from _texts(getattr(element, "elements", ()))


def _is_shrunk_unsaid(template: Template, page: Page) -> bool:
    """Tell whether a name is smaller than the designed range, or condensed, and nothing says so."""
    return any(
        _is_side_shrunk_unsaid(elements, side, page)
        for elements, side in zip(_sides(template), page.sides, strict=True)
    )


def _sides(template: Template) -> list[Sequence[Element]]:
    return [template.elements, *([template.back] if template.back else [])]


def _is_side_shrunk_unsaid(elements: Sequence[Element], side: Page, page: Page) -> bool:
    least: dict[str, float] = {}
    for it in _texts(elements):
        if isinstance(it.text, str):
            least[it.text] = min(it.fit.min_pt, least.get(it.text, it.fit.min_pt))
    said = {notice.key for notice in page.notices}
    lines = [line for line in side.items if isinstance(line, TextLine)]
    words = {word for key in ("{given}", "{full}") if key in least for word in (key,)}
    smallest = min(least[word] for word in words)
    shrunk = any(line.pt < smallest / 1.001 and line.text in page.title for line in lines)
    condensed = any(line.stretch != 100 for line in lines)
    return (condensed or shrunk) and not said & {
        "documents.text_condensed",
        "documents.text_small",
        "documents.text_refused",
        "documents.text_short",
    }


def _printed(template: Template, items: Sequence[PrintItem]) -> Iterator[Figure]:
    """Print all, prove all, and look for every name with poppler."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "badges.pdf"
        report = print_items(items, template, PAGE, _BOTH, pdf)
        yield Figure(f"codes not proven on {template.id}", len(items) - report.proven, len(items))
        told = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = [re.sub(r"\s+", " ", page) for page in told.split("\f")]
    lost = sum(item.title not in page for item, page in zip(items, pages, strict=False))
    yield Figure(f"names not found in the text of {template.id}", lost, len(items))
    moved = sum(item.title not in page for item, page in zip(items, pages[1:], strict=False))
    yield Figure(f"control: names looked for on the next page of {template.id}", moved, len(items), control=True)
