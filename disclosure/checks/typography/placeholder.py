"""typography.placeholder: nothing is left to be filled in.

Good: 设立宣笔制作、艺术类院校等3个专班。
Bad: 设立宣笔制作、艺术类院校等N个专班。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_HOLE = re.compile(
    r"(?<![A-Za-z0-9+＋“])[NnＮMXx×](?=[个项家名条次件人处余种])"
    r"|[XxＸｘ×✕╳]{2,}(?=[\u4e00-\u9fff\d])|(?<=[\u4e00-\u9fff])[XxＸｘ×]{2,}"
    r"|_{2,}|＿{2,}|[□▢]+|TODO|TBD|待定(?=[，。；])|待补充|此处(?:填写|插入|补充)"
    r"|\$\{|\{\{|<CMS|(?<![\d*\u4e00-\u9fff])\?{2,}(?![\u4e00-\u9fff])|？{3,}|(?<=[年月])[\s\u3000]+(?=[月日])"
)

RULE = Rule("typography.placeholder", Level.WARNING, "通报自身", __doc__, pattern_check(_HOLE))
