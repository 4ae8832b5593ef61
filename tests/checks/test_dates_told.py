"""Dates and what their sentences tell of them: right ones and slips of each kind."""

from typing import Any

import pytest

from disclosure.checks.timeline import RULES
from tests.checks.desk import SOUND, to_yaml, verdict_of
from tests.conftest import ROOT


def codes(text: str | list[str], **more: Any) -> set[str]:
    """Return what the rules of timeline say of a section; published on 2022-02-23."""
    data = SOUND | {"sections": [{"title": "下一步工作", "body": text}]} | more
    verdict = verdict_of(to_yaml(data), rules=RULES)
    return {each.code for each in verdict.diagnostics if each.code.startswith("timeline.")}


RIGHT = (
    "本办法自2022年5月1日起施行，有效期至2027年4月30日。",
    "2022年3月1日至2023年2月28日，对困难企业给予社保补贴。",
    "该项补贴将持续至2022年12月31日。",
    "补贴申请受理时间延长至2022年12月31日。",
    "2022年12月31日（含）前购房的，可申请提取。",
    "凡在2022年6月1日至2022年12月31日期间购买商品住房的，给予补贴。",
    "计划2022年12月底前完成验收。",
    "印发《2023年3月至12月学习计划》。",
    "报名时间：即日起，截至2022年3月15日，受理申请共三类。",
    "专题研讨班于本月23日至26日举行。",
    "下月1日至4日封闭管理，5日至7日开放。",
    "每年11月15日至3月15日供暖。",
    "2021年11月15日至2022年3月15日供暖。",
    "2021年11月23日下午，星期二，开展督查。",
    "2021年11月23日起，每周一至周五受理。",
    "2021年11月23日，周一鸣同志主持会议。",
    "2021年11月23日，周三、周四两个督查组分别反馈。",
    "2021年9月27日召开会议。2019年10月8日印发的办法已修订。2021年11月5日召开推进会。",
    "2021年9月27日召开会议。2021年11月8日印发方案。2021年10月5日召开推进会。",
    "2019年9月27日立项。2020年10月8日开工。2021年11月5日竣工。",
    "2月10日召开动员会。",
    "从7月1日起，实行清单管理。",
)
WRONG = (
    ("2022年12月10日召开会议。", "timeline.future"),
    ("该项工作已于2023年3月完成验收。", "timeline.future"),
    ("截至2023年12月底，已整改12个。", "timeline.future"),
    ("2024年9月以来，召开会议12次。", "timeline.future"),
    ("2022年11月23日召开党组会议，学习《党委意识形态工作责任制实施办法》。", "timeline.future"),
    ("整改时间：2022年12月。", "timeline.ahead"),
    ("2021年2月30日召开会议。", "timeline.impossible"),
    ("2021年11月23日下午，星期四，开展督查。", "timeline.weekday"),
    ("2021年11月23日（周四）上午，开展督查。", "timeline.weekday"),
    ("2021年11月23日，星期五，召开会议。", "timeline.weekday"),
    ("巡察组于1月23日至1月13日开展巡察。", "timeline.backwards"),
    ("2021年9月至3月开展整治。", "timeline.backwards"),
    ("2021年9月27日召开会议。2020年10月8日印发方案。2021年11月5日召开推进会。", "timeline.series"),
    ("2021年11月27日召开会议。2021年1月8日印发方案。2022年2月5日召开推进会。", "timeline.series"),
    ("9月27日，成功举办推介会。", "timeline.year"),
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_right_dates(text: str) -> None:
    """Plans, periods, validities, ranges without a month and dates of documents are no slips."""
    assert codes(text) == set()


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong_dates(text: str, code: str) -> None:
    """A slip is told by the rule of its kind alone."""
    assert codes(text) == {code}


def test_year_said_before() -> None:
    """A paragraph that names the year names it for the next; a chapter without one does not."""
    assert codes(["2021年9月20日，制定方案。", "9月27日，召开会议。", "10月8日，印发。"]) == set()
    sections = [
        {"title": "甲", "body": ["2021年9月20日，制定方案。", "已经办结。"]},
        {"title": "乙", "body": ["加强学习。", "9月27日，召开会议。"]},
    ]
    assert codes("", sections=sections) == {"timeline.year"}


@pytest.mark.parametrize(
    ("title", "lead", "found"),
    [
        ("关于2023年度审计整改情况的公告", "现将2022年度审计查出问题整改情况公告如下。", True),
        ("2023年法治政府建设情况报告", "现将2022年法治政府建设情况报告如下。", True),
        ("关于2023年度审计整改情况的公告", "现将2023年度审计查出问题整改情况公告如下。", False),
        ("关于2023年度审计整改情况的公告", "根据2022年计划，现将审计整改情况公告如下。", False),
        ("关于2022年和2023年审计情况的公告", "现将2022年审计情况公告如下。", False),
        ("2023年第一批典型案例通报", "现将2022年以来查处的3起典型问题通报如下。", False),
    ],
)
def test_year_of_the_title(title: str, lead: str, found: bool) -> None:
    """The opening names the year that the title names, where both name what they announce."""
    more = {"title": title, "lead": lead, "published": "2024-02-01"}
    assert ("timeline.title_year" in codes("持续整改。", **more)) == found


@pytest.mark.parametrize(
    ("published", "lead", "found"),
    [
        ("2025-02-23", "2021年9月，召开会议。", True),
        ("2023-02-23", "2021年9月，召开会议。", False),
        ("2025-02-23", "根据《2015年工作要点》，持续整改。", False),
        ("2025-02-23", "2015年9月成立，印发〔2024〕5号文件。", False),
    ],
)
def test_year_of_publication(published: str, lead: str, found: bool) -> None:
    """A year that no date of the text supports is told; titles and numbers are no dates."""
    codes_found = codes("持续整改。", published=published, lead=lead)
    assert ("timeline.publication" in codes_found) == found


def test_the_first_notice_lacks_a_year() -> None:
    """A paragraph of the problem before names a year; it is not that of the next problem."""
    text = (ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml").read_text("utf-8")
    found = [each for each in verdict_of(text, rules=RULES).diagnostics if each.code[:4] == "time"]
    assert [(each.code, dict(each.params)["text"]) for each in found] == [
        ("timeline.year", "9月27日")
    ]
