"""``content/.gitattributes``: git keeps the bytes of what is sealed, signed and attached.

Under ``* text=auto``, or ``core.autocrlf`` on Windows, git rewrites line ends on commit or
checkout, and no sealed table or text in a clone would verify any more.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from disclosure.bounded_reading import read_file

_KEPT: Final = ("archive/**", "published/**", "reviews/**", "notices/*/**")
_HEAD: Final = "# 归档、附件、审签和发布记录：git 不得转换换行符，否则克隆出来的校验不过。\n"
_NAME: Final = ".gitattributes"


def protect_from_git(content: Path) -> bool:
    """Make git keep the bytes of what must not change; say whether it does.

    Args:
        content: the content folder; a file that somebody has written there stays as it is.

    """
    path = content / _NAME
    text = _HEAD + "".join(f"{pattern} -text\n" for pattern in _KEPT)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return _protects(path)
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)  # half of it (the disk is full) would protect nothing
        return False
    return True


def _protects(path: Path) -> bool:
    try:
        rows = read_file(path).decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    kept: set[str] = set()
    for pattern, *given in (row.split() for row in rows if row.strip()):
        if "-text" in given or "binary" in given:
            kept.add(pattern)
        elif any(word == "text" or word.startswith("text=") for word in given):
            kept.clear()  # git takes the last row that fits, and this one may fit what was kept
    return any(star in kept for star in ("*", "**")) or set(_KEPT) <= kept
