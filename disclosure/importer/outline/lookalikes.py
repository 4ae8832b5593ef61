"""Lookalikes: lines that begin as headings do, and are items of a list or no marks at all."""

import re
from collections.abc import Iterable
from typing import Final

from disclosure.importer.outline.candidates import Candidate, candidates_of
from disclosure.importer.outline.lines import Line
from disclosure.importer.outline.marks import Form, Mark, family, mark_of
from disclosure.importer.outline.titles import LONG
from disclosure.importer.reading import Block, Paragraph
from disclosure.zh.numerals import han_ordinal, number_of

Entry = Line | Block
# Marks that count what a sentence lists; headings only where each is a short line with text below.
_COUNTING: Final = frozenset({Form.HAN_IS, Form.ORDINAL})
# What may be an item under a label, on lines of its own.
_ITEMS: Final = frozenset({Form.POINT, Form.COMMA, Form.BRACKETED, Form.HALF_BRACKET, Form.CIRCLED})
_LABEL: Final = re.compile(
    r"[^，。；：:！？]{0,10}(?:措施|情况|成效|进展|结果|目标|表现|做法|打算|计划|安排|举措|效果|成果)"
    r"\s{0,4}[：:]"
)
_ARTICLE: Final = re.compile(
    r"\s{0,8}第\s{0,4}([一二三四五六七八九十百零〇0-9]{1,6})\s{0,4}条(?![款第])"
)
_FEWEST_ARTICLES: Final = 3
_ABOVE_ARTICLES: Final = frozenset(
    {Form.PART, Form.BOOK_CHAPTER, Form.BOOK_SECTION, Form.CHAPTER, Form.PROBLEM}
)
_LABEL_LENGTH: Final = 20
_LIST: Final = re.compile(r"①[^。：:①②]{1,200}[；;，,][ \u3000]{0,4}②")
# Where within a text an item may begin.
_WITHIN: Final = re.compile(r"[：:；;。][ \u3000]{0,4}(?=[（(0-9０-９㈠-㈩⑴-⒇①-⑳])")


def headings_and_blocks(entries: Iterable[Entry]) -> list[Candidate | Block]:
    """Return the headings of the lines, and as paragraphs again the lines that only look so.

    No heading is: a number that stands alone in the text (3. without 2. and 4.); 一、二季度 and
    its like, unless the number is the one due; 一是 before a sentence; an item under a label
    (整改措施：) or of a list that began within the text before it; what an article lists (第三条);
    a list on one line (①甲；②乙。).
    """
    all_entries = list(entries)
    lines = {at: entry for at, entry in enumerate(all_entries) if isinstance(entry, Line)}
    headings = {at: list(candidates_of(line)) for at, line in lines.items()}
    ahead = _next_numbers(all_entries)
    refused = (
        _counting_sentences(all_entries)
        | _items(all_entries, headings, ahead)
        | _of_articles(all_entries)
        | {at for at, line in lines.items() if _is_whole_list(line)}
    )
    numbers: dict[Form, set[int]] = {}
    for at, candidates in headings.items():
        if at not in refused:
            for each in candidates:
                numbers.setdefault(family(each.form), set()).add(each.number)
    last: dict[Form, int] = {}
    found: list[Candidate | Block] = []
    for at, entry in enumerate(all_entries):
        if not isinstance(entry, Line):
            found.append(entry)
        elif at in refused or not _is_mark(entry.mark, numbers, last, ahead[at]):
            found.append(entry.whole())
        else:
            last.update((each.form, each.number) for each in headings[at])
            found.extend(headings[at])
    return found


def _is_whole_list(line: Line) -> bool:
    """Say whether a line is a list: ① with ② behind it in the same sentence."""
    mark = line.mark
    return mark is not None and bool(_LIST.match(line.paragraph.text.text, mark.start, line.end))


def _of_articles(entries: list[Entry]) -> set[int]:
    """Return the lines under articles: of rules, where only 第一章 and 第一节 are headings."""
    if not _has_articles(entries):
        return set()
    found: set[int] = set()
    under = False
    for at, entry in enumerate(entries):
        if isinstance(entry, Line) and entry.mark:
            under = under and entry.mark.form not in _ABOVE_ARTICLES
            found.update({at} if under else ())
        elif isinstance(entry, Paragraph) and _ARTICLE.match(entry.text.text):
            under = True
    return found


def _has_articles(entries: list[Entry]) -> bool:
    """Say whether articles follow one another, as in rules: not where single ones are quoted."""
    run, last = 1, 0
    for entry in entries:
        match = _ARTICLE.match(entry.text.text) if isinstance(entry, Paragraph) else None
        if match:
            number = han_ordinal(match[1]) or number_of(match[1])
            run = run + 1 if number and number == last + 1 else 1
            last = number
            if run >= _FEWEST_ARTICLES:
                return True
    return False


