"""The end of a text: what closes a notice belongs to no heading."""

from dataclasses import replace

import pytest

from disclosure.importer.outline.headings import outline
from disclosure.importer.reading import Look, Paragraph, Table
from tests.importer.outline.trees import blocks_of, outlined, read, texts

TEXT = "一、甲\n（一）乙。\n整改成效：一是召开会议3次。\n（二）丙。"


@pytest.mark.parametrize(
    "end",
    [
        "欢迎广大干部群众对整改落实情况进行监督。",
        "如有意见建议，请及时向我们反映。\n联系方式：\n电话：0555-2234567；\n电子邮箱：a@example.com。",
        "公示时间：2023年4月1日至4月7日。公示期内如有意见，请与局办公室联系。",
        "公示期为5个工作日。\n特此公示。\n某某局\n2023年4月1日",
        "对以上整改情况有意见的，请于4月30日前反馈。\n1.监督电话：0555-2234567\n2.通讯地址：某某路1号",
        "联系方式：电话0555-2234567；邮政信箱：某某路1号；邮政编码：243000。",
        "联 系 人：王工　电话：0555-2234567",
        "监督电话12388",
        "附件：1.整改台账\n2.制度清单\n\n某某局\n2023年4月1日",
        "中共某某局党组\n二〇二三年四月一日",
        "中共某某局党组　2023年4月1日",
        "中共某某局党组\n中共某某局机关委员会\n2023.4.1",
        "特此公示。\n某某局\n2023年4月1日\n附件1\n整改台账\n一、台账\n1.甲\n2.乙",
        "某某局\n2023年4月1日\n（此件公开发布）\n抄送：某某委。\n责任编辑：某某\n— 3 —",
        "联系方式：\n1.局办公室：0555-2234567\n2.纪检组：0555-2234568",
        "名词解释\n1.三会一课：某某。\n2.三重一大：某某。",
        "附件1、整改台账\n附件2、制度清单",
    ],
)
def test_ends(end: str) -> None:
    """Invitation, posting period, contacts, attachments, signature: all stand behind the text."""
    found = outlined(f"{TEXT}\n{end}")
    assert texts(found.after) == [line for line in end.split("\n") if line]
    assert read(f"{TEXT}\n{end}") == read(TEXT)


def test_annex_with_chapters() -> None:
    """An attachment whose chapters begin anew is behind the text; one within a text is not."""
    annex = "附件1\n整改方案\n一、子\n文。\n二、丑\n文。"
    assert len(texts(outlined(f"一、甲\n文。\n二、乙\n文。\n{annex}").after)) == 6
    assert outlined("一、甲\n附件：见后\n二、乙\n文。").after == ()
    assert len(outlined(f"现印发如下。\n{annex}").headings) == 2


@pytest.mark.parametrize(
    "line",
    [
        "整改成效：公示期间未收到异议，联系方式：0555-2234567。",
        "三是公开监督电话，接受群众监督。",
        "下一步，我局将继续抓好整改。",
        "整改状态：已完成",
        "责任领导：某某　责任科室：办公室",
        "整改方式：立行立改",
        "取得明显进展",
        "（三）加强群众监督。",
    ],
)
def test_text_is_no_end(line: str) -> None:
    """What a problem is answered with stays under its heading, whatever it speaks of."""
    found = outlined(f"{TEXT}\n{line}\n某某局\n2023年4月1日")
    assert texts(found.after) == ["某某局", "2023年4月1日"]


def test_contacts_that_are_a_chapter() -> None:
    """Contacts under a heading of their own stay there; the signature does not."""
    text = "一、甲\n文。\n二、联系方式\n电话：0555-2234567\n某某局\n2023年4月1日"
    assert read(text) == [("一、甲", ["文。"]), ("二、联系方式", ["电话：0555-2234567"])]
    assert texts(outlined(text).after) == ["某某局", "2023年4月1日"]


def test_signature_without_a_date() -> None:
    """The last line is a signature where it is set to the right."""
    *blocks, last = blocks_of("一、甲\n文。\n某某局")
    assert isinstance(last, Paragraph)
    assert not outline((*blocks, last)).after
    assert outline((*blocks, replace(last, look=Look(aligned="right")))).after


def test_table_behind_the_annex_line() -> None:
    """A table that is an attachment stands behind the text with its line."""
    table = Table(())
    found = outline((*blocks_of("一、甲\n文。\n附件：台账"), table))
    assert found.after[-1] is table


def test_names_that_sign_without_a_date() -> None:
    """They stand behind the last words, or in the title; else they are text."""
    signed = ["特此公告。", "某某党组", "某某局"]
    assert texts(outlined("\n".join(["一、甲", "整改情况：文。", *signed])).after) == signed
    titled = "某某党组关于整改的通报\n一、甲\n文。\n某某党组"
    assert texts(outlined(titled).after) == ["某某党组"]
    for text in ("某某局通报\n一、甲\n责任单位如下。\n财政局", "某某局\n一、甲\n文。\n某某局"):
        assert not outlined(text).after
