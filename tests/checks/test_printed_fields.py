"""What must not be public is found in every printed field of the model."""

import copy
import types
import typing
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_origin

import pytest

from disclosure.checks.rules import RULES
from disclosure.checks.site import check_site
from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.source.load import load_notice, load_site
from tests.checks.desk import SHOWN, SOUND, TERMS, to_yaml, verdict_of

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
# Addresses, what is checked by its form, and what pages do not show.
NOT_PRINTED_OF_SITE = {
    "base_url", "report_error", "parents.url", "site_code", "icp", "police_record",
    "publish.targets.name", "publish.targets.url", "publish.targets.host_key", "publish.targets.endpoint",
    "archive.timestamp.url", "archive.timestamp.certificate",
}  # fmt: skip
FULL_SITE: dict[str, Any] = {
    "name": "某县人民政府",
    "base_url": "https://www.example.gov.cn/gk/",
    "organizer": "某县人民政府",
    "column": {
        "name": "巡视巡察",
        "description": "公布整改情况",
        "keywords": ["巡察"],
        "type": "党务公开",
    },
    "parents": [{"name": "首页", "url": "https://www.example.gov.cn/"}],
    "contact": FULL["contact"],
    "review": {"steps": [{"role": "初审"}, {"role": "复审"}, {"role": "终审"}]},
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


SITE_FIELDS = sorted(set(text_fields(Site)) - NOT_PRINTED_OF_SITE)


def planted(field: str, value: str, sound: dict[str, Any] = FULL) -> dict[str, Any]:
    """Return a notice or site whose ``field`` is ``value``, the only difference from a sound one."""
    data = copy.deepcopy(sound)
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


def found_in_site(text: str) -> set[str] | None:
    """Return the rules that have something to say about a site's file; None where it is refused."""
    loaded = load_site(text.encode(), SHOWN)
    if loaded.model is None or loaded.places is None:
        return None
    return {each.code for each in check_site(loaded.model, loaded.places, SHOWN, TERMS)}


def test_the_sound_site_is_sound() -> None:
    """Office contacts on purpose are found by nothing, and every printed field is filled."""
    assert found_in_site(to_yaml(FULL_SITE)) == set()
    for field in SITE_FIELDS:
        planted(field, "x", FULL_SITE)
    assert len(SITE_FIELDS) > 14


@pytest.mark.parametrize("field", SITE_FIELDS)
def test_numbers_of_people_are_found_in_the_site(field: str) -> None:
    """A mobile number or an identity number in a printed field of the site is found, or refused."""
    for number, codes in PRIVATE.items():
        for value in (f"电话{number}", number):
            found = found_in_site(to_yaml(planted(field, value, FULL_SITE)))
            assert found is None or found & codes, value


@pytest.mark.parametrize("field", SITE_FIELDS)
def test_hidden_characters_are_found_in_the_site(field: str) -> None:
    """A character that nobody sees in a printed field of the site is found, or refused."""
    for character in (*HIDDEN, "\u200f", "\u061c", "\ue001", "\ufffd"):
        text = to_yaml(planted(field, "甲插乙", FULL_SITE)).replace("插", character)
        found = found_in_site(text)
        assert found is None or found & UNSEEN, f"U+{ord(character):04X}"


PLACES_OF_PROSE = (
    *("lead", "closing", "sections.body", "sections.measures", "sections.progress"),
    *("sections.outcomes", "sections.responses.text", "sections.responses.items"),
    *("sections.tables.caption", "sections.tables.rows", "feedback.invitation"),
)


@pytest.mark.parametrize("field", PLACES_OF_PROSE)
def test_titles_of_links(field: str) -> None:
    """What browsers show over a link is judged like the text: numbers and hidden characters."""
    for number, codes in PRIVATE.items():
        text = to_yaml(planted(field, f'见[网页](https://www.example.gov.cn/a "{number}")。'))
        verdict = verdict_of(text, rules=ABOUT)
        assert {each.code for each in verdict.diagnostics} & codes, number
        for each in verdict.diagnostics:
            assert number not in each.excerpt
    text = to_yaml(planted(field, "见[网页](https://www.example.gov.cn/a '甲插乙')。"))
    found = verdict_of(text.replace("插", "\u200b"), rules=ABOUT).diagnostics
    assert {each.code for each in found} & UNSEEN
