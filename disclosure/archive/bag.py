"""BagIt 1.0 (RFC 8493): a folder that proves itself whole, to be carried to an archive.

bagit-python writes them, too, but it rewrites a folder in place and knows the time only from the
clock; this writes a new folder from what was sealed, with the same bytes each time.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from disclosure.archive.selection import Item
from disclosure.files import write_file

ALGORITHMS: Final = ("sha256", "sha512")
DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD: Final = "data/"

Info = Iterable[tuple[str, str]]


def write_bag(folder: Path, items: Iterable[Item], info: Info) -> None:
    """Write a bag.

    Args:
        folder: where; a new one.
        items: the payload, which keeps its names below ``data/``.
        info: labels and values of ``bag-info.txt``, in their order; a label may be repeated.
            ``Payload-Oxum`` is added.

    Raises:
        OSError: it cannot be written.
        OutputError: a file is not the one that was listed.

    """
    digests: dict[str, Mapping[str, str]] = {}
    octets = 0
    for item in items:
        data = item.read()
        octets += len(data)
        name = PAYLOAD + item.name
        digests[name] = _digests(data)
        write_file(folder / name, data, durable=True)
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _info([*info, ("Payload-Oxum", f"{octets}.{len(digests)}")]),
    }
    tags |= {f"manifest-{name}.txt": _manifest(digests, name) for name in ALGORITHMS}
    tagged = {name: _digests(data) for name, data in tags.items()}
    tags |= {f"tagmanifest-{name}.txt": _manifest(tagged, name) for name in ALGORITHMS}
    for name, data in tags.items():
        write_file(folder / name, data, durable=True)


def _digests(data: bytes) -> Mapping[str, str]:
    return {name: hashlib.new(name, data).hexdigest() for name in ALGORITHMS}


def _manifest(digests: Mapping[str, Mapping[str, str]], algorithm: str) -> bytes:
    """Return a manifest; of names that are safe only the percent sign needs encoding."""
    rows = (f"{digests[name][algorithm]}  {name.replace('%', '%25')}\n" for name in sorted(digests))
    return "".join(rows).encode()


def _info(fields: Info) -> bytes:
    # Long lines are not folded: that puts blanks into Chinese, and is only recommended (2.2.2).
    rows = (f"{label}: {' '.join(value.split())}\n" for label, value in fields if value.strip())
    return "".join(rows).encode()
