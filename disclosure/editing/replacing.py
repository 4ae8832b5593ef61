"""A notice's text replaced as a whole: a certain repair, a waiver; read by the loader before."""

from disclosure.editing.edit import Conflict, Outcome, Refused, Saved
from disclosure.errors import OutputError
from disclosure.project.genres import genres_of
from disclosure.project.notice_writer import as_before, rewrite_notice
from disclosure.project.notices import find_notices
from disclosure.project.settings import Settings
from disclosure.source.load import load_notice


def rewrite(settings: Settings, slug: str, before: bytes, text: str) -> Outcome:
    """Write a text in place of what was seen.

    Args:
        settings: the project.
        slug: of a notice.
        before: the bytes that were seen.
        text: with Unix line ends; those of ``before`` are kept.

    Returns:
        Saved; Conflict where the file is not ``before`` any more; Refused where the text would
        not load.

    Raises:
        OutputError: it cannot be written.

    """
    file = next((each for each in find_notices(settings)[0] if each.slug == slug), None)
    if file is None:
        return Refused(())
    data = as_before(text, before)
    loaded, found = load_notice(data, settings.display_path(file.path), genres_of(settings))
    if loaded is None:
        return Refused(found)
    try:
        rewrite_notice(file.path, before, data).unlink(missing_ok=True)
    except OutputError as error:
        if error.code == "fix.changed":
            return Conflict(None, None)
        raise
    return Saved(data, can_undo=False, can_redo=False, found=found)
