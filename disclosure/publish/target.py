"""What publishing asks of a place: few, small operations that every kind of server has."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from disclosure.errors import OutputError

LARGEST = 1 << 30  # bytes of a file that is read from a target
LARGEST_NOTE = 1 << 26  # of a listing or a lock
DEEPEST = 40  # folders within folders
MOST_FILES = 1_000_000
AT_ONCE = 64  # files or folders that are open on a target together


class TargetError(OutputError):
    """The target did not do what it was asked; what stood there still stands.

    Codes: ``target.unreachable``, ``target.login``, ``target.host_key``, ``target.certificate``,
    ``target.denied``, ``target.full``, ``target.failed``; each takes ``target`` and ``reason``.
    """


class RemoteFile(NamedTuple):
    """What a target's list tells of a file, without reading it.

    Attributes:
        size: in bytes; None where the list does not tell.
        mark: anything that is another after a change, such as a time or an entity tag; empty
            where the list does not tell.
        closed: whether its mode, or that of a folder that it is in, keeps readers out.
    """

    size: int | None
    mark: str = ""
    closed: bool = False


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

    def write_new(self, place: str, data: bytes) -> bool:
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
class Seeing(Protocol):
    """A target whose lists tell more than names."""

    def remote_files(self, folder: str = "") -> Mapping[str, RemoteFile]:
        """Return what is seen of all files below ``folder``, by place; never through a link."""
        ...


@runtime_checkable
class Opening(Protocol):
    """A target whose files have modes that we can set."""

    def open_to_readers(self, place: str) -> bool:
        """Let everybody read a file and enter its folders; say whether that was possible."""
        ...


@runtime_checkable
class Bunching(Protocol):
    """A target that works on many small files without waiting for one before the next.

    At most ``AT_ONCE`` at a time. What is left out, for any reason, is to be done one by one,
    which does it or says why not.
    """

    def write_many(self, files: Mapping[str, bytes]) -> Collection[str]:
        """Write files as ``write`` does, in any order, and return those that are in place."""
        ...

    def read_many(self, places: Sequence[str]) -> Mapping[str, bytes]:
        """Return those of the files that could be read."""
        ...


@runtime_checkable
class Roomy(Protocol):
    """A target that may tell how much room it has."""

    def room(self) -> int | None:
        """Return how many bytes there is room for; None where nobody can tell."""
        ...


@runtime_checkable
class Linking(Protocol):
    """A target on which one file may stand under two names."""

    def can_link(self) -> bool:
        """Try with a small file of its own, which goes again, whether that is so."""
        ...


@runtime_checkable
class Deciding(Protocol):
    """A target that can tell how its locks come about."""

    @property
    def decides(self) -> bool:
        """Whether the last ``write_new`` was decided by the target, in one step."""
        ...


def list_remote_files(
    target: Target, folder: str = "", assumed: Iterable[str] = ()
) -> Mapping[str, RemoteFile]:
    """Return what a target tells of its files below ``folder``, as much as it can.

    Args:
        target: where.
        folder: with a final slash; empty for all.
        assumed: places to be taken for there where the target forbids to list anything.

    Raises:
        TargetError: it cannot be listed.

    """
    try:
        if isinstance(target, Seeing):
            return target.remote_files(folder)
        return {place: RemoteFile(None) for place in target.places(folder)}
    except TargetError as error:
        if error.code != "target.no_listing":
            raise
        return dict.fromkeys(assumed, RemoteFile(None))


@runtime_checkable
class Releasing(Target, Protocol):
    """A target that can switch a whole folder at once."""

    def can_point(self) -> bool:
        """Try with a link of its own, which goes again, whether there can be links."""
        ...

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
