"""Which problem goes on with which of those before it, and which notices are one matter."""

import random
from typing import Any

import pytest

from disclosure.model.follow_up import Joined, Told, join_all
from disclosure.model.matters import chain_faults, chains_of
from disclosure.model.notice import Notice
from disclosure.model.outline import draw_outline


def told(*problems: dict[str, Any], **more: Any) -> Told:
    """Return a notice with these problems."""
    sections = [{"kind": "问题", **problem} for problem in problems]
    head = {"title": "t", "issuer": "i", "published": "2022-02-23"}
    notice = Notice.model_validate({**head, **more, "sections": sections})
    return Told(notice, draw_outline(notice))


def origins(joined: Joined) -> dict[str, list[tuple[int, str]]]:
    """Return for each problem the places that it goes on with."""
    return {anchor: [place.key for place in places] for anchor, places in joined.origins.items()}


def test_nothing_is_before_the_first() -> None:
    """The first notice has no origins, misses nothing and is at fault in nothing."""
    assert join_all([told({"title": "甲"})]) == (Joined({}, (), ()),)


def test_split_merged_and_new() -> None:
    """One problem becomes two, these one again; what nobody had before is new."""
    first = told({"title": "甲"}, {"title": "乙", "id": "b"})
    second = told(
        {"title": "甲一", "id": "one", "continues": "s-1"},
        {"title": "甲二", "id": "two", "continues": "s-1"},
        {"title": "乙，改了名", "id": "b"},
        continues="first",
    )
    third = told(
        {"title": "甲，合并", "continues": ["one", "two"]},
        {"title": "乙", "id": "b"},
        {"title": "丙"},
        continues="second",
    )
    _, then, now = join_all([first, second, third])
    assert origins(then) == {"one": [(0, "s-1")], "two": [(0, "s-1")], "b": [(0, "b")]}
    assert origins(now) == {"s-1": [(1, "one"), (1, "two")], "b": [(1, "b")]}
    assert not then.missing
    assert not now.missing


def test_a_dropped_problem_comes_back() -> None:
    """A problem that one notice drops is known to the next by its name."""
    notices = [
        told({"title": "甲"}, {"title": "乙", "id": "b"}),
        told({"title": "甲"}, continues="first", dropped=[{"id": "b", "reason": "已办。"}]),
        told({"title": "甲"}, {"title": "乙，又来", "id": "b"}, continues="second"),
    ]
    _, then, now = join_all(notices)
    assert [node.anchor for node in then.missing] == ["b"]
    assert origins(now)["b"] == [(0, "b")]


def test_what_is_only_alike_is_not_the_same() -> None:
    """A changed title, the same title twice, or other ids under one title join nothing."""
    first = told(
        {"title": "学习不够深入"}, {"title": "乙"}, {"title": "乙"}, {"title": "丁", "id": "d"}
    )
    second = told(
        {"title": "学习不深入"}, {"title": "乙"}, {"title": "丁", "id": "e"}, continues="first"
    )
    joined = join_all([first, second])[1]
    assert joined.origins == {}
    assert len(joined.missing) == 4


@pytest.mark.parametrize(
    ("problem", "dropped", "code"),
    [
        ({"title": "甲", "continues": "s-9"}, [], "follow.unknown_problem"),
        ({"title": "甲"}, [{"id": "s-9", "reason": "。"}], "follow.unknown_problem"),
        ({"title": "甲"}, [{"id": "s-1", "reason": "。"}], "follow.still_there"),
    ],
)
def test_names_that_no_problem_has(
    problem: dict[str, Any], dropped: list[dict[str, str]], code: str
) -> None:
    """A name of nothing, and one that is dropped and still there, are faults."""
    second = told(problem, continues="first", dropped=dropped)
    faults = join_all([told({"title": "甲"}), second])[1].faults
    assert [fault.code for fault in faults] == [code]


@pytest.mark.parametrize("seed", range(30))
def test_reordered_problems_find_themselves(seed: int) -> None:
    """Whatever the order, problems with ids or with titles of their own are joined to themselves."""
    dice = random.Random(seed)
    problems = [
        {"title": f"问题{n}"} | ({"id": f"p{n}"} if dice.random() < 0.5 else {}) for n in range(8)
    ]
    later = dice.sample(problems, 8)
    first, second = told(*problems), told(*later, continues="first")
    joined = join_all([first, second])[1]
    titles = {(0, node.anchor): node.section.title for node in first.problems}
    found = {
        node.section.title: [titles[key] for key in origins(joined)[node.anchor]]
        for node in second.problems
    }
    assert found == {problem["title"]: [problem["title"]] for problem in problems}


def test_chains() -> None:
    """Notices that continue one another are one matter, the first one first."""
    links = {"b": "a", "c": "b", "y": "x"}
    chains = chains_of(links, {"a", "b", "c", "x", "y", "z"})
    assert chains == {**dict.fromkeys("abc", ("a", "b", "c")), **dict.fromkeys("xy", ("x", "y"))}


@pytest.mark.parametrize(
    ("links", "wrong"),
    [
        ({"b": "nowhere"}, {"b": "follow.unknown"}),
        ({"a": "a"}, {"a": "follow.circle"}),
        (
            {"a": "b", "b": "a", "c": "b"},
            {"a": "follow.circle", "b": "follow.circle", "c": "follow.two"},
        ),
        ({"b": "a", "c": "a", "d": "c"}, {"b": "follow.two", "c": "follow.two"}),
    ],
)
def test_chains_that_are_none(links: dict[str, str], wrong: dict[str, str]) -> None:
    """Unknown notices, circles and two notices after one are told where they stand."""
    assert {each.slug: each.code for each in chain_faults(links, {"a", "b", "c", "d"})} == wrong
    assert all(
        slug not in wrong or slug == chain[0] for slug, chain in chains_of(links, "abcd").items()
    )
