"""A notice that was exported as a Word file comes back as it was: its tree, and every word."""

import random
from typing import Any

import pytest

from disclosure.importer.importing import ImportOptions, import_file
from disclosure.model.outline import Outline
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import load_notice
from disclosure.source.load_genres import shipped_genres
from tests.checks.desk import SHOWN, to_yaml
from tests.conftest import ROOT
from tests.render.deliveries.parcels import plain, site

LADDERS = (
    ("一、", "（一）", "1.", "（1）", "①"),
    ("一、", "（一）", "1、", "(1)"),
    ("一、", "1、"),
    ("第一部分", "一、", "（一）", "1.", "（1）", "①"),
    ("（一）", "1．", "（1）"),
    ("1、", "（1）", "①"),
    ("一、", "问题1：", "（1）"),
    ("一、", "（一）", "1.", "（1）"),
)
RUN_ON = 7  # whose marks of the third level run through a chapter
WORDS = "整改落实监督责任制度学习建设干部群众资金项目管理工作作风纪律"
SENTENCES = (
    "2021年全年完成投资1.15亿元，增长7%。",
    "其中，甲乡已完成；乙乡正在推进。",
    "满意率由86.5%提高到97.2%，一、二季度均完成任务。",
    "落实《条例》第三条第（一）项要求，建立台账。",
)
HEAD = {
    "title": "中共某县某局党组关于巡察整改进展情况的通报",
    "issuer": "中共某县某局党组",
    "published": "2022-03-01",
    "lead": ["现将有关情况通报如下："],
    "contact": {"phone": "0555-2234567"},
    "signature": {"name": ["中共某县某局党组"], "date": "2022-02-25"},
}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def _title(rng: random.Random) -> str:
    return "".join(rng.choice(WORDS) for _ in range(rng.randint(4, 16))) + rng.choice(["", "。"])


def _text(rng: random.Random) -> str:
    return "".join(rng.choice(SENTENCES) for _ in range(rng.randint(1, 3)))


def _sections(rng: random.Random, depth: int, budget: list[int]) -> list[dict[str, Any]]:
    """Return up to eight sections, each with text, answers, sections, or several of them."""
    made: list[dict[str, Any]] = []
    for _ in range(rng.randint(1, 8 if depth < 2 else 4)):
        budget[0] -= 1
        section: dict[str, Any] = {"title": _title(rng)}
        if rng.random() < 0.6:
            section["body"] = [_text(rng) for _ in range(rng.randint(1, 2))]
            section |= {"run_in": "true"} if section["title"].endswith("。") else {}
        if depth > 1 and budget[0] > 0 and rng.random() < 0.7:
            section["sections"] = _sections(rng, depth - 1, budget)
        elif rng.random() < 0.5:
            section["outcomes"] = [_text(rng) for _ in range(rng.randint(1, 3))]
        made.append(section)
    return made


def _notice(seed: int, size: int) -> dict[str, Any]:
    rng, ladder = random.Random(seed), LADDERS[seed % len(LADDERS)]
    numbering: dict[str, Any] = {"styles": list(ladder)}
    if seed % len(LADDERS) == RUN_ON:
        numbering["run_on"] = [ladder[2]]
    return HEAD | {
        "numbering": numbering,
        "sections": _sections(rng, len(ladder), [size]),
    }


def _tree(outline: Outline) -> list[tuple[int, str, str, bool]]:
    nodes = sorted(outline.nodes, key=lambda node: node.path)
    return [(n.depth, n.mark, n.section.title, n.section.run_in) for n in nodes]


def _composed(text: str, renderer: Renderer) -> Composed:
    loaded, found = load_notice(text.encode(), SHOWN, shipped_genres)
    assert loaded is not None, found
    source = NoticeSource("a", loaded.notice, loaded.figures, loaded.outline, {})
    return compose(source, renderer)


def _check(seed: int, renderer: Renderer, size: int = 60) -> None:
    made = _composed(to_yaml(_notice(seed, size)), renderer)
    back = import_file("a.docx", render_docx(made), ImportOptions(), shipped_genres)
    assert back.account.lost == (), seed
    again = _composed(back.text, renderer)
    assert _tree(again.source.outline) == _tree(made.source.outline), seed
    texts = [plain({"notice.txt": plain_text(each)}) for each in (made, again)]
    assert texts[0] == texts[1], seed


def test_trees_come_back(renderer: Renderer) -> None:
    """A few trees in each ladder of marks."""
    for seed in range(16):
        _check(seed, renderer, 12)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_five_hundred_trees_come_back(block: int, renderer: Renderer) -> None:
    """Five hundred trees."""
    for seed in range(100 + 50 * block, 150 + 50 * block):
        _check(seed, renderer)
