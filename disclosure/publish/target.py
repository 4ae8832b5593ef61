"""What publishing asks of a place: few, small operations that every kind of server has."""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from disclosure.errors import OutputError


class TargetError(OutputError):
    """The target did not do what it was asked; what stood there still stands.

    Codes: ``target.unreachable``, ``target.login``, ``target.host_key``, ``target.certificate``,
    ``target.denied``, ``target.full``, ``target.failed``; each takes ``target`` and ``reason``.
    """


class Target(Protocol):
    """A folder of files somewhere.

    Places are relative, with slashes, as in the site's listing. Every method raises TargetError.
    """

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        ...

    def write(self, place: str, data: bytes) -> None:
        """Write a file, making its folders: readers see the old one whole or the new one whole."""
        ...

    def claim(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none; say whether it was written."""
        ...

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it; one that is not there is fine."""
        ...

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder`` (with a final slash; empty for all)."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


@runtime_checkable
class Releasing(Target, Protocol):
    """A target that can switch a whole folder at once."""

    def link(self, old: str, new: str) -> None:
        """Let ``new`` be the same file as ``old``, without its bytes travelling."""
        ...

    def link_many(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Link each first to its second, with as little waiting as may be."""
        ...

    def point(self, name: str, folder: str) -> None:
        """Let the link ``name`` lead to ``folder`` beside it; readers see the one or the other."""
        ...

    def pointed(self, name: str) -> str:
        """Return the folder to which a link leads; empty where there is no such link."""
        ...

    def rename_folder(self, old: str, new: str) -> None:
        """Rename a folder."""
        ...

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in ``folder``, sorted; links are none."""
        ...

    def remove_folder(self, folder: str) -> None:
        """Delete a folder with everything in it; one that is not there is fine."""
        ...
