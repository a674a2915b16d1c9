"""What can go wrong through no fault of ours, as one tree.

ShowcaseError
 └─ UserError            a sentence for the person at the screen; exit code 1
     ├─ FileError        an event file or another file that cannot be used
     │   ├─ MissingFile  ├─ ForeignFile  ├─ NewerFile  ├─ DamagedFile  ├─ LockedFile  ├─ ReadOnly  └─ DiskFull
     ├─ InputError       a list, picture, template or value that cannot be taken as it is
     ├─ PassphraseError  a passphrase or signing key that is wrong or missing
     ├─ RefusedError     the program will not do it, because the result would be wrong (preflight, proof, rules)
     └─ Cancelled        the person stopped it; nothing is left half done

Anything else that is raised is a bug. An error carries a message key and its parameters; the sentence is made at the
edge, in the language of the person (`showcase.messages.sentence`). Every key has its texts in resources/i18n.
"""

from typing import Any


class ShowcaseError(Exception):
    """Base of every error this program raises on purpose."""


class UserError(ShowcaseError):
    """Something the person can mend.

    Args:
        key: message key in resources/i18n, such as "store.file_newer".
        params: values for the placeholders of the message.
    """

    def __init__(self, key: str, /, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.key}({details})"


class FileError(UserError):
    """A file that cannot be used."""


class MissingFile(FileError):
    """The file does not exist."""


class ForeignFile(FileError):
    """The file is something else than what was asked for."""


class NewerFile(FileError):
    """The file was written by a newer version of the program."""


class DamagedFile(FileError):
    """The file is damaged."""


class LockedFile(FileError):
    """Another program holds the file."""


class ReadOnly(FileError):
    """The place cannot be written to."""


class DiskFull(FileError):
    """There is no room left."""


class InputError(UserError):
    """A list, picture, template or value that cannot be taken as it is."""


class PassphraseError(UserError):
    """A passphrase or signing key that is wrong or missing."""


class RefusedError(UserError):
    """The result would be wrong, so it is not made."""


class Cancelled(UserError):
    """The person stopped it."""

    def __init__(self) -> None:
        super().__init__("app.cancelled")
