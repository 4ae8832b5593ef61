"""What ``check --fix`` would change in the texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.checks.context import NoticeContext
from disclosure.checks.fix import Repair, find_repairs, mended_text
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.source.load import load_notice
from disclosure.source.places import Places
from disclosure.zh.dates import is_workday
from tests.checks.desk import SHOWN, SITE_MODEL, TERMS, to_yaml

from .texts import Text, notice_of

_CONTEXT = 12
_TURNS = 6


def changes_in(texts: Sequence[Text]) -> Iterator[str]:
    """Yield every change, one a line: rule, file, the text before and after; then how many."""
    count = 0
    with TemporaryDirectory() as folder:
        for text in texts:
            for line in _changes(text, Path(folder)):
                count += 1
                yield line
    yield f"{count} changes in {len(texts)} texts"


def _changes(text: Text, folder: Path) -> Iterator[str]:
    path = folder / f"{text.name}.yaml"
    path.write_text(to_yaml(notice_of(text)), "utf-8")
    for turn in range(_TURNS):
        loaded, found = load_notice(path.read_bytes(), SHOWN)
        if loaded is None:
            yield "\t".join(("the mended notice does not load", text.name, str(found[:1])))
            return
        assert SITE_MODEL is not None  # noqa: S101
        context = NoticeContext(
            loaded.notice, loaded.figures, loaded.outline, SITE_MODEL, TERMS, is_workday, {}
        )
        repairs = find_repairs(context, loaded.places, RULES)
        if not repairs:
            return
        yield from _told(text, context, loaded.places, repairs, turn)
        path.write_text(mended_text(loaded.places.lines, repairs), "utf-8")
    yield "\t".join(("repairs do not come to an end", text.name, ""))


def _told(
    text: Text, context: NoticeContext, places: Places, repairs: Sequence[Repair], turn: int
) -> Iterator[str]:
    by: dict[tuple[int, int], Rule] = {}
    for rule in RULES:
        if rule.fix:
            for repair in find_repairs(context, places, (rule,)):
                by.setdefault((repair.line, repair.column), rule)
    for repair in repairs:
        line = places.lines[repair.line]
        end = repair.column + len(repair.old)
        before, after = (
            line[max(0, repair.column - _CONTEXT) : repair.column],
            line[end:][:_CONTEXT],
        )
        rule = by[repair.line, repair.column]
        change = f"{before}【{repair.old}→{repair.new}】{after}"
        yield "\t".join((rule.id, text.name, change, *(["again"] if turn else [])))
