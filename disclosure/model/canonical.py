"""The canonical form: the bytes that are signed and published as ``notice.json``.

Two files with the same values have the same canonical form, whatever their comments, layout
or quoting; any changed value changes it. Keys stand in the order of the model, what was not
given is left out, numbers are kept as they were written (``1.10`` stays ``1.10``). What is
attached belongs to it: behind the values, the SHA-256 of every attached file by name.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache

from pydantic import TypeAdapter

from disclosure.model.notice import Notice

ATTACHED = "attached_sha256"


def signed_bytes(notice: Notice, digests: Mapping[str, str]) -> bytes:
    """Return the canonical form of a notice with what is attached to it.

    Args:
        notice: its values.
        digests: SHA-256 of each attached file by name; without any it is ``canonical_bytes``.

    """
    text = canonical_bytes(notice)
    if not digests:
        return text
    rows = ",\n".join(
        f"    {json.dumps(name)}: {json.dumps(digests[name])}" for name in sorted(digests)
    )
    return text.removesuffix(b"\n}\n") + f',\n  "{ATTACHED}": {{\n{rows}\n  }}\n}}\n'.encode()


def canonical_bytes(notice: Notice) -> bytes:
    """Return the values alone as UTF-8 JSON, two spaces of indent, LF, one final line end.

    Until attachments belonged to it, this was what was signed and sealed; nothing new is.
    """
    return _adapter().dump_json(notice, indent=2, exclude_none=True, exclude_defaults=True) + b"\n"


@cache
def _adapter() -> TypeAdapter[Notice]:
    # A model gives its JSON as text only, which is made from these bytes.
    return TypeAdapter(Notice)


def content_digest(canonical: bytes) -> str:
    """Return the digest of the text, 内容摘要: what ``sha256sum notice.json`` prints."""
    return hashlib.sha256(canonical).hexdigest()
