"""What must not be public is found in every printed field of the model."""

import pytest

from disclosure.checks.rules import RULES
from disclosure.model.notice import Notice
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, to_yaml, verdict_of
from tests.document.full_notice import FULL, fields, planted

# Addresses are followed, not read; rules about links look at them.
NOT_PRINTED = {"attachments.url", "feedback.url"}
UNSEEN = {"typography.invisible", "typography.damaged"}
PRIVATE = {
    "13812345678": {"privacy.mobile", "privacy.contact_mobile"},
    "138 1234 5678": {"privacy.mobile", "privacy.contact_mobile"},
    "11010519491231002X": {"privacy.identity"},
}
ABOUT = [rule for rule in RULES if rule.id.startswith("privacy.") or rule.id in UNSEEN]
HIDDEN = ("\u200b", "\u00ad", "\u2060", "\u2800", "\u3164", "\U000e0101", "\u200d", "\u034f")


TEXTS = {field.name for field in fields(Notice) if field.kind is str}
FIELDS = sorted(TEXTS - NOT_PRINTED)


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
