"""Certificates of a token put in order, and nothing else touched."""

import random

from disclosure.archive.der import with_ordered_sets


def made(tag: int, *parts: bytes) -> bytes:
    """Return an element."""
    body = b"".join(parts)
    size = len(body)
    long = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag]) + (bytes([size]) if size < 128 else bytes([128 + len(long)]) + long) + body


def token(*certificates: bytes) -> bytes:
    """Return what has the structure of an answer."""
    signed = made(0x30, b"\x02\x01\x03", made(0x31), made(0xA0, *certificates), made(0x31, b"\5\0"))
    wrapped = made(0x30, b"\x06\x01\x2a", made(0xA0, signed))
    return made(0x30, made(0x30, b"\x02\x01\x00"), wrapped)


ONE, TWO, THREE = made(0x30, b"\2\1\1"), made(0x30, b"\2\1\2" * 60), made(0x30, b"\2\1\0")


def test_ordered() -> None:
    """Certificates come in order of their bytes; what is in order stays as it is."""
    right = token(*sorted([ONE, TWO, THREE]))
    assert with_ordered_sets(token(TWO, ONE, THREE)) == right
    assert with_ordered_sets(right) == right


def test_anything_else() -> None:
    """What is no token comes back as it is, however it is spoilt."""
    chance, good = random.Random(1), token(TWO, ONE)
    for data in (b"", b"\x30", b"\x30\x80", b"\x30\xff" + bytes(200), b"GARBAGE" * 99):
        assert with_ordered_sets(data) == data
    for _ in range(1000):
        data = bytearray(good)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        found = with_ordered_sets(bytes(data[: chance.randint(1, len(data))]))
        assert len(found) <= len(data)
