"""Turns QR data into the codewords of a symbol (ISO/IEC 18004, 7.4 to 7.6), with integers for the polynomials."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain, zip_longest
from typing import Final

from qrcode import base, util

_ALPHANUMERIC: Final = {character: value for value, character in enumerate(util.ALPHA_NUM)}
_THREE_DIGITS: Final = {f"{number:03}".encode(): f"{number:010b}" for number in range(1000)}
_FEWER_DIGITS: Final = {
    **{f"{number:02}".encode(): f"{number:07b}" for number in range(100)},
    **{f"{number}".encode(): f"{number:04b}" for number in range(10)},
    b"": "",
}
_PADDING: Final = bytes((util.PAD0, util.PAD1)) * 1500


def _numeric(data: bytes) -> str:
    """Three digits are ten bits, two are seven, one is four."""
    whole = len(data) - len(data) % 3
    triples = [_THREE_DIGITS[data[start : start + 3]] for start in range(0, whole, 3)]
    return "".join(triples) + _FEWER_DIGITS[data[whole:]]


def _alphanumeric(data: bytes) -> str:
    """Two characters are eleven bits, one is six."""
    values = [_ALPHANUMERIC[character] for character in data]
    pairs = "".join([f"{45 * left + right:011b}" for left, right in zip(values[::2], values[1::2], strict=False)])
    return pairs + f"{values[-1]:06b}" if len(values) % 2 else pairs


def _bytes(data: bytes) -> str:
    return f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}"


_WRITERS: Final[Mapping[int, Callable[[bytes], str]]] = {
    util.MODE_NUMBER: _numeric,
    util.MODE_ALPHA_NUM: _alphanumeric,
    util.MODE_8BIT_BYTE: _bytes,
}


def count_bits(segments: Sequence[util.QRData], version: int) -> int:
    """Return how many bits the segments take in a version, without terminator and padding."""
    sizes = util.mode_sizes_for_version(version)
    return sum(4 + sizes[segment.mode] + _bits_of(segment.mode, len(segment.data)) for segment in segments)


def _bits_of(mode: int, length: int) -> int:
    if mode == util.MODE_NUMBER:
        return 10 * (length // 3) + (0, 4, 7)[length % 3]
    return 11 * (length // 2) + 6 * (length % 2) if mode == util.MODE_ALPHA_NUM else 8 * length


def make_codewords(segments: Sequence[util.QRData], version: int, error_correction: int) -> bytes:
    """Return the data and error correction codewords in the order in which they stand in the symbol.

    Args:
        segments: what fits, see `count_bits`.
        version: 1 to 40.
        error_correction: one of qrcode's constants.
    """
    sizes = util.mode_sizes_for_version(version)
    bits = "".join(
        [f"{part.mode:04b}{len(part.data):0{sizes[part.mode]}b}{_WRITERS[part.mode](part.data)}" for part in segments]
    )
    blocks = _blocks(version, error_correction)
    limit = sum(count for count, _ in blocks)
    ended = bits + "0" * min(8 * limit - len(bits), 4)
    used = -(-len(ended) // 8)
    data = int(ended.ljust(8 * used, "0"), 2).to_bytes(used, "big") + _PADDING[: limit - used]
    parts: list[bytes] = []
    start = 0
    for count, _ in blocks:
        parts.append(data[start : start + count])
        start += count
    checks = [_remainder(part, corrections) for part, (_, corrections) in zip(parts, blocks, strict=True)]
    return _interleaved(parts) + _interleaved(checks)


@cache
def _blocks(version: int, error_correction: int) -> tuple[tuple[int, int], ...]:
    """Return the data and error correction codewords of each block."""
    blocks = base.rs_blocks(version, error_correction)
    return tuple((block.data_count, block.total_count - block.data_count) for block in blocks)


def _interleaved(parts: Sequence[bytes]) -> bytes:
    """Return the first codeword of each part, then the second of each, and so on; shorter parts end earlier."""
    if len(parts) == 1:
        return parts[0]
    return bytes([word for word in chain.from_iterable(zip_longest(*parts)) if word is not None])


def _remainder(data: bytes, corrections: int) -> bytes:
    """Return the error correction codewords of a block.

    The remainder of the division is one integer, and each step adds a multiple of the generator found in a table.
    """
    multiples = _multiples(corrections)
    top, mask = 8 * (corrections - 1), (1 << 8 * (corrections - 1)) - 1
    remainder = 0
    for word in data:
        remainder = ((remainder & mask) << 8) ^ multiples[remainder >> top ^ word]
    return remainder.to_bytes(corrections, "big")


@cache
def _multiples(corrections: int) -> tuple[int, ...]:
    """Return the generator polynomial, its leading one left out, times 0 to 255 as integers of so many bytes."""
    generator = base.Polynomial([1], 0)
    for power in range(corrections):
        generator *= base.Polynomial([1, base.gexp(power)], 0)
    logs = [base.glog(factor) for factor in list(generator)[1:]]
    products = (bytes([base.gexp(log + base.glog(number)) for log in logs]) for number in range(1, 256))
    return (0, *(int.from_bytes(product, "big") for product in products))
