"""The note: what there is to say of a build once its files stand in the site."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from disclosure.diagnostics import in_reading_order
from disclosure.pipeline.cache import Common, FileStates, NoticeRecord, line_of, save_cache
from disclosure.pipeline.matter_part import Matters
from disclosure.pipeline.notice_job import MadeNotice
from disclosure.pipeline.stayed import Stayed
from disclosure.project.fingerprint import stat_of, state_of_file
from disclosure.project.notices import NoticeFile
from disclosure.render import urls


class Note(NamedTuple):
    """What became of the notices.

    Attributes:
        files: all that stand.
        made: those that were made.
        digests: of every file of the site, by place.
        current: what is known of the others.
        stayed: the same as it was noted.
        matters: of all.
        output: the site.

    """

    files: Sequence[NoticeFile]
    made: Mapping[str, MadeNotice]
    digests: Mapping[str, str]
    current: Mapping[str, NoticeRecord]
    stayed: Stayed
    matters: Matters
    output: Path

    def save(self, path: Path, common: Common) -> None:
        """Write it where the next build finds it.

        Raises:
            OSError: it could not be written.

        """
        save_cache(path, self._records(), self._lines(), common)

    def states(self, digests: Mapping[str, str]) -> FileStates:
        """Return the states of files by their places in the site."""
        return _states(f"{self.output.as_posix()}/", digests)

    def _records(self) -> Iterator[tuple[str, NoticeRecord | bytes]]:
        for file in self.files:
            slug = file.slug
            if (made := self.made.get(slug)) is None:
                again = self.matters.noted_again(slug, self.current[slug], self.made)
                yield slug, self.stayed.row(slug, again)
                continue
            folder = urls.NoticeUrls(slug).folder
            digests = {name: self.digests[folder + name] for name in made.outputs}
            yield (
                slug,
                NoticeRecord(
                    file.name,
                    made.source,
                    made.review,
                    made.last_version,
                    *self.matters.noted(slug, self.made),
                    made.attachments,
                    _states(f"{self.output.as_posix()}/{folder}", digests),
                    in_reading_order(made.diagnostics),
                ),
            )

    def _lines(self) -> Iterator[bytes]:
        for file in self.files:
            made = self.made.get(file.slug)
            yield line_of(made.summary) if made else self.stayed.lines[file.slug]


def _states(folder: str, digests: Mapping[str, str]) -> FileStates:
    return {
        place: state_of_file(digest, stat_of(folder + place))
        for place, digest in sorted(digests.items())
    }
