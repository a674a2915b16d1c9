"""Drawings from SVG: what is drawn is kept, what could do harm is not, and nothing takes long."""

import re
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from showcase.catalogue import vectors
from showcase.catalogue.vectors import looks_like_svg, read_svg
from showcase.catalogue.vectorstyles import matrix_of
from showcase.errors import InputError
from showcase.messages import LANGUAGES, sentence
from tests.drawings import HEAD, hall_svg

_KEPT = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"}
_GRADIENTS = (
    '<linearGradient id="g"><stop stop-color="#000"/><stop stop-color="#fff"/></linearGradient>'
    '<linearGradient id="h" xlink:href="#g"/>'
)
_SVG = "{http://www.w3.org/2000/svg}"


def shapes(inside: str, head: str = HEAD) -> list[Element]:
    """Return the shapes that are kept of a drawing."""
    return list(fromstring(read_svg(f"{head}{inside}</svg>".encode()).data))


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_svg(data, "sảnh.svg")
    assert len({sentence(caught.value, language) for language in LANGUAGES}) == len(LANGUAGES)
    assert all("sảnh.svg" in sentence(caught.value, language) for language in LANGUAGES)
    return caught.value.key


def test_a_hall_is_kept_as_plain_shapes():
    made = read_svg(hall_svg())
    assert (made.width, made.height) == (4000, 2400)
    found = list(fromstring(made.data))
    assert [it.tag.removeprefix(_SVG) for it in found] == ["rect"] * 10 + ["text"]
    assert found[1].get("stroke") == "#111111"
    assert found[1].get("fill") == "none"
    assert found[2].get("transform") == "matrix(1 0 0 1 22 22)"
    assert found[-1].text == "Cửa chính"


def test_reading_what_is_kept_changes_nothing():
    once = read_svg(hall_svg())
    assert read_svg(once.data) == once


@pytest.mark.parametrize(
    ("inside", "fill"),
    [
        ('<rect width="1" height="1"/>', "#000000"),
        ('<g fill="red"><rect width="1" height="1"/></g>', "#ff0000"),
        ('<g style="color:#0a0b0c"><rect fill="currentColor" width="1" height="1"/></g>', "#0a0b0c"),
        ('<style>rect{fill:blue}</style><rect fill="red" width="1" height="1"/>', "#0000ff"),
        ("<style>rect{fill:blue} .a{fill:lime}</style><rect class='b a' width='1' height='1'/>", "#00ff00"),
        ("<style>#x{fill:blue !important}</style><rect id='x' width='1' height='1'/>", "#0000ff"),
        ('<rect style="fill : rgb(1,2,3)" width="1" height="1"/>', "#010203"),
        ('<rect fill="hsl(0,100%,50%)" width="1" height="1"/>', "#ff0000"),
        ('<rect fill="url(http://example.org/x) red" width="1" height="1"/>', "#ff0000"),
        (f'{_GRADIENTS}<rect fill="url(#h)" width="1" height="1"/>', "#7f7f7f"),
    ],
)
def test_colours_are_found_wherever_they_are_said(inside, fill):
    (shape,) = shapes(inside)
    assert shape.get("fill") == fill


def test_opacities_are_multiplied_and_what_is_not_seen_is_not_kept():
    (shape,) = shapes('<g opacity=".5"><path d="M0 0H9V9" fill-opacity="50%" opacity=".8"/></g>')
    assert shape.get("fill-opacity") == "0.2"
    with pytest.raises(InputError, match="svg_empty"):
        shapes('<rect width="9" height="9" fill="none"/><g display="none"><rect width="9" height="9"/></g>')


def test_what_is_used_stands_where_it_is_used():
    found = shapes(
        '<symbol id="s" fill="red"><circle r="2"/></symbol><g transform="scale(2)"><use href="#s" x="3" y="4"/></g>'
        '<svg x="10" y="10" width="20" height="20" viewBox="0 0 10 10"><circle r="1"/></svg>'
    )
    assert [it.get("transform") for it in found] == ["matrix(2 0 0 2 6 8)", "matrix(2 0 0 2 10 10)"]
    assert found[0].get("fill") == "#ff0000"


