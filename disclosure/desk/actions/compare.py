"""What has changed in a text since its last version."""

from typing import NamedTuple

from disclosure.document.comparison import Difference
from disclosure.editorial.check import CheckContext, check_file
from disclosure.messages import say
from disclosure.model.wording import Change
from disclosure.project.notices import NoticeFile
from disclosure.versioning.differences import compared_with_last


class Compared(NamedTuple):
    """What has changed.

    Attributes:
        said: in one sentence.
        facts: states, figures, contacts and the like that are others.
        texts: paragraphs that are others; in a table's row a tab parts the cells.
    """

    said: str
    facts: tuple[Difference, ...]
    texts: tuple[Change, ...]


def do(file: NoticeFile, context: CheckContext) -> Compared:
    """Compare a notice as it is now with its last version.

    Raises:
        DisclosureError: there is no version, or one of the two cannot be read.

    """
    found = compared_with_last(check_file(file, context), context)
    facts = found.comparison.structure
    texts = tuple(each for each in found.comparison.wording if each.changed)
    values = {"number": str(found.entry.number), "count": str(len(texts))}
    code = "act.compared" if facts or texts else "act.compared_same"
    return Compared(say(code, context.settings.language, values), facts, texts)
