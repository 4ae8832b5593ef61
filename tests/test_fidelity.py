"""Not a character of the published text is lost on the page."""

import re
from pathlib import Path

import pytest

from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from tests.conftest import ROOT, SITE
from tests.pages import by_class, folded, parse_page, visible_text

CASES = ROOT / "tests" / "cases" / "notices"
SEED = ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml"
# Written by the renderer, or set apart from the text as data.
MARK = re.compile(r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、．])")
LABEL = re.compile(
    r"整改(?:措施|情况|成效|状态):|责任领导:|责任科室:|完成时限:|联系方式:|电话:?|电子邮箱:?"
)
WORD = re.compile(r"(?:(?<=[:。;])|^)[一二三四五六七八九十]{1,2}是")
QUOTE = re.compile('[“”"]')
# Printed in another place of the page: status beside its problem, dates and contacts as data.
APART = re.compile(
    r"整改状态:.*|（正在整改）|公示时间：.*?。|联系人：.*|联系方式:电话.*|数据截至.*?\)"
)
CHROME = re.compile(r"^(?:# source|来源:)")


def page_text(tmp_path: Path, notice: Path) -> str:
    """Build one notice and return what its page shows, from the title to the contacts.

    The links below each problem are the page's own and left out.
    """
    content = tmp_path / "content"
    (content / "notices").mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    (content / "notices" / "case.yaml").write_bytes(notice.read_bytes())
    output = tmp_path / "site"
    assert build_site(
        Settings(tmp_path, content, ROOT / "templates", output, tmp_path / ".cache")
    ).built
    root = parse_page(output / "notices" / "case" / "index.html")
    for problem in by_class(root, "dn-problem"):
        for foot in by_class(problem, "dn-problem__foot"):
            if foot in list(problem):
                problem.remove(foot)
    (title,) = by_class(root, "dn-title")
    (text,) = by_class(root, "dn-text")
    (reach,) = by_class(root, "dn-reach")
    signature = by_class(root, "dn-signature")
    return folded("\n".join(map(visible_text, [title, text, reach, *signature])))


def pieces(source: str) -> list[str]:
    """Return the source's lines without marks, labels and enumeration words."""
    found: list[str] = []
    for raw in source.splitlines():
        line = folded(raw)
        if not line or CHROME.match(raw):
            continue
        line = MARK.sub("", line)
        for part in LABEL.split(line):
            found += [piece for piece in WORD.split(part) if piece.strip(";。")]
    return found


def missing(text: str, source: str) -> list[str]:
    """Return the pieces of ``source`` that do not stand in ``text`` one after the other."""
    place = 0
    lost: list[str] = []
    for piece in pieces(source):
        found = text.find(piece.rstrip(";。") if len(piece) < 25 else piece, place)
        if found < 0:
            lost.append(piece)
        else:
            place = found + 1
    return lost


def test_seed_is_complete(tmp_path: Path) -> None:
    """Every sentence of the real notice stands on its page, whole and in order."""
    text = page_text(tmp_path, SEED)
    source = (CASES / "00-seed.txt").read_text(encoding="utf-8")
    # The page prints the number as it is dialled, with a hyphen after the area code.
    assert missing(text.replace("0563-2263070", "05632263070"), source) == []


@pytest.mark.parametrize(
    ("name", "notice", "count", "apart"),
    [
        ("00-seed", SEED, 63, "联系方式:|电话:05632263070;|电子邮箱:jxzshzzx@163.com。"),
        ("12-two-level", CASES / "12-two-level.yaml", 17, r".*\(正在整改\)|公示时间:.*联系人:.*"),
        (
            "13-triplet-status",
            CASES / "13-triplet-status.yaml",
            86,
            "整改状态:.*|责任领导:.*|欢迎广大干部群众.*联系方式:电话.*",
        ),
    ],
    ids=["00", "12", "13"],
)
def test_lines_stand_whole(tmp_path: Path, name: str, notice: Path, count: int, apart: str) -> None:
    """Each line stands whole and in order on the page, marks, labels and 一是 included.

    Only statuses, particulars and contacts are laid out otherwise; they have tests of their own.
    """
    text = QUOTE.sub("", page_text(tmp_path, notice))
    source = QUOTE.sub("", (CASES / f"{name}.txt").read_text(encoding="utf-8"))
    lines = [line for raw in source.splitlines() if (line := folded(raw)) and not CHROME.match(raw)]
    assert len(lines) == count
    place = 0
    for line in lines:
        found = text.find(line, place)
        if found < 0:
            assert re.fullmatch(apart, line), line
        else:
            place = found + len(line)


def test_seed_character_by_character(tmp_path: Path) -> None:
    """Every body character of the source comes in order on the page: 100 %."""
    text = iter(page_text(tmp_path, SEED))
    source = (CASES / "00-seed.txt").read_text(encoding="utf-8")
    body, _, contact = source.partition("联系方式")
    assert contact  # number and mailbox are data; test_page_counts finds them
    wanted = "".join(pieces(body))
    assert len(wanted) > 6000
    assert sum(1 for character in wanted if character in text) == len(wanted)


@pytest.mark.parametrize("name", ["12-two-level", "13-triplet-status"])
def test_constructed_notices_are_complete(tmp_path: Path, name: str) -> None:
    """The other shapes lose nothing but the wording of the contact and date lines."""
    text = QUOTE.sub("", page_text(tmp_path, CASES / f"{name}.yaml"))
    source = QUOTE.sub("", (CASES / f"{name}.txt").read_text(encoding="utf-8"))
    source = APART.sub("\n", source)
    assert missing(text, source) == []


def test_statuses_are_complete(tmp_path: Path) -> None:
    """Every status that the notices print stands on the page as often as there."""
    two = page_text(tmp_path / "12", CASES / "12-two-level.yaml")
    three = page_text(tmp_path / "13", CASES / "13-triplet-status.yaml")
    assert two.count("◑正在整改") == 2
    shown = [three.count(each) for each in ("●已完成", "◕基本完成", "∞长期坚持")]
    assert shown == [8, 2, 2]


def test_a_lost_character_is_noticed(tmp_path: Path) -> None:
    """The comparison itself can fail: a text with one character less is reported."""
    text = page_text(tmp_path, SEED)
    source = (CASES / "00-seed.txt").read_text(encoding="utf-8")
    assert missing(text.replace("渎职", "渎", 1), source) != []
