"""Where the program's own files, the user's settings and caches are."""

from functools import cache
from pathlib import Path

import platformdirs


@cache
def _data_root() -> Path:
    """Return the folder that holds resources/ and database/: in the wheel inside the package, else the checkout."""
    package = Path(__file__).resolve().parent
    bundled = package / "_data"
    return bundled if bundled.is_dir() else package.parent


def resource(*parts: str) -> Path:
    """Return the path of a file under resources/."""
    return _data_root().joinpath("resources", *parts)


def migrations() -> Path:
    """Return the folder of the Alembic migrations."""
    return _data_root() / "database" / "migrations"


def samples() -> Path:
    """Return the folder of the sample events."""
    return _data_root() / "database" / "samples"


def settings_file() -> Path:
    """Return the file that keeps this machine's settings (not the event's)."""
    return platformdirs.user_config_path("showcase", appauthor=False) / "settings.json"


def cache_folder() -> Path:
    """Return the folder for things that can be made again; it may not exist yet."""
    return platformdirs.user_cache_path("showcase", appauthor=False)


def stations_folder() -> Path:
    """Return the folder of the files that kiosks of this machine keep; it may not exist yet."""
    return platformdirs.user_data_path("showcase", appauthor=False) / "stations"


def print_jobs_folder() -> Path:
    """Return the folder of what print jobs have proven and not yet put together; it may not exist yet."""
    return platformdirs.user_data_path("showcase", appauthor=False) / "prints"


def badges_folder() -> Path:
    """Return the folder of the files that single badges are printed into; it may not exist yet."""
    return documents_folder() / "Showcase" / "badges"


def prints_folder() -> Path:
    """Return the folder of the files that are made for a printer and kept; it may not exist yet."""
    return documents_folder() / "Showcase" / "prints"


def documents_folder() -> Path:
    """Return the folder a person would look in for their own files."""
    return platformdirs.user_documents_path()
