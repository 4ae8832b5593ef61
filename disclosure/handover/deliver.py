"""Delivering: one folder or zip of a notice for those who publish it by pasting."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure.archive.checksums import LISTING, make_listing
from disclosure.archive.store import Store
from disclosure.control_characters import refuse_controls
from disclosure.diagnostics import Diagnostic, Level
from disclosure.editorial.check import CheckContext, Checked
from disclosure.editorial.sign import review_of
from disclosure.errors import ExtraError, OutputError, UnprintableError
from disclosure.handover.unprinted import places_of
from disclosure.model.review import SignOff
from disclosure.project.notice_reader import read_notice
from disclosure.project.portable_names import attachment_faults
from disclosure.project.sealed_archive import store_of
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.renderer import open_renderer


class Concern(NamedTuple):
    """A reason why the text should perhaps not go out as it is.

    Attributes:
        code: of the message.
        params: its values.

    """

    code: str
    params: dict[str, str]


class Delivery(NamedTuple):
    """What is handed over.

    Attributes:
        files: by name, the listing among them.
        doubts: about the text.
        missing: why there is no PDF; None where there is one.
        unprinted: characters that a PDF would not show, or show as others, and where they stand.

    """

    files: dict[str, bytes]
    doubts: tuple[Concern, ...]
    missing: ExtraError | UnprintableError | None
    unprinted: tuple[Diagnostic, ...]


def make_delivery(checked: Checked, context: CheckContext) -> Delivery:
    """Return everything that is handed over of a notice, and what speaks against it.

    A text with doubts is made all the same: the office may need it for its own approval.

    Raises:
        OutputError: the notice cannot be read, names of attachments are not for every system,
            or a file holds a control character.
        TemplateError: a template is broken.

    """
    loaded = checked.loaded
    if loaded is None:
        raise OutputError("deliver.unreadable", path=checked.file.path.name)
    signed = _signed(checked, context)
    reading = read_notice(checked.file, context.settings)
    if reading.digest != checked.digest:
        raise OutputError("fix.changed", path=checked.file.path.name)
    shown = context.settings.display_path(checked.file.path)
    for fault in attachment_faults(reading.attached.content, shown):
        raise OutputError(fault.code, **dict(fault.params))
    source = reading.source(loaded, signed)
    renderer = open_renderer(context.site, context.settings.templates, context.settings.compiled)
    missing: ExtraError | UnprintableError | None = None
    unprinted: tuple[Diagnostic, ...] = ()
    try:
        files = render_delivery(source, renderer, pdf=True)
    except (ExtraError, UnprintableError) as error:
        missing = error
        files = render_delivery(source, renderer, pdf=False)
        if isinstance(error, UnprintableError):
            shown = context.settings.display_path(checked.file.path)
            unprinted = places_of(error.lost, loaded, shown)
    for name, data in files.items():
        refuse_controls(name, data)
    files[LISTING] = make_listing(files)
    doubts = (
        *_errors("site.yaml", context.found),
        *_concerns(checked, store_of(context.settings), complete=bool(signed)),
    )
    return Delivery(files, doubts, missing, unprinted)


def _signed(checked: Checked, context: CheckContext) -> tuple[SignOff, ...]:
    """Return who has signed this text; nobody unless all have."""
    review = review_of(checked, context)
    if review is None or review.found or not review.verdict.complete:
        return ()
    return tuple(step.signed for step in review.verdict.steps if step.signed)


def _concerns(checked: Checked, store: Store, *, complete: bool) -> tuple[Concern, ...]:
    path = checked.file.path.name
    found = [*_errors(path, checked.diagnostics)]
    if not complete:
        found.append(Concern("deliver.unsigned", {"path": path}))
    versions = store.versions(checked.file.slug)
    if versions and versions[-1].content != checked.digest:
        number = str(versions[-1].number)
        found.append(Concern("deliver.changed", {"path": path, "number": number}))
    return tuple(found)


def _errors(path: str, found: Sequence[Diagnostic]) -> Iterator[Concern]:
    errors = sum(each.level is Level.ERROR for each in found)
    if errors:
        yield Concern("deliver.errors", {"path": path, "count": str(errors)})
