"""Time-stamp tokens with certificates in another order than DER wants (X.690, 11.6).

Certificates and revocation lists in a CMS signature are a SET, which is not signed. OpenSSL
writes them in any order and takes them so; stricter readers refuse them.
"""

from typing import Final, NamedTuple

_LONG: Final = 0x80
_SEQUENCE: Final = 0x30
_EXPLICIT_0: Final = 0xA0
# In SignedData: [0] certificates, [1] revocation lists.
_SETS: Final = frozenset({0xA0, 0xA1})


class _Element(NamedTuple):
    tag: int
    head: bytes
    body: bytes


def with_ordered_sets(token: bytes) -> bytes:
    """Return an answer of a time-stamp authority (RFC 3161) with its certificates in order.

    What is no such answer comes back as it is.
    """
    try:
        status, *signed = _elements(_only(token, _SEQUENCE))
        kind, wrapped = _elements(_only(_bytes_of(signed), _SEQUENCE))
        data = _elements(_only(_only(_bytes_of([wrapped]), _EXPLICIT_0), _SEQUENCE))
    except ValueError:
        return token
    ordered = b"".join(_ordered(each) for each in data)
    inner = _made(_EXPLICIT_0, _made(_SEQUENCE, ordered))
    return _made(_SEQUENCE, _bytes_of([status]) + _made(_SEQUENCE, _bytes_of([kind]) + inner))


def _ordered(element: _Element) -> bytes:
    if element.tag not in _SETS:
        return element.head + element.body
    try:
        members = sorted(each.head + each.body for each in _elements(element.body))
    except ValueError:
        return element.head + element.body
    return _made(element.tag, b"".join(members))


def _elements(data: bytes) -> list[_Element]:
    """Take apart what stands side by side.

    Raises:
        ValueError: it is not DER.

    """
    found = []
    while data:
        if len(data) < 2:
            raise ValueError("cut off")
        length, start = data[1], 2
        if length >= _LONG:
            start += length - _LONG
            length = int.from_bytes(data[2:start])
        if data[1] == _LONG or start + length > len(data):
            raise ValueError("no length, or cut off")
        found.append(_Element(data[0], data[:start], data[start : start + length]))
        data = data[start + length :]
    return found


def _only(data: bytes, tag: int) -> bytes:
    elements = _elements(data)
    if len(elements) != 1 or elements[0].tag != tag:
        raise ValueError("another structure")
    return elements[0].body


def _bytes_of(elements: list[_Element]) -> bytes:
    return b"".join(each.head + each.body for each in elements)


def _made(tag: int, body: bytes) -> bytes:
    size = len(body)
    if size < _LONG:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, _LONG + len(length)]) + length + body
