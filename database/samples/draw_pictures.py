"""Draw the pictures of the sample summit: a cover for each product and a logo for each organisation."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import logos
import street_scenes
import table_scenes
import wide_scenes

FOLDER = Path(__file__).parent / "summit"
QUALITY = 74
"""Of WebP: all pictures together stay under 2.5 MB."""


def main(wanted: list[str]) -> None:
    """Draw everything, or the products whose refs are given."""
    for part in ("pictures", "logos"):
        (FOLDER / part).mkdir(exist_ok=True)
    for ref, draw in sorted((wide_scenes.SCENES | street_scenes.SCENES | table_scenes.SCENES).items()):
        if not wanted or ref in wanted:
            draw().finished().save(FOLDER / "pictures" / f"{ref}.webp", quality=QUALITY, method=6)
    for ref, logo in logos.draw_all():
        logo.save(FOLDER / "logos" / f"{ref}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
