"""Comments: never in the text, each told where it stands."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.beside import beside, is_settled
from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.readers.docx.revisions import change_of

# For the command, which writes an open comment for each, so that sign-off warns.
OPEN = "import.word.comment"
# Word lets a comment stay when what it says is done.
SETTLED = "import.word.comment_settled"


def tell_comment(comment: str, about: str, context: Context, place: str) -> None:
    """Take a comment's characters, and say who made it, when, and of what.

    Args:
        comment: its id.
        about: the text that it is put to.
        context: of the file.
        place: in the file.

    """
    element = beside(context, "comments").get(comment)
    if element is not None and comment not in context.progress.comments:
        _tell(comment, element, about, context, place)


def tell_other_comments(context: Context, place: str) -> None:
    """Tell of the comments that nothing in the text leads to, once it is read."""
    for comment, element in beside(context, "comments").items():
        if comment not in context.progress.comments:
            _tell(comment, element, "", context, place)


def _tell(comment: str, element: Element, about: str, context: Context, place: str) -> None:
    context.progress.comments.add(comment)
    text = plain_text(element).strip()
    params: Mapping[str, str] = {"text": text, "about": about.strip(), **change_of(element).params}
    code = SETTLED if is_settled(element, context) else OPEN
    if text:
        context.collector.drop(text, code, params, place)
    else:
        context.collector.remark(code, params, place)
