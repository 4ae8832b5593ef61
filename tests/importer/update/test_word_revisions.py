"""A notice that was exported as a Word file comes back marked up, as a difference."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from disclosure.importer.importing import Imported, ImportOptions, import_file
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.update.revised import is_revised
from disclosure.importer.update.updating import Updated, update_of
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import shipped_genres
from tests.checks.desk import SHOWN
from tests.conftest import ROOT
from tests.importer.test_word_round_trip import rewritten
from tests.importer.word_files import part
from tests.render.deliveries.parcels import site

_NOTICE = """title: 某县某局党组关于整改的通报
issuer: 某县某局党组
published: 2024-06-15
metrics:
  - {id: funds, name: 资金, value: 3.25, unit: 万元}
lead: 现将有关情况公布如下。
sections:
  - title: 提高站位
    body: 已开展学习。
  - title: 抓好落实
    sections:
      - title: 制度不健全
        id: rules
        sections:
          - title: 台账不全。
            status: 已完成
            leader: 党组书记
            unprinted: [status, leader]
            # 豁免 typography.ranges：照登
            outcomes:
              - 建立台账，投入{funds}。
              - 印发方案，开展自查。
"""
_WHO = 'w:author="张三" w:date="2024-06-20T09:00:00Z"'


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def _loaded(text: str) -> LoadedNotice:
    loaded, found = load_notice(text.encode(), SHOWN, shipped_genres)
    assert loaded is not None, found
    return loaded


def _word(notice: str, renderer: Renderer) -> bytes:
    loaded = _loaded(notice)
    source = NoticeSource("a", loaded.notice, loaded.figures, loaded.outline, {})
    return render_docx(compose(source, renderer))


def _run(text: str, tag: str = "w:t") -> str:
    return f'<w:r><{tag} xml:space="preserve">{text}</{tag}></w:r>'


def _marked(data: bytes, old: str, before: str, out: str, new: str, behind: str) -> bytes:
    """Return a file in which somebody struck out a stretch of a run and wrote another."""
    struck = f'<w:del w:id="900" {_WHO}>{_run(out, "w:delText")}</w:del>' if out else ""
    added = f'<w:ins w:id="901" {_WHO}>{_run(new)}</w:ins>' if new else ""
    inside = (_run(before) if before else "") + struck + added + (_run(behind) if behind else "")
    return rewritten(data, _run(old), inside)


def _update(notice: str, data: bytes) -> Updated:
    both: list[Imported] = []
    for choice in (Revisions.FINAL, Revisions.ORIGINAL):
        options = ImportOptions(ReadOptions(revisions=choice))
        both.append(import_file("a.docx", data, options, shipped_genres))
    genres = shipped_genres()
    return update_of(
        _loaded(notice), both[0], SHOWN, genres, both[1] if is_revised(both[0]) else None
    )


def _told(found: Updated) -> Sequence[tuple[str, ...]]:
    return [(e.code, e.place, e.author, e.day, e.old, e.new) for e in found.revisions]


def test_the_exported_file_changes_nothing(renderer: Renderer) -> None:
    """Nor does anything have to be told."""
    found = _update(_NOTICE, _word(_NOTICE, renderer))
    assert (found.text, found.left, found.foreign, found.revisions) == (_NOTICE, (), (), ())


def test_revisions_come_back_as_a_difference(renderer: Renderer) -> None:
    """Each by place, with author and day; what was written in Word stands in the notice."""
    data = _word(_NOTICE, renderer)
    data = _marked(data, "印发方案，开展自查。", "印发方案，", "开展自查", "逐项销号", "。")
    found = _update(_NOTICE, data)
    assert found.text == _NOTICE.replace("开展自查", "逐项销号")
    assert (found.left, found.foreign) == ((), ())
    assert _told(found) == [
        (
            *("import.update.revised", "第二章（一）1.", "张三", "2024-06-20"),
            *("开展自查", "逐项销号"),
        )
    ]


def test_a_revised_figure_changes_its_metric(renderer: Renderer) -> None:
    """The notice goes on quoting it."""
    data = _word(_NOTICE, renderer)
    data = _marked(data, "建立台账，投入3.25万元。", "建立台账，投入", "3.25", "2.35", "万元。")
    found = _update(_NOTICE, data)
    assert (found.text, found.left) == (_NOTICE.replace("value: 3.25", "value: 2.35"), ())


def test_what_changed_in_the_notice_meanwhile_stays(renderer: Renderer) -> None:
    """It is told; what was marked up elsewhere is taken over; a sentence changed by both is told."""
    data = _word(_NOTICE, renderer)
    data = _marked(data, "印发方案，开展自查。", "印发方案，", "开展自查", "逐项销号", "。")
    meanwhile = _NOTICE.replace("已开展学习。", "已开展集中学习。")
    found = _update(meanwhile, data)
    assert found.text == meanwhile.replace("开展自查", "逐项销号")
    assert [(each.line, each.old, each.new) for each in found.foreign] == [(9, "集中", "")]
    assert found.left == ()
    meanwhile = _NOTICE.replace("开展自查", "全面自查")
    found = _update(meanwhile, data)
    assert found.text == meanwhile
    assert [each.code for each in found.left] == ["import.update.conflict"]
    assert found.foreign


def _whole(tag: str, text: str, marked: str) -> str:
    """Return a paragraph that somebody put in or struck out with its mark."""
    mark = f'<w:pPr><w:rPr><w:{tag} w:id="910" {_WHO}/></w:rPr></w:pPr>'
    return f'<w:p>{mark}<w:{tag} w:id="911" {_WHO}>{_run(text, marked)}</w:{tag}></w:p>'


def test_paragraphs_that_are_put_in_and_struck_out(renderer: Renderer) -> None:
    """Each is a line more, or less; the waiver of one that is gone is told."""
    notice = _NOTICE.replace(
        "    body: 已开展学习。\n",
        "    body:\n      - 已开展学习。\n      # 豁免 typography.ranges：照登\n      - 另有会议。\n",
    )
    data = _word(notice, renderer)
    text = data_of(data)
    start = text.rindex("<w:p>", 0, text.index("另有会议。"))
    end = text.index("</w:p>", start) + len("</w:p>")
    old = text[start:end]
    new = _whole("del", "另有会议。", "w:delText") + _whole("ins", "组织外出考察。", "w:t")
    found = _update(notice, rewritten(data, old, new))
    assert "      - 组织外出考察。\n" in found.text
    assert "另有会议" not in found.text
    assert [each.text for each in found.taken] == ["# 豁免 typography.ranges：照登"]
    assert (found.left, found.foreign) == ((), ())
    assert [(each.code, each.place, each.old + each.new) for each in found.revisions] == [
        ("import.update.struck", "第一章", "另有会议。"),
        ("import.update.added", "第一章", "组织外出考察。"),
    ]


def data_of(data: bytes) -> str:
    """Return the text of a Word file as it is written."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


