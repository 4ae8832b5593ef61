"""What a text says of itself: 3大类10个方面19个具体问题, and the counts of the tree."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.scope import of_a_part, problem_paths
from disclosure.document.printed import PrintedText
from disclosure.model.outline import Node, Outline
from disclosure.zh.numerals import number_of

_NUMBER = r"(\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_STATED = re.compile(
    rf"(?:{_NUMBER}(?:个)?(?P<upper>大类|方面|类))?(?:和|、|，)?"
    rf"(?:{_NUMBER}(?:个)?(?P<lower>方面|类|大项))?(?:和|、|，|共)?"
    rf"{_NUMBER}(?:个|项|条)(?:具体|突出|主要|重点)?(?:问题|事项)"
)
_OTHER_ROUND = re.compile(r"去年|上年|往年|历年|此前|[上前]一?轮")
# Only what the inspectors gave counts; 发现问题41个 is something else.
_INSPECTORS = re.compile(r"反馈|巡察(?:组)?(?:共)?(?:指出|发现)|巡视(?:组)?(?:共)?(?:指出|发现)")


class Stated(NamedTuple):
    """A count that a text states.

    Attributes:
        piece: the text.
        start: first character.
        end: behind it.
        groups: counts above the problems, from the top.
        problems: count of problems.
    """

    piece: PrintedText
    start: int
    end: int
    groups: tuple[int, ...]
    problems: int


def stated_counts(context: NoticeContext) -> Iterator[Stated]:
    """Yield what texts say of how much the inspectors found, in all and in this round.

    What stands under a problem, or above some of them only, speaks of these.
    """
    paths = problem_paths(context.outline)
    for piece in context.prose:
        if "问题" not in piece.text and "事项" not in piece.text:
            continue
        for match in _STATED.finditer(piece.text):
            before = piece.text[max(0, match.start() - 24) : match.start()]
            if not _INSPECTORS.search(before) or re.search(r"[。；！？]", before[-8:]):
                continue
            if _OTHER_ROUND.search(before) or of_a_part(piece.path, paths):
                continue
            groups = tuple(number_of(text) for text in match.group(1, 3) if text)
            yield Stated(piece, match.start(), match.end(), groups, number_of(match[5]))


def levels_above_problems(outline: Outline) -> tuple[int, ...]:
    """Return how many sections there are at each depth above the deepest problems, from the top.

    Only sections that are problems or have some below them count: an aspect without parts of
    its own is both an aspect and a problem.
    """
    deepest = max((node.depth for node in outline.nodes if node.problem), default=0)
    counts: dict[int, int] = {}
    for node in outline.nodes:
        if node.depth < deepest and (node.problem or _has_problem(node)):
            counts[node.depth] = counts.get(node.depth, 0) + 1
    return tuple(counts[depth] for depth in sorted(counts))


def _has_problem(node: Node) -> bool:
    return any(child.problem or _has_problem(child) for child in node.children)
