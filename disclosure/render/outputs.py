"""The table of outputs: every file of a notice that stands on the site, one line each.

What lists files of a notice takes them from here: the site, the links beside the page, the
sealed versions, deliveries and their README. What is only delivered stands in a table of its own
(``deliveries/outputs.py``), so that a build loads none of it. In neither is what only a version
or a delivery has: its page of the seal, its record, its README, its listing.
"""

from collections.abc import Callable, Container, Iterable
from functools import partial
from typing import Final, NamedTuple

from disclosure.render import urls
from disclosure.render.composed import Composed
from disclosure.render.notice_page import render_page
from disclosure.render.plaintext import notice_text
from disclosure.render.tables import ledger_csv, metrics_csv


class Output(NamedTuple):
    """One file of every notice.

    Attributes:
        name: of the file, also its place beside the notice's page.
        make: returns its bytes; raises TemplateError where a template is broken.
        sealed: whether every version is sealed with it. Versions that were sealed before it was
            in the table are made again without it.
        label: name of the text of the link to it beside the page; empty for no link.
        purpose: name of the text that says what it is for, in the README of a delivery; empty
            where it is not delivered.
        for_programs: the page links to it after what is for people.
        optional: a delivery may lack it, where packages or fonts are missing.

    """

    name: str
    make: Callable[[Composed], bytes]
    sealed: bool = False
    label: str = ""
    purpose: str = ""
    for_programs: bool = False
    optional: bool = False


def _page(composed: Composed, *, large: bool) -> bytes:
    return render_page(composed, _worth_a_link(composed), large=large)


def _worth_a_link(composed: Composed) -> tuple[tuple[str, str], ...]:
    """Return the links beside the page; none to a table without rows.

    A notice that names no genre and has headings keeps the links that it always had.
    """
    empty: set[str] = set()
    if composed.view.genre or composed.view.content:
        empty = {_LEDGER} if not composed.rows else set()
        empty |= {_METRICS} if not composed.source.figures else set()
    return tuple([(label, name) for label, name in LINKS if name not in empty])


def plain_text(composed: Composed) -> bytes:
    """Return ``notice.txt``."""
    left_out = () if composed.source.index_in_text else ("index_number",)
    return notice_text(composed.document, composed.prose, left_out)


def _ledger(composed: Composed) -> bytes:
    return ledger_csv(composed.rows, composed.address, composed.renderer.texts)


def _metrics(composed: Composed) -> bytes:
    return metrics_csv(composed.view.figures, composed.renderer.texts)


_LEDGER: Final = "ledger.csv"
_METRICS: Final = "metrics.csv"
# Sealed pages and READMEs name them in this order.
OUTPUTS: Final = (
    Output(urls.INDEX, partial(_page, large=False)),
    Output(urls.LARGE_PRINT, partial(_page, large=True)),
    Output(urls.TEXT, plain_text, sealed=True, label="file.text", purpose="purpose.text"),
    Output(
        urls.CANONICAL,
        lambda composed: composed.canonical,
        sealed=True,
        label="file.canonical",
        purpose="purpose.canonical",
        for_programs=True,
    ),
    Output(_LEDGER, _ledger, sealed=True, label="file.ledger", purpose="purpose.ledger"),
    Output(
        _METRICS,
        _metrics,
        sealed=True,
        label="file.metrics",
        purpose="purpose.metrics",
    ),
)
# The text of each link beside the page, and the file it leads to.
LINKS: Final = tuple(
    (each.label, each.name)
    for each in sorted(OUTPUTS, key=lambda each: each.for_programs)
    if each.label
)


def make(outputs: Iterable[Output], composed: Composed) -> dict[str, bytes]:
    """Return these files of a notice and its attachments, by their place beside its page.

    Raises:
        TemplateError: a template is broken.

    """
    files = {output.name: output.make(composed) for output in outputs}
    attached = composed.source.attachments.items()
    return files | {f"{urls.ATTACHED}{name}": data for name, data in attached}


def sealed(held: Container[str] | None = None) -> tuple[Output, ...]:
    """Return what a version is sealed with.

    Args:
        held: files that a version is known to have; None for a new one.

    """
    return tuple(
        output for output in OUTPUTS if output.sealed and (held is None or output.name in held)
    )
