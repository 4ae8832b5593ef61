"""Checking: every notice, or those asked for, through all rules."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import disclosure
from disclosure.checks.context import Subject
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.checks.run import Waived, check_notice
from disclosure.checks.site import check_site
from disclosure.diagnostics import Diagnostic, Level, in_reading_order
from disclosure.errors import UsageError
from disclosure.model.site import Site
from disclosure.model.terms import Terms
from disclosure.pipeline.run import read_site_file
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import Attached, NoticeFile, find_notices, read_attachments
from disclosure.project.settings import Settings
from disclosure.project.stray_links import find_strays
from disclosure.source.attachments import facts_of
from disclosure.source.load import LoadedNotice
from disclosure.source.load_terms import load_terms
from disclosure.zh.workdays import works


class Checked(NamedTuple):
    """What was found in one notice.

    Attributes:
        file: the notice.
        loaded: its values; None when it cannot be read.
        data: the bytes of its file, as they were checked.
        diagnostics: in reading order.
        waived: findings that an editor answers for.
        digest: content digest of the notice with its attachments; empty when it has none.
    """

    file: NoticeFile
    loaded: LoadedNotice | None
    data: bytes
    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]
    digest: str = ""


class Desk(NamedTuple):
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
        desk: what notices are checked against; None when the site's file cannot be read.
        total: how many notices there are to check.
        notices: the results, one notice at a time as they are asked for.
    """

    found: tuple[Diagnostic, ...]
    desk: Desk | None
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
    desk, found = open_desk(settings)
    files, wrong = find_notices(settings)
    files = choose_notices(files, slugs) if files or not wrong else ()
    checked = (check_file(file, desk) for file in files) if desk else iter(())
    return Checking(in_reading_order((*found, *wrong)), desk, len(files), checked)


def open_desk(settings: Settings) -> tuple[Desk | None, tuple[Diagnostic, ...]]:
    """Load what all notices are checked against; None when the site's file cannot be read."""
    loaded = read_site_file(settings)
    site = loaded.model
    own = settings.content / "terms.yaml"
    shipped = Path(disclosure.__file__).parent / "checks" / "words.yaml"
    terms, terms_found = load_terms(shipped, own, settings.shown(own))
    strays = find_strays(settings)
    found = (*loaded.diagnostics, *terms_found, *strays)
    if site is None or loaded.places is None or strays:
        return None, found
    printed = check_site(site, loaded.places, settings.shown(settings.content / "site.yaml"), terms)
    return Desk(settings, site, terms, RULES, printed), (*found, *printed)


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


def check_file(file: NoticeFile, desk: Desk) -> Checked:
    """Check one notice."""
    shown = desk.settings.shown(file.path)
    reading = read_notice(file, desk.settings)
    loaded = reading.loaded
    if loaded is None:
        return Checked(file, None, reading.data, in_reading_order(reading.found), ())
    subject = _subject(loaded, reading.attached, desk)
    verdict = check_notice(subject, loaded.places, shown, desk.rules)
    every = in_reading_order((*reading.found, *verdict.diagnostics))
    return Checked(file, loaded, reading.data, every, verdict.waived, reading.digest)


def subject_of(file: NoticeFile, loaded: LoadedNotice, desk: Desk) -> Subject:
    """Return a notice as rules see it."""
    return _subject(loaded, _attached(file, loaded, desk), desk)


def _subject(loaded: LoadedNotice, attached: Attached, desk: Desk) -> Subject:
    facts = {name: facts_of(data) for name, data in attached.content.items()}
    return Subject(
        loaded.notice, loaded.figures, loaded.outline, desk.site, desk.terms, works, facts
    )


def _attached(file: NoticeFile, loaded: LoadedNotice, desk: Desk) -> Attached:
    names = [each.file for each in loaded.notice.attachments if each.file is not None]
    return read_attachments(file, names, desk.settings)


def levels_of(diagnostics: Sequence[Diagnostic]) -> tuple[int, int, int]:
    """Return how many errors, warnings and hints there are."""
    levels = [diagnostic.level for diagnostic in diagnostics]
    return levels.count(Level.ERROR), levels.count(Level.WARNING), levels.count(Level.INFO)
