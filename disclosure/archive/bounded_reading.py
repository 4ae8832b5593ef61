"""Reading an archive that somebody else may have written: no link, device or size is believed."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from disclosure.bounded_reading import read_file
from disclosure.plain_paths import is_regular_file

# More than any file that was sealed, for what is sealed is held in memory first.
LARGEST_FILE: Final = 1024**3
_BLOCK: Final = 1024 * 1024


def files_below(folder: Path) -> Iterator[str]:
    """Yield the names of all files below a folder, with slashes, in no order.

    Links count as files, also those to folders: they are none of ours. A folder that cannot be
    read holds nothing.
    """
    waiting = [""]
    while waiting:
        base = waiting.pop()
        try:
            entries = list(os.scandir(folder / base))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{base}{entry.name}/")
            else:
                yield base + entry.name


def read_bounded(path: Path, limit: int = LARGEST_FILE) -> bytes | None:
    """Return the bytes of a regular file; None where there is none, or one that is larger."""
    try:
        return read_file(path, None, limit)
    except OSError:
        return None


def digest_of(path: Path, algorithm: str = "sha256") -> str | None:
    """Return the digest of a regular file in hexadecimal; None where there is none.

    Of a file larger than ``LARGEST_FILE`` it is not taken: it is empty, as no digest is.
    """
    if not is_regular_file(path):
        return None
    digest = hashlib.new(algorithm)
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST_FILE:
                return ""
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()


def read_json(data: bytes) -> Any:
    """Return what stands in a JSON file.

    Raises:
        ValueError: it is none, is nested too deep, or holds half a surrogate pair.

    """
    try:
        values = json.loads(data)
        # Half a pair can be read, but neither written nor shown.
        json.dumps(values, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    return values
