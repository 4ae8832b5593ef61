"""Random corrections of a printed notice come into its file, and nothing else of it changes."""

import random
from pathlib import PurePosixPath
from typing import Any

import pytest

from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.proof import printed_row
from disclosure.importer.update.updating import update_of
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import shipped_genres

_SHOWN = PurePosixPath("x.yaml")
_GENRES = shipped_genres()
_WORDS = "整改落实监督责任制度学习建设干部群众资金项目管理工作作风纪律"
_MARKS = ("一、", "（一）")
_HAN = "零一二三四五六七八九十"


class _Maker:
    """Makes a notice's file and its printed text from one tree."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.count = 0

    def words(self, least: int = 6, most: int = 18) -> str:
        return "".join(self.rng.choice(_WORDS) for _ in range(self.rng.randint(least, most)))

    def sentence(self) -> str:
        return f"{self.words()}，{self.words()}{self.rng.randint(2, 99)}项。"

    def section(self, depth: int) -> dict[str, Any]:
        self.count += 1
        made: dict[str, Any] = {"title": self.words(4, 10), "id": f"x-{self.count}"}
        made["waiver"] = self.rng.random() < 0.4
        made["body"] = [self.sentence() for _ in range(self.rng.randint(0 if depth else 1, 2))]
        if not depth and self.rng.random() < 0.7:
            made["sections"] = [self.section(1) for _ in range(self.rng.randint(2, 3))]
        else:
            made["outcomes"] = [self.sentence() for _ in range(self.rng.randint(2, 3))]
        return made

    def tree(self) -> list[dict[str, Any]]:
        return [self.section(0) for _ in range(self.rng.randint(2, 3))]


def _yaml(sections: list[dict[str, Any]], indent: str = "") -> list[str]:
    rows = [f"{indent}sections:"]
    for each in sections:
        inner = indent + "    "
        if each["waiver"]:
            rows.append(f"{indent}  # 豁免 typography.quotes：照登 {each['id']}")
        rows += [f"{indent}  - title: {each['title']}", f"{inner}id: {each['id']}"]
        if "outcomes" in each:
            rows += [f"{inner}status: 已完成", f"{inner}unprinted: [status]"]
        if len(each["body"]) == 1:
            rows.append(f'{inner}body: "{each["body"][0]}"')
        elif each["body"]:
            rows.append(f"{inner}body:")
            for text in each["body"]:
                rows += [f"{inner}  # 核对过", f"{inner}  - {text}"]
        if "outcomes" in each:
            rows += [f"{inner}outcomes:", *(f"{inner}  - {text}" for text in each["outcomes"])]
        if "sections" in each:
            rows += _yaml(each["sections"], inner)
    return rows


def _text(sections: list[dict[str, Any]], depth: int = 0) -> list[str]:
    rows: list[str] = []
    for number, each in enumerate(sections, 1):
        rows += [_MARKS[depth].replace("一", _HAN[number]) + each["title"], *each["body"]]
        if "outcomes" in each:
            items = (f"{_HAN[at]}是{text}" for at, text in enumerate(each["outcomes"], 1))
            rows.append("整改成效：" + "".join(items))
        rows += _text(each.get("sections", []), depth + 1)
    return rows


def _edited(sections: list[dict[str, Any]], maker: _Maker) -> str:
    """Change one thing, and return what it was."""
    rng = maker.rng
    parent, depth = sections, 0
    if rng.random() < 0.5 and (inner := [each for each in sections if "sections" in each]):
        parent, depth = rng.choice(inner)["sections"], 1
    at = rng.randrange(len(parent))
    chosen = parent[at]
    texts = [key for key in ("body", "outcomes") if chosen.get(key)]
    key = rng.choice(texts) if texts else ""
    kind = rng.choice(["rename", "new", "gone", "move", "word", "text", "less", "swap"])
    if kind == "rename":
        chosen["title"] = maker.words(4, 10)
    elif kind == "new":
        parent.insert(at, maker.section(1) | {"body": [maker.sentence()]})
    elif kind == "gone" and len(parent) > 2:
        del parent[at]
    elif kind == "move" and len(parent) > 1:
        parent.insert(rng.randrange(len(parent)), parent.pop(at))
    elif kind == "word" and key:
        number = rng.randrange(len(chosen[key]))
        text = chosen[key][number]
        place = rng.randrange(len(text) - 1)
        chosen[key][number] = text[:place] + maker.words(1, 4) + text[place + rng.randint(0, 2) :]
    elif kind == "text" and key:
        chosen[key].insert(rng.randint(0, len(chosen[key])), maker.sentence())
    elif kind == "less" and key and len(chosen[key]) > 1:
        del chosen[key][rng.randrange(len(chosen[key]))]
    elif kind == "swap" and key and len(chosen[key]) > 1:
        chosen[key].reverse()
    else:
        return "none"
    return kind


def _loaded(text: str) -> LoadedNotice:
    loaded, found = load_notice(text.encode(), _SHOWN, lambda: _GENRES)
    assert loaded, (found, text)
    return loaded


def _check(seed: int) -> tuple[str, bool]:
    """Return the kind of a random edit, and whether it was made; where not, that it was told."""
    maker = _Maker(random.Random(seed))
    tree = maker.tree()
    head = ["# 手工整理", "title: 某局党组关于整改的通报", "issuer: 某局党组", "", ""]
    notice = "\n".join([*head, *_yaml(tree)]) + "\n"
    loaded = _loaded(notice)
    kind = _edited(tree, maker)
    text = "\n".join(["某局党组关于整改的通报", *_text(tree)]) + "\n"
    imported = import_file("x.txt", text.encode(), ImportOptions(), lambda: _GENRES)
    found = update_of(loaded, imported, _SHOWN, _GENRES)
    after = _loaded(found.text)
    if found.left:
        return kind, False
    assert printed_row(after) == "".join(text.split()), (seed, kind)
    # Whatever of the tree is still there has its id, data and waiver.
    wanted = [row.strip() for row in _yaml(tree)]
    made = [row.strip() for row in found.text.split("\n")]
    for row in ("status: 已完成", "unprinted: [status]"):
        assert made.count(row) in {wanted.count(row), wanted.count(row) - 1}, (seed, kind)
    ids = {row for row in notice.split("\n") if "id: x-" in row}
    kept = {row for row in found.text.split("\n") if "id: x-" in row}
    assert kept <= ids
    assert len(ids - kept) <= (0 if kind not in {"gone"} else 9), (seed, kind)
    if kind != "gone":
        waived = [row for row in notice.split("\n") if "豁免" in row]
        assert sorted(waived) == sorted(row for row in found.text.split("\n") if "豁免" in row)
    if kind == "none":
        assert found.text == notice
    return kind, True


def test_random_edits() -> None:
    """A few of each kind; all are made."""
    missed = [(seed, kind) for seed in range(100) for kind, made in (_check(seed),) if not made]
    assert not missed


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_three_thousand_random_edits(block: int) -> None:
    """Nearly all are made, and what is not made is told."""
    missed = sum(not _check(seed)[1] for seed in range(1000 + 300 * block, 1300 + 300 * block))
    assert missed <= 3
