"""How findings show what they found: enough to find it again, not enough to use it.

Formats of the county order in standards (永安, 2023): 138****1234, 35*************123.

Apart: rules of several families show what they found in this way.
"""


def mask(text: str) -> str:
    """Return ``text`` with its middle replaced by asterisks, as long as it was."""
    size = len(text)
    if size == 18:
        head, tail = 2, 3
    elif size == 11:
        head, tail = 3, 4
    else:
        head, tail = (2, 2) if size > 6 else (1, 0)
    return text[:head] + "*" * (size - head - tail) + (text[size - tail :] if tail else "")
