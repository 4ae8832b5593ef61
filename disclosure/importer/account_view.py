"""The account in words and rows, for both of its writers: the terminal and the page."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from disclosure.importer.account import Account, Stretch, Way, placed
from disclosure.importer.draft import Fields, Items, Scalar, Value
from disclosure.importer.importing import Imported
from disclosure.importer.key_words import key_word
from disclosure.importer.proof import Difference
from disclosure.importer.punctuation import paragraphs_in
from disclosure.importer.reading import Fate, Reading, Remark
from disclosure.messages import say
from disclosure.model.faults import Path
from disclosure.render.account_page import AccountRow, AccountView, Destination, Piece, Told

_MOST_PLACES: Final = 5
_LONGEST: Final = 60
_WAYS: Final[Mapping[Way, str]] = {
    Way.KEPT: "import.way.kept",
    Way.WORKED_OUT: "import.way.worked_out",
    Way.SAID: "import.way.said",
    Way.NORMALISED: "import.way.normalised",
    Way.DROPPED: "import.way.dropped",
    Way.LOST: "import.way.lost",
}


def view_of(imported: Imported, language: str) -> AccountView:
    """Return what the account of an imported file says, in sentences of ``language``."""
    return account_view(
        imported.reading,
        imported.account,
        imported.fields,
        imported.differences,
        imported.lines,
        language,
        loaded=imported.loaded is not None,
    )


def account_view(
    reading: Reading,
    account: Account,
    draft: Fields,
    found: Sequence[Difference],
    lines: Mapping[Path, int],
    language: str,
    *,
    loaded: bool = True,
) -> AccountView:
    """Return what the account says.

    Args:
        reading: the file.
        account: of it.
        draft: made of it.
        found: differences of the printed text.
        lines: of the YAML, by path of the value, from 1.
        language: of the sentences.
        loaded: whether the draft could be loaded, so that there is something printed.

    """
    total = f"{account.total:,}"
    lost = account.count(Way.LOST)
    code = "import.account.lost" if lost else "import.account.all"
    proof = "import.proof.differs" if found else "import.proof.same"
    proof = proof if loaded else "import.proof.none"
    places = _Places(reading)
    return AccountView(
        conclusion=say(code, language, {"total": total, "lost": f"{lost:,}"}),
        complete=not lost,
        counts=tuple(
            Told(say(_WAYS[way], language), f"{number:,}")
            for way, number in account.counts
            if number
        ),
        proof=say(proof, language, {"count": str(len(found))}),
        proved=loaded and not found,
        lost=tuple(
            Told(_short(account.characters[each.start : each.end]), places.at(each.start))
            for each in account.lost
        ),
        differences=tuple(_difference(each, language) for each in found),
        confirm=(*_told(account, Fate.KEPT, language), *_guesses(draft, lines, language)),
        changes=(
            *_told(account, Fate.DROPPED, language),
            *_told(account, Fate.NORMALISED, language),
        ),
        rows=tuple(_Rows(reading, account, draft, lines, language).rows()),
    )


def _difference(found: Difference, language: str) -> Told:
    code = "import.proof.less" if found.file else "import.proof.more"
    code = "import.proof.other" if found.file and found.printed else code
    params = {
        "before": found.before,
        "file": _short(found.file),
        "printed": _short(found.printed),
    }
    return Told(say(code, language, params), found.place)


def _told(account: Account, fate: Fate, language: str) -> Iterator[Told]:
    """Yield sentences, each once with its places; what stops comes first."""
    told = (
        (remark.code, sentence_of(remark, account, language), remark.stops, remark.place)
        for remark in account.remarks
        if remark.fate is fate
    )
    yield from _grouped(told, language)


def _grouped(told: Iterable[tuple[str, str, bool, str]], language: str) -> Iterator[Told]:
    places: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for code, sentence, stops, place in told:
        places[code, sentence, stops].append(place)
    for (code, sentence, stops), where in sorted(places.items(), key=lambda each: not each[0][2]):
        named = list(dict.fromkeys(place for place in where if place))
        shown = "、".join(named[:_MOST_PLACES])
        if len(where) > 1:
            params = {"count": str(len(where)), "places": shown}
            code = "import.places_first" if len(named) > _MOST_PLACES else "import.places"
            shown = say(code, language, params)
        yield Told(sentence, shown, stops, code)


def sentence_of(remark: Remark, account: Account, language: str) -> str:
    """Return what a remark says; of what is dropped, with its text if it does not quote it."""
    sentence = say(remark.code, language, dict(remark.params))
    text = _short(account.characters[remark.start : remark.end])
    if remark.fate is Fate.DROPPED and text and text not in sentence:
        return say("import.dropped", language, {"sentence": sentence, "text": text})
    return sentence


def _guesses(draft: Fields, lines: Mapping[Path, int], language: str) -> Iterator[Told]:
    told = (
        (
            value.guess.code,
            say(value.guess.code, language, dict(value.guess.params)),
            False,
            _guessed(path, value, lines, language),
        )
        for path, value in _values(draft)
        if value.guess
    )
    yield from _grouped(told, language)


def _guessed(path: Path, value: Value, lines: Mapping[Path, int], language: str) -> str:
    """Return where a guess stands and what it is, for who has only this to judge it by."""
    where = labelled(path, lines, language)
    if not isinstance(value, Scalar):
        return where
    shown = _short(str(value.text))
    return say("import.guessed", language, {"where": where, "value": shown})


def labelled(path: Path, lines: Mapping[Path, int], language: str) -> str:
    """Return where a value stands in the draft and what it is: 第45行 整改成效."""
    word = key_word(path)
    line = lines.get(path)
    params = {"line": str(line), "word": word}
    return say("import.line", language, params) if line else word


class _Places:
    """Where in the file a character stands, as a reader finds it."""

    def __init__(self, reading: Reading) -> None:
        found: dict[int, str] = {}
        ends: dict[int, int] = {}
        for paragraph in paragraphs_in(reading.blocks):
            there = [number for number in paragraph.text.origins if number >= 0]
            if there:
                found[min(there)] = paragraph.place
                ends[min(there)] = max(there)
        starts = sorted(found)
        for remark in reading.remarks:
            # What is left out within a paragraph stands in its row.
            around = bisect_right(starts, remark.start) - 1
            inside = around >= 0 and remark.start < ends[starts[around]]
            if remark.fate is Fate.DROPPED and remark.end > remark.start and not inside:
                found.setdefault(remark.start, remark.place)
        self.starts = sorted(found)
        self._places = found

    def at(self, number: int) -> str:
        place = bisect_right(self.starts, number) - 1
        return self._places[self.starts[place]] if place >= 0 else ""


class _Rows:
    """The file in rows, each with where its characters went."""

    def __init__(
        self,
        reading: Reading,
        account: Account,
        draft: Fields,
        lines: Mapping[Path, int],
        language: str,
    ) -> None:
        self._places = _Places(reading)
        self._account = account
        self._lines = lines
        self._language = language
        self._written: dict[int, dict[Path, list[str]]] = defaultdict(lambda: defaultdict(list))
        values = {at: each for at, each in _values(draft) if isinstance(each, Scalar)}
        for way, path, text in placed(draft):
            row = -1
            for sign, origin in zip(text.text, text.origins, strict=True):
                if origin >= 0:
                    row = self._row_of(origin)
                if way is Way.KEPT:
                    self._written[row][path].append(sign)
                elif way is Way.WORKED_OUT and not self._written[row][path]:
                    self._written[row][path].append(str(values[path].text))

    def _row_of(self, origin: int) -> int:
        return bisect_right(self._places.starts, origin) - 1

    def rows(self) -> Iterator[AccountRow]:
        """Yield them in order, without those that hold nothing."""
        starts = [0, *(each for each in self._places.starts if each)]
        ends = [*starts[1:], len(self._account.characters)]
        stretches = list(self._account.stretches)
        first = 0
        for start, end in zip(starts, ends, strict=True):
            while first < len(stretches) and stretches[first].end <= start:
                first += 1
            number, inside = first, []
            while number < len(stretches) and stretches[number].start < end:
                each = stretches[number]
                inside.append((max(start, each.start), min(end, each.end), each))
                number += 1
            pieces = tuple(
                Piece(self._account.characters[a:b].strip("\n"), each.way.value)
                for a, b, each in inside
            )
            if any(piece.text.strip() for piece in pieces):
                yield AccountRow(
                    self._places.at(start),
                    pieces,
                    tuple(self._destinations(self._row_of(start), inside)),
                )

    def _destinations(
        self, row: int, inside: Sequence[tuple[int, int, Stretch]]
    ) -> Iterator[Destination]:
        seen: set[object] = set()
        for start, end, each in inside:
            text = self._account.characters[start:end].strip()
            if each.way is Way.DROPPED:
                for number in each.remarks:
                    remark = self._account.remarks[number]
                    if remark.fate is Fate.DROPPED and number not in seen:
                        seen.add(number)
                        reason = say(remark.code, self._language, dict(remark.params))
                        yield Destination(self._word(Way.DROPPED), reason, each.way.value)
            elif each.way is Way.LOST:
                yield Destination(self._word(Way.LOST), text, each.way.value)
            elif each.way is Way.SAID:
                yield Destination(self._word(Way.SAID), text, each.way.value)
                continue
            for path in each.paths:
                if path not in seen and (written := "".join(self._written[row][path]).strip()):
                    seen.add(path)
                    yield Destination(labelled(path, self._lines, self._language), written, "kept")

    def _word(self, way: Way) -> str:
        return say(_WAYS[way], self._language)


def _values(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    yield path, value
    match value:
        case Items():
            for number, each in enumerate(value.values):
                yield from _values(each, (*path, number))
        case Fields():
            for entry in value.entries:
                yield from _values(entry.value, (*path, entry.key))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "……"
