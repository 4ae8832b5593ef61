"""Styles and scripts that stand in the page itself, with what its policy says of them."""

import base64
import hashlib
import re
from typing import NamedTuple

from markupsafe import Markup

from disclosure.errors import TemplateError

_LOADING = re.compile(r"url\(|@import|</", re.IGNORECASE)


class Inline(NamedTuple):
    """The content of a style or script element.

    Attributes:
        text: to be set between the tags.
        hash: the same, as a source of the Content Security Policy.

    """

    text: Markup
    hash: str


def inline(name: str, text: str) -> Inline:
    """Return a style or script of the project's own, ready for a page that loads nothing.

    Args:
        name: of its file, for the message.
        text: as it stands in the file.

    Raises:
        TemplateError: it would load something, or end its element.

    """
    text = text.replace("\r\n", "\n")
    if found := _LOADING.search(text):
        raise TemplateError("template.broken", name=name, line="?", detail=found[0])
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inline(Markup(text), f"sha256-{digest}")  # noqa: S704 - the project's own
