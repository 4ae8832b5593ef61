"""What a key is called in Chinese: the first words of its field's description."""

import re
from functools import cache
from typing import Final

from disclosure.model.contact import Contact, ContactLine
from disclosure.model.faults import Path
from disclosure.model.fields import Model
from disclosure.model.head_and_foot import HeadEntry, PostingPeriod, Signature
from disclosure.model.inspection import Declared, Inspection
from disclosure.model.lists import ListBlock, ListItem
from disclosure.model.metric import Metric
from disclosure.model.notice import Feedback, Notice
from disclosure.model.section import Answer, Attachment, ContentBlock, Response, Section
from disclosure.model.table import Table

# A key under the first of them, where two hold the same, means what it says there.
_UNDER: Final[dict[str, type[Model]]] = {
    "sections": Section,
    "content": ContentBlock,
    "contact": Contact,
    "lines": ContactLine,
    "signature": Signature,
    "posting_period": PostingPeriod,
    "inspection": Inspection,
    "declared": Declared,
    "feedback": Feedback,
    "attachments": Attachment,
    "metrics": Metric,
    "head": HeadEntry,
    "table": Table,
    "tables": Table,
    "answer": Answer,
    "responses": Response,
    "list": ListBlock,
    "items": ListItem,
    "outcomes": ListItem,
    "measures": ListItem,
    "progress": ListItem,
}
_FIRST: Final = re.compile(r"[^，。、；（：]+")


@cache
def _described(model: type[Model], key: str) -> str:
    field = model.model_fields.get(key)
    found = _FIRST.match(field.description or "") if field else None
    return found[0].strip() if found else ""


def key_word(path: Path) -> str:
    """Return what the value at a path is called; its key where nothing is known."""
    keys = [part for part in path if isinstance(part, str)]
    if not keys:
        return ""
    over = next((_UNDER[key] for key in reversed(keys[:-1]) if key in _UNDER), Notice)
    return _described(over, keys[-1]) or keys[-1]
