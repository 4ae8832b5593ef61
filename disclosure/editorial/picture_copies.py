"""Pictures drawn anew by Pillow, turned upright and smaller; needs the extra ``pictures``."""

import io
from typing import Any, Final

from PIL import Image, ImageOps

from disclosure.pictures.anatomy import PictureError
from disclosure.pictures.looking import Format, look

MOST_DRAWN: Final = 80_000_000  # pixels that are unpacked; no telephone takes more at its usual
_SAVED: Final[dict[Format, dict[str, Any]]] = {
    Format.JPEG: {"quality": 82, "optimize": True, "progressive": True},
    Format.PNG: {"optimize": True},
    Format.WEBP: {"quality": 82, "method": 6},
}
_DRAWN: Final = frozenset({"RGB", "RGBA", "L", "LA"})


def resize(data: bytes, *, longest: int = 0, width: int = 0) -> bytes:
    """Return a picture upright and not larger than asked for, in its own format, without more.

    Args:
        data: its bytes.
        longest: the most pixels of its longer side; 0 for any.
        width: its width in pixels; 0 for its own.

    Raises:
        PictureError: it is damaged, or too large to be unpacked.

    """
    seen = look(data)
    if seen.anatomy.width * seen.anatomy.height > MOST_DRAWN:
        raise PictureError("pictures.too_large")
    try:
        with Image.open(io.BytesIO(data), formats=[seen.format.upper()]) as opened:
            profile = opened.info.get("icc_profile")
            drawn = ImageOps.exif_transpose(opened)
            if drawn.mode not in _DRAWN:
                profile = None if drawn.mode == "CMYK" else profile
                alpha = seen.format is not Format.JPEG and "transparency" in drawn.info
                drawn = drawn.convert("RGBA" if alpha or drawn.mode == "PA" else "RGB")
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureError("picture.damaged") from error
    share = min(
        1.0, (longest or max(drawn.size)) / max(drawn.size), (width or drawn.width) / drawn.width
    )
    if share < 1:
        size = (max(1, round(drawn.width * share)), max(1, round(drawn.height * share)))
        drawn = drawn.resize(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    drawn.save(out, seen.format.upper(), icc_profile=profile, **_SAVED[seen.format])
    return look(out.getvalue()).anatomy.bare