def _is_mark(
    mark: Mark | None, numbers: dict[Form, set[int]], last: dict[Form, int], ahead: int
) -> bool:
    """Say whether a mark counts: it has a neighbour somewhere, and is due if it is doubtful."""
    if mark is None:
        return False
    if mark.doubtful and last.get(mark.form, 0) != mark.number - 1:
        return mark.number == 1 != last.get(mark.form) and ahead == 2
    near = {mark.number + step for step in (-2, -1, 1, 2)}
    return mark.number == 1 or bool(numbers.get(family(mark.form), set()) & near)


def _items(
    entries: list[Entry], headings: dict[int, list[Candidate]], ahead: dict[int, int]
) -> set[int]:
    """Return the lines that are items under a label, or go on with a list of the text before."""
    found: set[int] = set()
    due: dict[Form, int] = {}
    run: list[int] = []
    under_label = False
    last: dict[Form, int] = {}
    for at, entry in enumerate(entries):
        mark = entry.mark if isinstance(entry, Line) else None
        # Where it is due as a heading as well, it is one.
        as_heading = mark and mark.number > 1 and last.get(mark.form) == mark.number - 1
        if mark and due.get(mark.form) == mark.number and (run or not as_heading):
            run.append(at)
            due = {mark.form: mark.number + 1}
            continue
        found.update(_closed_run(entries, run, ahead, under_label=under_label))
        run, under_label = [], False
        if isinstance(entry, Paragraph):
            under_label = at > 0 and _is_label(entry.text.text)
            due = dict.fromkeys(_ITEMS, 1) if under_label else _due(entry.text.text)
        elif isinstance(entry, Line):
            rest = headings[at][-1].rest if headings[at] else None
            due = _due(rest.text.text) if rest else {}
            last.update((each.form, each.number) for each in headings[at])
        else:
            due = {}
    found.update(_closed_run(entries, run, ahead, under_label=under_label))
    return found


def _closed_run(
    entries: list[Entry], run: list[int], ahead: dict[int, int], *, under_label: bool
) -> list[int]:
    """Return a run of items; nothing if the count goes on behind text: then it is headings."""
    last = entries[run[-1]] if run else None
    if not isinstance(last, Line) or last.mark is None:
        return []
    return [] if under_label and ahead[run[-1]] == last.mark.number + 1 else run


def _is_label(text: str) -> bool:
    text = text.strip()
    return len(text) < _LABEL_LENGTH and "如下" not in text and bool(_LABEL.fullmatch(text))


def _due(text: str) -> dict[Form, int]:
    """Return the numbers with which a list may go on on the next line."""
    due: dict[Form, int] = {}
    for match in _WITHIN.finditer(text):
        mark = mark_of(text, match.end())
        if mark and mark.form in _ITEMS and mark.number == due.get(mark.form, 1):
            due[mark.form] = mark.number + 1
    return due


def _next_numbers(entries: list[Entry]) -> dict[int, int]:
    """Return for each line the number of the next mark of its form."""
    found: dict[int, int] = {}
    behind: dict[Form, int] = {}
    for at in range(len(entries) - 1, -1, -1):
        entry = entries[at]
        if isinstance(entry, Line) and entry.mark:
            found[at] = behind.get(entry.mark.form, 0)
            behind[entry.mark.form] = entry.mark.number
    return found


def _counting_sentences(entries: list[Entry]) -> set[int]:
    """Return the lines whose 一是 or 第一， counts sentences, run by run."""
    refused: set[int] = set()
    runs: dict[Form, list[int]] = {}
    for at, entry in enumerate(entries):
        if not isinstance(entry, Line) or not entry.mark or entry.mark.form not in _COUNTING:
            continue
        run = runs.setdefault(entry.mark.form, [])
        if entry.mark.number == 1 and run:
            refused.update(_refused(entries, run))
            run.clear()
        run.append(at)
    for run in runs.values():
        refused.update(_refused(entries, run))
    return refused


def _refused(entries: list[Entry], run: list[int]) -> list[int]:
    short = all(_is_title(entries[at]) for at in run)
    places = set(run)
    parents = all(at + 1 < len(entries) and at + 1 not in places for at in run)
    return [] if short and len(run) > 1 and parents else run


def _is_title(entry: Entry) -> bool:
    if not isinstance(entry, Line):
        return False
    text = entry.paragraph.text.text[entry.start : entry.end].rstrip()
    return entry.title_length <= LONG and not text.endswith(("；", ";", "，"))
