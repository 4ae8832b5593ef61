"""``README.txt``: which file is for what, in the words of whoever pastes it."""

from collections.abc import Iterable, Iterator
from typing import Final

from disclosure.page_texts import PageTexts
from disclosure.render import urls

_STEPS: Final = ("readme.new", "readme.paste", "readme.compare")
_ATTACH = "readme.attach"
_PREVIEW = "readme.preview"


def render_readme(
    title: str, purposes: Iterable[tuple[str, str]], texts: PageTexts, *, attached: bool
) -> bytes:
    """Return the guide, in UTF-8 with a byte order mark and CRLF.

    Args:
        title: of the notice.
        purposes: names of the files that are delivered, and the name of what each is for.
        texts: the words of pages.
        attached: whether there are attachments.

    """
    text = "\r\n".join(_lines(title, purposes, texts, attached=attached))
    return ("\ufeff" + text + "\r\n").encode()


def _lines(
    title: str, purposes: Iterable[tuple[str, str]], texts: PageTexts, *, attached: bool
) -> Iterator[str]:
    yield from (title, "", texts.text("readme.how"), "")
    steps = (*_STEPS, *((_ATTACH,) if attached else ()), _PREVIEW)
    for number, step in enumerate(steps, 1):
        yield f"{number}. {texts.text(step)}"
    yield from ("", texts.text("readme.files"), "")
    for name, purpose in (
        *purposes,
        (urls.LISTING, "purpose.listing"),
        *(((urls.ATTACHED, "readme.attachments"),) if attached else ()),
    ):
        yield texts.text("readme.file", name=name, purpose=texts.text(purpose))
    yield from ("", texts.text("readme.generated"))
