"""Head and foot are printed in the author's words and order, by every writer."""

import json
import re
from typing import Any

import html5lib
import pytest
import yaml

from disclosure.document.comparison import Version, compare
from disclosure.document.document import read_document
from disclosure.model.canonical import canonical_bytes
from disclosure.render.composed import Composed
from disclosure.render.deliveries.pasted import (
    render_fragment,
    render_plain_fragment,
    render_wechat,
)
from disclosure.render.notice_page import render_page
from disclosure.render.outputs import plain_text
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, to_yaml
from tests.conftest import ROOT
from tests.pages import by_class, folded, visible_text
from tests.render.deliveries.parcels import parse, site, told
from tests.render.making import composed_of

HEADED = """\
title: 关于某县2022年度审计查出问题整改情况的报告
subtitle: ——2023年11月27日在某县人大常委会第十六次会议上
speaker: 某县审计局局长　某某某
issuer: 某县审计局
head:
  - {label: 公开方式, text: 主动公开}
  - {label: 成文日期, text: 2023年11月}
addressee: 县人大常委会：
salutation: 各位委员：
lead: 现将整改情况报告如下。
sections: [{title: 整改情况, body: 已经整改。}]
contact: {phone: 0563-2263070}
attachments:
  - {title: 整改台账, label: "附件：1.", only_named: true}
  - {title: 整改清单, label: "2.", file: list.pdf}
posting_period:
  {label: 公示期限, text: 2022年3月1日至3月7日，共7天。, start: 2022-03-01, end: 2022-03-07}
feedback: {invitation: 欢迎监督。}
signature: {name: [某县审计局, 某县财政局], date: 二〇二三年十一月二十七日}
closing:
  - 上述情况，请予审议。
  - table: {caption: 整改一览表, columns: [项目], rows: [[甲]]}
  - part: posting_period
  - part: contact
  - 特此公示！
  - part: signature
  - part: attachments
"""
# As printed; telephone apart, whose label is the program's.
ABOVE = (
    *(
        "关于某县2022年度审计查出问题整改情况的报告",
        "——2023年11月27日在某县人大常委会第十六次会议上",
    ),
    "某县审计局局长　某某某",
)
ENTRIES = ("公开方式", "主动公开", "成文日期", "2023年11月")
BELOW = (
    *("县人大常委会：", "各位委员：", "现将整改情况报告如下。", "整改情况", "已经整改。"),
    *("上述情况，请予审议。", "整改一览表", "项目", "甲"),
    *("公示期限：2022年3月1日至3月7日，共7天。", "0563-2263070", "特此公示！"),
    *("某县审计局", "某县财政局", "二〇二三年十一月二十七日"),
    *("附件：1.整改台账", "2.整改清单", "欢迎监督。"),
)


@pytest.fixture(scope="module")
def composed() -> Composed:
    """Give the report with everything that a head and a foot may hold."""
    return composed_of(HEADED, site(), ROOT / "templates")


def out_of_order(text: str, wanted: tuple[str, ...]) -> list[str]:
    """Return what does not stand in ``text``, once each and one after the other."""
    place, lost = 0, []
    for each in wanted:
        found = text.find(folded(each), place)
        if found < 0:
            lost.append(each)
        else:
            place = found + len(folded(each))
    return lost


def test_plain_text(composed: Composed) -> None:
    """``notice.txt`` holds every line as typed, nothing between them but empty lines."""
    lines = plain_text(composed).decode("utf-8-sig").split("\r\n")
    assert [line for line in lines if line] == [
        *ABOVE,
        "发布单位：某县审计局",
        *("公开方式：主动公开", "成文日期：2023年11月"),
        *("县人大常委会：", "各位委员：", "现将整改情况报告如下。", "一、整改情况", "已经整改。"),
        *("上述情况，请予审议。", "整改一览表", "项目", "甲"),
        *("公示期限：2022年3月1日至3月7日，共7天。", "联系方式：", "电话：0563-2263070"),
        *("特此公示！", "某县审计局", "某县财政局", "二〇二三年十一月二十七日"),
        *("附件：1.整改台账", "2.整改清单（list.pdf）", "欢迎监督。"),
    ]


@pytest.mark.parametrize("large", [False, True], ids=["page", "large-print"])
def test_page(composed: Composed, *, large: bool) -> None:
    """The page has title, lines below it and everything behind the chapters in their order."""
    html = render_page(composed, (), large=large).decode()
    root = html5lib.HTMLParser(strict=True).parse(html)
    (head,) = by_class(root, "dn-head")
    (facts,) = by_class(root, "dn-facts")
    (main,) = by_class(root, "dn-main")
    assert not out_of_order(folded(visible_text(head)), ABOVE)
    assert not out_of_order(folded(visible_text(facts)), ENTRIES)
    text = folded(visible_text(main))
    assert not out_of_order(text, BELOW)
    for each in ("共7天。", "特此公示！", "二〇二三年十一月二十七日", "整改台账", "欢迎监督。"):
        assert text.count(folded(each)) == 1, each
    assert len(by_class(root, "dn-reach")) == 1
    assert 'href="#contact"' in html
    assert "list.pdf" in html


@pytest.mark.parametrize("make", [render_fragment, render_plain_fragment, render_wechat])
def test_pasted(composed: Composed, make: Any) -> None:
    """Fragments and 公众号 hold the lines below the title, which no form asks for, and the rest."""
    name = "wechat.html" if make is render_wechat else "fragment.html"
    text = folded(told(parse(name, make(composed))))
    assert not out_of_order(text, (*ABOVE[1:], *ENTRIES, *BELOW))


