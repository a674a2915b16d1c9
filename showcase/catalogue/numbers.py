"""Sign numbers: eight digits that a person can type, unique across everything that carries one."""

import secrets
from typing import Final

from sqlalchemy.orm import Session

from showcase.qr.payload import number_with_check

_TAKEN: Final = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE number = :number"  # noqa: S608 - the tables are named here
    for table in ("organisations", "booths", "products", "badges")
)
_HANDED_OUT: Final = "showcase.numbers"


def new_number(session: Session) -> str:
    """Return seven random digits and their check digit that nothing in the event carries.

    Numbers are random, so that nobody can walk through a list of them. One given out in this transaction is not given
    out again, even when its row has not been written yet.
    """
    given: set[str] = session.info.setdefault(_HANDED_OUT, set())
    connection = session.connection()
    while True:
        number = number_with_check(f"{secrets.randbelow(10_000_000):07}")
        if number in given:
            continue
        if connection.exec_driver_sql(_TAKEN, {"number": number}).first() is None:
            given.add(number)
            return number
