"""The files that go with a notice."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from disclosure.archive.names import name_faults
from disclosure.bounded_reading import LARGEST, UnfitFileError, read_file
from disclosure.diagnostics import Diagnostic, Level
from disclosure.project.fingerprint import FileState, digest_in, stat_of, state_as_read
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings

_UNFIT: Final = {"link": "attachment.link", "kind": "attachment.kind", "large": "attachment.large"}


class Attached(NamedTuple):
    """Files that go with a notice.

    Attributes:
        content: their bytes by name.
        states: what they were when they were read; of one that may be missing, that it was.
        wrong: which are missing, or are not what they should be.
    """

    content: dict[str, bytes]
    states: dict[str, FileState]
    wrong: tuple[Diagnostic, ...]

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 of each by name."""
        return {name: digest_in(state) for name, state in self.states.items() if state}

    def joined(self, other: "Attached") -> "Attached":
        """Return these files and others."""
        return Attached(
            {**self.content, **other.content},
            {**self.states, **other.states},
            (*self.wrong, *other.wrong),
        )


def read_attachments(file: NoticeFile, names: Iterable[str], settings: Settings) -> Attached:
    """Read the attached files ``names`` of a notice."""
    folder = file.path.with_suffix("")
    content: dict[str, bytes] = {}
    states: dict[str, FileState] = {}
    wrong: list[Diagnostic] = []
    for name in names:
        path = folder / name
        stats = stat_of(path.as_posix())
        try:
            content[name] = read_file(path, settings.content)
        except UnfitFileError as error:
            wrong.append(_unfit(error, settings.display_path(file.path), name))
        except OSError:
            shown = settings.display_path(folder).as_posix()
            place = settings.display_path(file.path)
            wrong.append(_error(place, "attachment.absent", file=name, folder=shown))
        else:
            states[name] = state_as_read(content[name], stats)
    return Attached(content, states, tuple(wrong))


def attachment_faults(names: Iterable[str], shown: PurePosixPath) -> Iterator[Diagnostic]:
    """Yield an error for each attached file that could not be handed over under its name.

    What ``export`` would refuse later is an error while it can still be renamed.

    Args:
        names: of the files.
        shown: the notice, as messages name it.

    """
    for fault in name_faults(dict.fromkeys(names)):
        code = "attachment.same_name" if fault.other else "attachment.unsafe_name"
        yield _error(shown, code, file=fault.name, other=fault.other)


def _unfit(error: UnfitFileError, place: PurePosixPath, name: str) -> Diagnostic:
    limit = str(LARGEST // 1024 // 1024)
    return _error(place, _UNFIT[error.fault], file=name, limit=limit)


def _error(shown: PurePosixPath, code: str, **params: str) -> Diagnostic:
    return Diagnostic(shown, 0, 0, Level.ERROR, code, tuple(params.items()))
