"""Every writer says the document's text, in the document's order."""

import re
from collections.abc import Iterator

import html5lib

from disclosure.document.blocks import Block, ContactLine
from disclosure.document.document import Document
from disclosure.model.notice import Notice
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.notice_files import render_notice
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import open_renderer
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, to_yaml
from tests.conftest import ROOT
from tests.document.full_notice import FULL
from tests.pages import by_class, folded, visible_text
from tests.render.deliveries.parcels import parse, plain, site, squeezed, told

# Asked for by the form of a CMS, or printed by it above the text.
_OF_THE_FORM = ("标题", "发布单位：", "来源：", "发布时间：")


def source() -> NoticeSource:
    """Return the notice that fills every field."""
    notice, found = load_notice(to_yaml(FULL).encode(), SHOWN)
    assert notice is not None, found
    files = {"list.pdf": b"%PDF-1.4"}
    return NoticeSource("a", notice.notice, notice.figures, notice.outline, files)


def composed() -> Composed:
    """Return it as composed for every writer."""
    return compose(source(), open_renderer(site(), ROOT / "templates"))


def texts(document: Document) -> Iterator[str]:
    """Yield what people wrote for the text, from the lead to the signature, without contacts."""
    for block in document.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    if not isinstance(block, ContactLine):
        yield from (value.raw for value in block.values if value.path[-1] not in {"id", "url"})


def lost(text: str, wanted: Iterator[str]) -> list[str]:
    """Return those of the texts that do not stand in ``text`` one after the other."""
    place, missing = 0, []
    for each in wanted:
        found = text.find(folded(each), place)
        if found < 0:
            missing.append(each)
        else:
            place = found + len(folded(each))
    return missing


def test_plain_text_follows_the_document() -> None:
    """``notice.txt`` holds title, head and every text in order, and their labels."""
    made = composed()
    document, text = made.document, plain_text(made).decode("utf-8-sig")
    above = [document.title, *(line.line for line in document.below_title), ""]
    head = [*above, *(fact.line for fact in document.head)]
    assert text.split("\r\n")[: len(head)] == head
    assert not lost(folded(text), texts(document))
    lines = text.split("\r\n")
    for office in document.offices:
        for line in office.lines:
            assert line.line in lines


def test_pasted_text_is_plain_text() -> None:
    """Fragments and the article for 公众号 say what ``notice.txt`` says, to the character."""
    files = render_delivery(source(), open_renderer(site(), ROOT / "templates"), pdf=False)
    for name in ("fragment.html", "fragment-plain.html", "wechat.html"):
        left_out = (FULL["title"], *(_OF_THE_FORM if name != "wechat.html" else ()))
        wanted = plain(files, *left_out)
        assert len(wanted) > 300
        assert squeezed(told(parse(name, files[name])))[: len(wanted)] == wanted


def test_page_follows_the_document() -> None:
    """The page holds every text in order; contacts stand in its list, facts beside the title."""
    made = composed()
    pages = render_notice(source(), open_renderer(site(), ROOT / "templates")).files
    root = html5lib.HTMLParser(strict=True).parse(pages["notices/a/index.html"].decode())
    (main,) = by_class(root, "dn-main")
    # Files are linked under their titles; their names are in the address.
    named = {attachment.place.raw for attachment in made.document.attachments if attachment.place}
    text = folded(visible_text(main))
    assert not lost(text, (each for each in texts(made.document) if each not in named))
    (reach,) = by_class(root, "dn-reach")
    for office in made.document.offices:
        for line in office.lines:
            assert folded(line.text) in folded(visible_text(reach)), line
    (facts,) = by_class(root, "dn-facts")
    said = folded(visible_text(facts))
    assert not lost(said, (each for f in made.document.beside for each in (f.label, f.text)))


def test_writers_read_the_document_alone() -> None:
    """No writer reads a field of the notice by itself: it would be an order of its own."""
    reads = re.compile(rf"\bnotice\.(?:{'|'.join(Notice.model_fields)})\b")
    assert reads.search("yield self.notice.title")
    for folder in ("render", "handover"):
        for path in (ROOT / "disclosure" / folder).rglob("*.py"):
            assert not reads.search(path.read_text("utf-8")), path


def test_a_lost_text_is_noticed() -> None:
    """The comparison can fail: a text that is missing, or stands too early, is told."""
    made = composed()
    text = folded(plain_text(made).decode("utf-8-sig"))
    assert lost(text.replace("已学习", "学习"), texts(made.document)) == ["已学习。"]
    assert lost(text, iter(("已完成。", "已学习。"))) == ["已学习。"]
