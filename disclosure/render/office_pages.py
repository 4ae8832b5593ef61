"""Papers for the office: the report of a check and the approval sheet; never published."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from disclosure.render.environment import open_templates
from disclosure.render.inline import inline


class FindingLine(NamedTuple):
    """One finding as a person reads it.

    Attributes:
        place: line and column; empty where the file as a whole is meant.
        kind: ``error``, ``warning`` or ``info``.
        level: the word for it.
        sentence: what was found and what to do.
        code: of the rule.
        before: what stands before it in its line, shortened.
        marked: the part that is meant.
        after: what stands behind it.
        reason: why it is waived; empty where it is not.
    """

    place: str
    kind: str
    level: str
    sentence: str
    code: str
    before: str
    marked: str
    after: str
    reason: str = ""


class NoticeReport(NamedTuple):
    """What was found in one notice."""

    title: str
    file: str
    digest: str
    findings: tuple[FindingLine, ...]
    waived: tuple[FindingLine, ...]


class Report(NamedTuple):
    """What was found in a project."""

    conclusion: str
    site: tuple[FindingLine, ...]
    notices: tuple[NoticeReport, ...]


class PaperFact(NamedTuple):
    """One line at the head of the approval sheet; ``machine`` ones are set in fixed width."""

    label: str
    value: str
    machine: bool = False


class StepLine(NamedTuple):
    """One step of the sign-off; empty where nobody has signed."""

    role: str
    kind: str
    name: str
    at: str
    decision: str
    opinion: str
    note: str


class Sheet(NamedTuple):
    """An approval sheet (审批表)."""

    facts: tuple[PaperFact, ...]
    state: str
    steps: Sequence[StepLine]
    findings: tuple[FindingLine, ...]
    waived: tuple[FindingLine, ...]


class _Paper(NamedTuple):
    title: str
    style: Markup
    style_hash: str


def render_report(view: Report, templates: Path) -> bytes:
    """Return the report of a check as one HTML file that needs nothing beside it.

    Raises:
        TemplateError: its template is broken.

    """
    return _render("papers/report.html", "report.title", view, templates)


def render_sheet(view: Sheet, templates: Path) -> bytes:
    """Return an approval sheet as one HTML file that needs nothing beside it.

    Raises:
        TemplateError: its template is broken.

    """
    return _render("papers/approval.html", "sheet.title", view, templates)


def _render(name: str, title: str, view: Report | Sheet, templates: Path) -> bytes:
    style = inline("paper.css", (templates / "papers" / "paper.css").read_text(encoding="utf-8"))
    opened = open_templates(templates)
    paper = _Paper(opened.texts.text(title), style.text, style.hash)
    return opened.render(name, view=view, paper=paper).encode()
