"""Load content files: the one way from a file to a model."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import Any, Final, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from disclosure.bounded_reading import UnfitFileError, read_file
from disclosure.diagnostics import Diagnostic, Level, has_errors, in_reading_order
from disclosure.model.about import find_faults as about_faults
from disclosure.model.completeness import notice_gaps, site_gaps
from disclosure.model.faults import MOST_FAULTS, Fault
from disclosure.model.fields import Model
from disclosure.model.figures import Figure, work_out
from disclosure.model.follow_up import find_faults as follow_up_faults
from disclosure.model.genre import GenreFile, Genres
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline, draw_outline
from disclosure.model.outline import find_faults as outline_faults
from disclosure.model.references import find_faults as reference_faults
from disclosure.model.refused_since import find_faults as refused_since
from disclosure.model.site import Site
from disclosure.source.genre_defaults import Defaults
from disclosure.source.places import Places
from disclosure.source.plain_reader import read_text
from disclosure.source.text import MAX_BYTES, TextFault, decode

_SECRET = "target.password"  # noqa: S105
_IN_ADDRESS: Final = (
    r"(?P<user>\b(?:sftp|ftps?|s3|webdavs?|https?):?/{0,2}[^\s/@:]*)"
    r":(?P<password>[^\s/\"'][^\s\"']*)(?=@)"
)
_SHOWN_AT_ONCE = 100
_UNFIT = {"link": "text.link", "kind": "text.kind", "large": "text.large"}
AnyModel = TypeVar("AnyModel", bound=Model)
# Changes what was read before it is judged, and says what is wrong with it.
Prepare = Callable[[Any], Iterable[Fault]]
# Says what is wrong with the whole beside the faults of its parts.
Beside = Callable[[Any, Sequence[Fault]], Iterable[Fault]]


class Loaded(NamedTuple, Generic[AnyModel]):
    """What came of reading one file.

    Attributes:
        model: None when there are errors.
        diagnostics: errors and warnings, unsorted.
        places: where values stand; None when the file is not even YAML.

    """

    model: AnyModel | None
    diagnostics: tuple[Diagnostic, ...]
    places: Places | None


class LoadedNotice(NamedTuple):
    """A notice that can be published: its values, figures, outline, and where they stand.

    ``genre`` is what it says it is; None where it does not say.
    """

    notice: Notice
    figures: dict[str, Figure]
    outline: Outline
    places: Places
    genre: GenreFile | None = None


def load_site(data: bytes, shown: PurePosixPath, *, sealed: bool = False) -> Loaded[Site]:
    """Read ``site.yaml``.

    Args:
        data: the file's bytes.
        shown: its path as diagnostics name it.
        sealed: see ``load_notice``.

    """
    loaded = load_model(data, shown, Site, sealed=sealed)
    if loaded.model is None or loaded.places is None:
        return loaded
    gaps = tuple(diagnose(f, shown, loaded.places) for f in site_gaps(loaded.model))
    return Loaded(loaded.model, gaps, loaded.places)


def load_notice(
    data: bytes,
    shown: PurePosixPath,
    genres: Callable[[], Genres] | None = None,
    *,
    sealed: bool = False,
) -> tuple[LoadedNotice | None, tuple[Diagnostic, ...]]:
    """Read a notice and everything that follows from its values.

    Args:
        data: the file's bytes.
        shown: its path as diagnostics name it.
        genres: gives the genres that there are; asked only by a notice that names one. None
            knows none.
        sealed: whether it was sealed with a version. What is refused today and was not always
            (``refused_since``) is then taken as it was: nobody can mend it, and a version is made
            again as it was.

    Returns:
        The notice, or None when there are errors; and all diagnostics, unsorted.

    """
    defaults = Defaults(genres)
    loaded = load_model(data, shown, Notice, defaults.apply, defaults.gaps_beside, sealed=sealed)
    if loaded.model is None or loaded.places is None:
        return None, loaded.diagnostics
    notice = loaded.model
    outline = draw_outline(notice)
    figures, faults = work_out(notice.metrics)
    rest = chain(
        outline_faults(notice, outline),
        about_faults(outline),
        follow_up_faults(notice, outline),
        reference_faults(notice, outline, figures),
        () if sealed else refused_since(outline),
    )
    every = chain(faults, islice(rest, MOST_FAULTS), defaults.gaps(notice), notice_gaps(notice))
    found = _first_of([diagnose(fault, shown, loaded.places) for fault in every], shown)
    if has_errors(found):
        return None, found
    return LoadedNotice(notice, figures, outline, loaded.places, defaults.chosen), found


def read_bytes(
    path: Path, shown: PurePosixPath, within: Path | None = None
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the bytes of a content file; a file that cannot be read is a diagnostic.

    Args:
        path: of the file.
        shown: its path as diagnostics name it.
        within: the folder that links on the way may not leave; None allows no link at the end.

    """
    try:
        return read_file(path, within, MAX_BYTES), ()
    except UnfitFileError as error:
        return b"", (unfit(error, shown, MAX_BYTES),)
    except OSError as error:
        reason = (("reason", error.strerror or str(error)),)
        return b"", (Diagnostic(shown, 0, 0, Level.ERROR, "text.unreadable", reason),)