def test_words_keep_their_places():
    found = shapes('<text x="1" y="2" font-size="3">A &amp; "B"<tspan> C</tspan><tspan x="5" y="6">D</tspan></text>')
    assert {(it.text, it.get("x"), it.get("y")) for it in found} == {('A & "B" C', "1", "2"), ("D", "5", "6")}


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
        '<use xlink:href="http://example.org/a.svg#b"/>',
        "<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>x</div></foreignObject>",
        "<style>@import url(http://example.org/a.css); rect{filter:url(#f);background:url(x)}</style>",
        '<filter id="f"><feImage href="http://example.org/a.png"/></filter>',
        '<animate attributeName="x" from="0" to="9"/><set attributeName="fill" to="red"/>',
        '<path d="M0 0 url(x)"/><polygon points="1"/><rect width="1e30" height="1"/><path d="M0 0L1e30 0"/>',
        '<rect width="9" height="9" transform="scale(1e30)"/><rect width="9" height="9" transform="boo(1)"/>',
    ],
)
def test_what_could_do_harm_is_left_out(inside):
    data = read_svg(f'{HEAD}{inside}<rect onload="x()" width="5" height="5" fill="red"/></svg>'.encode()).data
    (shape,) = fromstring(data)
    assert set(shape.attrib) == {"width", "height", "fill"}
    assert b"example" not in data
    assert b"passwd" not in data


def _bomb(wide: int) -> bytes:
    floors = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * wide}</g>' for n in range(1, 12))
    return f'{HEAD}<g id="g0"><rect width="1" height="1"/></g>{floors}</svg>'.encode()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "ways.svg_damaged"),
        (b"\x00\xff\xfe" * 50, "ways.svg_damaged"),
        (HEAD.encode() + b"<rect", "ways.svg_damaged"),
        (b'<?xml version="1.0" encoding="boo"?><svg/>', "ways.svg_damaged"),
        (b"<html><svg/></html>", "ways.svg_unknown"),
        (b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>', "ways.svg_entities"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', "ways.svg_entities"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>', "ways.svg_sizeless"),
        (HEAD.replace("60", "nan").encode() + b"</svg>", "ways.svg_sizeless"),
        (HEAD.replace("60", "1").encode() + b"</svg>", "ways.svg_sizeless"),
        (HEAD.encode() + b"</svg>", "ways.svg_empty"),
        (HEAD.encode() + b'<image href="data:image/png;base64,AA=="/></svg>', "ways.svg_pictures"),
        (HEAD.encode() + b"<g>" * 500 + b"</g>" * 500 + b"</svg>", "ways.svg_large"),
        (HEAD.encode() + b"<a/>" * 150_000 + b"</svg>", "ways.svg_large"),
        (HEAD.encode() + b'<rect width="1" height="1"/>' * 30_001 + b"</svg>", "ways.svg_large"),
        (_bomb(10), "ways.svg_large"),
        (HEAD.encode() + b'<g id="a"><use href="#a"/><use href="#a"/></g></svg>', "ways.svg_large"),
        (
            f'{HEAD}<path id="p" d="M0 0{"L1 1" * 50_000}"/>{"""<use href="#p"/>""" * 300}</svg>'.encode(),
            "ways.svg_large",
        ),
        (HEAD.encode() + b'<path d="M0 0' + b"L1 1" * 80_000 + b'"/></svg>', "ways.svg_large"),
        (b" " * (vectors.MAX_BYTES + 1), "ways.svg_heavy"),
    ],
)
def test_bad_files_are_refused_with_a_sentence_in_each_language(data, key):
    assert refusal(data) == key


def test_what_would_take_long_does_not():
    digits, braces = "1" * 1_000_000, "a" * 500_000 + "{" * 500_000
    found = shapes(f'<style>{braces}</style><style>{"/*" * 400_000}</style><rect width="{digits}x" height="9"/><path d="M{digits}"/><rect width="1" height="1"/>')  # fmt: skip  # noqa: E501
    assert len(found) == 1


@given(st.text(alphabet="<>/=\"'&;#gruse svgtx0123.-{}()%é\x00", max_size=200), st.integers(0, 10**6))
def test_whatever_is_in_a_file_is_kept_plain_or_refused(noise, at):
    text = hall_svg().decode()
    at %= len(text)
    try:
        made = read_svg((text[:at] + noise + text[at:]).encode())
    except InputError:
        return
    found = list(fromstring(made.data))
    assert {it.tag.removeprefix(_SVG) for it in found} <= _KEPT
    assert not re.search(rb"href|url\(|<style|<!|javascript", made.data.split(b">", 1)[1].lower().replace(b"&", b""))


def test_transformations_join_as_they_nest():
    assert matrix_of("translate(1,2) scale(3)") == (3, 0, 0, 3, 1, 2)
    turned = matrix_of("rotate(90, 1, 1)")
    assert turned is not None
    assert turned == pytest.approx((0, 1, -1, 0, 2, 0))
    assert matrix_of("") == (1, 0, 0, 1, 0, 0)
    assert matrix_of("scale()") is None


def test_svg_is_known_by_its_beginning():
    assert looks_like_svg(hall_svg())
    assert looks_like_svg(b"\xef\xbb\xbf<svg>")
    assert not looks_like_svg(b"\x89PNG\r\n")
