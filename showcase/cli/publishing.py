"""`showcase site OUT`: write the visitor pages that the codes of signs and cards lead to."""

from argparse import Namespace

from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE
from showcase.site.writing import write_site


def run(asked: Namespace, output: Output) -> int:
    """Write the pages and say where they have to be put."""
    progress = output.progress("writing_site")
    with opened(asked, output, read_only=True) as app, app.reading() as session:
        report = write_site(session, asked.out, base_url=asked.base_url or None, progress=progress)
    folder = str(asked.out.absolute())
    output.say("site_written", n=report.pages, languages=", ".join(report.languages), folder=folder)
    if report.address:
        output.say("site_where", address=report.address)
    else:
        output.say("site_no_address")
    output.result(
        {
            "folder": folder,
            "languages": report.languages,
            "pages": report.pages,
            "largest_page": report.largest_page,
            "pictures": report.pictures,
            "address": report.address or None,
        }
    )
    return DONE
