"""Words of the reports that windows say too, without a database."""

from showcase.messages import message


def language_name(code: str, language: str) -> str:
    """Return the name of a language as it stands inside a sentence; its code where the program knows no name."""
    try:
        return message(f"reports.language_{code.partition('-')[0]}", language)
    except KeyError:
        return code
