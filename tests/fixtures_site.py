"""The visitor pages of the sample summit, written once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from showcase.app import App, open_app
from showcase.exchange.sample import make_sample
from showcase.site.writing import write_site


@pytest.fixture(scope="session")
def sample_event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the sample summit; never change it."""
    path = tmp_path_factory.mktemp("summit") / "summit.showcase"
    app = open_app(path, create=True)
    make_sample(app.database)
    app.close()
    return path


@pytest.fixture(scope="session")
def sample_site(sample_event: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the sample's visitor pages; never change it."""
    out = tmp_path_factory.mktemp("site") / "trang tham quan"
    app = open_app(sample_event, read_only=True)
    with app.reading() as session:
        write_site(session, out)
    app.close()
    return out


@pytest.fixture
def sample(sample_event: Path) -> Iterator[App]:
    """Return the sample summit, open to read."""
    app = open_app(sample_event, read_only=True)
    yield app
    app.close()
