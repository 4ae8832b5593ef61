"""What matters are read from: files of notices that stand, sealed versions of those withdrawn.

A notice that was withdrawn stays in its matter: what was sealed of it last says which notice it
continued and which problems it had. Names that a notice had before lead to the one it has now.

Which notice a file continues is read from its one line, without reading the notice: a thousand
others then cost a look at their bytes. Who reads a notice wholly refuses any other form.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.model.faults import Fault
from disclosure.model.versions import LastVersion
from disclosure.project.former import moved_names
from disclosure.project.last_versions import read_log
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.settings import ARCHIVE_LOG, SEALED_SOURCE, Settings
from disclosure.source.load import LoadedNotice, diagnose, read_bytes

_KEY = b"continues"
_LINE = re.compile(
    rb"^(?:\xef\xbb\xbf)?[\"']?continues[\"']?[ \t]*:[ \t]+"
    rb"[\"']?([a-z0-9-]+)[\"']?[ \t\r]*(?:#.*)?$",
    re.MULTILINE,
)


# Says which notice each file continues, as far as it is known; empty where it continues none.
Known = Callable[[Iterable[NoticeFile]], Mapping[str, str]]


class MatterSources(NamedTuple):
    """Where the notices of matters are read, and which continues which.

    Attributes:
        settings: the project.
        files: of all notices by name; of one that was withdrawn the file in the archive.
        withdrawn: names of these.
        links: which notice each follow-up continues, by the names of today.
        written: the same as the files of those that stand have it.
        moved: where each former name leads in the end.

    """

    settings: Settings
    files: Mapping[str, NoticeFile]
    withdrawn: frozenset[str]
    links: dict[str, str]
    written: dict[str, str]
    moved: Mapping[str, str]

    def today(self, name: str) -> str:
        """Return the name that a notice has now."""
        stands = name in self.files and name not in self.withdrawn
        return name if stands else self.moved.get(name, name)


def continued_in(data: bytes) -> str:
    """Return which notice the file of a notice continues; empty for none."""
    found = _LINE.search(data) if _KEY in data else None
    return found[1].decode() if found else ""


def form_faults(
    data: bytes, loaded: LoadedNotice, file: NoticeFile, settings: Settings
) -> tuple[Diagnostic, ...]:
    """Return an error where a notice continues one in a form that its one line does not show."""
    meant = loaded.notice.continues
    if meant is None or continued_in(data) == meant:
        return ()
    fault = Fault(("continues",), "follow.form", (("slug", meant),))
    return (diagnose(fault, settings.display_path(file.path), loaded.places),)


def links_of(
    files: Iterable[NoticeFile], settings: Settings, known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return which notice each follow-up continues.

    Args:
        files: all notices.
        settings: the project.
        known: what is known of some of them already; empty for a notice that continues none.

    """
    links: dict[str, str] = {}
    for file in files:
        before = known.get(file.slug) if known else None
        if before is None:
            # What cannot be read is told by whoever makes the notice; so a short name will do.
            data, _ = read_bytes(file.path, PurePosixPath(file.name), settings.content)
            before = continued_in(data)
        if before:
            links[file.slug] = before
    return links


def matter_sources(
    files: Iterable[NoticeFile],
    settings: Settings,
    last_versions: Mapping[str, LastVersion],
    moved: Mapping[str, str],
    known: Mapping[str, str] | None = None,
) -> MatterSources:
    """Return what matters are read from.

    Args:
        files: of the notices that stand.
        settings: the project.
        last_versions: what was sealed last, by name.
        moved: where each former name leads in the end.
        known: which notice some of them continue, as far as it is known already.

    What a withdrawn notice continued counts only where no other notice has taken its place.

    """
    standing = {file.slug: file for file in files}
    written = links_of(standing.values(), settings, known)
    withdrawn = {
        slug: _sealed_file(slug, last, settings)
        for slug, last in last_versions.items()
        if last.withdrawn and slug not in standing and slug not in moved
    }
    every = standing | withdrawn
    sources = MatterSources(settings, every, frozenset(withdrawn), {}, written, moved)
    links = {slug: sources.today(before) for slug, before in written.items()}
    taken = set(links.values())
    for slug, before in links_of(withdrawn.values(), settings).items():
        if (now := sources.today(before)) in every and now not in taken:
            links[slug] = now
            taken.add(now)
    return sources._replace(links=links)


def matter_sources_now(
    settings: Settings, standing: str = "", known: Known | None = None
) -> MatterSources:
    """Return what matters are read from, with everything looked up in the project.

    Args:
        settings: the project.
        standing: a notice that counts as standing, withdrawn or not, for it is being read.
        known: says of files which notice each continues; None has them read.

    """
    last_versions = {
        slug: last
        for slug, last in read_log(settings)[0].items()
        if last.withdrawn and slug != standing
    }
    files = [file for file in find_notices(settings)[0] if file.slug not in last_versions]
    links = known(files) if known else None
    return matter_sources(files, settings, last_versions, moved_names(settings), links)


def _sealed_file(slug: str, last: LastVersion, settings: Settings) -> NoticeFile:
    folder = (settings.content / ARCHIVE_LOG).parent
    return NoticeFile(slug, folder / slug / str(last.number), SEALED_SOURCE)
