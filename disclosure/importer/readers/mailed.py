"""What a mail or a printer put around the lines of a text, and what of it goes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from disclosure.importer.readers.collector import Collector

_QUOTED: Final = re.compile(r"[ \t]?(?:>[ \t]?)+")
_FEWEST: Final = 3
_HEADER: Final = re.compile(
    r"(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID"
    r"|发件人|收件人|抄送人?|主题|日期|时间|发送时间|发送日期)\s*[:：]",
    re.IGNORECASE,
)
_SENDER: Final = re.compile(r"(?:From|发件人)\s*[:：]", re.IGNORECASE)
# What a mail program writes between two lines over the letter that goes on.
_FORWARDED: Final = re.compile(
    r"\s*-{2,}\s*(?:原始邮件|转发的?邮件(?:信息)?|Original Message|Forwarded message)\s*-{2,}\s*"
)
# With dashes on both sides, or as 第3页: a figure alone may be anything.
_PAGE: Final = re.compile(
    r"\s*(?:[-—–―－─·]{1,3}\s*[0-9０-９]{1,4}\s*[-—–―－─·]{1,3}"
    r"|第\s*[0-9]{1,4}\s*页(?:\s*[,，、/]?\s*共\s*[0-9]{1,4}\s*页)?)\s*"
)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A line: what is dropped before it with its code, and what goes on."""

    gone: str
    code: str
    line: str

    def drop(self, collector: Collector, place: str) -> None:
        """Take what does not go on."""
        if self.gone.strip():
            collector.drop(self.gone, self.code, {"text": self.gone.strip()}, place)


def unwrapped(lines: Sequence[str]) -> list[Unwrapped]:
    """Return the lines of a text file without the marks of a mail and without page numbers.

    Marks of quotation go where three lines or more have them; the lines From, To, Subject go
    where they stand at the head of the text and one of them is the sender.
    """
    marks = [_QUOTED.match(line) for line in lines]
    quoted = sum(1 for mark in marks if mark) >= _FEWEST
    header = _header_ends(lines)
    found = []
    for number, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if number < header or _FORWARDED.fullmatch(line):
            found.append(Unwrapped(line, "import.file.mail_head", ""))
        elif _PAGE.fullmatch(line):
            found.append(Unwrapped(line, "import.file.page_number", ""))
        elif mark and quoted:
            found.append(Unwrapped(mark[0], "import.file.markup", line[mark.end() :]))
        else:
            found.append(Unwrapped("", "", line))
    return found


def _header_ends(lines: Sequence[str]) -> int:
    first = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    end = first
    while end < len(lines) and _HEADER.match(lines[end]):
        end += 1
    header = lines[first:end]
    named = len(header) > 1 and any(_SENDER.match(line) for line in header)
    return end if named else 0
