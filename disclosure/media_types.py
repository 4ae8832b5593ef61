"""What kind of file a name stands for."""

import mimetypes
from types import MappingProxyType
from typing import Final

# Also some that Python's table gained, or changed, from one version to the next.
_KINDS: Final = MappingProxyType(
    {
        "js": "text/javascript",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "json": "application/json",
        "jsonl": "application/jsonl",
        "yaml": "application/yaml",
        "csv": "text/csv",
        "tsr": "application/timestamp-reply",
    }
)


def media_type(name: str) -> str:
    """Return the media type of a file by its name, the same on every machine."""
    suffix = name.rpartition(".")[2].lower()
    # Python's own table, not the system's, so that every machine says the same.
    known = mimetypes.MimeTypes(filenames=()).guess_type(name)[0]
    return _KINDS.get(suffix) or known or "application/octet-stream"


def served_type(name: str) -> str:
    """Return the media type as a server should tell it, with the encoding of what is text."""
    kind = media_type(name)
    is_text = kind.startswith("text/") or kind.endswith(("xml", "json", "jsonl", "yaml"))
    return f"{kind}; charset=utf-8" if is_text else kind
