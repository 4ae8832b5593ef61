"""QR codes as inline SVG: drawn here, read by any telephone, no picture to load."""

import re
from typing import Final, NamedTuple

import segno

# Choosing the best of eight masks costs three quarters of the time and helps no reader of
# a clean screen or print; any mask is valid (ISO/IEC 18004, 7.8).
_MASK = 3
_QUIET_ZONE = 4  # modules; ISO/IEC 18004, 6.3.8
_DARK: Final = re.compile(rb"\x01+")
# Contents of which each character is one byte of the code: ASCII, and none that only holds the
# capitals and signs for which there is a shorter writing (ISO/IEC 18004, 7.4.2).
_BYTEWISE: Final = re.compile(r"[ -~]*[a-z][ -~]*")
_LONGEST = 1024  # characters; more than a code of any use holds
_WIDEST = 177  # modules; ISO/IEC 18004, 6.2
# What is drawn of so many dark modules beside each other, behind their place.
_RUNS: Final = tuple(f"{width}v1h-{width}z" for width in range(_WIDEST + 1))


class QrCode(NamedTuple):
    """A code, ready to draw.

    Attributes:
        size: modules a side, quiet zone included; the drawing's view box.
        path: SVG path data of the dark modules.

    """

    size: int
    path: str


class QrDrawer:
    """Draws codes at error correction level M or better, and learns from those it has drawn.

    With one version, level and mask, every module is a sum over GF(2) of bits of the content and
    of a constant for its length: so are the codewords of the content (ISO/IEC 18004, 7.4), those
    that correct errors (7.5), their order and the mask. So a code whose content is a sum of
    contents drawn before is the sum of their codes; the addresses of a site soon are.
    """

    def __init__(self) -> None:
        self._shapes: dict[int, tuple[int, str | int]] = {}
        # By shape: by the highest bit of a sum of contents, that sum and the sum of their codes.
        self._known: dict[tuple[int, str | int], dict[int, tuple[int, int]]] = {}
        self._places: dict[int, list[str]] = {}

    def draw(self, content: str) -> QrCode:
        """Return the code of ``content``."""
        if len(content) >= _LONGEST or not _BYTEWISE.fullmatch(content):
            size, modules = _made(content)[1:]
            return self._drawn(size, modules)
        shape = self._shapes.get(len(content))
        bits = int.from_bytes(content.encode(), "little") | 1 << 8 * _LONGEST + len(content)
        rest, total = self._reduced(shape, bits) if shape else (bits, 0)
        if shape and not rest:
            return self._drawn(shape[0], total)
        shape, size, modules = _made(content)
        if len(content) not in self._shapes:
            self._shapes[len(content)] = shape
            rest, total = self._reduced(shape, bits)
        self._known.setdefault(shape, {})[rest.bit_length()] = (rest, total ^ modules)
        return self._drawn(size, modules)

    def _reduced(self, shape: tuple[int, str | int], bits: int) -> tuple[int, int]:
        """Return what of ``bits`` is no sum of known contents, and the code of what is."""
        known, total = self._known.get(shape, {}), 0
        while bits and (found := known.get(bits.bit_length())):
            bits ^= found[0]
            total ^= found[1]
        return bits, total

    def _drawn(self, size: int, modules: int) -> QrCode:
        if (places := self._places.get(size)) is None:
            places = self._places[size] = _places(size)
        dark = modules.to_bytes(len(places), "big")
        spans = [run.span() for run in _DARK.finditer(dark)]
        path = "".join([places[start] + _RUNS[end - start] for start, end in spans])
        return QrCode(size + 2 * _QUIET_ZONE, path)


def _made(content: str) -> tuple[tuple[int, str | int], int, int]:
    """Return shape, modules a side, and the modules as one number.

    Each is a byte, and behind each row is a light one, so that no run goes on in the next row.
    """
    code = segno.make_qr(content, error="m", mask=_MASK)
    size = len(code.matrix)
    rows = b"".join(bytes(row) + b"\0" for row in code.matrix)
    return (size, code.error or ""), size, int.from_bytes(rows, "big")


def _places(size: int) -> list[str]:
    """Return how a run begins that begins with each byte of ``_made``."""
    return [f"M{_QUIET_ZONE + x} {_QUIET_ZONE + y}h" for y in range(size) for x in range(size + 1)]
