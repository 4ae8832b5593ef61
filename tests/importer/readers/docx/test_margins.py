"""Headers, footers and watermarks are not in the text, and told (H19)."""

from disclosure.importer.secrecy import tell_marks
from tests.importer.word_files import p, part, r
from tests.importer.word_inside import field, inside

WATERMARK = '<w:r><w:pict><v:shape><v:textpath string="征求意见稿"/></v:shape></w:pict></w:r>'
BOXED = f"<w:r><w:drawing><wps:txbx><w:txbxContent>{p('仅供内部使用')}</w:txbxContent></wps:txbx></w:drawing></w:r>"
PARTS = {
    "word/header1.xml": part("hdr", p(r("内部资料"), WATERMARK) + p(BOXED)),
    "word/footer1.xml": part("ftr", p(r("— "), field("PAGE", r("3")), r(" —"))),
}


def test_margins() -> None:
    """Each line is left out and told, whatever it is in."""
    found = inside(p("正文"), parts=PARTS)
    assert found.text == "正文"
    assert found.told == [
        ("header", {"text": "内部资料"}),
        ("watermark", {"text": "征求意见稿"}),
        ("header", {"text": "仅供内部使用"}),
        ("footer", {"text": "— 3 —"}),
    ]


def test_words_in_margins_stop() -> None:
    """A word of secrecy or draft in a header, a watermark or a box stops the import."""
    found = tell_marks(inside(p("正文"), parts=PARTS).reading)
    assert [(each.code, each.place) for each in found.remarks if each.stops] == [
        ("import.word.stop_internal", "页眉"),
        ("import.word.stop_draft", "页眉"),
        ("import.word.stop_internal", "页眉"),
    ]


def test_watermark_in_the_text() -> None:
    """A watermark anchored in a paragraph of the text is told like others."""
    found = inside(p(r("正文"), WATERMARK))
    assert (found.text, found.codes) == ("正文", ["watermark"])
