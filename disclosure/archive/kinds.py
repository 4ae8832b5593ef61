"""What kind of file a name stands for."""

import mimetypes
from types import MappingProxyType
from typing import Final

_KINDS: Final = MappingProxyType(
    {
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
