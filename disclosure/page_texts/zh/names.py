"""Chinese: what a genre may call otherwise, and the texts that these words stand in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "notice": "通报",
        "problem": "问题",
        "counter": "个",
        "status": "整改状态",
        "progress": "整改情况",
    }
)
NAMED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article.title": "{notice}正文",
        "mail.notice": "{notice}：{{title}}",
        "count.problems": "{counter}{problem}",
        "count.listed": "{counter}列出的{problem}",
        "count.of_status": "{{number}}{counter}",
        "count.status": "{{status}}{{number}}{counter}",
        "problem.link": "{problem}{{number}}的链接",
        "problem.feedback": "对{problem}{{number}}提意见",
        "mail.subject_problem": "意见建议：{problem}{{number}} {{title}}",
        "mail.problem": "{problem}{{number}}：{{problem}}",
        "chart.states": "各版{problem}的{status}",
        "ledger.title": "{problem}台账",
        "ledger.caption": "{problem}台账（共{{count}}{counter}{problem}）",
        "ledger.problem": "{problem}",
        "file.ledger": "{problem}台账 ledger.csv",
        "matter.title": "同一事项的各次{notice}",
        "matter.ledger": "各次{notice}的{problem}台账",
        "matter.about": "同一事项各次{notice}里的每个{problem}，逐次列出{status}，按现在公开的{notice}汇总。",
        "matter.caption": "各次{notice}的{problem}台账（共{{count}}{counter}{problem}）",
        "matter.problem": "{problem}{{number}}",
        "history.problems": "各{problem}的{status}",
        "history.problem": "{problem}",
        "history.numbered": "{problem}{{number}}：{{name}}",
        "history.same_problems": "各版的{problem}相同。",
        "sheet.problems": "{{count}}{counter}{problem}的{progress}",
        "purpose.ledger": "{problem}台账，可用表格软件打开",
    }
)
