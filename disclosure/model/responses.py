"""What was done about a problem, as one ordered list of labelled answers."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.model.enumerate import item_words
from disclosure.model.notice import Notice
from disclosure.model.section import Enumeration, Section
from disclosure.zh.dates import chinese_date


class Answer(NamedTuple):
    """One labelled answer.

    Attributes:
        label: as printed, without colon.
        words: 一是, 二是, … one for each text; empty strings where none is printed.
        texts: prose; items of a list, or paragraphs.
        is_list: whether the texts are items.

    """

    label: str
    words: tuple[str, ...]
    texts: tuple[str, ...]
    is_list: bool


class Particular(NamedTuple):
    """One fact about a problem: who answers for it, until when, how far it has come."""

    key: str
    label: str
    value: str


def answers_of(notice: Notice, section: Section) -> Iterator[Answer]:
    """Yield the answers of ``section``: measures, progress, outcomes, then its own labels."""
    labels = notice.labels
    for label, texts in (
        (labels.measures, section.measures),
        (labels.progress, section.progress),
        (labels.outcomes, section.outcomes),
    ):
        if texts:
            yield _list(label, texts, notice.enumeration)
    for response in section.responses:
        if response.text:
            yield Answer(response.label, ("",) * len(response.text), response.text, is_list=False)
        if response.items:
            style = response.enumeration or notice.enumeration
            label = "" if response.text else response.label
            yield _list(label, response.items, style)


def particulars_of(notice: Notice, section: Section) -> Iterator[Particular]:
    """Yield what is said of a problem beside its answers, in the order it is printed."""
    labels = notice.labels
    deadline = section.deadline
    shown = deadline if deadline is None or isinstance(deadline, str) else chinese_date(deadline)
    for key, label, value in (
        ("status", labels.status, section.status),
        ("leader", labels.leader, section.leader),
        ("department", labels.department, section.department),
        ("lead_unit", labels.lead_unit, section.lead_unit),
        ("deadline", labels.deadline, shown),
    ):
        if value:
            yield Particular(key, label, value)


def _list(label: str, texts: tuple[str, ...], style: Enumeration) -> Answer:
    return Answer(label, item_words(style, len(texts)), texts, is_list=len(texts) > 1)
