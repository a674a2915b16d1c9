"""Pictures on their way in: checked, turned upright, stripped, scaled down, kept once by the SHA-256 of what is stored.

Only formats that Pillow reads safely are taken, up to 20 MB and 40 megapixels.
"""

import hashlib
import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.entities import Event, Media, MediaBlob
from showcase.catalogue.kinds import Variant
from showcase.catalogue.records import MediaRecord
from showcase.errors import InputError
from showcase.text import clean

FORMATS: Final = ("JPEG", "PNG", "WEBP")
MAX_BYTES: Final = 20_000_000
MAX_PIXELS: Final = 40_000_000
FULL_SIDE: Final = 2_400
"""Longest side that is kept, in pixels: 203 mm at 300 dpi."""
THUMB_SIDE: Final = 320
_JPEG_QUALITY: Final = 90
_DEEP: Final = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})
_BROKEN: Final = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    MemoryError,
)
"""What Pillow's readers raise on bytes that are no picture after all."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as it is stored."""

    mime: str
    width: int
    height: int
    data: bytes


def add_media(session: Session, data: bytes, *, name: str = "", alt: Mapping[str, str] | None = None) -> MediaRecord:
    """Keep a picture in the event and return its record; a picture that is there already is not kept twice.

    Args:
        session: of a writing transaction.
        data: the bytes of a JPEG, PNG or WebP file.
        name: what the file was called, for people only.
        alt: what the picture shows, by language.

    Raises:
        InputError: when it is no such picture, damaged, or too large.
    """
    full, thumb = prepare(data, clean(name)[-200:])
    return keep_media(session, full, thumb, name=name, alt=alt)


def keep_media(
    session: Session, full: Encoded, thumb: Encoded, *, name: str = "", alt: Mapping[str, str] | None = None
) -> MediaRecord:
    """Keep a picture that was made ready (`prepare`); one that is there is not kept twice.

    Raises:
        InputError: when what it shows cannot be told in such words.
    """
    original = clean(name)[-200:]
    sha256 = hashlib.sha256(full.data).hexdigest()
    media = session.scalars(select(Media).where(Media.sha256 == sha256)).one_or_none()
    if media is not None:
        media.deleted_at = None
    else:
        languages = session.scalars(select(Event.languages)).one()
        described = checks.names(alt, checks.Place("alt", original, languages))
        media = Media(
            sha256=sha256,
            mime=full.mime,
            width=full.width,
            height=full.height,
            bytes=len(full.data),
            original_name=original,
            alt=described,
        )
        session.add(media)
        session.flush()
        session.add_all(_blob(media, variant, kept) for variant, kept in ((Variant.FULL, full), (Variant.THUMB, thumb)))
    session.flush()
    return record(media)


def prepare(data: bytes, name: str = "", side: int = FULL_SIDE) -> tuple[Encoded, Encoded]:
    """Return the full variant and the thumbnail of a picture file: upright, sRGB, without metadata.

    Args:
        data: the bytes of the file.
        name: what it is called, for sentences.
        side: the longest that is kept, in pixels.

    Raises:
        InputError: when it is no JPEG, PNG or WebP, is damaged, or is too large.
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            "catalogue.picture_heavy", name=name, megabytes=round(len(data) / 1e6), limit=MAX_BYTES // 10**6
        )
    picture = _decode(data, name, side)
    lossless = picture.mode == "RGBA" or picture.info.get("lossless", False)
    full = _scaled(picture, side)
    return _encode(full, lossless=lossless), _encode(_scaled(full, THUMB_SIDE), lossless=lossless)


def record(media: Media) -> MediaRecord:
    """Return the record of a stored picture."""
    return MediaRecord(
        id=media.id,
        sha256=media.sha256,
        mime=media.mime,
        width=media.width,
        height=media.height,
        bytes=media.bytes,
        original_name=media.original_name,
        alt=media.alt,
    )


def _blob(media: Media, variant: Variant, kept: Encoded) -> MediaBlob:
    return MediaBlob(
        media_id=media.id, variant=variant, mime=kept.mime, width=kept.width, height=kept.height, data=kept.data
    )


def _decode(data: bytes, name: str, side: int) -> Image.Image:
    """Read a whole picture, upright, as RGB or RGBA in sRGB; info["lossless"] tells whether it was a PNG."""
    with warnings.catch_warnings():
        # What Pillow warns about in an untrusted file (a corrupt EXIF block) is no news; a bomb is refused.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                width, height = opened.size
                if width * height > MAX_PIXELS:
                    raise _too_large(name, width * height)
                if opened.format == "JPEG":
                    opened.draft("RGB", (side, side))  # decodes a large photo at half or quarter size
                opened.load()
                kind = opened.format
                ImageOps.exif_transpose(opened, in_place=True)
                return _plain(opened, lossless=kind == "PNG")
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_large(name, 0) from None
        except UnidentifiedImageError:
            raise InputError("catalogue.picture_unknown", name=name) from None
        except _BROKEN as error:
            raise InputError("catalogue.picture_damaged", name=name) from error


def _too_large(name: str, pixels: int) -> InputError:
    size = f"{pixels / 1e6:.0f}" if pixels else f"> {MAX_PIXELS // 10**6}"
    return InputError("catalogue.picture_large", name=name, megapixels=size, limit=MAX_PIXELS // 10**6)


def _plain(picture: Image.Image, *, lossless: bool) -> Image.Image:
    """Return the picture as RGB, or RGBA where something shows through, in sRGB."""
    if picture.mode in _DEEP:
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")  # 16 bits of grey to 8
    see_through = picture.has_transparency_data
    profile = picture.info.get("icc_profile")
    if profile and not see_through:
        picture = _to_srgb(picture, profile)
    picture = picture.convert("RGBA" if see_through else "RGB")
    if see_through and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    picture.info = {"lossless": lossless}
    return picture


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture converted from its own colour profile; as it is when the profile makes no sense."""
    if picture.mode not in {"RGB", "CMYK", "L"}:
        picture = picture.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted: Any = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return converted if isinstance(converted, Image.Image) else picture


def _scaled(picture: Image.Image, side: int) -> Image.Image:
    if max(picture.size) <= side:
        return picture
    copy = picture.copy()
    copy.thumbnail((side, side), Image.Resampling.LANCZOS)
    return copy


def _encode(picture: Image.Image, *, lossless: bool) -> Encoded:
    """Store what shows through and what came without loss as PNG, the rest as JPEG."""
    out = io.BytesIO()
    if lossless:
        picture.save(out, "PNG", optimize=False, compress_level=6)
    else:
        picture.save(out, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return Encoded("image/png" if lossless else "image/jpeg", *picture.size, out.getvalue())
