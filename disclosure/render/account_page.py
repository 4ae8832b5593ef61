"""The account of an import as one page: the file on the left, where it went on the right."""

from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from disclosure.render.inline import inline


class Piece(NamedTuple):
    """A stretch of the file.

    Attributes:
        text: as it stands there.
        way: ``kept``, ``worked_out``, ``said``, ``normalised``, ``dropped`` or ``lost``.

    """

    text: str
    way: str


class Destination(NamedTuple):
    """Where a part of a row went.

    Attributes:
        label: what it is there: 第45行 整改成效, 由程序印出, 去掉.
        text: as it is written there, or why it is not.
        way: as of ``Piece``.

    """

    label: str
    text: str
    way: str


class AccountRow(NamedTuple):
    """A paragraph of the file, or something that does not go on."""

    place: str
    pieces: tuple[Piece, ...]
    destinations: tuple[Destination, ...]


class Told(NamedTuple):
    """A sentence about the file, with how often it holds and where; ``code`` is its kind."""

    sentence: str
    places: str
    stops: bool = False
    code: str = ""


class AccountView(NamedTuple):
    """What the page shows.

    Attributes:
        conclusion: in one line: 原文 6,803 字，全部有着落.
        complete: whether nothing is lost.
        counts: characters by what became of them, in words.
        proof: whether the printed text is that of the file, in one line.
        proved: whether it is.
        lost: stretches that are nowhere.
        differences: of the printed text from the file.
        confirm: what is to be looked at by a person.
        changes: what was written otherwise or left out.
        rows: the file, from first to last.

    """

    conclusion: str
    complete: bool
    counts: tuple[Told, ...]
    proof: str
    proved: bool
    lost: tuple[Told, ...]
    differences: tuple[Told, ...]
    confirm: tuple[Told, ...]
    changes: tuple[Told, ...]
    rows: tuple[AccountRow, ...]


class _Paper(NamedTuple):
    title: str
    style: Markup
    style_hash: str


def render_account(view: AccountView, name: str, templates: Path) -> bytes:
    """Return the account as one HTML file that loads nothing.

    Args:
        view: what it shows.
        name: of the imported file.
        templates: of the project.

    Raises:
        TemplateError: its template is broken.

    """
    # Imported here: most imports write no page, and what makes pages takes long to load.
    from disclosure.render.environment import open_templates

    source = (templates / "papers" / "account.css").read_text(encoding="utf-8")
    style = inline("account.css", source)
    opened = open_templates(templates)
    paper = _Paper(opened.texts.text("account.title", file=name), style.text, style.hash)
    return opened.render("papers/account.html", view=view, paper=paper).encode()
