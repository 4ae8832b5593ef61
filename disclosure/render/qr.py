"""QR codes as inline SVG: drawn here, read by any telephone, no picture to load."""

import re
from typing import Final, NamedTuple

import segno

# Choosing the best of eight masks costs three quarters of the time and helps no reader of
# a clean screen or print; any mask is valid (ISO/IEC 18004, 7.8).
_MASK = 3
_QUIET_ZONE = 4  # modules; ISO/IEC 18004, 6.3.8
_DARK: Final = re.compile(rb"\x01+")


class QrCode(NamedTuple):
    """A code, ready to draw.

    Attributes:
        size: modules a side, quiet zone included; the drawing's view box.
        path: SVG path data of the dark modules.

    """

    size: int
    path: str


def draw_qr(content: str) -> QrCode:
    """Return the code of ``content`` at error correction level M."""
    matrix = segno.make_qr(content, error="m", mask=_MASK).matrix
    runs: list[str] = []
    for y, row in enumerate(matrix, _QUIET_ZONE):
        for run in _DARK.finditer(row):
            start, end = run.span()
            width = end - start
            runs.append(f"M{start + _QUIET_ZONE} {y}h{width}v1h-{width}z")
    return QrCode(len(matrix) + 2 * _QUIET_ZONE, "".join(runs))
