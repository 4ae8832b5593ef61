"""Time the rules: the first notice whole, and each rule on texts that double in size.

    python bench/checks.py

Prints the milliseconds of a whole check in-process, and every rule whose time grows faster
than its text on any of the texts that make patterns try again and again (1 is linear, 2 is
quadratic).
"""

import math
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from disclosure.checks.context import NoticeContext  # noqa: E402
from disclosure.checks.rule import Rule  # noqa: E402
from disclosure.checks.rules import RULES  # noqa: E402
from disclosure.checks.run import check_notice  # noqa: E402
from disclosure.source.load import load_notice  # noqa: E402
from tests.checks.desk import SHOWN  # noqa: E402
from tests.checks.test_robustness import _HARD, subject_with  # noqa: E402

SIZES = (10_000, 20_000, 40_000, 80_000)
WORTH_TELLING = 0.02  # seconds; below, the clock is what is measured


def seconds(rule: Rule, subject: NoticeContext) -> float:
    """Return the best of two runs, all findings taken."""
    best = math.inf
    for _ in range(2):
        start = time.perf_counter()
        for _ in rule.check(subject):
            pass
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure and print."""
    data = (ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml").read_bytes()
    loaded, _ = load_notice(data, SHOWN)
    assert loaded is not None  # noqa: S101
    base = subject_with("甲。")
    times = []
    for _ in range(20):
        start = time.perf_counter()
        subject = NoticeContext(
            loaded.notice,
            loaded.figures,
            loaded.outline,
            base.site,
            base.terms,
            base.is_workday,
            {},
        )
        check_notice(subject, loaded.places, SHOWN, RULES)
        times.append(time.perf_counter() - start)
    print(f"the first notice: median {sorted(times)[10] * 1000:.0f} ms, {len(RULES)} rules")
    worst: dict[str, tuple[float, float, str]] = {}
    for part in _HARD:
        subjects = [subject_with(part * (size // len(part))) for size in SIZES]
        for subject in subjects:
            _ = subject.dates, subject.quantities
        for rule in RULES:
            taken = [seconds(rule, subject) for subject in subjects]
            if taken[-1] > WORTH_TELLING:
                power = math.log2(taken[-1] / taken[-2])
                worst[rule.id] = max(worst.get(rule.id, (0, 0, "")), (power, taken[-1], part))
    for name, (power, taken, part) in sorted(worst.items(), key=lambda item: -item[1][0]):
        print(f"{name:32} power {power:4.2f}  {taken * 1000:7.0f} ms at {SIZES[-1]:,}  {part!r}")


if __name__ == "__main__":
    main()
