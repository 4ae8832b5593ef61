"""Both languages say the same things."""

import re
import string

import pytest

from disclosure.checks.rules import RULES
from disclosure.cli.arguments import COMMANDS
from disclosure.messages import LANGUAGES, PARTS, part_of, say
from disclosure.messages.catalogues import CATALOGUES
from disclosure.model.review import StepState
from disclosure.page_texts import page_texts
from disclosure.render.deliveries.outputs import ONLY_DELIVERED
from disclosure.render.outputs import OUTPUTS
from tests.conftest import ROOT

FIELDS = string.Formatter()


def names(sentence: str) -> set[str]:
    """Return the values that a sentence takes."""
    return {name for _, name, _, _ in FIELDS.parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_found_in_one_part(language: str) -> None:
    """Every module of a language is one of the parts, and no two have a sentence for one code."""
    modules = (ROOT / "disclosure" / "messages" / language).glob("[!_]*.py")
    assert {module.stem for module in modules} == set(PARTS)
    assert sum(len(part_of(part, language)) for part in PARTS) == len(CATALOGUES[language])


def test_same_codes() -> None:
    """Every code has a sentence in each language."""
    assert CATALOGUES["zh"].keys() == CATALOGUES["en"].keys()


@pytest.mark.parametrize("code", sorted(CATALOGUES["zh"]))
def test_same_values(code: str) -> None:
    """English names no value that Chinese does not have, and no sentence is empty."""
    chinese, english = (CATALOGUES[language][code] for language in ("zh", "en"))
    assert chinese
    assert english
    assert names(english) <= names(chinese)


def _in_scripts() -> set[str]:
    """Return the codes of what the desk's scripts say: by name, or by how a name begins."""
    script = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "disclosure" / "desk" / "client").glob("*.js"))
    )
    texts = set(re.findall(r'"([a-z_]+)"', script))
    begun = tuple(f"desk.client.{each}" for each in re.findall(r"`([a-z]+_)\$\{", script))
    known = {code for code in CATALOGUES["zh"] if code.startswith("desk.client.")}
    said = {f"desk.client.{name}" for name in re.findall(r'word\("([a-z_]+)"', script)}
    assert said <= known
    named = {code for code in known if code.removeprefix("desk.client.") in texts}
    return said | named | {code for code in known if begun and code.startswith(begun)}


def test_every_code_used_has_a_sentence() -> None:
    """No message code in the program is without its sentence, and none is left over."""
    prefixes = {code.partition(".")[0] for code in CATALOGUES["zh"]}
    pattern = re.compile(rf"""["']((?:{"|".join(sorted(prefixes))})(?:\.[a-z_0-9]+)+)["']""")
    used: set[str] = set()
    places = [*(ROOT / "disclosure").rglob("*.py"), *(ROOT / "disclosure" / "desk").rglob("*.html")]
    for path in places:
        if not {"messages", "page_texts"} & set(path.parts):
            used |= set(pattern.findall(path.read_text(encoding="utf-8")))
    used |= _in_scripts()
    # Words of pages and files of notices have names of the same shape.
    used -= page_texts().texts.keys() - CATALOGUES["zh"].keys()
    used -= {output.name for output in (*OUTPUTS, *ONLY_DELIVERED)}
    used = {
        code
        for code in used
        if not code.endswith((".yaml", ".html", ".css", ".json", ".txt", ".pdf", ".xml", ".js"))
    }
    built = {f"cli.{command}" for command in COMMANDS} | {f"rule.{rule.id}" for rule in RULES}
    built |= {f"step.{state.value}" for state in StepState}
    built |= {f"desk.{state}" for state in ("past", "here", "later")}
    assert used - CATALOGUES["zh"].keys() == set()
    assert CATALOGUES["zh"].keys() - used - built == set()


def test_missing_value_is_an_error() -> None:
    """A sentence is never printed with a hole in it."""
    with pytest.raises(KeyError):
        say("shape.missing", "zh", {})


def test_value_with_braces_is_harmless() -> None:
    """A value that looks like a field is printed as it is."""
    assert "{x}" in say("shape.missing", "zh", {"key": "{x}"})
