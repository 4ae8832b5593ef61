"""Notices that fill every field of the model, and the names of these fields."""

import copy
import types
import typing
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from disclosure.model.fields import Model
from tests.checks.desk import SOUND

TABLE = {"caption": "表", "columns": ["项目"], "rows": [["甲"]], "note": "注"}
PICTURE = {"file": "before.jpg", "alt": "堆放的垃圾", "caption": "整改前"}
MERGED = {
    "head": [["金额", "←"], ["追缴", "归还"]],
    "rows": [["1", "2"], ["↑", "3"]],
    "merge": "true",
    "row_heads": "true",
    "align_numbers": "true",
}
# An item of several paragraphs, with items of its own.
ITEM: dict[str, Any] = {
    "text": ["分条说明：", "另起一段。"],
    "mark": "三是",
    "enumeration": "（1）",
}
ITEM |= {"items": ["条内再分。", "条内又分。"], "closing": ["分条之后。"]}
RESPONSE = {"label": "整改落实", "text": ["已改。"], "items": ["已办。", "办结。", ITEM]}
RESPONSE |= {"enumeration": "①", "own_line": "true", "about": ["ordered"]}
SECTION: dict[str, Any] = {
    "title": "整改",
    "kind": "问题",
    "numbering": "1、",
    "run_in": "true",
    "mark": "（二）",
    "id": "rectification",
    "body": ["持续整改。"],
    "tables": [TABLE, MERGED],
    "measures": ["加强学习。", "改进工作。", ITEM],
    "progress": ["已学习。", ITEM],
    "outcomes": ["已完成。", ITEM],
    "responses": [RESPONSE],
    "verified": "属实",
    "term_kind": "立行立改",
    "offices": [{"name": "某县某镇", "status": "正在整改"}],
    "measure_count": "3",
    "leader": "分管领导",
    "department": "办公室",
    "lead_unit": "某县某局",
    "deadline": "2021年底前",
    "status": "已完成",
    "continues": ["s-2-1"],
    "reopened": "回头看时发现反弹",
    "funds": [
        {"name": "问题资金", "amount": "3", "unit": "万元", "partial": "true"}
        | {"parts": {"追缴": "2"}}
    ],
    "sections": [{"title": "其他", "kind": "问题", "id": "minor", "body": ["也已整改。"]}],
}
# The text in the author's own order.
ORDERED: dict[str, Any] = {
    "title": "逐项整改",
    "id": "ordered",
    "content": [
        "先说明情况。",
        {"text": ["再说明一段。"]},
        {"table": TABLE | {"caption": "台账"}},
        {"picture": PICTURE},
        {"pictures": [PICTURE, PICTURE | {"file": "after.png", "caption": "整改后"}]},
        {"table": MERGED},
        {"sections": [{"title": "子项", "body": "子项已改。"}]},
        {"list": {"items": ["分条说明情况。", ITEM], "enumeration": "1、"}},
        {"outcomes": ["成效在前。", ITEM]},
        {"answer": RESPONSE | {"label": "落实情况", "about": ["minor"]}},
        {"measures": ["措施在后。", ITEM]},
        {"progress": ["进展最后。", ITEM]},
        {"notes": [{"mark": "注1", "text": "注文在后。"}]},
        {"glossary": [{"term": "三张清单", "text": "问题等清单。"}]},
    ],
    "unprinted": ["leader"],
    "leader": "王某某",
    "status": "已完成",
}
# Marks that count on from one part to the next.
LATER: dict[str, Any] = {
    "title": "下一步工作",
    "kind": "大类",
    "sections": [
        {"title": title, "kind": "方面", "sections": [{"title": "继续整改", "body": "持续抓好。"}]}
        for title in ("压实责任", "完善制度")
    ],
}
FULL: dict[str, Any] = SOUND | {
    "document_number": "某发〔2022〕1号",
    "index_number": "003241234/202202-00001",
    "unit": "某县某局",
    "as_of": "2022-01-31",
    "continues": "2021-08-23-first",
    "dropped": [{"id": "s-2-2", "reason": "关于其他的问题，此次不再报告。"}],
    "declared": {
        "categories": "1",
        "aspects": "2",
        "problems": "4",
        "listed": "2",
        "measures": "3",
        "statuses": {"已完成": "2"},
        "suggestions": "4",
        "detailed_measures": "5",
        "bodies": [{"name": "镇本级", "problems": "2"}],
    },
    "numbering": {"styles": ["一、", "（一）", "1."], "run_on": ["1."]},
    "enumeration": "一是",
    "summary": "整改情况。",
    "inspection": {
        "team": "县委第四巡察组",
        "level": "巡察",
        "round": "第一轮",
        "start": "2021-08-31",
        "end": "2021-10-31",
        "feedback": "2021-11-30",
    },
    "labels": dict.fromkeys(
        (
            *("measures", "progress", "outcomes", "status"),
            *("verified", "term_kind", "offices", "leader", "department", "lead_unit", "deadline"),
            *("unit", "notice", "problem", "counter"),
        ),
        "标签",
    ),
    "metrics": [
        {"id": "built", "name": "项目", "formula": "1 + 1", "unit": "个", "about": "余"}
        | {"period": "2021年", "group": "招商", "note": "口径"},
        {"id": "planned", "name": "计划", "value": "3", "yoy": "50%", "mom": "1%", "base": "2"}
        | {
            "rounding": "四舍五入",
            "format": "number",
            "digits": "0",
            "headline": "true",
            "separators": "false",
        },
    ],
    "subtitle": ["——2022年2月在某县某会议上"],
    "speaker": ["某县某局局长　某某"],
    "head": [{"label": "公开方式", "text": "主动公开"}],
    "addressee": "某县某委：",
    "salutation": "各位委员：",
    "lead": ["现予公布。"],
    "unprinted": ["lead_unit"],
    "sections": [SECTION, ORDERED, LATER],
    "closing": [
        "欢迎监督。",
        {"table": TABLE | {"caption": "附表"}},
        {"table": MERGED},
        {"part": "signature"},
        "特此公示！",
    ],
    "notes": [{"mark": "①", "text": "全县合计。"}],
    "glossary": [{"term": "四不两直", "text": "一种检查办法。"}],
    "attachments": [
        {"title": "清单", "file": "list.pdf", "label": "附件"},
        {"title": "上级通知", "url": "https://www.example.gov.cn/notice"},
        {"title": "只列名称", "only_named": "true"},
    ],
    "posting_period": {"label": "公示期限", "text": "2022年2月23日至3月31日。"}
    | {"start": "2022-02-23", "end": "2022-03-31"},
    "feedback": {"invitation": ["欢迎来信。"], "url": "https://www.example.gov.cn/feedback"},
    "contact": [
        {"name": "办公室", "person": "值班员", "phone": ["0563-2263070"], "fax": ["0563-2263071"]}
        | {"email": "a@example.com", "address": "某路", "postcode": "242500", "hours": "工作日"},
        {
            "lines": [
                "如有意见建议，请及时反映。",
                {
                    "label": "值班电话（兼传真）",
                    "phone": "0563-2263070/2263071（工作日8∶00—12∶00）",
                },
                {"label": "传真", "fax": "0563-2263072"},
                {"label": "电子邮箱", "email": "a@example.com、b@example.com"},
                {"label": "通讯地址", "address": "某镇某路，邮编：242500"},
                {"label": "联系人", "text": "值班员"},
            ]
        },
    ],
    "signature": {"name": "某县某局", "date": "2022-02-22"},
}
# The same without headings: the text in one row, and no problem that an answer could name.
UNHEADED: dict[str, Any] = {key: value for key, value in FULL.items() if key != "sections"} | {
    "content": [
        {"answer": {key: each for key, each in block["answer"].items() if key != "about"}}
        if isinstance(block, dict) and "answer" in block
        else block
        for block in ORDERED["content"]
        if isinstance(block, str) or "sections" not in block
    ]
}


