"""Checking: every notice, or those asked for, through all rules."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import disclosure
from disclosure.checks.context import Facts, NoticeContext
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.checks.run import Waived, check_notice
from disclosure.checks.site import check_site
from disclosure.diagnostics import Diagnostic, Level, in_reading_order
from disclosure.errors import UsageError
from disclosure.model.follow_up import Joined
from disclosure.model.site import Site
from disclosure.model.terms import Terms
from disclosure.project.base_moved import find_moved_base
from disclosure.project.former import find_former
from disclosure.project.genres import genre_faults
from disclosure.project.last_versions import read_log
from disclosure.project.matters import FollowUp, follow_up_of
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import NO_NOTICES, NoticeFile, find_notices
from disclosure.project.settings import Settings
from disclosure.project.site_file import read_site_file
from disclosure.project.stray_links import find_strays
from disclosure.source.attachments import facts_of
from disclosure.source.load import LoadedNotice
from disclosure.source.load_terms import load_terms
from disclosure.zh.dates import is_workday


class AttachedFacts(NamedTuple):
    """What is kept of attachments once they have been read: not their bytes.

    Attributes:
        digests: SHA-256 of each by name.
        facts: what each says of itself, by name; see ``NoticeContext``.
    """

    digests: dict[str, str]
    facts: Facts


class Checked(NamedTuple):
    """What was found in one notice.

    Attributes:
        file: the notice.
        loaded: its values; None when it cannot be read.
        data: the bytes of its file, as they were checked.
        diagnostics: in reading order.
        waived: findings that an editor answers for.
        attached: what there is to know of its attachments.
        digest: content digest of the notice with its attachments; empty when it has none.
    """

    file: NoticeFile
    loaded: LoadedNotice | None
    data: bytes
    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]
    attached: AttachedFacts
    digest: str = ""


class CheckContext(NamedTuple):
    """What all notices are checked against.

    Attributes:
        settings: the project.
        site: the site that carries them.
        terms: words to look for.
        rules: what to look for.
        found: what rules have found in the site's printed fields; with errors nothing that
            carries them is signed or sealed.
    """

    settings: Settings
    site: Site
    terms: Terms
    rules: Sequence[Rule]
    found: tuple[Diagnostic, ...] = ()


class Checking(NamedTuple):
    """A check of a whole project.

    Attributes:
        found: what is wrong with the site, the lists of words and the names of files.
        context: what notices are checked against; None when the site's file cannot be read.
        total: how many notices there are to check.
        notices: the results, one notice at a time as they are asked for.
    """

    found: tuple[Diagnostic, ...]
    context: CheckContext | None
    total: int
    notices: Iterator[Checked]


def check_project(settings: Settings, slugs: Sequence[str] = ()) -> Checking:
    """Check the notices of a project.

    Args:
        settings: the project.
        slugs: which notices; none means all.

    Raises:
        UsageError: there is no notice of that name.

    """
    context, found = open_context(settings)
    files, wrong = find_notices(settings)
    wrong = _with_lost(wrong, files, settings)
    files = choose_notices(files, slugs) if files or not wrong else ()
    checked = (check_file(file, context) for file in files) if context else iter(())
    return Checking(in_reading_order((*found, *wrong)), context, len(files), checked)


def _with_lost(
    wrong: tuple[Diagnostic, ...], files: Sequence[NoticeFile], settings: Settings
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with names, and with addresses that notices had."""
    last_versions, _ = read_log(settings)
    if last_versions:  # then it is said which notices are missing
        wrong = tuple(each for each in wrong if each.code != NO_NOTICES)
    withdrawn = {slug for slug, last in last_versions.items() if last.withdrawn}
    standing = [file.slug for file in files if file.slug not in withdrawn]
    return (*wrong, *find_former(settings, standing, last_versions)[1])


def open_context(settings: Settings) -> tuple[CheckContext | None, tuple[Diagnostic, ...]]:
    """Load what all notices are checked against; None when the site's file cannot be read."""
    loaded = read_site_file(settings)
    site = loaded.model
    own = settings.content / "terms.yaml"
    shipped = Path(disclosure.__file__).parent / "checks" / "words.yaml"
    terms, terms_found = load_terms(shipped, own, settings.display_path(own))
    strays = find_strays(settings)
    moved = find_moved_base(settings, loaded)
    found = (*loaded.diagnostics, *moved, *terms_found, *genre_faults(settings), *strays)
    if site is None or loaded.places is None or strays:
        return None, found
    printed = check_site(
        site, loaded.places, settings.display_path(settings.content / "site.yaml"), terms
    )
    return CheckContext(settings, site, terms, RULES, printed), (*found, *printed)


def choose_notices(files: Sequence[NoticeFile], slugs: Sequence[str]) -> tuple[NoticeFile, ...]:
    """Return the notices of these names, in order of the files.

    Raises:
        UsageError: there is none of that name.

    """
    # A clerk may well name the file as the folder shows it.
    wanted = {PurePosixPath(slug.replace("\\", "/")).name.removesuffix(".yaml") for slug in slugs}
    unknown = wanted - {file.slug for file in files}
    if unknown:
        known = "、".join(file.slug for file in files[:20])
        raise UsageError("cli.no_notice", what=min(unknown), known=known)
    return tuple(file for file in files if not wanted or file.slug in wanted)


def check_file(file: NoticeFile, context: CheckContext) -> Checked:
    """Check one notice."""
    shown = context.settings.display_path(file.path)
    reading = read_notice(file, context.settings)
    loaded, content = reading.loaded, reading.attached.content
    facts = {name: facts_of(data) for name, data in content.items()}
    attached = AttachedFacts(reading.attached.digests, facts)
    if loaded is None:
        return Checked(file, None, reading.data, in_reading_order(reading.found), (), attached)
    follow_up = FollowUp(None, ())
    if loaded.notice.continues:
        follow_up = follow_up_of(file.slug, loaded, context.settings)
    notice_context = notice_context_of(loaded, attached, context, follow_up.joined)
    found = (*reading.found, *follow_up.found)
    verdict = check_notice(notice_context, loaded.places, shown, context.rules, found)
    every = in_reading_order(verdict.diagnostics)
    return Checked(file, loaded, reading.data, every, verdict.waived, attached, reading.digest)


def notice_context_of(
    loaded: LoadedNotice,
    attached: AttachedFacts,
    context: CheckContext,
    follow_up: Joined | None = None,
) -> NoticeContext:
    """Return a notice as rules see it."""
    return NoticeContext(
        loaded.notice,
        loaded.figures,
        loaded.outline,
        context.site,
        context.terms,
        is_workday,
        attached.facts,
        loaded.genre.genre if loaded.genre else None,
        follow_up,
    )


def counts_of(diagnostics: Sequence[Diagnostic], checked: Sequence[Checked]) -> dict[str, str]:
    """Return the values of ``cli.checked``: what a check of these notices came to."""
    levels = [diagnostic.level for diagnostic in diagnostics]
    return {
        "notices": str(len(checked)),
        "errors": str(levels.count(Level.ERROR)),
        "warnings": str(levels.count(Level.WARNING)),
        "hints": str(levels.count(Level.INFO)),
        "waived": str(sum(len(one.waived) for one in checked)),
    }