def test_title_stays_one_line(composed: Composed) -> None:
    """Programs are told the title alone, and no date that the notice does not have."""
    found = json.loads(str(composed.linked_data.script))
    assert found["headline"] == ABOVE[0]
    html = render_page(composed, (), large=False).decode()
    assert f'<meta name="ArticleTitle" content="{ABOVE[0]}">' in html


def test_parts_that_are_not_named_follow(composed: Composed) -> None:
    """What ``closing`` does not name follows in the usual order, and nothing is lost or doubled."""
    kinds = [part.kind for part in composed.document.ending.parts]
    assert kinds == [
        *("text", "table", "posting_period", "contact", "text", "signature", "attachments"),
        "invitation",
    ]


def canonical(**more: Any) -> dict[str, Any]:
    """Return the canonical form of a small notice."""
    data = yaml.safe_load(HEADED)
    wanted = {key: data[key] for key in ("title", "issuer", "sections")} | more
    notice, found = load_notice(to_yaml(wanted).encode(), SHOWN)
    assert notice is not None, found
    values: dict[str, Any] = json.loads(canonical_bytes(notice.notice))
    return values


def test_single_values_stay_single() -> None:
    """One name is a text in the signed form, as it always was, however it was typed."""
    for name in ("某县审计局", ["某县审计局"]):
        found = canonical(
            unit=name, signature={"name": name, "date": "2022-02-23"}, closing=["完。"]
        )
        assert found["unit"] == "某县审计局"
        assert found["signature"] == {"name": "某县审计局", "date": "2022-02-23"}
        assert found["closing"] == ["完。"]
    many = canonical(unit=["甲局", "乙局"], inspection={"team": ["甲组", "乙组"]})
    assert many["unit"] == ["甲局", "乙局"]
    assert many["inspection"] == {"team": ["甲组", "乙组"]}


@pytest.mark.parametrize(
    ("signature", "lines"),
    [
        ({"name": "某局"}, ["某局"]),
        ({"date": "2022-02-23"}, ["2022年2月23日"]),
        ({"date": "2022-02"}, ["2022年2月"]),
        ({"date": "二○二二年十二月三十一日"}, ["二○二二年十二月三十一日"]),
        ({"name": ["甲局", "乙局"], "date": "2022-02-23"}, ["甲局", "乙局", "2022年2月23日"]),
    ],
)
def test_signatures(signature: dict[str, Any], lines: list[str]) -> None:
    """A signature is printed line by line: names, date, or either alone."""
    text = yaml.safe_dump(yaml.safe_load(HEADED.partition("contact:")[0]), allow_unicode=True)
    made = composed_of(f"{text}{to_yaml({'signature': signature})}", site(), ROOT / "templates")
    assert plain_text(made).decode("utf-8-sig").split("\r\n")[-len(lines) - 1 : -1] == lines
    html = render_page(made, (), large=False).decode()
    spans = re.findall(r'<p class="dn-signature">(.*?)</p>', html)
    assert spans == ["".join(f"<span>{line}</span>" for line in lines)]


@pytest.mark.parametrize(
    ("inspection", "steps"),
    [
        (
            {"start": "2022年4月上旬", "end": "2022年6月中旬", "feedback": "2022-08"},
            [("2022年4月上旬至6月中旬", "2022-04"), ("2022年8月", "2022-08")],
        ),
        ({"feedback": "2022-08-05"}, [("2022年8月5日", "2022-08-05")]),
        ({"start": "2021-12", "end": "2022-01-20"}, [("2021年12月至2022年1月20日", "2021-12")]),
        ({}, []),
    ],
)
def test_inspections(inspection: dict[str, str], steps: list[tuple[str, str]]) -> None:
    """An inspection is told as exactly as it is known; several teams and units stand together."""
    data = yaml.safe_load(HEADED) | {"unit": ["甲局", "乙中心"]}
    data["inspection"] = {"team": ["县委第一巡察组", "县委第六巡察组"], **inspection}
    document = composed_of(to_yaml(data), site(), ROOT / "templates").document
    assert [(step.text, step.machine) for step in document.steps] == steps
    assert document.text("team") == "县委第一巡察组、县委第六巡察组"
    assert document.text("unit") == "甲局、乙中心"


def test_changed_entries_are_told() -> None:
    """A comparison names an entry below the title that says something else, is new, or is gone."""
    data = yaml.safe_load(HEADED)
    other = data | {
        "head": [{"label": "公开方式", "text": "依申请公开"}, {"label": "作者", "text": "某某"}]
    }
    old, new = (_version(each) for each in (data, other))
    found = {(each.what, each.before, each.after) for each in compare(old, new)}
    assert found == {
        ("公开方式", "主动公开", "依申请公开"),
        ("成文日期", "2023年11月", ""),
        ("作者", "", "某某"),
    }


def _version(data: dict[str, Any]) -> Version:
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    return Version(read_document(notice.notice, notice.outline), {}, notice.outline)


def test_an_only_named_attachment_has_no_link() -> None:
    """An attachment without a file is named on the page and leads nowhere."""
    data = yaml.safe_load(HEADED) | {"attachments": [{"title": "台账", "only_named": "true"}]}
    made = composed_of(to_yaml(data), site(), ROOT / "templates")
    root = html5lib.HTMLParser(strict=True).parse(render_page(made, (), large=False).decode())
    (files,) = by_class(root, "dn-files")
    assert folded(visible_text(files)).endswith("台账")
    assert not [each for each in files.iter() if each.get("href")]
    assert "附件1：台账" in plain_text(made).decode("utf-8-sig").split("\r\n")
