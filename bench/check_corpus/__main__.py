"""Measure the rules on a folder of real texts.

    python -m bench.check_corpus FOLDER [--rule NAME …] [--out FINDINGS.jsonl]
    python -m bench.check_corpus FOLDER --rule NAME --sample 40 --seed 1
    python -m bench.check_corpus FOLDER --judged JUDGEMENTS.tsv …
    python -m bench.check_corpus FOLDER --plant 20 [--kind NAME …] [--missed]
    python -m bench.check_corpus FOLDER --fix

Every ``.txt`` of the folder is a document, a paragraph a line, and becomes a notice in memory;
what the rules say of the empty notice is taken off. Prints findings by rule and level, and per
1,000 characters. ``--sample`` draws findings of each rule to be judged, one a line: rule, key and
a place for ``right`` or ``wrong``; with ``--judged`` such lines become precision and false
findings per 1,000 characters. ``--plant`` puts that many slips of every kind into paragraphs and
tells how many were found. ``--fix`` makes the certain repairs in a folder of its own and lists
every change.

The texts are others': they are never committed, and quoted with ten characters at most.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from .found import Found, findings_in
from .mended import changes_in
from .planting import recall
from .table import draw, read_judgements, table
from .texts import Text, read_texts


def _arguments() -> argparse.Namespace:
    assert __doc__  # noqa: S101
    parser = argparse.ArgumentParser(
        prog="check_corpus",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="the texts")
    parser.add_argument("--rule", nargs="+", default=[], help="rules, or families such as names.")
    parser.add_argument("--level", choices=("error", "warning", "info"), help="of this level only")
    parser.add_argument("--out", type=Path, help="write every finding, one JSON a line")
    parser.add_argument("--sample", type=int, help="draw so many findings of each rule")
    parser.add_argument("--seed", type=int, default=1, help="what the draw begins with")
    parser.add_argument("--judged", type=Path, nargs="+", default=[], help="judgements")
    parser.add_argument("--unjudged", action="store_true", help="draw only what nobody judged")
    parser.add_argument("--flat", action="store_true", help="no line becomes a heading")
    parser.add_argument("--plant", type=int, help="plant so many slips of each kind")
    parser.add_argument("--kind", nargs="+", default=[], help="kinds of slips; all if not given")
    parser.add_argument("--missed", action="store_true", help="show the slips that were not found")
    parser.add_argument("--fix", action="store_true", help="list what --fix would change")
    return parser.parse_args()


def _findings(texts: Sequence[Text], given: argparse.Namespace) -> list[Found]:
    found: list[Found] = []
    for text in texts:
        found += findings_in(text, headings=not given.flat)
    wanted = tuple(given.rule)
    return [
        each
        for each in found
        if (not wanted or each.rule.startswith(wanted)) and given.level in {None, each.level}
    ]


def _print_sample(found: Sequence[Found], given: argparse.Namespace) -> None:
    judged = read_judgements(given.judged)
    if given.unjudged:
        found = [each for each in found if (each.rule, each.key) not in judged]
    for each in draw(found, given.sample, given.seed):
        known = judged.get((each.rule, each.key))
        mark = "?" if known is None else "right" if known else "wrong"
        shown = f"{each.before}【{each.text}】{each.after}"
        print("\t".join((each.rule, each.key, mark, each.level, each.file, shown, each.said)))


def main() -> None:
    """Measure and print."""
    given = _arguments()
    texts = list(read_texts(given.folder))
    size = sum(text.size for text in texts)
    if given.plant:
        for line in recall(texts, given.plant, given.seed, given.kind, missed=given.missed):
            print(line)
        return
    if given.fix:
        for line in changes_in(texts):
            print(line)
        return
    start = time.perf_counter()
    found = _findings(texts, given)
    taken = time.perf_counter() - start
    if given.out:
        lines = (json.dumps(each._asdict(), ensure_ascii=False) + "\n" for each in found)
        given.out.write_text("".join(lines), "utf-8")
    if given.sample:
        _print_sample(found, given)
        return
    print(f"{len(texts)} texts, {size:,} characters, {taken:.1f} s")
    for line in table(found, size, read_judgements(given.judged)):
        print(line)


if __name__ == "__main__":
    main()
