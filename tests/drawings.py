"""Small drawings of halls that do not exist, to lie under plans."""

import io
from pathlib import Path

from PIL import Image, ImageDraw

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 60">'


def hall_svg() -> bytes:
    """Return a hall of 100 by 60 as a drawing program writes it: style sheet, groups, columns that are used often."""
    columns = "".join(f'<use xlink:href="#column" x="{x}" y="{y}"/>' for x in (20, 40, 60, 80) for y in (20, 40))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
        f"{HEAD}<title>Nhà triển lãm Giả Tưởng</title>"
        "<style>/* lớp */ .wall{fill:none;stroke:#111;stroke-width:1} .column{fill:#333}</style>"
        '<defs><rect id="column" class="column" x="-1" y="-1" width="2" height="2"/></defs>'
        '<rect width="100%" height="100%" fill="white"/>'
        f'<g transform="translate(2 2)"><rect class="wall" width="96" height="56"/>{columns}'
        '<text x="5" y="50" font-size="4">Cửa chính</text></g></svg>'
    ).encode()


def hall_png(size: tuple[int, int] = (500, 300), mode: str = "RGB") -> bytes:
    """Return the same as a scan: black lines on white, or on nothing."""
    image = Image.new(mode, size, (255, 255, 255, 0)[: len(mode)])
    pen = ImageDraw.Draw(image)
    pen.rectangle((5, 5, size[0] - 6, size[1] - 6), outline="black", width=6)
    for x in range(100, size[0], 100):
        pen.line((x, 0, x, size[1]), fill="black", width=4)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def small_picture(svg: bytes, side: int) -> bytes:
    """Stand where something draws an SVG small: a white picture."""
    del svg
    out = io.BytesIO()
    Image.new("RGB", (side, side), "white").save(out, "PNG")
    return out.getvalue()


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Return the file of a drawing."""
    path = folder / name
    path.write_bytes(data)
    return path
