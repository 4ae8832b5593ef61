"""Sealing a text as its next version."""

from collections.abc import Iterable

from disclosure.desk.actions.said import Done, kept_by_git
from disclosure.editorial.check import CheckContext, check_file
from disclosure.editorial.readiness import clock_concern
from disclosure.messages import say
from disclosure.model.review import SignOff
from disclosure.model.versions import Reason
from disclosure.project.notices import NoticeFile
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import Settings
from disclosure.versioning.seal import seal


def reasons(file: NoticeFile, context: CheckContext) -> tuple[str, ...]:
    """Return what may be given as reason for the next version of a notice, the usual one first."""
    if not store_of(context.settings).versions(file.slug):
        return (Reason.FIRST.value,)
    return (Reason.PROGRESS.value, Reason.CORRECTION.value, Reason.WITHDRAWAL.value)


def will(file: NoticeFile, context: CheckContext, signed: Iterable[SignOff] = ()) -> str:
    """Say what sealing will do, and before it that a clock is wrong.

    Args:
        file: the notice.
        context: what it is checked against.
        signed: who has signed it off.

    """
    number = len(store_of(context.settings).versions(file.slug)) + 1
    language = context.settings.language
    said = say("act.will_seal", language, {"number": str(number)})
    if concern := clock_concern(signed):
        first = say(concern.code, language, concern.params)
        return say("act.will_seal_though", language, {"concern": first, "will": said})
    return said


def do(
    file: NoticeFile,
    context: CheckContext,
    settings: Settings,
    note: str,
    reason: str,
    *,
    timestamp: bool = False,
) -> Done:
    """Seal a notice as it is now, through all rules.

    Args:
        file: the notice.
        context: what it is checked against.
        settings: the project, with the folder that is published as its output: the site there
            bears witness to the archive.
        note: what is new, in words.
        reason: one of ``reasons``; empty leaves it to the program.
        timestamp: ask the site's authority for a time stamp.

    Raises:
        DisclosureError: see ``versioning.seal.seal``; nothing was sealed.

    """
    context = context._replace(settings=settings)
    stamping = None
    if timestamp:
        from disclosure.versioning.timestamp import stamping_of  # few archives ask for it

        stamping = stamping_of(context.site.archive.timestamp, context.settings.content)
    sealed = seal(check_file(file, context), context, note, reason, stamping)
    language = context.settings.language
    values = {"number": str(sealed.entry.number), "reason": sealed.entry.reason}
    return Done(say("act.sealed", language, values), kept_by_git(settings))
