"""QR symbols of tokens: against stock qrcode, and shown beside segno and zxing-cpp's encoder."""

import random
import string
from collections.abc import Iterator

import qrcode
import segno
import zxingcpp
from qrcode import constants

from showcase.qr.symbol import encode
from tests.benchmarks.racing import Bar, race

_DIGITS = 221


def tokens(count: int, seed: int) -> list[str]:
    """Return texts like tokens."""
    generator = random.Random(seed)
    return ["".join(generator.choices(string.digits, k=_DIGITS)) for _ in range(count)]


def stock(text: str) -> list[list[bool | None]]:
    """Return the symbol that stock qrcode makes."""
    code = qrcode.QRCode(error_correction=constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make()
    return code.modules


def _ours(texts: list[str]) -> None:
    encode.cache_clear()
    for text in texts:
        encode(text).rows()


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of symbols."""
    texts = tokens(20 if quick else 100, 1)
    encode(texts[0])
    runs = {
        "ours": lambda: _ours(texts),
        "qrcode": lambda: [stock(text) for text in texts],
        "segno": lambda: [segno.make_qr(text, error="m", boost_error=False).matrix for text in texts],
        "zxing": lambda: [
            zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image() for text in texts
        ],
    }
    best = race(runs, 3 if quick else 7)
    ours = best["ours"]
    each = 1000 / len(texts)
    yield Bar("symbol: qrcode / ours", best["qrcode"] / ours, 15, note=f"ours {ours * each:.3f} ms")
    yield Bar("symbol: segno / ours", best["segno"] / ours, note=f"segno {best['segno'] * each:.3f} ms")
    yield Bar("symbol: zxing-cpp / ours", best["zxing"] / ours, note=f"zxing-cpp {best['zxing'] * each:.3f} ms")
    checked = tokens(50 if quick else 1000, random.randrange(2**32))
    same = sum(encode(text).rows() == _as_rows(stock(text)) for text in checked)
    yield Bar("symbol: share identical to qrcode", same / len(checked), 1, note=f"{len(checked)} random tokens")


def _as_rows(modules: list[list[bool | None]]) -> list[int]:
    return [int("".join("01"[bool(module)] for module in row), 2) for row in modules]
