"""What must not be public is found in every printed field of the model."""

import copy
import types
import typing
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_origin

import pytest

from disclosure.checks.rules import RULES
from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml, verdict_of

# Addresses are followed, not read; rules about links look at them.
NOT_PRINTED = {"attachments.url", "feedback.url"}
TABLE = {"caption": "表", "columns": ["项目"], "rows": [["甲"]], "note": "注"}
RESPONSE = {"label": "整改落实", "text": ["已改。"], "items": ["已办。"]}
SECTION: dict[str, Any] = {
    "title": "整改",
    "mark": "（二）",
    "id": "rectification",
    "body": ["持续整改。"],
    "tables": [TABLE],
    "measures": ["加强学习。"],
    "progress": ["已学习。"],
    "outcomes": ["已完成。"],
    "responses": [RESPONSE],
    "leader": "分管领导",
    "department": "办公室",
    "lead_unit": "某县某局",
    "deadline": "2021-12-31",
}
FULL: dict[str, Any] = SOUND | {
    "document_number": "某发〔2022〕1号",
    "index_number": "003241234/202202-00001",
    "unit": "某县某局",
    "summary": "整改情况。",
    "inspection": {
        "team": "县委第四巡察组",
        "round": "第一轮",
        "start": "2021-08-31",
        "end": "2021-10-31",
        "feedback": "2021-11-30",
    },
    "labels": dict.fromkeys(
        (
            *("measures", "progress", "outcomes", "status"),
            *("leader", "department", "lead_unit", "deadline"),
        ),
        "标签",
    ),
    "metrics": [
        {"id": "built", "name": "项目", "formula": "1 + 1", "unit": "个", "about": "余"}
        | {"period": "2021年", "group": "招商", "note": "口径"},
    ],
    "lead": ["现予公布。"],
    "sections": [SECTION],
    "closing": ["欢迎监督。"],
    "attachments": [{"title": "清单", "file": "list.pdf"}],
    "feedback": {"invitation": ["欢迎来信。"]},
    "contact": [
        {"name": "办公室", "person": "值班员", "phone": ["0563-2263070"], "fax": ["0563-2263071"]}
        | {"email": "a@example.com", "address": "某路", "postcode": "242500", "hours": "工作日"},
    ],
    "signature": {"name": "某县某局", "date": "2022-02-22"},
}
UNSEEN = {"typography.invisible", "typography.damaged"}
PRIVATE = {
    "13812345678": {"privacy.mobile", "privacy.contact_mobile"},
    "138 1234 5678": {"privacy.mobile", "privacy.contact_mobile"},
    "11010519491231002X": {"privacy.identity"},
}
ABOUT = [rule for rule in RULES if rule.id.startswith("privacy.") or rule.id in UNSEEN]
HIDDEN = ("\u200b", "\u00ad", "\u2060", "\u2800", "\u3164", "\U000e0101", "\u200d", "\u034f")


def text_fields(model: type[Model], place: str = "", above: tuple[Any, ...] = ()) -> Iterator[str]:
    """Yield the dotted name of every field of the model that holds text."""
    for name, field in model.model_fields.items():
        for kind in _kinds(field.annotation):
            if isinstance(kind, type) and issubclass(kind, Model) and kind not in above:
                yield from text_fields(kind, f"{place}{name}.", (*above, kind))
            elif kind is str:
                yield f"{place}{name}"


def _kinds(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is typing.Annotated:
        yield from _kinds(get_args(annotation)[0])
    elif origin in {typing.Union, types.UnionType, tuple, dict}:
        for each in get_args(annotation):
            yield from _kinds(each)
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        return
    else:
        yield annotation


FIELDS = sorted(set(text_fields(Notice)) - NOT_PRINTED)


def planted(field: str, value: str) -> dict[str, Any]:
    """Return a notice whose ``field`` is ``value``, the only difference from a sound one."""
    data = copy.deepcopy(FULL)
    here: Any = data
    *way, last = field.split(".")
    for name in way:
        here = here[name]
        here = here[0] if isinstance(here, list) else here
    old = here[last]
    here[last] = [value] if isinstance(old, list) else value
    if last == "rows":
        here[last] = [[value]]
    return data


def test_the_sound_notice_is_sound() -> None:
    """What the tests start from has none of the findings, and fills every field."""
    codes = {each.code for each in verdict_of(to_yaml(FULL)).diagnostics}
    assert not {code for code in codes if code.startswith("privacy.")}
    assert not codes & UNSEEN
    for field in FIELDS:
        planted(field, "x")  # KeyError where the notice does not fill it
    assert len(FIELDS) > 50


@pytest.mark.parametrize("field", FIELDS)
def test_numbers_of_people_are_found(field: str) -> None:
    """A mobile number or an identity number is found in the field, or the field refuses it."""
    for number, codes in PRIVATE.items():
        for value in (f"电话{number}", number, f"a-{number}.pdf"):
            text = to_yaml(planted(field, value))
            if load_notice(text.encode(), SHOWN)[0] is not None:
                found = {each.code for each in verdict_of(text, rules=ABOUT).diagnostics}
                assert found & codes, value


@pytest.mark.parametrize("field", FIELDS)
def test_hidden_characters_are_found(field: str) -> None:
    """A character that nobody sees is found in the field, or the field refuses it."""
    for character in (*HIDDEN, "\u200f", "\u061c", "\ue001", "\ufffd"):
        text = to_yaml(planted(field, "甲插乙")).replace("插", character)
        if load_notice(text.encode(), SHOWN)[0] is not None:
            found = {each.code for each in verdict_of(text, rules=ABOUT).diagnostics}
            assert found & UNSEEN, f"U+{ord(character):04X}"
