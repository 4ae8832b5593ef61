"""Where one project's things lie, and how a command was asked to work."""

import zlib
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

REVIEWS: Final = "reviews"  # in the content folder: who has signed what
SIGNERS: Final = f"{REVIEWS}/allowed_signers"
GENRES: Final = "genres"  # kinds of disclosure that the unit has added
ADDRESSES: Final = "addresses.yaml"  # what became of former addresses
ARCHIVE_LOG: Final = "archive/log.jsonl"  # what was sealed
SEALED_SOURCE: Final = "notice.yaml"  # in the folder of a version


class Settings(NamedTuple):
    """Absolute folders of one project.

    Attributes:
        root: the project; paths in messages are shown relative to it.
        content: what people write (``site.yaml``, ``notices/``).
        templates: Jinja templates, styles and scripts.
        output: the generated site.
        cache: what can be made again at any time; safe to delete.
        jobs: how many processes to use; None leaves it to the work and the machine.
        language: language of messages, ``zh`` or ``en``; pages are always Chinese.

    """

    root: Path
    content: Path
    templates: Path
    output: Path
    cache: Path
    language: str = "zh"
    jobs: int | None = None

    @property
    def compiled(self) -> Path:
        """Where compiled templates are kept."""
        return self.cache / "templates"

    def display_path(self, path: Path) -> PurePosixPath:
        """Return ``path`` as messages name it: relative to the project where it lies inside."""
        with suppress(ValueError):
            path = path.relative_to(self.root)
        return PurePosixPath(path.as_posix())


def name_for(*folders: Path) -> str:
    """Return a short name for what concerns ``folders``.

    Two that are equal by chance cost a build from nothing, or a wait for a lock; no more.
    """
    return f"{zlib.crc32('|'.join(folder.as_posix() for folder in folders).encode()):08x}"
