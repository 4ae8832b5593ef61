"""Names of elements and attributes: ``w:p`` and the like, from Transitional and Strict alike."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_OPEN: Final = "http://schemas.openxmlformats.org"
_STRICT: Final = "http://purl.oclc.org/ooxml"
_MICROSOFT: Final = "http://schemas.microsoft.com/office/word"

# ISO/IEC 29500-1 (Strict), 29500-4 (Transitional), and what Microsoft added since.
_PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        f"{_OPEN}/wordprocessingml/2006/main": "w",
        f"{_STRICT}/wordprocessingml/main": "w",
        f"{_OPEN}/officeDocument/2006/relationships": "r",
        f"{_STRICT}/officeDocument/relationships": "r",
        f"{_OPEN}/officeDocument/2006/math": "m",
        f"{_STRICT}/officeDocument/math": "m",
        f"{_OPEN}/drawingml/2006/main": "a",
        f"{_STRICT}/drawingml/main": "a",
        f"{_OPEN}/drawingml/2006/wordprocessingDrawing": "wp",
        f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
        f"{_OPEN}/drawingml/2006/picture": "pic",
        f"{_STRICT}/drawingml/picture": "pic",
        f"{_OPEN}/markup-compatibility/2006": "mc",
        f"{_OPEN}/package/2006/relationships": "rel",
        f"{_OPEN}/package/2006/content-types": "ct",
        f"{_MICROSOFT}/2010/wordml": "w14",
        f"{_MICROSOFT}/2012/wordml": "w15",
        f"{_MICROSOFT}/2010/wordprocessingShape": "wps",
        f"{_MICROSOFT}/2010/wordprocessingGroup": "wpg",
        f"{_MICROSOFT}/2010/wordprocessingCanvas": "wpc",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:schemas-microsoft-com:office:office": "o",
        "http://www.w3.org/XML/1998/namespace": "xml",
    }
)


def short_name(name: str) -> str:
    """Return the name for ``namespace}local``, as expat gives it.

    A name of no namespace, and one of a namespace that is not known, stand as they are.
    """
    namespace, sign, local = name.rpartition("}")
    prefix = _PREFIXES.get(namespace) if sign else None
    return f"{prefix}:{local}" if prefix else name
