"""The badges that are measured: the A6 design with the values of its sample, other names and tokens."""

import random
import string
from collections.abc import Sequence

from showcase.documents.backs import one_sided
from showcase.documents.fields import SAMPLES
from showcase.documents.items import PrintItem
from showcase.documents.layout import lay_out
from showcase.documents.page import Page, Symbol
from showcase.documents.template import load_template
from showcase.printing.measure import FontMeasure

LANGUAGES = ("vi", "en")
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
_MIDDLE = ("Thị", "Văn", "Quang", "Minh", "Ngọc", "Thanh", "Hữu", "Bích")
_GIVEN = ("Ánh", "Bình", "Dũng", "Giang", "Hạnh", "Khánh", "Linh", "Ngân", "Phượng", "Quỳnh", "Sơn", "Thảo", "Yến")
_MEASURE = FontMeasure()


def badge_items(count: int, seed: int = 1) -> list[PrintItem]:
    """Return badges of people who do not exist."""
    generator = random.Random(seed)
    items: list[PrintItem] = []
    for number in range(count):
        given = generator.choice(_GIVEN)
        full = f"{generator.choice(_FAMILY)} {generator.choice(_MIDDLE)} {given}"
        values = {
            **SAMPLES["badge"],
            "given": given,
            "full": full,
            "token": "".join(generator.choices(string.digits, k=221)),
            "number": f"{number // 10_000:04} {number % 10_000:04}",
        }
        items.append(PrintItem(str(number), "badge", full, values))
    return items


def lay_out_badges(items: Sequence[PrintItem]) -> list[Page]:
    """Return the page of each badge."""
    template = one_sided(load_template("badge-a6"))
    return [lay_out(template, item, _MEASURE, LANGUAGES) for item in items]


def symbol_of(page: Page) -> Symbol:
    """Return the one symbol of a badge."""
    (symbol,) = page.symbols
    return symbol
