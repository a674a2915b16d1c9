"""Says in the metadata of a PDF which print job made it, of which design, and what its data add up to.

The XMP that Qt writes is kept, with properties of a namespace of our own added to it. A file for the archive has to
describe such properties itself (ISO 19005-1, 6.7.8), and may hold none that XMP 2004 does not know. It is one more
update appended to the file, so that it fits what was painted at once and what was joined.
"""

import mmap
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, unescape

from showcase.documents.items import PrintItem
from showcase.errors import DamagedFile
from showcase.printing.mend import append
from showcase.printing.objects import Objects, reference

NAMESPACE: Final = "urn:showcase:print#"
_PROPERTIES: Final = {
    "Job": ("Text", "Id of the print job"),
    "Template": ("Text", "Name of the design"),
    "TemplateVersion": ("Integer", "Version of the design"),
    "DataHash": ("Text", "SHA-256 of the hashes of all that is printed, in order"),
}
"""Name -> type and description."""
_SHORT: Final = 6
_END: Final = b"</rdf:RDF>"
_LATER: Final = re.compile(rb'\s+pdf:Trapped="\w+"')
"""A property that the XMP of PDF/A-1 does not know; whether colours are trapped stands in the Info as well."""
_VALUE: Final = re.compile(rb"<showcase:(\w+)>([^<]{0,200})</")
_ARCHIVE: Final = b"pdfaid:part"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file says of the job that made it; `job` is "" where it is no job of an event."""

    job: str
    template: str
    version: int
    data_hash: str

    @property
    def short(self) -> str:
        """Return what people call the job by, as `showcase.documents.history.short_name` does."""
        return self.job[-_SHORT:]


def hash_of(items: Iterable[PrintItem]) -> str:
    """Return a hash of what is printed: it changes when anything would say something else, or stand elsewhere."""
    return sha256("".join(item.data_hash for item in items).encode()).hexdigest()


def stamp(path: Path, mark: Stamp) -> None:
    """Put a stamp into the metadata of a PDF of Qt, mended or joined.

    Raises:
        DamagedFile: the file is not what Qt writes.
        OSError: the file cannot be written.
    """
    with path.open("r+b") as file:
        try:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                objects = Objects(data)
                catalogue, _ = objects.object(reference(b"Root", objects.trailer))
                number = reference(b"Metadata", catalogue)
                _, before = objects.object(number)
                after = _stamped(before, mark)
                text = b"%d 0 obj\n<<\n/Type /Metadata /Subtype /XML\n/Length %d\n>>\nstream\n%b\nendstream\n" % (
                    number,
                    len(after),
                    after,
                )
                append(file, [(number, text)], objects.trailer, objects.start)
        except (ValueError, LookupError) as error:
            raise DamagedFile("printing.pdf_damaged", name=path.name) from error


def read_stamp(path: Path) -> Stamp | None:
    """Return the stamp of a file, or None where it has none.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        if not file.seek(0, 2):
            return None
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            start = data.rfind(f'xmlns:showcase="{NAMESPACE}"'.encode())
            text = data[start : data.find(_END, start)] if start >= 0 else b""
    said = {name.decode(): unescape(value.decode("utf-8", "replace")) for name, value in _VALUE.findall(text)}
    if not said.get("TemplateVersion", "").isdecimal():
        return None
    job, template, data_hash = (said.get(name, "") for name in ("Job", "Template", "DataHash"))
    return Stamp(job, template, int(said["TemplateVersion"]), data_hash)


def _stamped(xmp: bytes, mark: Stamp) -> bytes:
    at = xmp.index(_END)
    values = {"Job": mark.job, "Template": mark.template, "TemplateVersion": mark.version, "DataHash": mark.data_hash}
    added = _values({name: str(value) for name, value in values.items() if value != ""})
    if _ARCHIVE in xmp:
        return _LATER.sub(b"", xmp[:at]) + (added + _described()).encode() + xmp[at:]
    return xmp[:at] + added.encode() + xmp[at:]


def _values(values: dict[str, str]) -> str:
    lines = "".join(f"<showcase:{name}>{escape(value)}</showcase:{name}>\n" for name, value in values.items())
    return f'<rdf:Description rdf:about="" xmlns:showcase="{NAMESPACE}">\n{lines}</rdf:Description>\n'


def _described() -> str:
    """Return what a reader has to know about the properties of our own."""
    rows = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>\n"
        for name, (kind, description) in _PROPERTIES.items()
    )
    return (
        '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n'
        '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\n'
        "<pdfaSchema:schema>Showcase print job</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>"
        "<pdfaSchema:prefix>showcase</pdfaSchema:prefix>\n"
        f"<pdfaSchema:property><rdf:Seq>\n{rows}</rdf:Seq></pdfaSchema:property>\n"
        "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n"
    )
