"""Draw the pictures of the sample summit: a cover for each product and a logo for each organisation."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import culture_scenes
import data_scenes
import economy_scenes
import energy_scenes
import farming_scenes
import government_scenes
import logos
import mobility_scenes
import planning_scenes
import resilience_scenes
import society_scenes
import street_scenes
import table_scenes
import trust_scenes
import water_scenes
import wide_scenes
from PIL import Image

SCENES = (
    culture_scenes.SCENES
    | data_scenes.SCENES
    | economy_scenes.SCENES
    | energy_scenes.SCENES
    | farming_scenes.SCENES
    | government_scenes.SCENES
    | mobility_scenes.SCENES
    | planning_scenes.SCENES
    | resilience_scenes.SCENES
    | society_scenes.SCENES
    | street_scenes.SCENES
    | table_scenes.SCENES
    | trust_scenes.SCENES
    | water_scenes.SCENES
    | wide_scenes.SCENES
)
FOLDER = Path(__file__).parent / "summit"
QUALITIES = (74, 64, 54)
"""Of WebP: the first that keeps a picture within its bytes; all of them together stay under 7 MB."""
BYTES = 100 * 1024


def main(wanted: list[str]) -> None:
    """Draw everything, or the products whose refs are given."""
    for part in ("pictures", "logos"):
        (FOLDER / part).mkdir(exist_ok=True)
    for ref, draw in sorted(SCENES.items()):
        if not wanted or ref in wanted:
            _save(draw().finished(), FOLDER / "pictures" / f"{ref}.webp")
    for ref, logo in logos.draw_all():
        logo.save(FOLDER / "logos" / f"{ref}.png", optimize=True)


def _save(picture: Image.Image, path: Path) -> None:
    for quality in QUALITIES:
        picture.save(path, quality=quality, method=6)
        if path.stat().st_size <= BYTES:
            return


if __name__ == "__main__":
    main(sys.argv[1:])
