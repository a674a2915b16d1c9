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
QUALITY = 74
"""Of WebP: a picture has 30 to 100 kB, all of them together stay under 7 MB."""


def main(wanted: list[str]) -> None:
    """Draw everything, or the products whose refs are given."""
    for part in ("pictures", "logos"):
        (FOLDER / part).mkdir(exist_ok=True)
    for ref, draw in sorted(SCENES.items()):
        if not wanted or ref in wanted:
            draw().finished().save(FOLDER / "pictures" / f"{ref}.webp", quality=QUALITY, method=6)
    for ref, logo in logos.draw_all():
        logo.save(FOLDER / "logos" / f"{ref}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
