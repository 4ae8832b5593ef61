"""What is wrong with a value, said without knowing the file it came from."""

from typing import Final, NamedTuple

Path = tuple[str | int, ...]
# Of one file; nobody mends more at once.
MOST_FAULTS: Final = 1000


class Fault(NamedTuple):
    """One finding about a value of the model.

    Attributes:
        path: keys and list indexes from the root of the document to the value.
        code: message code.
        params: what the message's sentence is filled with.
        token: the part of the value that is meant, where it is only a part; else empty.
        on_key: the key is meant, not the value behind it.
        warning: the value can be published as it stands.

    """

    path: Path
    code: str
    params: tuple[tuple[str, str], ...] = ()
    token: str = ""
    on_key: bool = False
    warning: bool = False
