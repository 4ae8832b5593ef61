"""structure.measures: where measures are listed one by one, there are as many as declared.

Good::
    declared: {measures: 2}
    sections: [{title: 甲, measures: [健全制度。, 开展培训。]}]
Good::
    declared: {measures: 5}
    sections:
      - {title: 甲, outcomes: 已改。, measure_count: 3}
      - {title: 乙, measures: [健全制度。, 开展培训。]}
Bad::
    declared: {measures: 5}
    sections: [{title: 甲, outcomes: 已改。, measure_count: 3}]
Bad::
    declared: {measures: 3}
    sections: [{title: 甲, measures: [健全制度。, 开展培训。]}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.content import texts_of
from disclosure.model.section import Section


def _check(context: NoticeContext) -> Iterator[Finding]:
    declared = context.notice.declared.measures
    problems = [node.section for node in context.outline.nodes if node.problem]
    if declared is None or context.outline.partial or not problems:
        return
    counts = [_count(problem) for problem in problems]
    if all(counts) and (found := sum(counts)) != declared:
        yield at_value(("declared", "measures"), declared=str(declared), found=str(found))


def _count(problem: Section) -> int:
    """Return how many measures a problem has; 0 where nobody can say."""
    if problem.measure_count is not None:
        return problem.measure_count
    texts = texts_of(problem, "measures")
    # Several measures in one sentence.
    return 0 if any("；" in text or ";" in text for text in texts) else len(texts)


RULE = Rule("structure.measures", Level.ERROR, "通报自身", __doc__, _check)
