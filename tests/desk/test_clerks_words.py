"""Findings in the desk's own words: names of fields instead of keys, and content left alone."""

from pathlib import PurePosixPath

import pytest

from disclosure.desk.clerks_words import said_of
from disclosure.diagnostics import Diagnostic, Level

WHERE = PurePosixPath("content/notices/first.yaml")


@pytest.mark.parametrize(
    ("code", "params", "wanted"),
    [
        ("release.contact", {}, "没有联系方式；请在“联系方式”里写上电话或邮箱"),
        ("notice.no_source", {}, "没有填写来源，暂以发布单位为来源；请填写"),
        ("signature.empty", {}, "落款里没有内容；请写“署名”或“成文日期”"),
        (
            "notice.before_feedback",
            {},
            "发布日期早于巡察反馈日期；请核对“发布日期”和“反馈日期”",
        ),
        ("contact.mixed", {"key": "phone"}, "电话 也请移到"),
        (
            "timeline.as_of",
            {"text": "contact 和 as_of", "wanted": "2022"},
            "“contact 和 as_of”与“数据截至日期”的 2022 不同",
        ),
    ],
)
def test_names_for_keys(code: str, params: dict[str, str], wanted: str) -> None:
    """Words of the program are put into those of the form; what a notice says is not."""
    found = Diagnostic(WHERE, 1, 1, Level.ERROR, code, tuple(params.items()))
    assert wanted in said_of(found, "zh")


def test_in_english_keys_stay() -> None:
    """Only Chinese has other names for them."""
    found = Diagnostic(WHERE, 1, 1, Level.ERROR, "release.contact", ())
    assert "contact" in said_of(found, "en")
