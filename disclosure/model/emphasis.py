"""Which asterisks belong together: ``**bold**``, ``*stress*``, ``***both***``.

As in Python-Markdown (and unlike CommonMark) only blanks decide whether asterisks can begin or
end something, for Chinese puts no blanks between words. The search is that of CommonMark, which
looks at each asterisk a bounded number of times.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from disclosure.model.tokens import Kind, Token

# Deeper than this nothing looks different; unbounded, a page could not be parsed.
_DEEPEST = 8
_MANY = 3


@dataclass(slots=True)
class Stars:
    """A run of asterisks.

    Attributes:
        start: first asterisk that is not used yet.
        end: behind the last one.
        opens: something can begin here.
        closes: something can end here.
        length: of the whole run.
        ends: what ends here, in order.
        begins: what begins here, innermost first.

    """

    start: int
    end: int
    opens: bool
    closes: bool
    length: int = 0
    ends: list[Token] = field(default_factory=list)
    begins: list[Token] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.length = self.left

    @property
    def left(self) -> int:
        """How many asterisks are not used yet."""
        return self.end - self.start


def emphasise(parts: Sequence[Token | Stars], text: str) -> Iterator[Token]:
    """Yield the tokens of one stretch of text, its asterisks paired.

    Args:
        parts: tokens and runs of asterisks, in order.
        text: in which they stand.

    """
    _pair([part for part in parts if isinstance(part, Stars)])
    shown: list[bool] = []
    for part in parts:
        if isinstance(part, Token):
            yield part
            continue
        for end in part.ends:
            yield end if shown.pop() else _literal(end.start, end.end, text)
        if part.left:
            yield _literal(part.start, part.end, text)
        for begin in reversed(part.begins):
            shown.append(len(shown) < _DEEPEST)
            yield begin if shown[-1] else _literal(begin.start, begin.end, text)


def _literal(start: int, end: int, text: str) -> Token:
    return Token(Kind.TEXT, start, end, text[start:end])


def _pair(runs: Sequence[Stars]) -> None:
    openers: list[Stars] = []
    # Below these places of ``openers`` nothing answers a run of that kind.
    bottoms: dict[tuple[int, bool, int], int] = {}
    for run in runs:
        while run.closes and run.left:
            kind = (min(run.length, _MANY), run.opens, run.left)
            at = _opener(openers, run, bottoms.get(kind, 0))
            if at < 0:
                bottoms[kind] = len(openers)
                break
            _join(openers[at], run)
            del openers[at + 1 if openers[at].left else at :]
            if bottoms:  # the last opener may have less left than when it was looked at
                highest = max(0, len(openers) - 1)
                bottoms = {kind: min(bottom, highest) for kind, bottom in bottoms.items()}
        if run.opens and run.left:
            run.closes = run.closes and not run.ends
            openers.append(run)


def _opener(openers: Sequence[Stars], run: Stars, bottom: int) -> int:
    """Return the place of the nearest run that ``run`` can answer; -1 for none."""
    for at in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[at]
        ambiguous = opener.closes or run.opens
        # *a**b* is one stress, not two halves: the rule of three of CommonMark. But **a****b**
        # is two bold words, as in Python-Markdown.
        certain = not ambiguous or run.length >= _MANY or opener.left == run.left
        if certain or (opener.length + run.length) % 3:
            return at
    return -1


def _join(opener: Stars, closer: Stars) -> None:
    size = 1 if opener.left == _MANY <= closer.left else min(2, opener.left, closer.left)
    kind = Kind.STRONG if size == 2 else Kind.EM
    opener.end -= size
    opener.begins.append(Token(kind, opener.end, opener.end + size))
    closer.ends.append(Token(Kind.END, closer.start, closer.start + size))
    closer.start += size
