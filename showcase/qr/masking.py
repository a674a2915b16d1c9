"""Places codewords in a symbol and finds the mask that `qrcode` would choose, all eight masks at once.

A symbol is one big integer: row after row, a light guard bit behind each row, the first module in the highest bit.
Shifting by one lays every module over its right neighbour, shifting by a row over the one below; so a rule of ISO/IEC
18004, 7.8.3 is a few shifts and logical operations for all modules together, and a population count. Eight symbols side
by side, one for each mask, cost little more than one.

As `qrcode` does, symbols are weighed with the modules that say level, mask and version left light.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from qrcode import util
from qrcode.image.pure import PyPNGImage
from qrcode.main import QRCode

_MASKS = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """What all symbols of one version have in common.

    Args:
        size: modules along a side.
        width: bytes of one symbol.
        bits: how many bits the modules for data take.
        pick: puts the bits of the codewords, with "01" behind them for modules without data, where they stand.
        masks: the eight mask patterns side by side, the first highest; so are all that follow.
        modules: where a module is, and not a guard.
        blocks: where a block of two by two modules ends.
        runs: where five modules end, in a row and in a column.
        finders: the same for eleven.
    """

    size: int
    width: int
    bits: int
    pick: Callable[[str], tuple[str, ...]]
    masks: int
    modules: int
    blocks: int
    runs: tuple[int, int]
    finders: tuple[int, int]


class _Patterns(QRCode[PyPNGImage]):
    """Lets `qrcode` itself draw what carries no data.

    Args:
        version: 1 to 40.
        blank: what modules that nothing is drawn on hold.
    """

    def __init__(self, version: int, blank: bool | None) -> None:
        super().__init__(version, image_factory=PyPNGImage)
        self.modules_count = 4 * version + 17
        self.modules = [[blank] * self.modules_count for _ in range(self.modules_count)]

    def draw_fixed(self) -> None:
        """Draw finder, alignment and timing patterns; leave room for what says level, mask and version."""
        last = self.modules_count - 7
        for row, column in ((0, 0), (last, 0), (0, last)):
            self.setup_position_probe_pattern(row, column)
        self.setup_position_adjust_pattern()
        self.setup_timing_pattern()
        self.draw_information(0, test=True)

    def draw_information(self, mask: int, *, test: bool = False) -> None:
        """Draw what says level, mask and version; light for a test."""
        self.setup_type_info(test, mask)
        if self.version >= 7:
            self.setup_type_number(test)


def _data_places(modules: list[list[bool | None]]) -> Iterator[tuple[int, int]]:
    """Give the (row, column) of the modules for data in the order of their bits: up and down in strips of two."""
    size = len(modules)
    rows = list(range(size))
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        rows.reverse()
        for row in rows:
            yield from ((row, column) for column in (right, right - 1) if modules[row][column] is None)


@cache
def plan(version: int) -> Plan:
    """Return the plan of a version, made at its first symbol: some milliseconds."""
    patterns = _Patterns(version, blank=None)
    patterns.draw_fixed()
    size = patterns.modules_count
    places = list(_data_places(patterns.modules))
    stride, width = size + 1, (size * (size + 1) + 7) // 8
    light, dark = len(places), len(places) + 1
    picked = [light] * (size * stride)
    for row, modules in enumerate(patterns.modules):
        for column, module in enumerate(modules):
            picked[row * stride + column] = dark if module else light
    for bit, (row, column) in enumerate(places):
        picked[row * stride + column] = bit

    free = set(places)
    masks = b"".join(_mask(mask, free, size, width) for mask in range(_MASKS))

    def all_from(row: int, column: int) -> int:
        """Return the modules from a row and a column on, eight times."""
        rows = "0" * (row * stride) + ("0" * column + "1" * (size - column) + "0") * (size - row)
        return _eightfold(int(rows, 2), width)

    return Plan(
        size,
        width,
        len(places),
        itemgetter(*picked),
        int.from_bytes(masks, "big"),
        modules=all_from(0, 0),
        blocks=all_from(1, 1),
        runs=(all_from(0, 4), all_from(4, 0)),
        finders=(all_from(0, 10), all_from(10, 0)),
    )


def _mask(mask: int, free: set[tuple[int, int]], size: int, width: int) -> bytes:
    inverts = util.mask_func(mask)
    rows = (
        "".join("01"[(row, column) in free and inverts(row, column)] for column in range(size)) + "0"
        for row in range(size)
    )
    return int("".join(rows), 2).to_bytes(width, "big")


def _eightfold(symbol: int, width: int) -> int:
    return int.from_bytes(symbol.to_bytes(width, "big") * _MASKS, "big")


@cache
def information(version: int, error_correction: int, mask: int) -> int:
    """Return the dark modules that say level, mask and version."""
    patterns = _Patterns(version, blank=False)
    patterns.error_correction = error_correction
    patterns.draw_information(mask)
    rows = ("".join("01"[bool(module)] for module in row) + "0" for row in patterns.modules)
    return int("".join(rows), 2)


def place(codewords: bytes, version: int, error_correction: int) -> int:
    """Return the finished symbol.

    Args:
        codewords: in the order in which they stand in the symbol.
        version: 1 to 40.
        error_correction: one of qrcode's constants.
    """
    common = plan(version)
    bits = f"{int.from_bytes(codewords, 'big'):0{8 * len(codewords)}b}".ljust(common.bits, "0")
    masked = _eightfold(int("".join(common.pick(bits + "01")), 2), common.width) ^ common.masks
    weights = _penalties(masked, common)
    mask = weights.index(min(weights))
    symbol = masked >> 8 * common.width * (_MASKS - 1 - mask) & (1 << 8 * common.width) - 1
    return symbol | information(version, error_correction, mask)


def _penalties(symbols: int, common: Plan) -> list[int]:
    """Return the penalty of each of the eight symbols: rules N1 to N4 with their weights 3, 3, 40 and 10."""
    row_changes, row_fives, row_starts = _runs(symbols, 1, common.runs[0])
    column_changes, column_fives, column_starts = _runs(symbols, common.size + 1, common.runs[1])
    uneven = row_changes | row_changes >> common.size + 1 | column_changes
    weighed = (
        (1, row_fives),
        (1, column_fives),
        (2, row_starts),
        (2, column_starts),
        (3, common.blocks ^ common.blocks & uneven),
        (40, _finders(symbols, 1, common.modules, common.finders[0])),
        (40, _finders(symbols, common.size + 1, common.modules, common.finders[1])),
    )
    totals = [_imbalance(dark, common.size) for dark in _counts(symbols, common.width)]
    for weight, found in weighed:
        totals = [total + weight * n for total, n in zip(totals, _counts(found, common.width), strict=True)]
    return totals


def _runs(symbols: int, step: int, fits: int) -> tuple[int, int, int]:
    """Return what differs from the module before it, where five or more alike end, and where five alike first end.

    A run of n alike has n - 4 of the second and one of the third, so n - 2 = 1 x second + 2 x third.
    """
    changes = symbols ^ symbols >> step
    two = changes | changes >> step
    fives = fits ^ fits & (two | two >> 2 * step)
    return changes, fives, fives ^ fives & fives >> step


def _finders(symbols: int, step: int, modules: int, fits: int) -> int:
    """Return where something like a finder ends: dark 1 light 1 dark 3 light 1 dark 1, light 4 before or behind it."""
    lights = symbols ^ modules
    ends = symbols & symbols >> 6 * step
    middle = symbols & symbols >> step & symbols >> 2 * step
    ratio = ends & middle >> 2 * step & (lights & lights >> 4 * step) >> step
    two = lights & lights >> step
    four = two & two >> 2 * step
    return (ratio & four >> 7 * step | ratio >> 4 * step & four) & fits


def _counts(found: int, width: int) -> list[int]:
    """Return how many bits are set in each of the eight symbols."""
    data = found.to_bytes(_MASKS * width, "big")
    return [int.from_bytes(data[start : start + width], "big").bit_count() for start in range(0, len(data), width)]


def _imbalance(dark: int, size: int) -> int:
    """Return ten for every full five percent by which the dark modules are away from half, in `qrcode`'s arithmetic."""
    return int(abs(float(dark) / size**2 * 100 - 50) / 5) * 10
