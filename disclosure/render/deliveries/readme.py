"""``README.txt``: which file is for what, in the words of whoever pastes it."""

from collections.abc import Iterable, Iterator
from typing import Final

from disclosure.page_texts import PageTexts
from disclosure.render.deliveries.cms_fields import DATA, TEXT
from disclosure.render.deliveries.pasted import COPY, FRAGMENT, PLAIN, WECHAT
from disclosure.render.deliveries.pdf import PDF

GUIDE = "README.txt"
STANDALONE = "standalone.html"
LISTING = "sha256sum.txt"
_PURPOSES: Final = (
    (COPY, "purpose.copy"),
    (FRAGMENT, "purpose.fragment"),
    (PLAIN, "purpose.plain"),
    (TEXT, "purpose.form"),
    (DATA, "purpose.form_data"),
    (WECHAT, "purpose.wechat"),
    (STANDALONE, "purpose.standalone"),
    (PDF, "purpose.paper"),
    ("notice.txt", "purpose.text"),
    ("notice.json", "purpose.canonical"),
    ("ledger.csv", "purpose.ledger"),
    ("metrics.csv", "purpose.metrics"),
    (LISTING, "purpose.listing"),
)
_ATTACHED = "files/"
_STEPS: Final = ("readme.new", "readme.paste", "readme.compare")
_ATTACH = "readme.attach"
_PREVIEW = "readme.preview"


def render_guide(title: str, names: Iterable[str], texts: PageTexts) -> bytes:
    """Return the guide, in UTF-8 with a byte order mark and CRLF.

    Args:
        title: of the notice.
        names: of the files that are delivered.
        texts: the words of pages.

    """
    text = "\r\n".join(_lines(title, frozenset(names), texts))
    return ("\ufeff" + text + "\r\n").encode()


def _lines(title: str, names: frozenset[str], texts: PageTexts) -> Iterator[str]:
    attached = any(name.startswith(_ATTACHED) for name in names)
    yield from (title, "", texts.text("readme.how"), "")
    steps = (*_STEPS, *((_ATTACH,) if attached else ()), _PREVIEW)
    for number, step in enumerate(steps, 1):
        yield f"{number}. {texts.text(step)}"
    yield from ("", texts.text("readme.files"), "")
    for name, purpose in _PURPOSES:
        if name in names or name == LISTING:
            yield texts.text("readme.file", name=name, purpose=texts.text(purpose))
    if attached:
        purpose = texts.text("readme.attachments")
        yield texts.text("readme.file", name=_ATTACHED, purpose=purpose)
    yield from ("", texts.text("readme.generated"))
