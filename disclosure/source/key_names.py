"""Which key is meant by a name that is none: a Chinese name, or a key of another place.

The Chinese names are the first words of the fields' descriptions, and what clerks say for them
every day. Only asked when a file has a fault.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from disclosure.model.faults import Path
from disclosure.model.fields import Model
from disclosure.model.genre import Genre
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.model.terms import Terms

_FIRST_WORD = re.compile(r"[A-Z]*[\u4e00-\u9fff]+")
# So many show what is meant.
_FIRST: Final = 3
_FILES: Final[tuple[type[Model], ...]] = (Notice, Site, Terms, Genre)
# By model, then by key: other words for the same thing.
_EVERYDAY: Final[Mapping[str, Mapping[str, str]]] = {
    "Notice": {
        "genre": "体裁 公开类型",
        "title": "题目 题名 通报标题",
        "issuer": "发文单位 发文机关 发布机构 发布机关",
        "source": "信息来源 文章来源",
        "published": "发布时间 公布日期 公开日期 公开时间",
        "as_of": "截至日期 截止日期",
        "continues": "续报 接着 上一篇",
        "dropped": "不再报告 销号",
        "document_number": "文号",
        "unit": "被巡察党组织 被巡视单位",
        "summary": "概述 内容摘要",
        "keywords": "关键字 主题词",
        "inspection": "巡察 巡视 巡察情况 巡察时间",
        "declared": "数目 声明的数目",
        "numbering": "序号",
        "enumeration": "序词",
        "labels": "标签",
        "subtitle": "副标题 题下",
        "speaker": "报告人 作报告人",
        "head": "作者 公开方式 公开期限 成文日期 公开属性",
        "addressee": "主送 主送单位",
        "salutation": "称呼 抬头",
        "lead": "前言 引言 开头",
        "sections": "正文 章节 各章",
        "content": "内容 全文",
        "closing": "结语 结束语 结尾",
        "notes": "脚注",
        "glossary": "名词",
        "posting_period": "公示期限 公示时间",
        "feedback": "意见建议 监督",
        "contact": "联系我们 联系人及电话",
        "signature": "落款单位 署名",
    },
    "Section": {
        "kind": "类别 种类",
        "mark": "序号",
        "run_in": "标题接排",
        "body": "内容 段落",
        "tables": "表",
        "measures": "措施",
        "progress": "情况",
        "outcomes": "成效 整改结果 整改成果",
        "status": "状态 完成情况 整改进度",
        "leader": "责任人 分管领导",
        "department": "责任单位 责任科室 责任股室",
        "lead_unit": "牵头部门",
        "offices": "各单位整改状态 各单位状态",
        "deadline": "时限 完成时限 整改期限 完成时间",
        "funds": "资金 问题资金 涉及资金",
        "sections": "小节 问题",
    },
    "ContentBlock": {
        "text": "文字",
        "list": "分条 列表",
        "answer": "其他标签的整改内容",
    },
    "Answer": {"text": "文字", "items": "各条 分条"},
    "ListItem": {"text": "文字", "mark": "序词 序号", "items": "各条 分条"},
    "ListBlock": {"items": "各条 分条"},
    "Contact": {
        "name": "单位 科室",
        "phone": "联系电话 电话号码 固定电话 办公电话 值班电话 监督电话 监督举报电话 手机",
        "fax": "传真号码",
        "email": "邮箱 电子邮件 联系邮箱",
        "address": "地址 通讯地址 联系地址",
        "postcode": "邮编",
        "hours": "受理时间 办公时间",
    },
    "Signature": {"name": "落款单位", "date": "日期 落款日期"},
    "Inspection": {"feedback": "反馈时间", "start": "开始日期", "end": "结束日期"},
    "PostingPeriod": {"start": "开始日期", "end": "结束日期"},
    "Picture": {"file": "图片 文件 文件名", "alt": "说明 描述", "caption": "标题 图名"},
    "Funds": {"name": "资金名称", "amount": "金额", "parts": "去向 其中"},
    "Table": {
        "caption": "标题 表名",
        "columns": "表头 列",
        "rows": "行",
        "note": "备注 注",
        "merge": "合并",
        "row_heads": "行标题",
    },
    "Attachment": {"title": "名称 标题", "file": "文件", "url": "链接"},
    "Metric": {"name": "名称", "note": "说明 备注", "value": "数"},
}


class Place(NamedTuple):
    """A key, and the keys that it stands under, from where the name was typed or from outermost.

    ``outer`` says that the way begins at the outermost level.
    """

    key: str
    way: tuple[str, ...]
    outer: bool


class _Level(NamedTuple):
    """The keys of one mapping with their Chinese names, and the way to it."""

    way: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


def names_at(model: type[Model], path: Path) -> dict[str, str]:
    """Return the keys that ``model`` knows at ``path``, sorted, each with its Chinese name."""
    names = _reach(model, path)[0].names
    return {key: names[key][0] for key in sorted(names)}


@cache
def names_anywhere(model: type[Model]) -> Mapping[str, str]:
    """Return every key that a file may have, with its Chinese name in the place nearest the top."""
    found: dict[str, str] = {}
    for level in _reach(model, ()):
        for key, names in level.names.items():
            found.setdefault(key, names[0])
    return found


@cache
def keys_at(model: type[Model], path: Path) -> frozenset[str]:
    """Return the keys that ``model`` knows at ``path``; none where texts or own names stand."""
    return frozenset(_mapping_at(model, path).get("properties", {}))


@cache
def keys_in_order_at(model: type[Model], path: Path) -> tuple[str, ...]:
    """Return the keys that may stand at ``path``, in the order of its field table."""
    return tuple(_mapping_at(model, path).get("properties", {}))


def properties_at(model: type[Model], path: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the JSON schema of each key that may stand at ``path``, in their order."""
    return dict(_mapping_at(model, path).get("properties", {}))


