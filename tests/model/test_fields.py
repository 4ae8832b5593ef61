"""Single values: what is taken as typed, and what is refused with which message."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from disclosure.model import contact_values, fields, registrations
from disclosure.model.links import is_safe_link


def read(kind: Any, value: object) -> Any:
    """Return the value that a field makes of what stands in the file."""
    return TypeAdapter(kind).validate_python(value)


def code(kind: Any, value: object) -> str:
    """Return the code with which a field refuses a value."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (detail,) = caught.value.errors()
    return str(detail["ctx"]["code"])


@pytest.mark.parametrize(
    ("kind", "value", "printed"),
    [
        (fields.Day, "2022-02-23", "2022-02-23"),
        (fields.Clock, "12:30", "12:30"),
        (fields.Exact, "1.10", "1.10"),
        (fields.Exact, "-0.5", "-0.5"),
        (fields.Percent, "18.70%", "18.70"),
        (fields.Percent, "-5％", "-5"),
        (fields.Count, "19", "19"),
        (contact_values.PhoneNumber, "05632263070", "05632263070"),
        (contact_values.Email, "a@example.com", "a@example.com"),
        (fields.FileName, "plan.pdf", "plan.pdf"),
        (fields.Anchor, "wen-ti-1", "wen-ti-1"),
        (fields.MetricId, "新建项目", "新建项目"),
        (fields.Flag, "true", "True"),
        (fields.Text, "no", "no"),
        (registrations.SiteCode, "3418230001", "3418230001"),
        (registrations.SiteCode, "bm12345678", "bm12345678"),
        (registrations.PoliceRecord, "皖公网安备 34182302000001号", "皖公网安备 34182302000001号"),
        (registrations.IcpRecord, "皖ICP备12345678号-1", "皖ICP备12345678号-1"),
        (registrations.IndexNumber, "113417020/2024-00005", "113417020/2024-00005"),
        (registrations.Postcode, "242500", "242500"),
    ],
)
def test_good_values_stay(kind: Any, value: str, printed: str) -> None:
    """A value of the right form keeps every digit."""
    assert str(read(kind, value)) == printed


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (fields.Day, "2022-02-30", "field.date_missing"),
        (fields.Day, "0000-01-01", "field.date_missing"),
        (fields.Day, "2022.2.30", "field.date_missing"),
        (fields.Day, "2022-2-3", "field.date_like"),
        (fields.Day, "2022年2月3日", "field.date_like"),
        (fields.Day, "昨天", "field.date_form"),
        (fields.Day, "２０２２-０２-２３", "field.half_width"),
        (fields.Day, ["2022-02-23"], "field.date_form"),
        (fields.Clock, "24:00", "field.clock"),
        (fields.Clock, "9:30", "field.clock"),
        (fields.Clock, "09：30", "field.half_width"),
        (fields.Exact, "1,234", "field.number"),
        (fields.Exact, "38个", "field.number"),
        (fields.Exact, "1e3", "field.number"),
        (fields.Exact, "007", "field.number"),
        (fields.Exact, "18.7%", "field.number_percent"),
        (fields.Exact, "３８", "field.half_width"),
        (fields.Exact, "٣٨", "field.number"),
        (fields.Percent, "18.7", "field.percent"),
        (fields.Percent, "１８%", "field.half_width"),
        (fields.Count, "-1", "field.count"),
        (fields.Count, "1234567", "field.count"),
        (fields.Count, "１９", "field.half_width"),
        (contact_values.PhoneNumber, "2263", "field.phone_digits"),
        (contact_values.PhoneNumber, "０５６３－２２６３０７０", "field.half_width"),
        (contact_values.Email, "a@localhost", "field.email"),
        (fields.FileName, "../a.pdf", "field.file_name"),
        (fields.FileName, "方案.pdf", "field.file_name"),
        (fields.Anchor, "Wen", "field.anchor"),
        (fields.Anchor, "a" * 61, "field.anchor"),
        (fields.MetricId, "1a", "field.metric_id"),
        (fields.MetricId, "in", "field.metric_id"),
        (fields.MetricId, "ｎｅｗ", "field.half_width"),
        (fields.Flag, "yes", "field.flag"),
        (fields.Text, " \n", "field.empty"),
        (fields.Text, {"a": "b"}, "field.text"),
        (fields.Paragraphs, ["a", ["b"]], "field.prose"),
        (fields.Paragraphs, "\n\n", "field.empty"),
        (fields.SiteAddress, "https://a.cn/?x", "field.site_address"),
        (fields.SiteAddress, "mailto:a@b.cn", "field.site_address"),
        (registrations.SiteCode, "123", "field.site_code"),
        (registrations.PoliceRecord, "34182302000001", "field.police_record"),
        (registrations.IcpRecord, "ICP12345678", "field.icp"),
        (registrations.IndexNumber, "x", "field.index_number"),
        (registrations.Postcode, "24250", "field.postcode"),
    ],
)
def test_bad_values_are_refused(kind: Any, value: object, expected: str) -> None:
    """A value of another form is refused with its own message."""
    assert code(kind, value) == expected


def test_site_address_ends_with_a_slash() -> None:
    """The site's address is completed, so that pages can be joined to it."""
    assert read(fields.SiteAddress, "https://a.cn/gk") == "https://a.cn/gk/"


def test_line_ends_that_are_left_part_paragraphs() -> None:
    """Each line of a block behind | is a paragraph; blank lines are none."""
    assert read(fields.Paragraphs, "甲。\n乙。\n\n丙。\n") == ("甲。", "乙。", "丙。")
    assert read(fields.Paragraphs, ["甲。", "", " 乙。"]) == ("甲。", "乙。")


@pytest.mark.parametrize(
    "link",
    ["https://a.cn/x?y=1#z", "HTTP://a.cn", "mailto:a@b.cn", "tel:+8612345", "https://中国.cn/"],
)
def test_safe_links(link: str) -> None:
    """Web, mail and telephone addresses may be linked to."""
    assert is_safe_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "\x01javascript:alert(1)", "java\tscript:x",
        "\x01https://a.cn", "data:text/html,x", "//a.cn", "/a", "a.cn", "", "https://", "https:///a",
        "https://:80/", "https://[", "mailto:", "https://a.cn/<x>", "https://a.cn/ x", "file:///etc",
    ],
)  # fmt: skip
def test_unsafe_links(link: str) -> None:
    """Scripts, data, relative addresses and addresses of nothing may not."""
    assert not is_safe_link(link)
