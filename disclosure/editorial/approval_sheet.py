"""Approval sheets (审批表): what the signers of one text have before them."""

from collections.abc import Iterator
from pathlib import Path

from disclosure.document.document import read_document
from disclosure.editorial.check import CheckContext, Checked
from disclosure.editorial.report import finding_line, waived_line, write_paper
from disclosure.editorial.sign import review_of
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.messages import say
from disclosure.model.review import StepVerdict
from disclosure.page_texts import PageTexts, page_texts
from disclosure.project.signoffs import Review
from disclosure.render.office_pages import PaperFact, Sheet, StepLine, render_sheet


def write_sheet(folder: Path, checked: Checked, context: CheckContext) -> Path:
    """Write the approval sheet of one notice and return its place.

    Args:
        folder: where to; made if it is not there.
        checked: the notice.
        context: what it was checked against.

    Raises:
        OutputError: it cannot be written, or the notice cannot be read.
        TemplateError: the sheet's template is broken.

    """
    path = folder / sheet_name(checked.file.slug)
    write_paper(path, sheet_page(checked, context))
    return path


def sheet_name(slug: str) -> str:
    """Return the name of a notice's approval sheet."""
    return f"approval-{slug}.html"


def sheet_page(checked: Checked, context: CheckContext) -> bytes:
    """Return the approval sheet of one notice as a page that needs no other file.

    Raises:
        OutputError: the notice cannot be read.
        TemplateError: the sheet's template is broken.

    """
    review = review_of(checked, context)
    if review is None:
        raise OutputError("sign.errors", path=checked.file.name)
    language, texts = context.settings.language, page_texts()
    sheet = Sheet(
        facts=tuple(_facts(checked, context, texts)),
        state=_state(review),
        steps=tuple(_step_line(step, texts) for step in review.verdict.steps),
        findings=tuple(finding_line(each, language) for each in checked.diagnostics),
        waived=tuple(waived_line(each, language) for each in checked.waived),
    )
    return render_sheet(sheet, context.settings.templates)


def _facts(checked: Checked, context: CheckContext, texts: PageTexts) -> Iterator[PaperFact]:
    if checked.loaded is None:  # pragma: no cover - there is a review
        return
    notice, outline = checked.loaded.notice, checked.loaded.outline
    document = read_document(notice, outline, texts=texts.document)
    site, text = context.site, texts.naming(document.names).text
    yield PaperFact(text("sheet.notice_title"), document.title)
    yield PaperFact(text("sheet.issuer"), document.text("issuer"))
    yield PaperFact(text("sheet.source"), document.source)
    column = text("sheet.column_of", site=site.name, column=site.column.name)
    yield PaperFact(text("sheet.column"), column)
    if published := document.published:
        yield PaperFact(published.label, published.text)
    for own in document.own:
        yield PaperFact(own.label, own.text)
    problems = text("sheet.problems", count=outline.problems)
    yield PaperFact(text("sheet.summary"), document.text("summary") or problems)
    path = context.settings.display_path(checked.file.path)
    yield PaperFact(text("sheet.file"), path.as_posix(), machine=True)
    yield PaperFact(text("sheet.digest"), checked.digest, machine=True)
    yield PaperFact(text("sheet.file_digest"), sha256_hex(checked.data), machine=True)


def _state(review: Review) -> str:
    return say("sign.complete" if review.verdict.complete else "sign.incomplete", "zh")


def _step_line(verdict: StepVerdict, texts: PageTexts) -> StepLine:
    given = verdict.signed
    note = say(f"step.{verdict.state.value}", "zh")
    if given and given.signature:
        note = texts.text("sheet.with_key", state=note)
    return StepLine(
        role=verdict.step.role,
        kind=verdict.step.kind,
        name=given.name if given else "",
        at=given.at.replace("T", " ").removesuffix("+08:00") if given else "",
        decision=given.decision if given else "",
        opinion=(given.opinion or "") if given else "",
        note=note,
    )
