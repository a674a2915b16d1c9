"""The fixed choices about people and badges. Free of the database, so that windows may use them."""

from enum import StrEnum
from typing import Final

from showcase.catalogue.kinds import Role

__all__ = ["ROLE_TYPES", "BadgeEventKind", "BadgeState", "NameOrder", "Purpose", "Role"]

ROLE_TYPES: Final = {role: number for number, role in enumerate(Role, start=1)}
"""The byte that stands for a role in a token. Never change one: badges in print carry it."""


class NameOrder(StrEnum):
    """The order in which a person's culture writes names."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


class BadgeEventKind(StrEnum):
    """What happened to a badge."""

    ISSUED = "issued"
    PRINTED = "printed"
    REVOKED = "revoked"
    REPLACED = "replaced"


class BadgeState(StrEnum):
    """What a badge is worth, as its events tell; only an issued badge opens a door."""

    ISSUED = "issued"
    REVOKED = "revoked"
    REPLACED = "replaced"


class Purpose(StrEnum):
    """What the organisers ask consent for at the desk; lists that are imported may speak of others."""

    CONTACT = "contact"
    """The organisers may write after the event."""
    EXHIBITORS = "exhibitors"
    """Exhibitors who scan the badge may have name, organisation and e-mail."""
    EXHIBITORS_PHONE = "exhibitors_phone"
    """And the telephone number as well."""
    PHOTOS = "photos"
    """Photographs and films of the event that show the person may be published."""
