"""``README.txt``: which file is for what, in the words of whoever pastes it."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from disclosure.document.picture_blocks import Picture
from disclosure.page_texts import PageTexts
from disclosure.render import urls

_STEPS: Final = ("readme.new", "readme.paste", "readme.compare")
_ATTACH = "readme.attach"
_PICTURES: Final = "readme.pictures"
_PREVIEW = "readme.preview"


class Attached(NamedTuple):
    """What lies in the folder of attachments: files that are attached, and pictures of the text."""

    files: bool
    pictures: tuple[Picture, ...]


def render_readme(
    title: str, purposes: Iterable[tuple[str, str]], texts: PageTexts, attached: Attached
) -> bytes:
    """Return the guide, in UTF-8 with a byte order mark and CRLF.

    Args:
        title: of the notice.
        purposes: names of the files that are delivered, and the name of what each is for.
        texts: the words of pages.
        attached: what lies in the folder of attachments.

    """
    text = "\r\n".join(_lines(title, purposes, texts, attached))
    return ("\ufeff" + text + "\r\n").encode()


def _lines(
    title: str, purposes: Iterable[tuple[str, str]], texts: PageTexts, attached: Attached
) -> Iterator[str]:
    yield from (title, "", texts.text("readme.how"), "")
    own = ((_ATTACH, attached.files), (_PICTURES, bool(attached.pictures)))
    steps = (*_STEPS, *(step for step, wanted in own if wanted), _PREVIEW)
    for number, step in enumerate(steps, 1):
        yield f"{number}. {texts.text(step)}"
        for picture in attached.pictures if step == _PICTURES else ():
            purpose = picture.alt.raw
            yield "   " + texts.text(
                "readme.file", name=urls.ATTACHED + picture.file, purpose=purpose
            )
    yield from ("", texts.text("readme.files"), "")
    for name, purpose in (
        *purposes,
        (urls.LISTING, "purpose.listing"),
        *(((urls.ATTACHED, _purpose(attached)),) if attached.files or attached.pictures else ()),
    ):
        yield texts.text("readme.file", name=name, purpose=texts.text(purpose))
    yield from ("", texts.text("readme.generated"))


def _purpose(attached: Attached) -> str:
    if not attached.pictures:
        return "readme.attachments"
    return "readme.attachments_pictures" if attached.files else "readme.only_pictures"
