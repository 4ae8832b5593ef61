"""The canonical form: the bytes that are signed and published as ``notice.json``.

Two files with the same values have the same canonical form, whatever their comments, layout
or quoting; any changed value changes it. Keys stand in the order of the model, what was not
given is left out, numbers are kept as they were written (``1.10`` stays ``1.10``).
"""

import hashlib

from disclosure.model.notice import Notice


def canonical_bytes(notice: Notice) -> bytes:
    """Return the notice as UTF-8 JSON, two spaces of indent, LF, one final line end."""
    text = notice.model_dump_json(indent=2, exclude_none=True, exclude_defaults=True)
    return text.encode() + b"\n"


def content_digest(canonical: bytes) -> str:
    """Return the digest of the text, 内容摘要: what ``sha256sum notice.json`` prints."""
    return hashlib.sha256(canonical).hexdigest()
