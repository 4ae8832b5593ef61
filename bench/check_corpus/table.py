"""The table: findings by rule and level, and what judgements make of them."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from .found import Found

_LEVELS = ("error", "warning", "info")


def read_judgements(paths: Iterable[Path]) -> dict[tuple[str, str], bool]:
    """Return which findings are right, by rule and key.

    A line holds rule, key and ``right`` or ``wrong``, divided by tabs; what follows is a remark.
    A later line wins.
    """
    judged = {}
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            rule, key, verdict, *_ = line.split("\t")
            if verdict == "?":
                continue
            if verdict not in {"right", "wrong"}:
                raise SystemExit(f"{path}:{number}: right or wrong, not {verdict!r}")
            judged[rule, key] = verdict == "right"
    return judged


def draw(found: Sequence[Found], wanted: int, seed: int) -> list[Found]:
    """Return up to ``wanted`` findings of each rule, the same for the same seed and findings."""
    drawn = []
    for rule in sorted({each.rule for each in found}):
        ours = [each for each in found if each.rule == rule]
        # By key, so that a finding that goes does not change which of the others are drawn.
        ours.sort(key=lambda each: random.Random(f"{seed} {each.key}").random())
        drawn += ours[:wanted]
    return drawn


def table(
    found: Sequence[Found], size: int, judged: Mapping[tuple[str, str], bool]
) -> Iterator[str]:
    """Yield the lines: every rule, then every level.

    Args:
        found: all findings.
        size: how many characters were read.
        judged: which of them are right, as far as somebody said.

    The false findings of a rule of which some were judged are estimated from these.

    """
    yield _row("rule", "level", "found", "/1000", "files", "judged", "right", "false/1000")
    counts = Counter((each.rule, each.level) for each in found)
    false: Counter[str] = Counter()
    for (rule, level), count in sorted(counts.items(), key=lambda item: (_order(item[0][1]), item)):
        ours = [each for each in found if each.rule == rule and each.level == level]
        verdicts = [judged[rule, each.key] for each in ours if (rule, each.key) in judged]
        share = sum(verdicts) / len(verdicts) if verdicts else None
        wrong = count * (1 - share) if share is not None else 0
        false[level] += wrong  # type: ignore[assignment]
        files = len({each.file for each in ours})
        yield _line(rule, level, count, size, files, len(verdicts), share, wrong)
    for level in _LEVELS:
        ours = [each for each in found if each.level == level]
        verdicts = [judged[each.rule, each.key] for each in ours if (each.rule, each.key) in judged]
        known = {each.rule for each in ours if (each.rule, each.key) in judged}
        weighed = sum(each.rule in known for each in ours)
        share = 1 - false[level] / weighed if weighed else None
        files = len({each.file for each in ours})
        yield _line(
            f"all, level {level}", level, len(ours), size, files, len(verdicts), share, false[level]
        )


def _order(level: str) -> int:
    return _LEVELS.index(level)


def _line(
    rule: str,
    level: str,
    count: int,
    size: int,
    files: int,
    judged: int,
    share: float | None,
    wrong: float,
) -> str:
    thousands = max(size, 1) / 1000
    right = "-" if share is None else f"{share:.0%}"
    false = "-" if share is None else f"{wrong / thousands:.4f}"
    rate = f"{count / thousands:.4f}"
    return _row(rule, level, str(count), rate, str(files), str(judged), right, false)


def _row(rule: str, level: str, *cells: str) -> str:
    return f"{rule:32} {level:8} " + " ".join(f"{cell:>10}" for cell in cells)
