"""Delivering: one folder or zip of a notice for those who publish it by pasting."""

from typing import NamedTuple

from disclosure.archive.checksums import LISTING, make_listing
from disclosure.control_characters import refuse_controls
from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import CheckContext, Checked
from disclosure.editorial.readiness import Concern, delivery_concerns, signed_by
from disclosure.errors import ExtraError, OutputError, UnprintableError
from disclosure.handover.unprinted import places_of
from disclosure.model.versions import Reason
from disclosure.project.attachments import attachment_faults
from disclosure.project.matters import page_of
from disclosure.project.notice_reader import read_notice
from disclosure.project.sealed_archive import store_of
from disclosure.render.composed import compose
from disclosure.render.deliveries.delivery import delivery_files
from disclosure.render.renderer import open_renderer


class Delivery(NamedTuple):
    """What is handed over.

    Attributes:
        files: by name, the listing among them.
        concerns: about the text.
        missing: why there is no PDF; None where there is one.
        unprinted: characters that a PDF would not show, or show as others, and where they stand.

    """

    files: dict[str, bytes]
    concerns: tuple[Concern, ...]
    missing: ExtraError | UnprintableError | None
    unprinted: tuple[Diagnostic, ...]


def delivery_name(slug: str, *, packed: bool) -> str:
    """Return the name of a notice's delivery: of the zip, or of the folder."""
    return f"{slug}-delivery{'.zip' if packed else ''}"


def make_delivery(checked: Checked, context: CheckContext) -> Delivery:
    """Return everything that is handed over of a notice, and what speaks against it.

    A text with concerns is made all the same: the office may need it for its own approval.

    Raises:
        OutputError: the notice cannot be read, a picture must not go out, names of
            attachments are not for every system,
            or a file holds a control character.
        TemplateError: a template is broken.

    """
    loaded = checked.loaded
    if loaded is None:
        raise OutputError("deliver.unreadable", path=checked.file.name)
    signed = signed_by(checked, context)
    reading = read_notice(checked.file, context.settings)
    if reading.digest != checked.digest:
        raise OutputError("fix.changed", path=checked.file.name)
    shown = context.settings.display_path(checked.file.path)
    for fault in reading.attached.wrong:
        if fault.code.startswith("picture."):  # what must not go out would stand in the text
            raise OutputError(fault.code, **dict(fault.params))
    for fault in attachment_faults(reading.attached.content, shown):
        raise OutputError(fault.code, **dict(fault.params))
    renderer = open_renderer(context.site, context.settings.templates, context.settings.compiled)
    matter = page_of(checked.file.slug, context.settings, renderer)
    composed = compose(reading.source(loaded, signed, matter=matter), renderer)
    missing: ExtraError | UnprintableError | None = None
    unprinted: tuple[Diagnostic, ...] = ()
    try:
        files = delivery_files(composed, pdf=True)
    except (ExtraError, UnprintableError) as error:
        missing = error
        files = delivery_files(composed, pdf=False)
        if isinstance(error, UnprintableError):
            shown = context.settings.display_path(checked.file.path)
            unprinted = places_of(error.lost, loaded, shown)
    for name, data in files.items():
        refuse_controls(name, data)
    files[LISTING] = make_listing(files)
    versions = store_of(context.settings).versions(checked.file.slug)
    last = (versions[-1].number, versions[-1].content) if versions else None
    gone = bool(versions) and versions[-1].reason == Reason.WITHDRAWAL
    concerns = delivery_concerns(checked, context, signed, last, withdrawn=gone)
    return Delivery(files, concerns, missing, unprinted)
