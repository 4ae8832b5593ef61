"""Faults of numbering: numbers that are missing, repeated, restarting, or run backwards."""

from disclosure.importer.outline.candidates import Candidate
from disclosure.importer.outline.marks import Form
from disclosure.importer.reading import Remark


class Numbers:
    """Hears of each heading in order, and says what is wrong with its number; changes nothing."""

    def __init__(self) -> None:
        self._last: dict[Form, int] = {}
        self.remarks: list[Remark] = []

    def hear(self, candidate: Candidate, before: int) -> None:
        """Note the next heading; ``before`` is the number before it, 0 for the first there."""
        number, form = candidate.number, candidate.form
        if not number:
            return
        runs_through = self._last.get(form, 0) + 1
        self._last[form] = number
        if number == before + 1 or (not before and number in {1, runs_through}):
            return
        params = {"mark": candidate.mark.text, "title": candidate.title.text[:20]}
        if number == before:
            self._say(candidate, "import.outline.repeated", params)
        elif number == 1:
            self._say(candidate, "import.outline.restarted", params | {"previous": str(before)})
        elif number < before:
            self._say(candidate, "import.outline.backwards", params | {"previous": str(before)})
        elif number == before + 2:
            self._say(candidate, "import.outline.missing", params | {"number": str(number - 1)})
        else:
            params |= {"first": str(before + 1), "last": str(number - 1)}
            self._say(candidate, "import.outline.skipped", params)

    def _say(self, candidate: Candidate, code: str, params: dict[str, str]) -> None:
        self.remarks.append(remark_at(candidate, code, params))


def remark_at(candidate: Candidate, code: str, params: dict[str, str]) -> Remark:
    """Return a remark of a heading: of its mark, or of its title where Word makes the mark."""
    there = [n for n in (candidate.mark + candidate.title).origins if n >= 0]
    start, end = (min(there), max(there) + 1) if there else (0, 0)
    return Remark(code, params, start, end, place=candidate.paragraph.place)
