"""The rules' examples, and the manual that is made from them."""

import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.checks.rule import Rule
from disclosure.diagnostics import Level
from disclosure.messages import say

_EXAMPLE = re.compile(r"^(?P<kind>Good|Bad)(?P<block>::)?:?[ ]?(?P<text>.*)$")
# What each level means, and how often a finding of it must be right.
_LEVELS: Final[Mapping[Level, tuple[str, str]]] = MappingProxyType(
    {
        Level.ERROR: ("manual.error", "manual.error_right"),
        Level.WARNING: ("manual.warning", "manual.warning_right"),
        Level.INFO: ("manual.info", "manual.info_right"),
    }
)


class Example(NamedTuple):
    """One example of a rule.

    Attributes:
        passes: the rule has nothing to say about it.
        text: one paragraph of a notice, or, as ``is_yaml``, keys laid over a sound notice.
        is_yaml: how ``text`` is meant.
    """

    passes: bool
    text: str
    is_yaml: bool


def examples_of(rule: Rule) -> tuple[Example, ...]:
    """Return the examples in the rule's docstring, in their order."""
    lines = inspect.cleandoc(rule.doc).split("\n")
    return tuple(_examples(lines))


def _examples(lines: Sequence[str]) -> Iterator[Example]:
    at = 0
    while at < len(lines):
        match = _EXAMPLE.match(lines[at])
        at += 1
        if match is None:
            continue
        block: list[str] = []
        while match["block"] and at < len(lines) and (not lines[at] or lines[at][0] == " "):
            block.append(lines[at])
            at += 1
        text = textwrap.dedent("\n".join(block)).strip() if match["block"] else match["text"]
        yield Example(match["kind"] == "Good", text, bool(match["block"]))


def manual(rules: Sequence[Rule], language: str) -> str:
    """Return the manual of ``rules`` as Markdown."""
    lines = [f"# {say('manual.title', language)}", "", say("manual.intro", language), ""]
    lines += [*_levels(language), ""]
    family = ""
    for rule in rules:
        if rule.id.partition(".")[0] != family:
            family = rule.id.partition(".")[0]
            lines += [f"## {family}", ""]
        lines += [f"### {rule.id}", "", say(f"rule.{rule.id}", language), ""]
        level = say(f"level.{rule.level.name.lower()}", language)
        lines += [f"- {say('manual.level', language)}{level}"]
        lines += [f"- {say('manual.source', language)}{rule.source}"]
        if rule.fix:
            lines += [f"- {say('manual.fix', language)}"]
        lines += ["", *_shown(rule, language)]
    return "\n".join(lines).rstrip() + "\n"


def _levels(language: str) -> Iterator[str]:
    """Yield the table of levels."""
    yield say("manual.levels", language)
    for level, codes in _LEVELS.items():
        cells = (f"level.{level.name.lower()}", *codes)
        yield f"| {' | '.join(say(cell, language) for cell in cells)} |"


def _shown(rule: Rule, language: str) -> Iterator[str]:
    for example in examples_of(rule):
        yield say("manual.good" if example.passes else "manual.bad", language)
        yield ""
        yield "```yaml" if example.is_yaml else "```text"
        # The invisible is shown by its name.
        yield "".join(
            c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in example.text
        )
        yield "```"
        yield ""
