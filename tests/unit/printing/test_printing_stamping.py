"""A PDF says which job made it, of which design and data; one for the archive also explains how it says so."""

import re
import subprocess
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from showcase.documents.imposition import impose
from showcase.documents.page import Page, Sheet, Symbol, TextLine
from showcase.documents.stocks import PAGE
from showcase.errors import DamagedFile
from showcase.printing.job import print_items
from showcase.printing.outputs import paint_pdf
from showcase.printing.parts import Part, Parts, Shelf
from showcase.printing.profiles import Output, Profile, read_output
from showcase.printing.proof import expected_codes
from showcase.printing.stamping import NAMESPACE, Stamp, hash_of, read_stamp, stamp
from showcase.progress import Progress, no_progress
from tests.unit.printing.test_printing_job import BADGE, badge, batch
from tests.unit.printing.test_printing_profiles import press_profile

JOB = uuid.UUID("0199d0b0-0000-7000-8000-00000abcdef0")
STAMP = Stamp(str(JOB), "badge-a6", 3, "0" * 64)
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
_PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
_KNOWN = {
    "http://purl.org/dc/elements/1.1/": {"title", "creator"},
    "http://ns.adobe.com/pdf/1.3/": {"Producer", "Keywords", "PDFVersion"},
    "http://ns.adobe.com/xap/1.0/": {"CreatorTool", "CreateDate", "ModifyDate", "MetadataDate"},
    "http://ns.adobe.com/xap/1.0/mm/": {"DocumentID", "VersionID", "RenditionClass"},
    "http://www.aiim.org/pdfa/ns/id/": {"part", "conformance"},
    "http://www.aiim.org/pdfa/ns/extension/": {"schemas"},
}
"""What XMP 2004 and PDF/A-1 know, of what Qt writes."""


def outputs(folder: Path) -> dict[str, Output]:
    icc = folder / "press.icc"
    icc.write_bytes(press_profile())
    made = {profile.value: Output(profile) for profile in Profile}
    return {**made, "press with its own profile": read_output("press", icc)}


NAMES = ("office", "press", "archive", "press with its own profile")


def xmp_of(pdf: Path) -> ET.Element:
    """Return the metadata as another reader finds them, after a third has found the file whole."""
    subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)
    reader = PdfReader(pdf, strict=True)
    stream = reader.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    assert "/Filter" not in stream
    return ET.fromstring(stream.get_data())


def said_by(pdf: Path) -> dict[str, str]:
    found = (one for one in xmp_of(pdf).iter() if one.tag.startswith(f"{{{NAMESPACE}}}"))
    return {one.tag.partition("}")[2]: one.text or "" for one in found}


@pytest.mark.parametrize("name", NAMES)
def test_every_profile_says_its_job(tmp_path, name) -> None:
    pdf = tmp_path / "badges.pdf"
    items = [badge(0), badge(1, token=""), badge(2)]
    output = outputs(tmp_path)[name]
    print_items(items, BADGE, PAGE, ("vi", "en"), pdf, output=output, job_id=JOB, allow_failed=True)
    printed = hash_of([items[0], items[2]])
    assert said_by(pdf) == {
        "Job": str(JOB),
        "Template": "badge-a6",
        "TemplateVersion": str(BADGE.version),
        "DataHash": printed,
    }
    assert read_stamp(pdf) == Stamp(str(JOB), "badge-a6", BADGE.version, printed)


def test_the_hash_tells_what_is_printed_and_in_which_order() -> None:
    one, two = badge(1), badge(2)
    assert len({hash_of(items) for items in ([one], [two], [one, two], [two, one], [])}) == 5
    assert hash_of([one, two]) == hash_of(iter([badge(1), badge(2)]))
    assert hash_of([badge(1, full="Nguyễn Ế")]) != hash_of([one])


def test_what_is_no_job_says_its_design_alone(tmp_path) -> None:
    pdf = tmp_path / "badges.pdf"
    print_items(batch(1), BADGE, PAGE, ("vi",), pdf)
    assert set(said_by(pdf)) == {"Template", "TemplateVersion", "DataHash"}


