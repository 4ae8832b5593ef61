"""English: follow-ups, notices that go on with earlier ones."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "field.slug": "'{value}' is not the name of a notice's file; write the name of the one to be continued without .yaml, such as 2022-02-23",
        "follow.alone": "{key} is for follow-ups only, and this notice has no continues; write continues: with the name of the notice before at the top, or delete {key}",
        "follow.twice": "the problem '{id}' of the notice before is named twice in one place, or both continued and in dropped; keep one of the two",
        "follow.no_problem": "this section is no problem and cannot continue the problem '{id}'; write continues below a problem, or give this section kind: 问题",
        "follow.form": "write continues as a line of its own, at the left margin: continues: {slug}",
        "follow.unknown": "there is no notice '{slug}'; let continues name the file of the notice before in content/notices, without .yaml",
        "follow.circle": "continuing '{slug}' leads back to this notice ({way}); check continues; the first notice has none",
        "follow.two": "'{slug}' is continued by '{other}' already; a notice is continued by one only; let one of the two continue a later one",
        "follow.unread": "the notice before, '{slug}', has errors and cannot be read; mend it first",
        "follow.before": "this notice is dated {day}, before the one it continues, '{slug}' ({earlier}); check the dates and continues",
        "follow.unknown_problem": "the notice before has no problem '{id}' (or it was continued elsewhere already); check it: the id or position of a problem is what stands behind # in its link on that notice's page",
        "follow.still_there": "'{id}' is in dropped, but the text still has this problem; delete it from dropped, or give the problem in the text another id",
        "structure.dropped": "problem {number} of the notice before, '{title}', is not in this one; if it was renamed, split or merged, write continues: {id} below what it became; if it is no longer reported, write id: {id} and a reason in dropped",
        "rule.structure.dropped": "a follow-up accounts for every problem of the notice before",
        "structure.weakened": "the notice before says '{before}', this one '{now}'; check it; if it did go back, write reopened: with the reason below this problem",
        "rule.structure.weakened": "a state that went back since the notice before is explained",
        "structure.state_missing": "the notice before says '{before}', this one gives no state; fill in status",
        "rule.structure.state_missing": "a problem that had a state before has one in the follow-up",
        "follow_up.written": "Written: {path}, continuing {last}, with {problems} problems. Fill in the title, every status and every 〔请填写〕, then run python3 build.py check {slug}",
        "follow_up.usage": "follow takes the name of the notice to be continued: python3 build.py follow 2022-02-23 --to 2022-08-23",
        "follow_up.continued": "'{slug}' is continued by '{other}' already; go on from the last one: python3 build.py follow {other}",
        "follow_up.unread": "'{slug}' has errors and cannot be read; run python3 build.py check {slug} and mend it first",
        "follow_up.no_problems": "'{slug}' has no problems, so there is nothing to follow up",
        "cli.follow": "begin a follow-up: the problems of the last notice, with states to be filled in; --to names its file",
    }
)
