"""What the rules make of sentences that real notices hold, right ones and slips."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure.checks.rules import RULES
from tests.checks.desk import to_yaml, verdict_of

BASE: dict[str, Any] = {
    "title": "中共青山县财政局党组关于巡察整改进展情况的通报",
    "issuer": "中共青山县财政局党组",
    "source": "中共青山县财政局党组",
    "published": "2022-02-23",
    "published_time": "09:30",
    "keywords": ["巡察整改"],
    "contact": {"phone": "0563-2263070", "email": "office@example.com"},
}
SENTENCES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("sentences.yaml").read_text("utf-8")
)["examples"]


def notice_of(sentence: dict[str, Any]) -> dict[str, Any]:
    """Return the base notice with the text, or the keys, of a sentence in it."""
    text = sentence.get("text", "持续抓好整改。")
    body = {"sections": [{"title": "下一步工作", "body": text}]}
    return BASE | body | sentence.get("notice", {})


def codes_in(notice: dict[str, Any]) -> list[str]:
    """Return the rules that report something, once for each finding."""
    return sorted(each.code for each in verdict_of(to_yaml(notice)).diagnostics)


@cache
def codes_of_base() -> tuple[str, ...]:
    """Return what the rules say of the base notice alone."""
    return tuple(codes_in(notice_of({})))


def beyond_base(sentence: dict[str, Any]) -> list[str]:
    """Return the rules that say something that they do not say of the base notice."""
    found = codes_in(notice_of(sentence))
    for code in codes_of_base():
        if code in found:
            found.remove(code)
    return found


@pytest.mark.parametrize("sentence", SENTENCES, ids=[each["id"] for each in SENTENCES])
def test_sentence(sentence: dict[str, Any]) -> None:
    """A right sentence is left alone; a slip is told by a rule of its family."""
    found = beyond_base(sentence)
    if sentence["expect"] == "clean":
        assert not found
    else:
        families = {code.partition(".")[0] for code in found}
        assert sentence["expect"] in families, found
    assert "rule.failed" not in found


def test_a_family_for_every_slip() -> None:
    """Every family that a sentence names has rules."""
    families = {rule.id.partition(".")[0] for rule in RULES} | {"clean"}
    assert {each["expect"] for each in SENTENCES} <= families
