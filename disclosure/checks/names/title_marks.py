"""names.title_marks: a document that is issued stands between 《 and 》.

Good: 印发《关于进一步规范信息报送工作的通知》。
Bad: 印发关于进一步规范信息报送工作的通知。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_BARE = re.compile(
    r"(?:印发|出台|制定|修订|转发|下发|制定印发|修订完善)了?关于[^《》，。；“”]{4,40}的(?:通知|意见|方案|办法|规定|函|报告|细则)(?=[，。；、])"
)

RULE = Rule(
    "names.title_marks", Level.WARNING, "GB/T 15834—2011 4.15.3.1", __doc__, pattern_check(_BARE)
)
