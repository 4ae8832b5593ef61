"""Recall: slips planted in real paragraphs, one in each copy, and what the rules find of them."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from disclosure.checks.rules import RULES
from tests.checks.desk import to_yaml, verdict_if_loaded

from .found import REFUSED
from .kinds import KINDS
from .slips import Kind, Planted
from .texts import Text, notice_of

_AROUND = 4  # paragraphs before and behind, so that a text can be held against itself
_TRIES = 4000


def recall(
    texts: Sequence[Text], wanted: int, seed: int, names: Sequence[str], *, missed: bool
) -> Iterator[str]:
    """Yield a line for each kind: planted, found by the family expected, by any rule.

    Args:
        texts: where slips are put.
        wanted: how many of each kind.
        seed: what the draw begins with.
        names: of the kinds; none means all.
        missed: whether to show the slips that no expected rule found.

    """
    known = {rule.id for rule in RULES}
    totals: Counter[str] = Counter()
    yield f"{'kind':34} {'planted':>7} {'found':>6} {'by any':>7} {'share':>6}  by"
    for kind in KINDS:
        if names and kind.name not in names:
            continue
        planted = _plant(kind, texts, wanted, seed)
        told = [(slip, _new(slip, text)) for slip, text in planted]
        ours = [any(code.startswith((*kind.families, REFUSED)) for code in new) for _, new in told]
        anyone = [any(code in known or code == REFUSED for code in new) for _, new in told]
        by = Counter(code for _, new in told for code in set(new))
        share = f"{sum(ours) / len(ours):.0%}" if ours else "-"
        tops = ", ".join(f"{code} {count}" for code, count in by.most_common(3))
        yield f"{kind.name:34} {len(ours):7} {sum(ours):6} {sum(anyone):7} {share:>6}  {tops}"
        totals.update(planted=len(ours), found=sum(ours), any=sum(anyone))
        if missed:
            for (slip, _), right in zip(told, ours, strict=True):
                if not right:
                    yield f"    missed  {slip.slip}"
    share = f"{totals['found'] / max(totals['planted'], 1):.0%}"
    yield f"{'all':34} {totals['planted']:7} {totals['found']:6} {totals['any']:7} {share:>6}"


def _plant(kind: Kind, texts: Sequence[Text], wanted: int, seed: int) -> list[tuple[Planted, Text]]:
    chance = random.Random(f"{seed} {kind.name}")
    found: list[tuple[Planted, Text]] = []
    places = [(text, at) for text in texts for at, each in enumerate(text.paragraphs) if each]
    chance.shuffle(places)
    for text, at in places[:_TRIES]:
        first = max(0, at - _AROUND)
        stretch = text.paragraphs[first : at + _AROUND + 1]
        planted = kind.make(stretch, at - first, chance)
        if planted:
            found.append((planted, text))
        if len(found) == wanted:
            break
    return found


def _new(slip: Planted, text: Text) -> list[str]:
    """Return the rules that find something with the slip that they do not find without."""
    # A repeated paragraph repeats what is found in it: that is nothing new.
    fresh = _told(slip.after, text, slip.notice) - _told(slip.before, text, {})
    return sorted(code for code, _ in fresh)


def _told(
    paragraphs: tuple[str, ...], text: Text, keys: Mapping[str, str]
) -> Set[tuple[str, tuple[tuple[str, str], ...]]]:
    notice = notice_of(text._replace(title="", paragraphs=paragraphs), headings=False)
    verdict = verdict_if_loaded(to_yaml(notice | keys))
    # What cannot be loaded at all was found, too: by the loader.
    if verdict is None:
        return {(REFUSED, ())}
    return {(each.code, each.params) for each in verdict.diagnostics}
