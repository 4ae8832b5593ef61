"""What must not be public is found in every printed field of the model."""

from typing import Any

import pytest

from disclosure.checks.rules import RULES
from disclosure.checks.site import check_site
from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.source.load import load_site
from tests.checks.desk import SHOWN, TERMS, to_yaml, verdict_if_loaded, verdict_of
from tests.document.full_notice import FULL, fields, planted

# Addresses are followed, not read; rules about links look at them. ``genre`` takes no value but
# the name of a genre, ``continues`` none but the name of another notice's file.
# A notice without headings has no problems that an answer could be about.
NOT_PRINTED = {"attachments.url", "feedback.url", "genre", "continues", "content.answer.about"}
# Addresses, what is checked by its form, and what pages do not show.
NOT_PRINTED_OF_SITE = {
    "base_url", "feed.id_base", "report_error", "parents.url", "site_code", "icp", "police_record",
    "publish.targets.name", "publish.targets.url", "publish.targets.host_key", "publish.targets.endpoint",
    "archive.timestamp.url", "archive.timestamp.certificate", "ledger_columns.name",
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
# Written as the numbers are, in quotes where it stands alone; a notice is written once for all.
STAND_IN = "90909090909"
ABOUT = [rule for rule in RULES if rule.id.startswith("privacy.") or rule.id in UNSEEN]
# One of these has to find it; what the others say is not asked.
ABOUT_UNSEEN = [rule for rule in RULES if rule.id in UNSEEN]
ABOUT_PEOPLE = {
    number: [rule for rule in RULES if rule.id in codes] for number, codes in PRIVATE.items()
}
HIDDEN = ("\u200b", "\u00ad", "\u2060", "\u2800", "\u3164", "\U000e0101", "\u200d", "\u034f")


def text_fields(model: type[Model]) -> set[str]:
    """Return the dotted name of every field of the model that holds text."""
    return {field.name for field in fields(model) if field.kind is str}


FIELDS = sorted(text_fields(Notice) - NOT_PRINTED)
SITE_FIELDS = sorted(text_fields(Site) - NOT_PRINTED_OF_SITE)


def test_the_sound_notice_is_sound() -> None:
    """What the tests start from has none of the findings, and fills every field."""
    codes = {each.code for each in verdict_of(to_yaml(FULL)).diagnostics}
    assert not {code for code in codes if code.startswith("privacy.")}
    assert not codes & UNSEEN
    assert STAND_IN not in to_yaml(FULL)
    for field in FIELDS:
        planted(field, "x")  # KeyError where the notice does not fill it
    assert len(FIELDS) > 50


@pytest.mark.slow
@pytest.mark.parametrize("field", FIELDS)
def test_numbers_of_people_are_found(field: str) -> None:
    """A mobile number or an identity number is found in the field, or the field refuses it."""
    for value in (f"电话{STAND_IN}", STAND_IN, f"a-{STAND_IN}.pdf"):
        written = to_yaml(planted(field, value))
        assert STAND_IN in written
        for number, codes in PRIVATE.items():
            text = written.replace(STAND_IN, number)
            if (verdict := verdict_if_loaded(text, rules=ABOUT_PEOPLE[number])) is not None:
                assert {each.code for each in verdict.diagnostics} & codes, text


@pytest.mark.slow
@pytest.mark.parametrize("field", FIELDS)
def test_hidden_characters_are_found(field: str) -> None:
    """A character that nobody sees is found in the field, or the field refuses it."""
    written = to_yaml(planted(field, "甲插乙"))
    for character in (*HIDDEN, "\u200f", "\u061c", "\ue001", "\ufffd"):
        text = written.replace("插", character)
        if (verdict := verdict_if_loaded(text, rules=ABOUT_UNSEEN)) is not None:
            found = {each.code for each in verdict.diagnostics}
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
    written = to_yaml(planted(field, "甲插乙", FULL_SITE))
    for character in (*HIDDEN, "\u200f", "\u061c", "\ue001", "\ufffd"):
        text = written.replace("插", character)
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
