"""Reading: a notice with its attachments, and the digest of both, which is what is signed."""

from typing import NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.errors import OutputError
from disclosure.model.canonical import content_digest
from disclosure.model.outline import placed_pictures
from disclosure.model.review import SignOff
from disclosure.model.versions import LastVersion
from disclosure.project.attachments import Attached, attachment_faults, read_attachments
from disclosure.project.fingerprint import FileState, stat_of, state_as_read
from disclosure.project.genres import genres_of
from disclosure.project.matter_sources import form_faults
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings
from disclosure.render.composed import NoticeSource
from disclosure.render.matter import MatterPage
from disclosure.source.load import LoadedNotice, load_notice, read_bytes

_NOTHING = Attached({}, {}, ())


class Reading(NamedTuple):
    """A notice as it stands on the disk.

    Attributes:
        file: where.
        data: bytes of its file.
        state: of its file, when it was read.
        loaded: its values; None when it cannot be read.
        attached: its attachments.
        found: everything that is wrong with either, unsorted.
        text_only: whether it is signed without its attachments; see ``sealed_as_text_only``.
    """

    file: NoticeFile
    data: bytes
    state: FileState
    loaded: LoadedNotice | None
    attached: Attached
    found: tuple[Diagnostic, ...]
    text_only: bool = False

    def source(
        self,
        loaded: LoadedNotice,
        signed: tuple[SignOff, ...] = (),
        last_version: LastVersion | None = None,
        matter: MatterPage | None = None,
    ) -> NoticeSource:
        """Return what pages are made from."""
        return NoticeSource(
            self.file.slug,
            loaded.notice,
            loaded.figures,
            loaded.outline,
            self.attached.content,
            signed,
            last_version,
            self.text_only,
            matter=matter,
        )

    @property
    def digest(self) -> str:
        """The content digest; empty when notice or attachments cannot be read."""
        if self.loaded is None or self.attached.wrong:
            return ""
        return content_digest(self.source(self.loaded).canonical)


def read_notice(file: NoticeFile, settings: Settings) -> Reading:
    """Read a notice and what is attached to it."""
    shown = settings.display_path(file.path)
    stats = stat_of(file.path.as_posix())
    data, unreadable = read_bytes(file.path, shown, settings.content)
    state = state_as_read(data, stats) if stats else FileState("")
    if unreadable:
        return Reading(file, data, state, None, _NOTHING, unreadable)
    loaded, found = load_notice(data, shown, genres_of(settings))
    if loaded is None:
        return Reading(file, data, state, None, _NOTHING, found)
    return with_attachments(Reading(file, data, state, loaded, _NOTHING, found), settings)


def with_attachments(reading: Reading, settings: Settings) -> Reading:
    """Return a notice that was loaded, with what is attached to it."""
    file, data, state, loaded, _, found, _ = reading
    if loaded is None:
        return reading
    shown = settings.display_path(file.path)
    names = [each.file for each in loaded.notice.attachments if each.file is not None]
    attached = read_attachments(file, names, settings)
    said: tuple[Diagnostic, ...] = ()
    if placed_pictures(loaded.notice, loaded.outline):
        # Imported here: most notices have none, and need no module that takes pictures apart.
        from disclosure.project.pictures import read_pictures

        pictures, said = read_pictures(file, loaded, settings)
        attached = attached.joined(pictures)
        names += pictures.content
    wrong_form = form_faults(data, loaded, file, settings)
    found = (*found, *attached.wrong, *said, *attachment_faults(names, shown), *wrong_form)
    text_only = False
    if attached.content:
        # Imported here: most notices have no attachments.
        from disclosure.project.sealed_form import sealed_as_text_only

        text_only = sealed_as_text_only(file.slug, loaded, attached, settings)
    return Reading(file, data, state, loaded, attached, found, text_only)


def read_again(before: NoticeFile, digest: str, settings: Settings) -> Reading:
    """Read a notice once more, for its attachments are not kept meanwhile.

    Args:
        before: the notice.
        digest: its content digest when it was checked.
        settings: the project.

    Raises:
        OutputError: it, or what is attached to it, is not what it was.

    """
    reading = read_notice(before, settings)
    if reading.loaded is None or reading.digest != digest:
        raise OutputError("fix.changed", path=before.name)
    return reading
