"""Bytes of a scanner at a serial port, turned into readings by the same state machine as keys."""

import codecs

from showcase.leads.wedge import Reading, Wedge, WedgeSetup


class ByteWedge:
    """Takes bytes as they come, in whatever pieces, and gives readings; it keeps no more than one code.

    Args:
        setup: what the scanner puts before and behind each code.
    """

    def __init__(self, setup: WedgeSetup | None = None) -> None:
        self._wedge = Wedge(setup)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def use(self, setup: WedgeSetup) -> None:
        """Take another set-up; a code that is on its way is not torn by it."""
        self._wedge.use(setup)

    def reset(self) -> None:
        """Forget what came of a code that is not complete: the port was closed."""
        self._wedge.reset()
        self._decoder.reset()

    def feed(self, data: bytes, at: float) -> list[Reading]:
        """Take bytes; return the codes that ended in them.

        Args:
            data: what came.
            at: when, in seconds of a clock that never goes back.
        """
        # A backspace is a control character here like any other, and takes nothing back.
        text = self._decoder.decode(data).replace("\b", "")
        readings = (self._wedge.press(character, at) for character in text)
        return [reading for reading in readings if reading is not None]

    def wait(self, at: float) -> Reading | None:
        """End a code whose line end does not come."""
        return self._wedge.wait(at)
