"""typography.document_number: the year of a document number stands between 〔 and 〕.

Good: 印发《通知》（泾招组办〔2021〕8号）。
Good: 土地证号为青国用（2012）第275号。
Bad: 印发《通知》（泾招组办﹝2021﹞8号）。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<open>[\[［【﹝「〈｛{])(?P<year>(?:19|20)\d{2})(?P<close>[\]］】﹞」〉｝}])(?=第?\d{1,5}号)"
    # Certificates and judgments have round ones: 国用（2012）第275号, 行初字（2014）39号.
    r"|(?<=[发函办规政财房通])(?P<round>[(（])(?P<y0>(?:19|20)\d{2})(?P<end>[)）])(?=\d{1,5}号)"
    r"|(?<=[\u4e00-\u9fff])(?P<left>〔)(?P<y1>(?:19|20)\d{2})(?P<bad>[\]］】﹞)）])(?=第?\d{1,5}号)"
    r"|(?<=[\u4e00-\u9fff])(?P<bad2>[\[［【﹝(（])(?P<y2>(?:19|20)\d{2})(?P<right>〕)(?=第?\d{1,5}号)"
)


def fix(text: str) -> Iterator[Edit]:
    """Yield the brackets that are to be 〔 and 〕."""
    if "号" not in text:
        return
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if text[start] != "〔":
            yield Edit(start, start + 1, "〔")
        if text[end - 1] != "〕":
            yield Edit(end - 1, end, "〕")


RULE = Rule(
    "typography.document_number",
    Level.WARNING,
    "GB/T 9704—2012 7.2.5",
    __doc__,
    mending_check(fix, everywhere=True),
    fix,
)
