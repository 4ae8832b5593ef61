"""Line ends that git, an editor or a transfer in text mode has rewritten.

What is sealed has the line ends that its readers expect: CRLF in tables and texts, LF in the
rest. Software that converts them breaks every digest and loses nothing else, so it is told
apart from a change and can be healed.
"""

from disclosure.files import sha256_hex

LOST = "archive.crlf_lost"
GAINED = "archive.crlf_gained"


def line_end_damage(data: bytes, digest: str) -> str:
    """Return ``LOST`` or ``GAINED`` where only line ends keep ``data`` from its digest.

    Args:
        data: bytes of a file whose digest is another.
        digest: SHA-256 that it should have.

    Empty where anything else was changed, too.
    """
    plain = data.replace(b"\r\n", b"\n")
    if plain != data and sha256_hex(plain) == digest:
        return GAINED
    return LOST if sha256_hex(plain.replace(b"\n", b"\r\n")) == digest else ""
