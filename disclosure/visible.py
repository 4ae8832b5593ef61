"""Text of others made fit for a terminal, a report or a log: nothing in it acts or hides.

Escapes move the cursor, newlines forge lines, bidirectional and invisible characters show
another text than the one that stands there (Unicode TR 36).
"""

_SHORTEST_ESCAPE = 0xFFFF


def visible(text: str) -> str:
    r"""Return ``text`` with every character that does not show itself written as an escape.

    A line feed becomes ``\n``, others ``\u202e`` or ``\U000e0001``. Text of printable
    characters comes back as it is, the ideographic space among them.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "　" else _escape(c) for c in text)


def _escape(char: str) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char)
    if named is not None:
        return named
    code = ord(char)
    return f"\\u{code:04x}" if code <= _SHORTEST_ESCAPE else f"\\U{code:08x}"
