"""Reading a PDF: the paragraphs of its pages."""

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.readers.pdf.furniture import furniture_of
from disclosure.importer.readers.pdf.layout import Group, Placed, groups_of
from disclosure.importer.readers.pdf.process import Page, pages_of
from disclosure.importer.readers.plain import join_lines
from disclosure.importer.reading import SOFT_RETURN, Look, Paragraph, Reading
from disclosure.importer.tracked import Tracked, joined

_RULES = 6  # lines of a table of two rows and two columns


def read_pdf(data: bytes, options: ReadOptions) -> Reading:
    """Return the text of a PDF, in the order in which the file has it.

    Raises:
        ImportRefusedError: it is damaged, encrypted, too long, or holds pictures only.
        ExtraError: the package that opens PDFs is not installed.

    """
    pages = pages_of(data, options)
    if not any(page.lines for page in pages):
        pictured = any(page.images for page in pages)
        code = "import.file.pdf_images" if pictured else "import.file.no_text"
        raise ImportRefusedError(code)
    collector = Collector()
    furniture = furniture_of(pages)
    # Taken in the order of the file; a line's text is kept until its paragraph is complete.
    texts: dict[int, Tracked] = {}
    placed: list[Placed] = []
    for number, page in enumerate(pages):
        place = f"第{number + 1}页"
        _tell(page, number + 1, collector, place)
        for at, line in enumerate(page.lines):
            reason = furniture.get((number, at))
            if reason:
                collector.drop(line.text, reason, {"text": line.text.strip()[:40]}, place)
            else:
                texts[len(placed)] = fold(line.text, collector, place).strip()
                placed.append(Placed(line, number + 1, page.width))
    blocks: list[Paragraph] = []
    at = healed = 0
    for group in groups_of(placed):
        lines = [texts[at + n] for n in range(len(group.lines))]
        at += len(lines)
        healed += len(lines) - 1
        paragraph = _paragraph(group, [line for line in lines if line.text])
        if paragraph.text.text:
            blocks.append(paragraph)
    if healed:
        collector.remark("import.file.healed", {"count": str(healed)}, "")
    return Reading("pdf", collector.characters, tuple(blocks), collector.remarks)


def _tell(page: Page, number: int, collector: Collector, place: str) -> None:
    said = {"page": str(number)}
    if not page.lines:
        collector.remark("import.file.page_without_text", said, place)
    elif page.images:
        collector.remark("import.file.pdf_picture", said, place)
    if page.rules >= _RULES and page.lines:
        collector.remark("import.file.pdf_table", said, place)


def _paragraph(group: Group, lines: list[Tracked]) -> Paragraph:
    first = group.lines[0]
    centred = group.aligned == "center"
    text = joined(lines, SOFT_RETURN) if centred else join_lines(lines)
    look = Look(aligned=group.aligned, size=round(first.line.size, 1))
    return Paragraph(text, look, place=f"第{first.page}页", page=first.page)
