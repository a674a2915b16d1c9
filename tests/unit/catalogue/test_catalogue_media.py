import contextlib
import io
import struct
import zlib
from collections.abc import Iterator

import pytest
from PIL import Image, ImageCms, PngImagePlugin
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.catalogue import queries
from showcase.catalogue.entities import Media, MediaBlob
from showcase.catalogue.media import FULL_SIDE, THUMB_SIDE, add_media, prepare
from showcase.errors import InputError
from showcase.messages import LANGUAGES, sentence
from tests.factories import event_session, picture_bytes


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def opened(data):
    return Image.open(io.BytesIO(data))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_that_claims(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def test_a_picture_is_kept_once_in_two_sizes(session):
    data = picture_bytes((640, 400))
    first = add_media(session, data, name="đèn.png", alt={"en": "A lamp"})
    again = add_media(session, data, name="other.png")
    assert first == again
    assert session.scalar(select(func.count()).select_from(Media)) == 1
    assert session.scalar(select(func.count()).select_from(MediaBlob)) == 2
    full = queries.get_media_blob(session, first.sha256)
    thumb = queries.get_media_blob(session, first.sha256, "thumb")
    assert full is not None
    assert thumb is not None
    assert opened(full).size == (640, 400) == (first.width, first.height)
    assert opened(thumb).size == (320, 200)
    assert first.bytes == len(full)
    assert queries.get_media_blob(session, "0" * 64) is None
    assert queries.list_media(session) == [first]


def test_a_large_photo_is_scaled_down():
    full, thumb = prepare(picture_bytes((5000, 3000), "JPEG"))
    assert (full.width, full.height) == (FULL_SIDE, 1440)
    assert max(thumb.width, thumb.height) == THUMB_SIDE
    assert full.mime == "image/jpeg"


def test_a_photo_is_turned_upright_and_tells_no_secrets():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "taken at home"
    full, _ = prepare(picture_bytes((400, 200), "JPEG", exif=exif, comment=b"secret"))
    assert (full.width, full.height) == (200, 400)
    assert not opened(full.data).getexif()
    assert b"taken at home" not in full.data
    assert b"secret" not in full.data


def test_text_inside_a_png_is_dropped():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "taken at home")
    full, thumb = prepare(picture_bytes(pnginfo=notes))
    assert b"taken at home" not in full.data + thumb.data


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "CMYK", "I;16", "RGB"])
def test_every_kind_of_pixel_is_taken(mode):
    colour = {"RGBA": (9, 9, 9, 90), "LA": (9, 90), "CMYK": (0, 90, 90, 9), "RGB": "red"}.get(mode, 1)
    full, _ = prepare(picture_bytes((40, 30), "JPEG" if mode == "CMYK" else "PNG", mode, colour))
    expected = "RGBA" if mode in {"RGBA", "LA"} else "RGB"
    assert opened(full.data).mode == expected


def test_an_opaque_alpha_channel_is_dropped():
    full, _ = prepare(picture_bytes((40, 30), "PNG", "RGBA", (1, 2, 3, 255)))
    assert opened(full.data).mode == "RGB"


def test_webp_is_taken():
    assert prepare(picture_bytes((40, 30), "WEBP"))[0].mime == "image/jpeg"


def test_deep_pictures_keep_their_light():
    full, _ = prepare(picture_bytes((40, 30), "PNG", "I;16", 32_768))
    assert opened(full.data).getpixel((5, 5)) == (128, 128, 128)


def test_a_colour_profile_is_followed_to_srgb():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    full, _ = prepare(picture_bytes((40, 30), "PNG", "RGB", (200, 100, 50), icc_profile=lab))
    assert opened(full.data).getpixel((5, 5)) == (200, 100, 50)
    assert "icc_profile" not in opened(full.data).info
    prepare(picture_bytes((40, 30), "PNG", icc_profile=b"nonsense"))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "unknown"),
        (b"hello", "unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown"),
        (picture_bytes(kind="GIF", mode="P", colour=1), "unknown"),
        (picture_bytes(kind="BMP"), "unknown"),
        (picture_bytes((900, 900), "JPEG")[:-4000], "damaged"),
        (picture_bytes((900, 900), "PNG")[:-400], "damaged"),
        (picture_bytes((300, 300), "WEBP")[:-40], None),
        (png_that_claims(100, 100), "damaged"),
        (png_that_claims(7_000, 7_000), "large"),
        (png_that_claims(60_000, 60_000), "large"),
        (b"\xff\xd8\xff" + b"\0" * 100, None),
        (b"\0" * 20_000_001, "heavy"),
    ],
)
def test_what_is_no_good_picture_is_refused_with_a_sentence(session, data, key):
    with pytest.raises(InputError) as caught:
        add_media(session, data, name="ảnh.jpg")
    if key:
        assert caught.value.key == f"catalogue.picture_{key}"
    for language in LANGUAGES:
        assert "ảnh.jpg" in sentence(caught.value, language)
    assert session.scalar(select(func.count()).select_from(Media)) == 0


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_flipped_bytes_never_escape_as_anything_else(kind):
    good = bytearray(picture_bytes((60, 60), kind))
    for place in range(0, len(good), max(1, len(good) // 80)):
        bad = bytearray(good)
        bad[place] ^= 0xFF
        with contextlib.suppress(InputError):
            prepare(bytes(bad), "x")
