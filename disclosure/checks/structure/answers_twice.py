"""structure.answers_twice: what is said of one problem is not said of another word for word.

Good::
    sections:
      - {title: 理论学习不深入, outcomes: 制定学习计划，组织集中学习4次，撰写心得体会20篇。}
      - {title: 制度执行不严格, outcomes: 修订财务制度，组织专题培训4次，开展内部审计2次。}
Good::
    sections:
      - {title: 理论学习不深入, outcomes: 已完成整改，长期坚持。}
      - {title: 制度执行不严格, outcomes: 已完成整改，长期坚持。}
Good::
    sections:
      - {title: 甲, measures: [建立工作台账，实行清单化管理、销号式推进，每周调度。, 修订制度。]}
      - {title: 乙, measures: [建立工作台账，实行清单化管理、销号式推进，每周调度。, 开展培训。]}
Bad::
    sections:
      - {title: 理论学习不深入, outcomes: 召开专题会议研究，制定学习计划，组织集中学习4次。}
      - {title: 制度执行不严格, outcomes: 召开专题会议研究，制定学习计划，组织集中学习4次。}
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.model.faults import Path

# Shorter ones are formulas: 已完成整改，并长期坚持。
_SHORTEST = 20


def _check(context: NoticeContext) -> Iterator[Finding]:
    answers: dict[Path, list[PrintedText]] = {}
    for piece in context.prose:
        node = piece.node
        if node and node.problem and piece.role in {Role.PROSE, Role.ITEM}:
            # All that stands under one key: single measures are often the same.
            answers.setdefault(piece.path[: len(node.path) + 1], []).append(piece)
    first: dict[tuple[str, ...], PrintedText] = {}
    for pieces in answers.values():
        texts = tuple(piece.text.strip() for piece in pieces)
        if sum(map(len, texts)) < _SHORTEST:
            continue
        before, piece = first.setdefault(texts, pieces[0]).node, pieces[0]
        if before and piece.node and before.path != piece.node.path:
            yield in_piece(
                piece, 0, len(piece.text), text=piece.text[:20], title=before.section.title
            )


RULE = Rule("structure.answers_twice", Level.WARNING, "通报自身", __doc__, _check)
