"""Headers, footers and watermarks: never in the text, each told."""

from typing import Final

from disclosure.importer.readers.docx.comments import tell_other_comments
from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.plain_text import plain_text

_KINDS: Final = (
    ("header", "import.word.header", "页眉"),
    ("footer", "import.word.footer", "页脚"),
)
_COMMENTS: Final = "批注"


def read_margins(context: Context) -> None:
    """Take all characters of headers and footers, a line at a time, and say that they are left out.

    Called once, when the text is read. Comments that nothing in the text leads to are told, too.

    Args:
        context: of the file.

    """
    for kind, said, place in _KINDS:
        for part in context.parts.related(kind):
            root = context.parts.root(part)
            if root is None:
                continue
            marks = {each.get("string", "").strip() for each in root.iter("v:textpath")}
            for line in plain_text(root).split("\n"):
                text = line.strip()
                code = "import.word.watermark" if text in marks else said
                if text:
                    context.collector.drop(text, code, {"text": text}, place)
    tell_other_comments(context, _COMMENTS)
