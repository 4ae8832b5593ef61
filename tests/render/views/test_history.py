"""The history page: addresses that never break, rows that follow renamed problems."""

import functools
from collections.abc import Sequence
from pathlib import PurePosixPath

import pytest

from disclosure.document.comparison import Version
from disclosure.document.document import read_document
from disclosure.page_texts import page_texts
from disclosure.render.views.history import view_history
from disclosure.render.views.sealed_versions import SealedVersion, compared_pairs
from disclosure.source.load import load_notice

HEAD = "title: 通报\nissuer: 某局\npublished: 2022-02-23\n"


@functools.cache
def last_version(text: str) -> Version:
    """Load a notice."""
    loaded, found = load_notice((HEAD + text).encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    document = read_document(loaded.notice, loaded.outline)
    return Version(document, loaded.figures, loaded.outline)


def sealed(number: int, text: str, before: int = 0) -> SealedVersion:
    """Return a version of the notice; 0.1.0 sealed so many of the first ones."""
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
        number <= before,
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


TEXT = problems(("招商不明显", "未启动", "正在办理。"))


def numbers(versions: Sequence[SealedVersion]) -> set[tuple[int, int]]:
    """Return which versions are compared, by their numbers."""
    return {(old.number, new.number) for old, new in compared_pairs(versions)}


def compared_until_0_1_0(count: int) -> set[tuple[int, int]]:
    """Return what 0.1.0 compared of so many versions."""
    return {
        (old, new)
        for new in range(1, count + 1)
        for old in range(1, new)
        if new <= 12 or old in {1, new - 1}
    }


@pytest.mark.parametrize("before", [0, 1, 2, 5, 11, 12, 13, 20])
def test_pairs_never_vanish(before: int) -> None:
    """What 0.1.0 compared, and what was compared since with fewer versions, is compared still."""
    versions = [sealed(number, TEXT, before) for number in range(1, 41)]
    ever = compared_until_0_1_0(before)
    assert numbers(versions[:before]) == ever
    for count in range(before, 41):
        now = numbers(versions[:count])
        assert ever <= now
        ever = now
    follow = {(number - 1, number) for number in range(2, 41)}
    with_first = {(1, number) for number in range(2, 41)}
    assert ever == compared_until_0_1_0(before) | follow | with_first


@pytest.mark.parametrize("count", [1, 2, 3, 12, 50])
def test_pairs_grow_with_versions(count: int) -> None:
    """There are twice as many comparisons as versions, less three, however many there are."""
    versions = [sealed(number, TEXT) for number in range(1, count + 1)]
    assert len(compared_pairs(versions)) == max(0, 2 * count - 3)


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
