"""The short form of what `make torture` does to the kiosk, each with a control that has to fail."""

import pytest

from tests.torture import monkey, soak
from tests.torture.stage import played


def test_touches_and_keys_by_chance_never_leave_the_screen_and_always_find_a_page() -> None:
    told = played("monkey", monkey.QUICK, 1)
    assert told["faults"] == []
    assert told["steps"] == monkey.QUICK
    assert {"AttractScene", "HomePage"} < set(told["pages"])


@pytest.mark.parametrize("control", monkey.CONTROLS)
def test_a_button_that_no_kiosk_should_have_is_found(control: str) -> None:
    (fault, *_more) = played("monkey", monkey.QUICK, 1, control)["faults"]
    assert "ended" in fault or "left the screen" in fault


def test_visits_leave_nothing_behind_and_a_leak_is_found() -> None:
    told = soak.visited(soak.QUICK)
    assert told["faults"] == []
    assert [bar.line() for bar in soak.held(told, quick=True) if bar.short] == []
    assert any(bar.short for bar in soak.held(soak.visited(soak.QUICK, "pages"), quick=True))
