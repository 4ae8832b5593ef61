"""Values of every form a file may have: tables, blocks of text, contacts, days."""

import pytest

from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.update.updating import Updated, update_of
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import shipped_genres
from tests.checks.desk import SHOWN
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site

_NOTICE = """title: 某局党组关于整改的通报
issuer: 某局党组
published: 2024-06-15
lead: |
  第一段导语说明情况。

  第二段导语说明要求。
sections:
  - title: 提高站位
    content:
      - 已开展学习三次。
      # 表
      - table:
          caption: 资金情况
          columns: [项目, 金额, 备注]
          rows:
            - [道路, '1.10', 已完工]
            - [桥梁, '2.20', 在建中]
      - 后续继续推进。
  - title: 抓好落实
    body: |
      完成整改一项。

      完成整改二项。
    measures:
      - 加强领导。
feedback:
  invitation: 欢迎监督。
contact:
  phone: 05552234567
  email: a@example.com
signature:
  name: 某局党组
  date: 2024-06-10
"""
_ROW = "            - [桥梁, '2.20', 在建中]\n"
_LAST = "      - 后续继续推进。\n"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def _loaded(text: str) -> LoadedNotice:
    loaded, found = load_notice(text.encode(), SHOWN, shipped_genres)
    assert loaded is not None, found
    return loaded


def _update(changed: str, kind: str, renderer: Renderer) -> Updated:
    """Update the notice with the file that another notice gives."""
    other = _loaded(changed)
    made = compose(NoticeSource("a", other.notice, other.figures, other.outline, {}), renderer)
    data = render_docx(made) if kind == "docx" else plain_text(made)
    imported = import_file(f"a.{kind}", data, ImportOptions(), shipped_genres)
    return update_of(_loaded(_NOTICE), imported, SHOWN, shipped_genres())


@pytest.mark.parametrize("kind", ["docx", "txt"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("第二段导语说明要求", "第二段导语说明"),
        ("\n  第二段导语说明要求。\n", ""),
        ("说明要求。\n", "说明要求。\n\n  第三段也有。\n"),
        ("\n      完成整改二项。\n", ""),
        ("整改二项。\n", "整改二项。\n\n      完成整改三项。\n"),
        (_LAST, ""),
        (_LAST, _LAST + "      - 再加一段。\n"),
        ("a@example", "b@example"),
        ("phone: 05552234567", "phone: 0555-2234568"),
        ("2024-06-10", "2024-06-11"),
        ("2024-06-15", "2024-06-16"),
        ("name: 某局党组", "name: 某县某局党组"),
        ("欢迎监督", "欢迎广大群众监督"),
    ],
)
def test_changes_stand_where_they_would_be_made_by_hand(
    old: str, new: str, kind: str, renderer: Renderer
) -> None:
    """Line for line."""
    changed = _NOTICE.replace(old, new)
    found = _update(changed, kind, renderer)
    assert (found.text, found.changes, found.left) == (changed, 1, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("'2.20'", "'2.30'"),
        ("在建中", "已通车"),
        ("资金情况", "资金使用情况"),
        (_ROW, ""),
        (_ROW, _ROW + '            - [隧道, "3.30", 未开工]\n'),
    ],
)
def test_tables_of_word(old: str, new: str, renderer: Renderer) -> None:
    """Cells, captions and rows."""
    changed = _NOTICE.replace(old, new)
    found = _update(changed, "docx", renderer)
    assert (found.text, found.changes, found.left) == (changed, 1, ())
