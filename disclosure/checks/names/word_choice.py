"""names.word_choice: words that are mostly written for another: 截止 for 截至, 其它 for 其他.

Good: 截至目前，其他问题正在推进。
Bad: 截止目前，其它问题正在推进。
"""

from disclosure.checks.names.wrong_words import wrong_words_check
from disclosure.checks.rule import Rule
from disclosure.diagnostics import Level

RULE = Rule(
    "names.word_choice",
    Level.WARNING,
    "现代汉语词典；第一批异形词整理表（GF 1001—2001）",
    __doc__,
    wrong_words_check(doubtful=True),
)
