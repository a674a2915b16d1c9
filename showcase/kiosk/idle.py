"""When a visit is over: quiet time by where the visitor is, then a warning that any touch answers, without limit.

Nothing here ticks. What holds is worked out from the clock when it is asked for, so a machine that was busy or asleep
comes to the same answer, and a timer is only told when to ask again.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

WARNING_S: Final = 20.0
"""How long the warning stands; WCAG 2.2.1 asks for twenty seconds at least."""
AFTER_VIDEO_S: Final = 30.0
"""Quiet time after the end of a video."""
_LEAST_S: Final = 0.001
"""Who asks again sooner may find the clock where it was."""


class Place(StrEnum):
    """Where the visitor is, as far as patience goes."""

    ATTRACT = "attract"
    """Nobody is there: the loop runs and nothing can be over."""
    BROWSE = "browse"
    DETAIL = "detail"
    TYPING = "typing"
    VIDEO = "video"


class Phase(StrEnum):
    """What the screen does."""

    RESTING = "resting"
    """The attract loop runs."""
    ACTIVE = "active"
    WARNING = "warning"
    """The countdown is shown."""
    OVER = "over"
    """The visit has ended and waits to be wiped; no touch brings it back."""


PATIENCE_S: Final = {Place.BROWSE: 60.0, Place.DETAIL: 90.0, Place.TYPING: 120.0}


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds at a moment.

    Args:
        phase: of the visit.
        seconds_left: whole seconds the countdown shows, from twenty down to one; 0 where none is shown.
        next_in_s: after how long something changes, the next number of the countdown included; None for never.
    """

    phase: Phase
    seconds_left: int = 0
    next_in_s: float | None = None


class Idle:
    """The patience of the screen with one visit after another.

    Args:
        clock: seconds that only go forward, such as `time.monotonic`.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._place = Place.ATTRACT
        self._patience_s = 0.0
        self._since = clock()
        self.extensions = 0
        """How often a touch has answered the warning during this visit."""

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self._place

    def enter(self, place: Place, *, video_s: float = 0.0) -> None:
        """The visitor has come to a place: patience begins anew. Entering the attract loop ends the visit.

        Args:
            place: where they are now.
            video_s: length of the video that begins; where it is not known the patience is that of a detail page.
        """
        if place is Place.ATTRACT or self._place is Place.ATTRACT:
            self.extensions = 0
        self._place = place
        self._since = self._clock()
        if place is Place.VIDEO:
            is_known = math.isfinite(video_s) and video_s > 0
            self._patience_s = video_s + AFTER_VIDEO_S if is_known else PATIENCE_S[Place.DETAIL]
        else:
            self._patience_s = PATIENCE_S.get(place, 0.0)

    def touch(self) -> Phase:
        """A hand or key was there: patience begins anew. Return the phase that was met.

        A touch that meets the warning only answers it, and one that comes after the end changes nothing.
        """
        met = self.standing().phase
        if met in {Phase.ACTIVE, Phase.WARNING}:
            self._since = self._clock()
            self.extensions += met is Phase.WARNING
        return met

    def standing(self) -> Standing:
        """Return what holds now."""
        if self._place is Place.ATTRACT:
            return Standing(Phase.RESTING)
        quiet_s = self._clock() - self._since
        if quiet_s < self._patience_s:
            return Standing(Phase.ACTIVE, next_in_s=max(_LEAST_S, self._patience_s - quiet_s))
        left_s = self._patience_s + WARNING_S - quiet_s
        if left_s <= 0:
            return Standing(Phase.OVER)
        shown = math.ceil(left_s)
        return Standing(Phase.WARNING, shown, next_in_s=max(_LEAST_S, left_s - (shown - 1)))
