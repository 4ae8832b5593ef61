"""A file that was corrected all over comes into its notice, and nothing else of it changes."""

import random
from pathlib import PurePosixPath

import pytest

from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.proof import printed_row
from disclosure.importer.update.updating import Updated, update_of
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import shipped_genres

_SHOWN = PurePosixPath("x.yaml")
_GENRES = shipped_genres()
_HAN = "一二三四五六七八九十"
_WORDS = "整改落实监督责任制度学习建设干部群众资金项目管理工作作风纪律"
_HEAD = ["title: 某局党组关于整改的通报", "issuer: 某局党组", "sections:"]

Texts = list[list[list[str]]]


def _sentence(rng: random.Random) -> str:
    words = "".join(rng.choice(_WORDS) for _ in range(rng.randint(12, 30)))
    return f"{words}{rng.randint(2, 99)}项。"


def _notice(sections: Texts) -> list[str]:
    rows = [*_HEAD]
    for number, chapter in enumerate(sections):
        rows += [f"  - title: 第{_HAN[number]}方面", f"    id: x-{number}", "    sections:"]
        for at, texts in enumerate(chapter):
            rows += [f"      # 豁免 typography.quotes：照登 {number}-{at}"]
            rows += [f"      - title: 第{_HAN[at]}个问题", f"        id: x-{number}-{at}"]
            rows += ["        status: 已完成", "        unprinted: [status]", "        body:"]
            rows += [row for text in texts for row in ("          # 核对过", f"          - {text}")]
    return rows


def _file(sections: Texts) -> str:
    rows = ["某局党组关于整改的通报"]
    for number, chapter in enumerate(sections):
        rows.append(f"{_HAN[number]}、第{_HAN[number]}方面")
        for at, texts in enumerate(chapter):
            rows += [f"（{_HAN[at]}）第{_HAN[at]}个问题", *texts]
    return "\n".join(rows) + "\n"


def _loaded(text: str) -> LoadedNotice:
    loaded, found = load_notice(text.encode(), _SHOWN, lambda: _GENRES)
    assert loaded, (found, text)
    return loaded


def _updated(notice: str, corrected: str) -> Updated:
    imported = import_file("x.txt", corrected.encode(), ImportOptions(), lambda: _GENRES)
    return update_of(_loaded(notice), imported, _SHOWN, _GENRES)


def _edited(sections: Texts, rng: random.Random) -> tuple[Texts, set[str]]:
    """Change about every third paragraph; return what there is then, and what is new of it."""
    new: set[str] = set()
    after: Texts = []
    for chapter in sections:
        after.append([])
        for texts in chapter:
            left: list[str] = []
            for number, text in enumerate(texts):
                kind = rng.random()
                if kind < 0.2:
                    new.add(added := _sentence(rng))
                    left += [added, text]
                elif kind > 0.8 and (number or left):
                    continue
                else:
                    left.append(text)
            after[-1].append(left)
    return after, new


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_many_paragraphs_come_and_go(seed: int) -> None:
    """Each comes where the file has it, and each other line stays, with comments and ids."""
    rng = random.Random(seed)
    sections = [[[_sentence(rng) for _ in range(4)] for _ in range(4)] for _ in range(5)]
    corrected, new = _edited(sections, rng)
    assert len(new) > 10
    found = _updated("\n".join(_notice(sections)) + "\n", _file(corrected))
    assert found.left == ()
    assert printed_row(_loaded(found.text)) == "".join(_file(corrected).split())
    wanted = _notice(corrected)
    for text in new:  # what is new was looked at by nobody
        del wanted[wanted.index(f"          - {text}") - 1]
    assert found.text.split("\n")[:-1] == wanted


def test_other_marks_do_not_hold_up_the_rest() -> None:
    """A file that numbers otherwise, which is told, still brings all its paragraphs."""
    rng = random.Random(3)
    sections = [[[_sentence(rng) for _ in range(4)] for _ in range(4)] for _ in range(5)]
    corrected, _ = _edited(sections, rng)
    text = _file(corrected)
    for number, sign in enumerate(_HAN[:4], 1):
        text = text.replace(f"（{sign}）", f"{number}．")
    found = _updated("\n".join(_notice(sections)) + "\n", text)
    assert len(found.left) > 10
    assert all(each.new in "1．2．3．4．" for each in found.left)
    assert printed_row(_loaded(found.text)) == "".join(_file(corrected).split())