def whole(field: str) -> dict[str, Any]:
    """Return the notice that fills a field."""
    return UNHEADED if field.split(".")[0] == "content" else FULL


class Field(typing.NamedTuple):
    """A field that holds single values: its dotted name, and of what type they are."""

    name: str
    kind: Any


def fields(model: type[Model], place: str = "", above: tuple[Any, ...] = ()) -> Iterator[Field]:
    """Yield every field of the model that holds no other model."""
    for name, field in model.model_fields.items():
        for kind in _kinds(field.annotation):
            if isinstance(kind, type) and issubclass(kind, Model):
                if kind not in above:
                    yield from fields(kind, f"{place}{name}.", (*above, kind))
            elif kind is not type(None):
                yield Field(f"{place}{name}", kind)


def _kinds(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if isinstance(annotation, str | typing.ForwardRef):
        return  # a model defined later, which is looked at where it refers to this one
    if origin is typing.Annotated:
        yield from _kinds(get_args(annotation)[0])
    elif origin in {typing.Union, types.UnionType, tuple, dict}:
        for each in get_args(annotation):
            if each is not Ellipsis:
                yield from _kinds(each)
    else:
        yield annotation


def planted(field: str, value: Any, sound: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a notice or site whose ``field`` is ``value``, the only difference from ``sound``."""
    data = copy.deepcopy(sound or whole(field))
    here, last = _holder(data, field)
    here[last] = _like(here[last], value)
    return data


def standing(field: str) -> Any:
    """Return what the field is in the notice that fills it; of a list, its first value."""
    here, last = _holder(whole(field), field)
    return _first(here[last])


def _holder(data: Any, field: str) -> tuple[Any, str]:
    """Return the first mapping that holds a field, and its key there."""
    way, here = field.split("."), data
    for at, name in enumerate(way[:-1]):
        here = here[name]
        if isinstance(here, list):
            here = next(each for each in here if _holds(each, way[at + 1 :]))
    return here, way[-1]


def _holds(value: Any, way: list[str]) -> bool:
    if isinstance(value, list):
        return any(_holds(each, way) for each in value)
    return not way or (way[0] in value and _holds(value[way[0]], way[1:]))


def _first(value: Any) -> Any:
    if isinstance(value, dict):  # of a table of names and values, the name
        return next(iter(value))
    return _first(value[0]) if isinstance(value, list) else value


def _like(old: Any, value: Any) -> Any:
    if isinstance(old, dict):
        return {value: next(iter(old.values()))}
    return [_like(old[0], value), *old[1:]] if isinstance(old, list) else value