def forms_of(model: type[Model], schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Return the JSON schemas of every form that a value of ``model`` may have."""
    return tuple(_forms(dict(schema), _schema(model).get("$defs", {})))


def first_keys_at(model: type[Model], path: Path) -> tuple[str, ...]:
    """Return the first keys that may stand at ``path``, as its field table lists them."""
    return keys_in_order_at(model, path)[:_FIRST]


def required_at(model: type[Model], path: Path) -> tuple[str, ...]:
    """Return the keys that must stand at ``path``."""
    return tuple(_mapping_at(model, path).get("required", ()))


def find_key(name: str, model: type[Model], path: Path) -> Place | None:
    """Return the key that is meant by ``name`` at ``path``: one of that place, else the nearest.

    Args:
        name: as typed.
        model: what the whole file holds.
        path: of the mapping that it stands in; any index will do for those of lists.

    """
    for start in (path, ()):
        for level in _reach(model, start):
            for key, names in level.names.items():
                if name == key or name in names:
                    return Place(key, level.way, start != path)
    return None


def keys_named(name: str, *, outermost: bool) -> tuple[str, ...]:
    """Return every key of a content file that the Chinese ``name`` may mean.

    Args:
        name: as typed.
        outermost: whether it stands at the outermost level; then its keys go before others.

    """
    found = [
        (key, not level.way)
        for model in _FILES
        for level in _reach(model, ())
        for key, names in level.names.items()
        if name in names
    ]
    fitting = [key for key, outer in found if outer is outermost]
    return tuple(dict.fromkeys(fitting or (key for key, _ in found)))


@cache
def _reach(model: type[Model], path: Path) -> tuple[_Level, ...]:
    """Return the mapping at ``path`` and those below it, the nearest first, each kind once."""
    definitions: dict[str, Any] = _schema(model).get("$defs", {})
    start = _mapping_at(model, path)
    found: list[_Level] = []
    pending: deque[tuple[tuple[str, ...], Any]] = deque([((), start)])
    seen: set[str] = set()
    while pending:
        way, inner = pending.popleft()
        here = _resolve(_item(inner), definitions) if way else _resolve(inner, definitions)
        properties, kind = here.get("properties", {}), here.get("title", "")
        if kind in seen or (way and not properties):
            continue
        seen.add(kind)
        found.append(_Level(way, _names(here)))
        pending += [((*way, key), value) for key, value in properties.items()]
    return tuple(found)


@cache
def _schema(model: type[Model]) -> dict[str, Any]:
    # Made once: it takes longer than all that is read from it.
    return model.model_json_schema()


def _mapping_at(model: type[Model], path: Path) -> dict[str, Any]:
    """Return the schema of the mapping that may stand at ``path``; an empty one for none."""
    definitions: dict[str, Any] = _schema(model).get("$defs", {})
    forms = list(_forms(_schema(model), definitions))
    for part in path:
        if isinstance(part, int):
            # A single one may stand where a list is meant, and a list where one is.
            inner = [form["items"] for form in forms if "items" in form] or forms
        else:
            inner = [
                form["properties"][part] for form in forms if part in form.get("properties", ())
            ]
        forms = [form for schema in inner for form in _forms(schema, definitions)]
    return next((form for form in forms if "properties" in form), {})


def _forms(schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every form that a value may have, references followed."""
    choices = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if "$ref" in schema:
        choices = [definitions[schema["$ref"].rpartition("/")[2]]]
    if not choices:
        yield schema
    for choice in choices or ():
        yield from _forms(choice, definitions)


def _names(schema: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the Chinese names of the keys of one mapping; the first is the description's."""
    everyday = _EVERYDAY.get(schema.get("title", ""), {})
    found: dict[str, tuple[str, ...]] = {}
    for key, value in schema.get("properties", {}).items():
        word = _FIRST_WORD.search(value.get("description", ""))
        found[key] = (word[0] if word else key, *everyday.get(key, "").split())
    return found


def _item(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a list holds; a schema that is of no list stays."""
    choices = schema.get("anyOf", [schema])
    found: Mapping[str, Any] = next((each["items"] for each in choices if "items" in each), schema)
    return found


def _resolve(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Follow references and optional values to the schema of the thing itself."""
    while True:
        if "$ref" in schema:
            schema = definitions[schema["$ref"].rpartition("/")[2]]
        elif choices := schema.get("anyOf") or schema.get("oneOf"):
            # A mapping is told by its keys; text beside it has none.
            named = [each for each in choices if "$ref" in each]
            schema = next(iter(named or [s for s in choices if s.get("type") != "null"]), {})
        elif "allOf" in schema:
            schema = schema["allOf"][0]
        else:
            return dict(schema)
