"""A PDF shows and says every character, or is not made."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from disclosure.editorial.check import check_project
from disclosure.errors import UnprintableError
from disclosure.handover.deliver import Delivery, make_delivery
from disclosure.render.deliveries.legible import refuse_illegible, set_apart
from tests.conftest import NOTICE, Project
from tests.render.deliveries.parcels import squeezed

pytestmark = pytest.mark.usefixtures("weasyprint")

# Private use on the last plane, which no font has: the same on every machine.
NOBODYS = "\U0010fffd"
# Where a notice prints text: what is replaced, and by what with the character in it.
PLACES = {
    "title": ("通报\nissuer", "通报X\nissuer"),
    "issuer": ("issuer: 中共某县某局党组", "issuer: 中共某县某局党组X"),
    "lead": ("予以公布。", "予以公布X。"),
    "bold": ("予以公布。", "**予以X公布**。"),
    "heading": ("招商成效不明显。", "招商成效X不明显。"),
    "item": ("到位资金{funds}，", "到位资金X{funds}，"),
    "caption": ("sections:\n  - title: 整改情况\n", "caption: 名单X\n"),
    "column": ("sections:\n  - title: 整改情况\n", "columns: [甲, 姓名X]\n"),
    "cell": ("sections:\n  - title: 整改情况\n", "[[乙, 李X]]\n"),
    "note": ("sections:\n  - title: 整改情况\n", "note: 注X\n"),
    "person": ("contact: {", "contact: {person: 张X, "),
    "signature": ("contact: {", "signature: {name: 某局X, date: 2022-02-22}\ncontact: {"),
}
TABLE = """sections:
  - title: 整改情况
    tables:
      - caption: 名单
        columns: [甲, 姓名]
        rows: [[乙, 李]]
        note: 注
"""
CELLS = {"caption": "caption: 名单\n", "column": "columns: [甲, 姓名]\n", "cell": "[[乙, 李]]\n"}
CELLS["note"] = "note: 注\n"


def written(place: str, character: str) -> str:
    """Return a notice with a character at a place."""
    old, new = PLACES[place]
    if place in CELLS:
        return NOTICE.replace(old, TABLE.replace(CELLS[place], new.replace("X", character)))
    return NOTICE.replace(old, new.replace("X", character), 1)


def delivered(project: Project, text: str) -> Delivery:
    """Deliver a notice in this process."""
    project.write("first", text)
    checking = check_project(project.settings, ("first",))
    assert checking.context is not None
    return make_delivery(next(iter(checking.notices)), checking.context)


def read_back(data: bytes) -> str:
    """Return the text of a PDF."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return squeezed("".join(page.extract_text() for page in pages))


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_missing_character_stops_the_pdf_alone(project: Project, place: str) -> None:
    """A character without a glyph is told with its code, line and column; the rest is made."""
    text = written(place, NOBODYS)
    assert NOBODYS in text
    delivery = delivered(project, text)
    assert "notice.pdf" not in delivery.files
    assert "notice.txt" in delivery.files
    assert isinstance(delivery.missing, UnprintableError)
    (told,) = delivery.unprinted
    before = text[: text.index(NOBODYS)]
    assert (told.line, told.column) == (
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )
    assert told.code == "pdf.private"
    assert dict(told.params) == {"character": NOBODYS, "point": "U+10FFFD"}


@pytest.mark.parametrize("names", [("李\U0002ceb1", "王\U00031350"), ("张\U0002b740", "赵\ue123")])
def test_names_are_told_apart(project: Project, names: tuple[str, str]) -> None:
    """Two rare names come back as two from the PDF, or there is none, whatever fonts there are."""
    delivery = delivered(project, NOTICE.replace("予以公布", f"予以公布{names[0]}和{names[1]}"))
    if "notice.pdf" in delivery.files:
        text = read_back(delivery.files["notice.pdf"])
        assert all(name in text for name in names)
    else:
        told = {dict(each.params)["character"] for each in delivery.unprinted}
        assert told
        assert told <= {name[1] for name in names}
        assert all(each.line == 9 for each in delivery.unprinted)


def test_escape_is_found(project: Project) -> None:
    """A character written as an escape is told at its value."""
    text = NOTICE.replace("lead: 现将巡察整改进展情况予以公布。", 'lead: "现将\\U0010FFFD公布。"')
    (told,) = delivered(project, text).unprinted
    assert told.line == 9


# Pairs that many fonts draw alike: radicals, compatibility forms, hyphens, dots, units.
TWINS = [
    "一\u2f00", "見\ufa0a", "豈\uf900", "-\u2011", "\u2022\u2027", "Ω\u2126", "Å\u212b",
    "μ\u00b5", "龜\uf907", "金\uf90a", "·\u2027", "女\uf981", "K\u212a",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("twins", TWINS)
def test_twins_are_read_as_themselves(project: Project, twins: str) -> None:
    """Two characters of one glyph are both read back as what they are, in prose and in a name."""
    text = NOTICE.replace("予以公布。", f"予以甲{twins[0]}公布乙{twins[1]}。")
    delivery = delivered(project, text)
    if "notice.pdf" in delivery.files:
        text = read_back(delivery.files["notice.pdf"])
        assert f"甲{twins[0]}公布乙{twins[1]}。" in text
    else:
        assert delivery.unprinted


def typeset(page: str, finisher: Callable[[Any, Any], None]) -> None:
    """Make a PDF of a page."""
    from weasyprint import HTML  # a tenth of what all tests import, in every worker

    HTML(string=page).write_pdf(finisher=finisher)


def lost(body: str) -> dict[str, str]:
    """Return what would be lost of a page."""
    try:
        typeset(f"<title>t</title><body>{body}", refuse_illegible)
    except UnprintableError as error:
        return dict(error.lost)
    return {}


def test_what_has_no_glyph_is_not_missed() -> None:
    """Blanks, hyphenation points and marks of form are no loss; letters of any run are compared."""
    assert lost("<p>甲 \u3000乙\u00a0\u200b\u00ad丙") == {}
    assert lost("<p>fi ffl a\u0301 1—2“x”") == {}


@pytest.mark.parametrize("twins", ["一\u2f00", "A\u0391"])
def test_confusion_is_noticed_or_not_there(twins: str) -> None:
    """The check itself finds what would be read as another, and nothing where all is well."""
    found = lost(f"<p>{twins}<p>{twins}")
    assert found in ({}, {twins[1]: twins[0]})
    assert lost(set_apart(f"<body><p>{twins}", found)) == {} if found else True


def test_attributes_are_left_alone() -> None:
    """Setting a hyphen apart touches texts, never the names of classes."""
    page = set_apart('<html><title>a-b</title><body><p class="heading-1">a-b &amp; c</p>', "-")
    assert page.count("<span") == 1
    assert 'class="heading-1"' in page
    assert "<title>a-b</title>" in page


def test_damage_is_noticed() -> None:
    """A font whose way back is wrong does not pass."""

    def spoil(document: Any, pdf: Any) -> None:
        for font in document.fonts.values():
            for glyph, text in font.to_unicode.items():
                if text == "王":
                    font.to_unicode[glyph] = "玉"
        refuse_illegible(document, pdf)

    with pytest.raises(UnprintableError) as caught:
        typeset("<title>t</title><p>国王的王", spoil)
    assert caught.value.lost == (("王", "玉"),)
