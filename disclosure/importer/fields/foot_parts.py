"""The parts of a foot while it is read, in the order in which they stand."""

import re
from dataclasses import dataclass, field
from typing import Final

from disclosure.importer.draft import Entry, Fields, Scalar, Value
from disclosure.importer.fields.lines import Line
from disclosure.importer.fields.prose import Writer
from disclosure.importer.tracked import Tracked

_GLOSSARY: Final = re.compile(r"(?:名词|术语)(?:解释|说明|注释):?")
# A term and its meaning; a number before it is printed with it.
_TERM: Final = re.compile(r"[^：:。；，！？]{2,40}(?P<colon>：)[ ]?(?=[^\s：])")


@dataclass
class Parts:
    """The foot by its parts, in the order in which they stand."""

    writer: Writer
    order: list[tuple[str, list[Value]]] = field(default_factory=list)
    attachments: list[Value] = field(default_factory=list)
    attachment_signs: list[Tracked] = field(default_factory=list)
    glossary: list[Value] = field(default_factory=list)
    glossary_signs: list[Tracked] = field(default_factory=list)
    posting: Entry | None = None
    invitation: list[Scalar] = field(default_factory=list)
    contact: list[Value] = field(default_factory=list)
    contact_signs: list[Tracked] = field(default_factory=list)
    signature: tuple[Entry, ...] = ()
    left: list[tuple[str, Tracked, str]] = field(default_factory=list)

    def comes(self, kind: str) -> bool:
        """Say whether a part begins, or goes on; once it was left, it cannot be taken up again."""
        if self.order and self.order[-1][0] == kind:
            return True
        if any(each == kind for each, _ in self.order):
            return False
        self.order.append((kind, []))
        return True

    def text(self, value: Value) -> None:
        """Add a paragraph, or a table."""
        if not self.order or self.order[-1][0] != "text":
            self.order.append(("text", []))
        self.order[-1][1].append(value)

    def define(self, line: Line) -> bool:
        """Take a line as a term with its meaning; say whether it is one."""
        match = _TERM.match(line.text.text)
        if match is None or not self.comes("glossary"):
            return False
        at = match.start("colon")
        term, meaning = line.text[:at].strip(), self.writer.prose(line.text[at + 1 :].strip())
        self.glossary.append(Fields((Entry("term", Scalar(term)), Entry("text", meaning))))
        self.glossary_signs.append(line.text[at])
        return True


def begins_glossary(line: Line) -> bool:
    """Say whether a line stands over terms with their meanings."""
    return _GLOSSARY.fullmatch(line.plain) is not None
