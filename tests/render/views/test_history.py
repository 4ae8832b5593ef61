"""The history page: addresses that never break, rows that follow renamed problems."""

import functools
from pathlib import PurePosixPath

import pytest

from disclosure.document.comparison import Version
from disclosure.document.document import read_document
from disclosure.page_texts import page_texts
from disclosure.render.views.history import SealedVersion, compared_pairs, view_history
from disclosure.source.load import load_notice

HEAD = "title: 通报\nissuer: 某局\npublished: 2022-02-23\n"


@functools.cache
def last_version(text: str) -> Version:
    """Load a notice."""
    loaded, found = load_notice((HEAD + text).encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    document = read_document(loaded.notice, loaded.outline)
    return Version(document, loaded.figures, loaded.outline)


def sealed(number: int, text: str) -> SealedVersion:
    """Return a version of the notice."""
    return SealedVersion(
        "a",
        number,
        f"2024-01-{number % 28 + 1:02}T09:00:00+08:00",
        "进展更新",
        "",
        "通报",
        "",
        last_version(text),
        (),
        {},
        "",
    )


def problems(*rows: tuple[str, str, str]) -> str:
    """Return the body of a notice with these problems: title, status, outcome."""
    text = "sections:\n  - title: 整改情况\n    sections:\n"
    for title, status, outcome in rows:
        text += f"      - {{title: {title}, kind: 问题, status: {status}, outcomes: [{outcome}]}}\n"
    return text


def tracks(*bodies: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the ledger over the versions."""
    versions = [sealed(number, body) for number, body in enumerate(bodies, 1)]
    return [
        (track.name, track.values)
        for track in view_history(versions, "archive/a/index.html", "", page_texts()).problems
    ]


def test_pairs_never_vanish() -> None:
    """Of 40 versions, every pair that was compared when there were fewer is compared still."""
    text = problems(("招商不明显", "未启动", "正在办理。"))
    versions = [sealed(number, text) for number in range(1, 41)]
    ever: set[tuple[int, int]] = set()
    for count in range(1, 41):
        now = {(old.number, new.number) for old, new in compared_pairs(versions[:count])}
        assert ever <= now
        ever = now
        # As it was published until now, version by version.
        if count <= 12:
            assert len(now) == count * (count - 1) // 2
        assert {(n, n + 1) for n in range(1, count)} | {(1, n) for n in range(2, count + 1)} <= now
    assert len(ever) < 12 * 11 // 2 + 2 * 40
    listed = view_history(versions, "archive/a/index.html", "", page_texts()).pairs
    assert len(listed) == len(ever)


TOLD = "制定招商计划三项，走访企业二十家，签约项目五个。"
RENAMES = [
    ("招商成效不明显", "招商引资成效不够明显"), ("资金管理不严", "资金管理不够严格"), ("台账不全", "工作台账不全"),
    ("督查不力", "督查工作不力"), ("学习不够", "理论学习不够深入"), ("作风不实", "工作作风不实"),
    ("甲", "完全另一个名称"), ("制度缺失", "制度不健全"), ("公车私用", "公务用车管理不严"), ("会议多", "文山会海"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), RENAMES)
def test_renamed(old: str, new: str) -> None:
    """A renamed problem keeps its row, under its name of today with the former one beside it."""
    other = ("另一问题", "已完成", "全部办结。")
    found = tracks(
        problems((old, "未启动", TOLD), other),
        problems((new, "正在整改", TOLD), other),
        problems(other, (new, "已完成", TOLD)),
    )
    assert (f"{new}（原：{old}）", ("未启动", "正在整改", "已完成")) in found
    assert len(found) == 2


def test_reordered() -> None:
    """A pure change of order changes no row and no figure."""
    rows = [(f"问题{n}号", "已完成", f"第{n}类事项办结。") for n in "甲乙丙丁"]
    found = tracks(problems(*rows), problems(*reversed(rows)))
    assert sorted(values for _, values in found) == [("已完成", "已完成")] * 4
    metrics = ["{id: a, name: 甲, value: 1, unit: 个}", "{id: b, name: 乙, value: 2, unit: 个}"]
    bodies = [
        "metrics:\n" + "".join(f"  - {row}\n" for row in order) + problems(*rows)
        for order in (metrics, metrics[::-1])
    ]
    versions = [sealed(number, body) for number, body in enumerate(bodies, 1)]
    assert view_history(versions, "archive/a/index.html", "", page_texts()).figures == ()


def test_gone_and_come_back() -> None:
    """A problem that was left out of one version goes on in its row."""
    one, two = ("招商不明显", "未启动", TOLD), ("资金不严", "已完成", "办结。")
    found = tracks(problems(one, two), problems(two), problems(one, two))
    assert ("招商不明显", ("未启动", "—", "未启动")) in found
    assert len(found) == 2


def test_two_of_one_name() -> None:
    """Two problems of one name have a row each."""
    one, two = ("台账不全", "未启动", TOLD), ("台账不全", "已完成", "办结。")
    assert [values for _, values in tracks(problems(one, two), problems(one, two))] == [
        ("未启动", "未启动"),
        ("已完成", "已完成"),
    ]
