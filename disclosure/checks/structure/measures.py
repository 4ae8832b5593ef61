"""structure.measures: where measures are listed one by one, there are as many as declared.

Good::
    declared: {measures: 2}
    sections: [{title: 甲, measures: [健全制度。, 开展培训。]}]
Bad::
    declared: {measures: 3}
    sections: [{title: 甲, measures: [健全制度。, 开展培训。]}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.content import texts_of


def _check(context: NoticeContext) -> Iterator[Finding]:
    declared = context.notice.declared.measures
    problems = [node.section for node in context.outline.nodes if node.problem]
    if (
        declared is None
        or context.outline.partial
        or not problems
        or not all(texts_of(problem, "measures") for problem in problems)
    ):
        return
    texts = [text for problem in problems for text in texts_of(problem, "measures")]
    # Several measures in one sentence: nobody can say how many it is.
    if any("；" in text or ";" in text for text in texts):
        return
    if len(texts) != declared:
        yield at_value(("declared", "measures"), declared=str(declared), found=str(len(texts)))


RULE = Rule("structure.measures", Level.ERROR, "通报自身", __doc__, _check)
