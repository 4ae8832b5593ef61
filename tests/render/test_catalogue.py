"""Which notices stand in which list, on which page, and at which address."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from disclosure.render.catalogue import PAGE_LENGTH, ListKind, catalogue, key_of, slices
from disclosure.render.views.summary import NoticeSummary

PLAIN = NoticeSummary(
    slug="n",
    title="通报",
    issuer="中共某局党组",
    source="某县纪委",
    published="2022-02-23",
    published_time="",
    description="",
    categories=0,
    aspects=0,
    problems=0,
    statuses=(),
    genre="",
    units=("某局党组",),
    searched="",
)


def notices(count: int, **values: object) -> list[NoticeSummary]:
    """Return as many notices, the newest first."""
    return [PLAIN._replace(slug=f"n-{number}", **values) for number in range(count, 0, -1)]


@given(some.integers(0, 420))
def test_every_notice_stands_on_one_page(count: int) -> None:
    """Page after page the list is what it was, with at most 50 on each and older ones full."""
    every = notices(count)
    pages = slices(every)
    assert [each for page in pages for each in page.notices] == every
    assert all(len(page.notices) <= PAGE_LENGTH for page in pages)
    assert all(len(page.notices) == PAGE_LENGTH for page in pages[2:])
    assert [page.number for page in pages[1:]] == list(range(len(pages) - 1, 0, -1))
    for newer, older in pairwise(pages):
        assert (newer.older, older.newer) == (older.number, newer.number)


@given(some.integers(0, 420))
def test_one_more_changes_two_pages(count: int) -> None:
    """A new notice changes the first page, what is pushed on, and no page further back."""
    before = {page.number: page for page in slices(notices(count))}
    after = {page.number: page for page in slices(notices(count + 1))}
    changed = {number for number, page in after.items() if before.get(number) != page}
    assert before.keys() <= after.keys()
    assert changed <= {0, max(after), max(after) - 1}


@pytest.mark.parametrize("name", ["../x", "CON", "某" * 300, "a/b", "<b>", " ", "", "n\u0301"])
def test_keys_are_fit_for_any_disk(name: str) -> None:
    """Whatever a unit is called, its address is twelve small letters and digits."""
    assert re.fullmatch("[a-z2-7]{12}", key_of(name))


def test_keys_do_not_depend_on_each_other() -> None:
    """A name has its key from its own characters: these must never change."""
    assert key_of("泾县招商合作服务中心党组") == "llcth6zi3i6j"


def test_few_notices_need_no_lists() -> None:
    """One page shows them all; only a second genre has a list, for its feed."""
    assert catalogue(notices(50)) == {}
    two = [PLAIN, PLAIN._replace(slug="m", genre="反馈情况")]
    assert catalogue(two).keys() == {ListKind.GENRE}


def test_lists_that_tell_nothing_apart_are_left_out() -> None:
    """With one unit, one genre and no states, years alone lead to every notice."""
    assert catalogue(notices(51)).keys() == {ListKind.YEAR}


def test_a_notice_of_two_units_stands_in_both_lists() -> None:
    """Each unit's list has what concerns it, once, whatever the notice says twice."""
    shared = PLAIN._replace(units=("甲镇党委", "乙镇党委", "甲镇党委"))
    found = catalogue([shared, *notices(50)])[ListKind.UNIT]
    assert [(each.name, len(each.notices)) for each in found] == [
        ("甲镇党委", 1), ("某局党组", 50), ("乙镇党委", 1),
    ]  # fmt: skip


def test_states_count_with_what_follows_them() -> None:
    """已完成并长期坚持 is in the list of 已完成; problems are counted, and notices once."""
    states = (("已完成", 3), ("已完成并长期坚持", 2), ("未完成", 1))
    found = catalogue([PLAIN._replace(statuses=states), *notices(50)])[ListKind.STATE]
    assert [(each.key, len(each.notices), each.problems) for each in found] == [
        ("done", 1, 5), ("unfinished", 1, 1),
    ]  # fmt: skip