def test_comments_of_word_stand_above_their_lines(renderer: Renderer) -> None:
    """Once: a second run puts in nothing more."""
    data = _word(_NOTICE, renderer)
    run = _run("印发方案，开展自查。")
    about = (
        f'<w:commentRangeStart w:id="7"/>{run}<w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r>'
    )
    told = f'<w:comment w:id="7" {_WHO}><w:p><w:r><w:t>此数待核</w:t></w:r></w:p></w:comment>'
    data = _with_comments(rewritten(data, run, about), told)
    found = _update(_NOTICE, data)
    row = "              # 批注（未处理）：此数待核（“印发方案，开展自查。”）\n"
    line = "              - 印发方案，开展自查。\n"
    assert found.text == _NOTICE.replace(line, row + line)
    assert (found.changes, found.left) == (1, ())
    assert _update(found.text, data).changes == 0


def test_bookmarks_tell_which_line_a_text_is(renderer: Renderer) -> None:
    """Where it was written anew beside another new one: its waiver stays with it."""
    notice = _NOTICE.replace(
        "              - 印发方案，开展自查。\n",
        "              # 豁免 typography.ranges：照登\n              - 印发方案，开展自查。\n",
    )
    data = _word(notice, renderer)
    data = rewritten(data, _run("印发方案，开展自查。"), _run("约谈负责人三名。"))
    data = rewritten(data, _run("建立台账，投入3.25万元。"), _run("全部完成销号。"))
    found = _update(notice, data)
    assert found.text == notice.replace("印发方案，开展自查。", "约谈负责人三名。").replace(
        "建立台账，投入{funds}。", "全部完成销号。"
    )
    assert (found.left, found.taken) == ((), ())


def _with_comments(data: bytes, inside: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    related = f'<Relationship Id="rId99" Type="{kind}" Target="comments.xml"/></Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", related.encode())
            after.writestr(name, text)
        after.writestr("word/comments.xml", part("comments", inside))
    return out.getvalue()