@pytest.mark.parametrize("name", NAMES)
def test_joined_parts_say_it_once(tmp_path, name) -> None:
    output = outputs(tmp_path)[name]

    def paint(file: Path, sheets: Sequence[Sheet], progress: Progress) -> None:
        paint_pdf(file, sheets, title="Thẻ & <tên>", language="vi", output=output, progress=progress)

    pdf = tmp_path / "whole.pdf"
    made = Parts(Shelf(tmp_path), "k", paint, lambda file: stamp(file, STAMP), no_progress)
    parts = [_part(range(3)), _part(range(3, 5))]
    files, flaws = made.prove(parts)
    assert flaws == []
    assert made.join(parts, files, pdf) == ()
    assert read_stamp(pdf) == STAMP
    assert said_by(pdf)["Job"] == str(JOB)
    assert len(PdfReader(pdf).pages) == 5
    check_equal(pdf)
    if name == "archive":
        check_archive(pdf)
    assert ("PDF/X-4" in pdf.read_bytes().decode("latin-1")) == (name == "press with its own profile")


def _part(numbers: Iterable[int]) -> Part:
    pages = []
    for n in numbers:
        line = TextLine(10, 20, f"Nguyễn Ế {n}", 800, 20, "#10201A", 60)
        pages.append(Page(str(n), str(n), 105, 148, 3, (line, Symbol(20, 60, 0.6, f"{n:0221}"))))
    sheets = list(impose(pages, None))
    return Part(sheets, [expected_codes(sheet) for sheet in sheets], 0)


def test_an_archive_painted_at_once_explains_itself_too(tmp_path) -> None:
    pdf = tmp_path / "thẻ.pdf"
    print_items(batch(1), BADGE, PAGE, ("vi",), pdf, output=Output(Profile.ARCHIVE), title="Thẻ & <tên>", job_id=JOB)
    check_equal(pdf)
    check_archive(pdf)


def check_equal(pdf: Path) -> None:
    """See that the Info and the metadata say the same (ISO 19005-1, 6.7.3)."""
    info, xmp = PdfReader(pdf).metadata, xmp_of(pdf)
    assert info is not None
    said = {name: str(value) for name, value in info.items()}
    values = {name: value for one in xmp.iter(f"{_RDF}Description") for name, value in one.attrib.items()}
    assert [one.text for one in xmp.iterfind(f".//{_DC}title/{_RDF}Alt/{_RDF}li")] == [said["/Title"]]
    assert [one.text or "" for one in xmp.iterfind(f".//{_DC}creator/{_RDF}Seq/{_RDF}li")] == [said["/Author"]]
    assert (values[f"{_XMP}CreatorTool"], values[f"{_PDF}Producer"]) == (said["/Creator"], said["/Producer"])
    assert info.creation_date == datetime.fromisoformat(values[f"{_XMP}CreateDate"])
    assert info.modification_date == datetime.fromisoformat(values[f"{_XMP}ModifyDate"])
    assert said["/Title"] == "Thẻ & <tên>"


def check_archive(pdf: Path) -> None:
    """See that every property is one that PDF/A-1 knows, or described (ISO 19005-1, 6.7.8 and 6.7.9)."""
    xmp = xmp_of(pdf)
    (schema,) = xmp.iterfind(f".//{_RDF}li[{_SCHEMA}namespaceURI]")
    assert [schema.findtext(_SCHEMA + name) for name in ("namespaceURI", "prefix")] == [NAMESPACE, "showcase"]
    assert schema.findtext(f"{_SCHEMA}schema")
    described = set()
    for row in schema.iterfind(f"{_SCHEMA}property/{_RDF}Seq/{_RDF}li"):
        assert {one.tag for one in row} == {
            f"{_PROPERTY}{it}" for it in ("name", "valueType", "category", "description")
        }
        assert row.findtext(f"{_PROPERTY}valueType") in {"Text", "Integer"}
        assert row.findtext(f"{_PROPERTY}category") == "internal"
        described.add(row.findtext(f"{_PROPERTY}name"))
    assert set(said_by(pdf)) == described
    for one in xmp.iter(f"{_RDF}Description"):
        for name in [*(it for it in one.attrib if it != f"{_RDF}about"), *(child.tag for child in one)]:
            space, _, local = name[1:].partition("}")
            assert local in (described if space == NAMESPACE else _KNOWN[space]), name
    trailer = re.findall(rb"trailer\s*<<.*?>>", pdf.read_bytes(), re.DOTALL)
    assert all(b"/ID [" in one for one in trailer)


def test_what_is_no_pdf_of_ours_is_not_stamped(tmp_path) -> None:
    for content in (b"%PDF-1.4\n", b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"):
        file = tmp_path / "a.pdf"
        file.write_bytes(content)
        with pytest.raises(DamagedFile):
            stamp(file, STAMP)
        assert file.read_bytes() == content
        assert read_stamp(file) is None
