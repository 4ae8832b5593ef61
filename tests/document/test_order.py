"""The order of a section is its author's: whatever is typed in ``content`` stands there."""

import os
import random
import re
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest

from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.blocks import text_blocks
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.render.views.notice import view_contents, view_counts
from disclosure.source.load import LoadedNotice, load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml
from tests.conftest import ROOT
from tests.pages import visible_text
from tests.render.deliveries.parcels import site

# 2,000 once in a while, as the other long tests.
TREES = 2000 if "DISCLOSURE_KILLS" in os.environ else 250
_MOST_NOTES = 97
_TOKEN = re.compile(r"甲\d{4}")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


class Author:
    """Writes trees of blocks at random, each text another, and remembers their order."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.typed: list[str] = []
        self.notes = 0

    def text(self) -> str:
        """Return a text that stands nowhere else."""
        self.typed.append(f"甲{len(self.typed):04}")
        return f"{self.typed[-1]}。"

    def texts(self) -> list[str]:
        """Return one to three of them."""
        return [self.text() for _ in range(self.random.randint(1, 3))]

    def table(self) -> dict[str, Any]:
        """Return a table with text in all its places, some merged."""
        if self.random.random() < 0.3:
            return {
                "head": [[self.text(), "←", self.text()], [self.text(), self.text(), "↑"]],
                "rows": [[self.text(), "←", self.text()], ["↑", "↑", self.text()]],
                "merge": "true",
                "row_heads": "true",
            }
        return {
            "caption": self.text(),
            "columns": [self.text(), self.text()],
            "rows": [[self.text(), self.text()] for _ in range(self.random.randint(0, 2))],
            "note": self.text(),
        }

    def note(self) -> dict[str, str]:
        """Return a note with a mark of its own."""
        self.notes += 1
        return {"mark": f"注{self.notes}", "text": self.text()}

    def answer(self) -> dict[str, Any]:
        """Return an answer with or without a label."""
        made: dict[str, Any] = {}
        if self.random.random() < 0.5:
            made["label"] = self.text()
        if self.random.random() < 0.5:
            made["text"] = self.texts()
        if "text" not in made or self.random.random() < 0.3:
            made["items"] = self.items()
            made["enumeration"] = self.random.choice(["一是", "①", "1、", "无"])
        if self.random.random() < 0.3:
            made["own_line"] = "true"
        return made

    def items(self, depth: int = 1) -> list[Any]:
        """Return a list: plain items, or some of several paragraphs and with lists in them."""
        return [self.item(depth) for _ in range(self.random.randint(1, 3))]

    def item(self, depth: int) -> Any:
        """Return one item."""
        if self.random.random() < 0.5:
            return self.text()
        made: dict[str, Any] = {"text": self.texts()}
        if depth < 4 and self.random.random() < 0.6:
            made["items"] = self.items(depth + 1)
        if self.random.random() < 0.3:
            made["closing"] = self.texts()
        if self.random.random() < 0.2:
            made["mark"] = self.random.choice(["五是", "（附）", "无"])
        return made

    def picture(self) -> dict[str, Any]:
        """Return a picture with something said of it."""
        return {"file": "a.png", "alt": self.text(), "caption": self.text()}

    def pictures(self) -> list[dict[str, Any]]:
        """Return two or three of them, to stand beside each other."""
        return [self.picture() for _ in range(self.random.randint(2, 3))]

    def block(self, depth: int) -> Any:
        """Return one block."""
        kinds = ["plain", "text", "table", "list", "measures", "progress", "outcomes", "answer"]
        kinds += ["notes", "glossary"] * (self.notes < _MOST_NOTES)
        kinds += ["picture", "pictures"]
        match self.random.choice(kinds + ["sections"] * (depth < 4)):
            case "plain":
                return self.text()
            case "table":
                return {"table": self.table()}
            case "picture" | "pictures" as kind:
                return {kind: self.picture() if kind == "picture" else self.pictures()}
            case "notes":
                return {"notes": [self.note() for _ in range(self.random.randint(1, 2))]}
            case "glossary":
                return {"glossary": [{"term": self.text(), "text": self.text()}]}
            case "answer":
                return {"answer": self.answer()}
            case "sections":
                return {"sections": self.sections(depth + 1)}
            case "text":
                return {"text": self.texts()}
            case "list":
                return {"list": {"items": self.items()}}
            case kind:
                return {kind: self.items()}

    def sections(self, depth: int) -> list[dict[str, Any]]:
        """Return one to three sections."""
        made = []
        for _ in range(self.random.randint(1, 3 if depth < 3 else 1)):
            section: dict[str, Any] = {"title": self.text()}
            section["content"] = [self.block(depth) for _ in range(self.random.randint(1, 4))]
            # Behind ``content`` sections may follow in the usual way.
            if depth < 4 and self.random.random() < 0.2 and not _has_sections(section["content"]):
                section["sections"] = self.sections(depth + 1)
            made.append(section)
        return made


def _has_sections(content: list[Any]) -> bool:
    return any(isinstance(block, dict) and "sections" in block for block in content)


def written(seed: int) -> tuple[LoadedNotice, list[str]]:
    """Return a notice of random blocks, and the texts in the order in which they were typed."""
    author = Author(seed)
    data = SOUND | {"lead": author.text(), "sections": author.sections(1)}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    return notice, author.typed


def composed(notice: LoadedNotice, renderer: Renderer) -> Composed:
    """Return it as composed for every writer."""
    source = NoticeSource("a", notice.notice, notice.figures, notice.outline, {})
    return compose(source, renderer)


def in_blocks(made: Composed) -> list[str]:
    """Return the texts in the order of the blocks that deliveries and PDF are made of."""
    return [token for text in _block_texts(made) for token in _TOKEN.findall(text)]


def _block_texts(made: Composed) -> Iterator[str]:
    for block in text_blocks(made.document, made.prose):
        yield block.title + "".join(run.text for run in block.runs)
        yield from (picture.line for picture in block.pictures)
        for row in (*block.heads, *block.rows):
            for cell in row:
                yield "".join(run.text for line in cell.lines for run in line)


@pytest.mark.slow
def test_random_trees(renderer: Renderer) -> None:
    """Text and blocks of random trees, and the page of every tenth, keep what was typed."""
    for seed in range(TREES):
        notice, typed = written(seed)
        made = composed(notice, renderer)
        assert _TOKEN.findall(plain_text(made).decode()) == typed, seed
        assert in_blocks(made) == typed, seed
        if seed % 10 == 0:
            assert on_page(made) == typed[1:], seed


def test_some_trees(renderer: Renderer) -> None:
    """The same of a few trees, page and all."""
    for seed in range(5000, 5030):
        notice, typed = written(seed)
        made = composed(notice, renderer)
        assert _TOKEN.findall(plain_text(made).decode()) == typed, seed
        assert in_blocks(made) == typed, seed
        assert on_page(made) == typed[1:], seed


def on_page(made: Composed) -> list[str]:
    """Return the texts of the sections in the order in which the page shows them."""
    root = html5lib.parseFragment(made.parts.chapters)
    return _TOKEN.findall(visible_text(root))


# What real notices do and short forms cannot: the text of each block, in the order of the notice.
REAL = {
    "one answer for several findings": [
        "采购不规范。",
        {"sections": [{"title": "应当招标未招标。"}, {"title": "拆分项目。"}]},
        {"answer": {"label": "整改情况", "text": "两种情形都已整改。"}},
    ],
    "text behind a table": [
        "办理情况如下。",
        {"table": {"caption": "办理情况表。", "columns": ["事项。"], "rows": [["已办结。"]]}},
        "以上事项已公开。",
    ],
    "outcomes before measures": [
        {"outcomes": "已完成整改。"},
        {"measures": ["修订制度。", "开展培训。"]},
    ],
    "a paragraph behind the last sub-section": [
        {
            "sections": [
                {"title": "甲方面。", "body": "已改。"},
                {"title": "乙方面。", "body": "在改。"},
            ]
        },
        "下一步继续推进。",
    ],
    "an answer without a label": ["针对该问题。", {"answer": {"text": "该问题已完成整改。"}}],
    "a list that is no answer, and text behind it": [
        "巡察发现。",
        {"list": {"enumeration": "1、", "items": ["学习不深入。", "制度不健全。"]}},
        "以上问题均已反馈。",
    ],
    "a list in a list, and text behind it": [
        {
            "measures": [
                "加强学习。",
                {
                    "text": ["健全制度。"],
                    "items": ["修订采购办法。", "修订财务办法。"],
                    "closing": "各项制度已印发。",
                },
            ]
        },
    ],
    "an item of several paragraphs": [
        {
            "answer": {
                "label": "整改情况",
                "items": [{"text": ["召开会议。", "会后逐项落实。"]}, "建立台账。"],
            }
        },
    ],
    "a label and its list in one paragraph": [
        {"answer": {"label": "整改情况", "text": "一是召开会议。二是建立台账。"}},
    ],
    "a label in a line of its own": [
        {"answer": {"label": "整改情况", "own_line": "true", "text": ["召开会议。", "建立台账。"]}},
    ],
}


@pytest.mark.parametrize("name", REAL)
def test_real_orders(name: str, renderer: Renderer) -> None:
    """Page, text, and what deliveries and PDF are made of say it in the order of the notice."""
    data = SOUND | {"sections": [{"title": "整改情况。", "content": REAL[name]}]}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    made, sentence = composed(notice, renderer), re.compile("[\u4e00-\u9fff]+。")
    leaves = re.sub("[一二]是", "", "\n".join(_leaves(REAL[name])))
    typed = sentence.findall(leaves)
    plain, blocks = plain_text(made).decode(), "\n".join(_block_texts(made))
    page = visible_text(html5lib.parseFragment(made.parts.chapters))
    for said in (plain, page, blocks):
        text = re.sub("[一二]是", "", said)
        assert [one for one in sentence.findall(text) if one in typed] == typed


_NO_TEXT = {"label", "enumeration", "own_line"}


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (
            text for key, each in value.items() if key not in _NO_TEXT for text in _leaves(each)
        )
    elif isinstance(value, list):
        yield from (text for each in value for text in _leaves(each))
    else:
        yield value


def test_what_is_not_printed_is_in_the_ledger(renderer: Renderer) -> None:
    """A state that the sentence tells adds no word to the text, and is known to the ledger."""
    text = "该问题已完成整改。"
    section = {"title": "甲。", "content": [{"answer": {"text": text}}], "leader": "王某某"}
    section |= {"status": "已完成", "deadline": "2022-12-31"}
    for where in (section | {"unprinted": ["status", "leader", "deadline"]}, section):
        data = SOUND | {"sections": [where]}
        if where is section:
            data["unprinted"] = ["status", "leader", "deadline"]
        notice, found = load_notice(to_yaml(data).encode(), SHOWN)
        assert notice is not None, found
        made = composed(notice, renderer)
        chapters = visible_text(html5lib.parseFragment(made.parts.chapters))
        for said in (plain_text(made).decode(), chapters, "\n".join(_block_texts(made))):
            assert text in said
            assert not any(word in said for word in ("整改状态", "责任领导", "整改时限", "王某某"))
        (row,) = made.rows
        assert (str(row.status), row.deadline) == ("已完成", "2022年12月31日")
        assert ("责任领导", "王某某") in row.particulars


def test_words_before_items(renderer: Renderer) -> None:
    """Words stand before items as the list says; a typed one is counted on from."""
    items = [
        "甲。",
        {"text": "乙。", "mark": "五是"},
        "丙。",
        {"text": "丁。", "mark": "无"},
        "戊。",
    ]
    inner = [{"text": "己。", "items": ["庚。", "辛。"]}, {"text": "壬。", "mark": "（附）"}]
    content = [
        {"answer": {"label": "做法", "own_line": "true", "items": items}},
        {"list": {"items": inner, "enumeration": "（1）"}},
        {"answer": {"label": "结果", "own_line": "true", "text": "子。"}},
    ]
    data = SOUND | {"sections": [{"title": "癸。", "content": content}]}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    made = composed(notice, renderer)
    told = "做法：|一是甲。|五是乙。|六是丙。|丁。|七是戊。|（1）己。|①庚。|②辛。|（附）壬。|结果：|子。"
    lines = [line for line in _block_texts(made) if line]
    start = lines.index("做法：")
    assert "|".join(lines[start : start + 12]) == told
    for text in (
        plain_text(made).decode(),
        visible_text(html5lib.parseFragment(made.parts.chapters)),
    ):
        assert told.replace("|", "") in re.sub(r"\s", "", text)


def test_measures_that_are_no_problem(renderer: Renderer) -> None:
    """A chapter of measures says that it is no problem; nothing but the count changes."""
    chapters = [
        {"title": "问题。", "kind": "问题", "outcomes": "已改。"},
        {"title": "整改措施。", "kind": "无", "measures": ["学习。", "培训。"]},
    ]
    notice, found = load_notice(to_yaml(SOUND | {"sections": chapters}).encode(), SHOWN)
    assert notice is not None, found
    made = composed(notice, renderer)
    assert [row.title for row in made.rows] == ["问题。"]
    assert "一是学习。二是培训。" in plain_text(made).decode()


def test_a_title_that_leads_on(renderer: Renderer) -> None:
    """The comma of a run-in heading stands in the text, and neither in contents nor in ledger."""
    section = {"title": "加强领导，", "run_in": "true", "outcomes": "压实责任。"}
    data = SOUND | {"sections": [{"title": "整改。", "sections": [section]}]}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    made = composed(notice, renderer)
    assert [row.title for row in made.rows] == ["加强领导"]
    assert "（一）加强领导，" in plain_text(made).decode()
    assert "加强领导，" in visible_text(html5lib.parseFragment(made.parts.chapters))
    assert [each.text for each in view_contents(made.document.chapters)[0].children] == [
        "（一）加强领导"
    ]


def test_part_of_the_problems(renderer: Renderer) -> None:
    """Where a notice lists part of its problems, the page says so, and the build goes on."""
    declared = {"problems": "58", "listed": "1"}
    sections = [{"title": "甲。", "outcomes": "已改。"}]
    data = SOUND | {"declared": declared, "sections": sections}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    counts = view_counts(notice.outline, renderer.texts)
    assert [(count.number, count.label) for count in counts] == [(1, "个列出的问题")]
    assert composed(notice, renderer).summary.problems == 0


def test_no_label_is_none(renderer: Renderer) -> None:
    """无 as a label prints nothing, wherever labels are given."""
    labels = dict.fromkeys(("outcomes", "status", "deadline"), "无")
    section = {
        "title": "甲。",
        "outcomes": ["已改。"],
        "status": "已完成",
        "deadline": "2022-12-31",
    }
    section["responses"] = [{"label": "无", "text": "另有说明。"}]
    data = SOUND | {"labels": labels, "sections": [section]}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    made = composed(notice, renderer)
    lines = plain_text(made).decode().split("\r\n")
    start = lines.index("一、甲。")
    assert lines[start : start + 5] == [
        "一、甲。",
        "已改。",
        "另有说明。",
        "已完成",
        "2022年12月31日",
    ]
    assert "无" not in visible_text(html5lib.parseFragment(made.parts.chapters))
