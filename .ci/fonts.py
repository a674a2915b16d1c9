"""Cut the fonts of the visitor pages to the letters of Latin script with their marks, as WOFF2.

Run after the fonts in resources/fonts changed: `uv run --with fonttools --with brotli .ci/fonts.py`. What comes out
lies in resources/site/assets, so that neither the program nor its tests need these two packages.
"""

from pathlib import Path
from typing import Final

from fontTools import subset

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"
WEIGHTS: Final = {"500Medium": "be-vietnam-pro-500.woff2", "800ExtraBold": "be-vietnam-pro-800.woff2"}
LETTERS: Final = (
    "0020-007E 00A0-017F 01A0-01A1 01AF-01B0 0218-021B 0300-0304 0309 0323 1EA0-1EF9 2010-2015 2018-201E 2020-2022 "
    "2026 202F 2030 2032-2033 2039-203A 20AB-20AC 2190-2193 2212 2248 2264-2265"
)
"""Latin with all marks of Vietnamese and French, and punctuation; other scripts have the font of the system."""
FEATURES: Final = "ccmp,locl,kern,liga,calt,mark,mkmk"


def main() -> None:
    """Write a file for each weight and say how large it is."""
    for weight, name in WEIGHTS.items():
        file = RESOURCES / "site" / "assets" / name
        subset.main(
            [
                str(RESOURCES / "fonts" / f"BeVietnamPro_{weight}.ttf"),
                f"--unicodes={','.join(LETTERS.split())}",
                f"--layout-features={FEATURES}",
                "--flavor=woff2",
                f"--output-file={file}",
            ]
        )
        print(f"{file.relative_to(RESOURCES.parent)}: {file.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
