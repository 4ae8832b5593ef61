"""A notice as a zip for an office that publishes by pasting."""

from typing import NamedTuple

from disclosure.desk.actions.said import found, spoken
from disclosure.editorial.check import CheckContext, check_file
from disclosure.handover.deliver import delivery_name, make_delivery
from disclosure.handover.delivery_writer import zip_of
from disclosure.messages import explain, say
from disclosure.project.notices import NoticeFile


class Delivered(NamedTuple):
    """What is downloaded.

    Attributes:
        name: of the zip.
        data: its bytes; the same as ``deliver --zip`` writes.
        said: what it is, in one sentence.
        notes: what speaks against handing it over, and why something is missing in it.
    """

    name: str
    data: bytes
    said: str
    notes: tuple[str, ...]


def will(context: CheckContext) -> str:
    """Say what delivering will do."""
    return say("act.will_deliver", context.settings.language)


def do(file: NoticeFile, context: CheckContext) -> Delivered:
    """Return the delivery of a notice; one with concerns is made all the same.

    Raises:
        DisclosureError: see ``handover.deliver.make_delivery``.

    """
    language = context.settings.language
    delivery = make_delivery(check_file(file, context), context)
    notes = [spoken(each.code, language, each.params) for each in delivery.concerns]
    if delivery.missing is not None:
        notes += [found(each, language) for each in delivery.unprinted]
        notes += [say("deliver.no_pdf", language), explain(delivery.missing, language)]
    name = delivery_name(file.slug, packed=True)
    said = say("act.delivered", language, {"count": str(len(delivery.files)), "name": name})
    return Delivered(name, zip_of(name, delivery.files), said, tuple(notes))
