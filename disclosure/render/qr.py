"""QR codes as inline SVG: drawn here, read by any telephone, no picture to load."""

from typing import NamedTuple

import segno

# Choosing the best of eight masks costs three quarters of the time and helps no reader of
# a clean screen or print; any mask is valid (ISO/IEC 18004, 7.8).
_MASK = 3
_QUIET_ZONE = 4  # modules; ISO/IEC 18004, 6.3.8


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
        start = -1
        for x, dark in enumerate((*row, 0), _QUIET_ZONE):
            if dark and start < 0:
                start = x
            elif not dark and start >= 0:
                runs.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
                start = -1
    return QrCode(len(matrix) + 2 * _QUIET_ZONE, "".join(runs))
