"""Differences of structure: problems, statuses, figures, contacts."""

from pathlib import PurePosixPath

import pytest

from disclosure.document.comparison import Version, compare
from disclosure.document.document import read_document
from disclosure.page_texts import page_texts
from disclosure.source.load import load_notice
from tests.conftest import NOTICE, ROOT

KINDS = page_texts().document.changes
REAL = (ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml").read_text("utf-8")


def version(text: str) -> Version:
    """Load a notice."""
    loaded, found = load_notice(text.encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    document = read_document(loaded.notice, loaded.outline)
    return Version(document, loaded.figures, loaded.outline)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return kind, before and after of each difference."""
    return [(str(d.kind), d.before, d.after) for d in compare(version(old), version(new))]


def without(text: str, title: str) -> str:
    """Return the notice without one problem."""
    lines = text.split("\n")
    first = next(n for n, line in enumerate(lines) if line.strip() == f"- title: {title}")
    indent = len(lines[first]) - len(lines[first].lstrip())
    last = first + 1
    while last < len(lines) and (
        not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip()) > indent
    ):
        last += 1
    return "\n".join(lines[:first] + lines[last:])


def test_same() -> None:
    """Of the same notice nothing has changed."""
    assert told(REAL, REAL) == []


def test_figure() -> None:
    """A changed figure is told with both values, and nothing else."""
    new = REAL.replace("value: 38", "value: 41")
    assert told(REAL, new) == [("指标", "38个（同比+18.7%）", "41个（同比+18.7%）")]


def test_reworded_outcome() -> None:
    """A reworded outcome is no change of structure."""
    assert told(REAL, REAL.replace("加强理论学习，切实", "强化理论学习，切实")) == []


def test_problem_gone_and_new() -> None:
    """A problem that vanished is told first, whatever else changed."""
    shorter = without(REAL, "压力传导不到位。")
    both = shorter.replace("value: 38", "value: 41")
    assert told(REAL, both)[0] == ("问题减少", "压力传导不到位", "")
    assert told(shorter, REAL) == [("问题增加", "", "压力传导不到位")]


def test_renamed() -> None:
    """A problem with another title and the same outcome was renamed."""
    new = REAL.replace("title: 压力传导不到位。", "title: 层层传导压力不够。")
    assert told(REAL, new) == [("问题改名", "压力传导不到位", "层层传导压力不够")]


def test_moved() -> None:
    """A problem that changed its place is told once; those it passed are not."""
    text = without(REAL, "压力传导不到位。")
    block = REAL.split("              - title: 压力传导不到位。")[1].split(
        "          - title: 派驻"
    )[0]
    new = text.replace(
        "              - title: 对党风廉政建设不够重视。",
        f"              - title: 压力传导不到位。{block}              - title: 对党风廉政建设不够重视。",
    )
    # Of two neighbours that changed places, either may be called the one that moved.
    assert [kind for kind, _, _ in told(REAL, new)] == ["问题移动"]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("status: 正在整改", "status: 已完成", KINDS.status),
        ("phone: 0360-5550339", "phone: 0360-5550338", KINDS.contact),
        ("published: 2019-09-16", "published: 2019-09-17", KINDS.value),
    ],
)
def test_values(old: str, new: str, kind: str) -> None:
    """Statuses, contacts and dates are told with what they were and are."""
    text = (ROOT / "tests" / "cases" / "notices" / "12-two-level.yaml").read_text("utf-8")
    assert old in text
    found = compare(version(text), version(text.replace(old, new, 1)))
    assert [each.kind for each in found] == [kind]
    assert found[0].before != found[0].after


def test_status_with_an_ending() -> None:
    """What follows a state is part of it: a change of it alone is told."""
    old, new = (
        NOTICE.replace("kind: 问题\n", f"kind: 问题\n        status: {status}\n")
        for status in ("已完成", "已完成并长期坚持")
    )
    assert told(old, new) == [("整改状态", "已完成", "已完成并长期坚持")]
