"""A notice that was exported as a Word file comes back as it was: its tree, and every word."""

import io
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from disclosure.document.blocks import Heading
from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.options import ReadOptions
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import load_notice
from disclosure.source.load_genres import shipped_genres
from tests.checks.desk import SHOWN, to_yaml
from tests.conftest import ROOT
from tests.render.deliveries.parcels import SEED, plain, site
from tests.render.deliveries.word.word_files import CASES, composed
from tests.render.deliveries.word.word_files import made as made_file

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
# No two paragraphs say the same, as in real notices.
SENTENCES = (
    "2021年全年完成投资{}亿元，增长7%。",
    "其中，甲乡已完成{}项；乙乡正在推进。",
    "满意率由86.5%提高到97.2%，一、二季度均完成{}件。",
    "落实《条例》第三条第（一）项要求，建立{}本台账。",
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
    chosen = (rng.choice(SENTENCES) for _ in range(rng.randint(1, 3)))
    return "".join(each.format(rng.randint(2, 99999)) for each in chosen)


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


def _tree(made: Composed) -> list[tuple[int, str, str, bool]]:
    """Return every heading with its depth, and whether text goes on in its line."""
    headings = (block for block in made.document.blocks if isinstance(block, Heading))
    return [(h.node.depth, h.node.mark, h.title.raw, h.opening is not None) for h in headings]


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
    assert _tree(again) == _tree(made), seed
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


# What the importer reads otherwise, whatever kind of file it is in: a date that is stated in the
# text becomes 数据截至, contents of no headings, typed marks that are none, a list for headings
# (x22: 一是 with its text in one line is an item, as it is in the same notice as .txt).
DIFFERENT = frozenset(
    {"12-two-level", "13-triplet-status", "every-part", "unheaded-blocks", "unheaded-list"}
    | {
        "unheaded-table",
        "x18",
        "x22",
        "x27",
        "x29",
        "y11",
        "accounts",
        "audit",
        "feedback",
        "stationing",
    }
)
PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
KEPT = [path for path in dict.fromkeys(CASES) if path.stem not in DIFFERENT]


def _came_back(path: Path, renderer: Renderer) -> None:
    made = composed(path)
    back = import_file("a.docx", made_file(path), ImportOptions(), shipped_genres)
    assert back.account.lost == ()
    again = _composed(back.text, renderer)
    # A mark's full-width digits become plain ones, which the account lists.
    trees = [
        [(depth, mark.translate(PLAIN_DIGITS), *rest) for depth, mark, *rest in _tree(each)]
        for each in (made, again)
    ]
    assert trees[0] == trees[1]
    texts = [plain({"notice.txt": plain_text(each)}) for each in (made, again)]
    assert texts[0].translate(PLAIN_DIGITS) == texts[1].translate(PLAIN_DIGITS)


def test_real_notice_comes_back(renderer: Renderer) -> None:
    """The notice that the program is shipped with comes back."""
    _came_back(SEED, renderer)


@pytest.mark.slow
@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_notices_come_back(path: Path, renderer: Renderer) -> None:
    """So do those of the tests, but for what is said above."""
    _came_back(path, renderer)


def test_an_answer_in_the_line_of_its_heading_comes_back(renderer: Renderer) -> None:
    """With a label and without one; a list, or one behind a label of its own line, stands below."""
    problem = {"title": "台账不全。", "run_in": "true"}
    answers: list[dict[str, Any]] = [
        {"progress": "已补齐。"},
        {"content": [{"answer": {"text": "该问题已完成整改。"}}]},
        {"measures": ["建账；", "对账。"]},
        {"body": "已查明。", "progress": "已补齐。"},
    ]
    sections = [{"title": "问题整改", "sections": [problem | each for each in answers]}]
    made = _composed(to_yaml(HEAD | {"sections": sections}), renderer)
    back = import_file("a.docx", render_docx(made), ImportOptions(), shipped_genres)
    assert back.loaded
    below = back.loaded.notice.sections[0].sections
    assert [each.run_in for each in below] == [True, True, False, True]
    assert [bool(each.progress) for each in below] == [True, False, False, True]
    assert [each.title for each in below] == ["台账不全。"] * 4


def test_mark_up_comes_back(renderer: Renderer) -> None:
    """What a leader strikes out and writes in with revisions is read as it was, or as it is to be."""
    made = _composed(
        to_yaml(HEAD | {"sections": [{"title": "整改", "body": "完成3.25万元。"}]}), renderer
    )
    told = '<w:t xml:space="preserve">完成3.25万元。</w:t></w:r>'
    struck = (
        '<w:del w:id="900" w:author="甲" w:date="2022-03-01T09:00:00Z"><w:r>'
        f"{told.replace('w:t', 'w:delText')}</w:del>"
        '<w:ins w:id="901" w:author="甲" w:date="2022-03-01T09:00:00Z"><w:r>'
        "<w:t>完成2.35万元。</w:t></w:r></w:ins>"
    )
    marked = rewritten(render_docx(made), "<w:r>" + told, struck)
    for choice, figure in ((Revisions.FINAL, "2.35"), (Revisions.ORIGINAL, "3.25")):
        options = ImportOptions(ReadOptions(revisions=choice))
        back = import_file("a.docx", marked, options, shipped_genres)
        assert f"完成{figure}万元。" in back.text


def rewritten(data: bytes, old: str, new: str) -> bytes:
    """Return a Word file with another text in its document."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode()
            assert name != "word/document.xml" or old in part
            after.writestr(name, part.replace(old, new))
    return out.getvalue()