def unfit(error: UnfitFileError, shown: PurePosixPath, limit: int) -> Diagnostic:
    """Return what is to be said of a file that is not read."""
    sizes = (("size", f"{error.size / 1024 / 1024:.0f}"), ("limit", str(limit // 1024 // 1024)))
    params = sizes if error.fault == "large" else ()
    return Diagnostic(shown, 0, 0, Level.ERROR, _UNFIT[error.fault], params)


def load_model(
    data: bytes,
    shown: PurePosixPath,
    model: type[AnyModel],
    prepare: Prepare | None = None,
    beside: Beside | None = None,
    *,
    sealed: bool = False,
) -> Loaded[AnyModel]:
    """Read a file that holds one ``model`` and nothing that follows from it.

    Args:
        data: the file's bytes.
        shown: its path as diagnostics name it.
        model: what the file holds.
        prepare: looks at the values before they become a model.
        beside: says what else is wrong with values that did not become one.
        sealed: whether it was sealed with a version; then a key that nobody knows may stand
            there without a value, as it once could.

    """
    text, text_faults = decode(data)
    if text_faults:
        return Loaded(None, tuple(_from_text(f, shown) for f in text_faults), None)
    document = read_text(text)
    if document.faults:
        return Loaded(None, _first_of((_from_text(f, shown) for f in document.faults), shown), None)
    places = Places(document, text)
    if document.empty and not sealed:
        # Imported here, as below: what is sound needs no names of keys.
        from disclosure.source.empty_keys import put_back_unknown

        put_back_unknown(document, model)
    faults = list(prepare(document.data)) if prepare else []
    value: AnyModel | None = None
    try:
        value = model.model_validate(document.data)
    except ValidationError as error:
        from disclosure.source.validation import faults_of

        faults += faults_of(error, model, document)
        faults += beside(document.data, faults) if beside else ()
    if not faults:
        return Loaded(value, (), places)
    found = _without_secret_lines([diagnose(fault, shown, places) for fault in faults])
    return Loaded(None, _first_of(found, shown), places)


def _first_of(found: Iterable[Diagnostic], shown: PurePosixPath) -> tuple[Diagnostic, ...]:
    """Return what a person can mend in one go, and a word about the rest."""
    ordered = in_reading_order(found)
    if len(ordered) <= _SHOWN_AT_ONCE:
        return ordered
    params = (("shown", str(_SHOWN_AT_ONCE)),)
    more = Diagnostic(shown, 0, 0, Level.ERROR, "text.many", params)
    return (more, *ordered[:_SHOWN_AT_ONCE])


def _from_text(fault: TextFault, shown: PurePosixPath) -> Diagnostic:
    return Diagnostic(
        shown,
        fault.line,
        fault.column,
        Level.ERROR,
        fault.code,
        fault.params,
        _without_passwords(fault.excerpt),
    )


def diagnose(fault: Fault, shown: PurePosixPath, places: Places) -> Diagnostic:
    """Return a fault of a file as a diagnostic, with its line; passwords in it are hidden."""
    level = Level.WARNING if fault.warning else Level.ERROR
    if not fault.path:
        return Diagnostic(shown, 0, 0, level, fault.code, fault.params)
    span = places.span(fault)
    return Diagnostic(
        path=shown,
        line=span.line + 1,
        column=span.column + 1,
        level=level,
        code=fault.code,
        params=fault.params,
        excerpt=_without_passwords(places.excerpt(span.line)),
        span=max(1, span.end_column - span.column),
    )


def _without_secret_lines(found: list[Diagnostic]) -> list[Diagnostic]:
    """Show no line that holds a password, which may have a form that nobody foresaw."""
    secret = {each.line for each in found if each.code == _SECRET}
    return [each._replace(excerpt="") if each.line in secret else each for each in found]


def _without_passwords(line: str) -> str:
    """Return a source line with the passwords of its addresses hidden; its length stays."""
    return re.sub(
        _IN_ADDRESS, lambda found: f"{found['user']}:{'•' * len(found['password'])}", line
    )
