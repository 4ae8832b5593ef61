"""English: importing: what was found in the text, and guesses to confirm."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.ends.counter": "“{text}” counts readers of the site and is no text of the notice; not imported",
        "import.ends.day": "“{text}” is printed as “{written}”",
        "import.ends.empty_label": "nothing stands behind “{text}”; not imported",
        "import.ends.furniture": "“{text}” is a tool, navigation or foot of the web page and no text of the notice; not imported",
        "import.ends.letterhead": "“{text}” is a letterhead; not imported",
        "import.ends.picture": "the picture “{alt}” cannot stand in the lead or behind the text; not imported",
        "import.ends.registry": "“{text}” is a note on publication or copies; not imported",
        "import.guess.ends.bare_source": "it stands below the title without a label and was taken as the source",
        "import.guess.ends.declared": "counts that the text states, from its first paragraphs",
        "import.guess.ends.genre": "the title looks like “{genre}”; if it is one, add a line genre: {genre}",
        "import.guess.ends.issuer_by": "the issuer was taken from who made the text public",
        "import.guess.ends.issuer_missing": "no issuer was found in the text, please fill in",
        "import.guess.ends.issuer_signature": "the issuer was taken from the signature",
        "import.guess.ends.issuer_source": "the issuer was taken from the source",
        "import.guess.ends.issuer_title": "the issuer was taken from the title",
        "import.guess.ends.metric": "a figure of the text, its name taken from the words beside it; please check name, unit and period",
        "import.guess.ends.published_below": "no date of publication is said; the date below the title, {day}, is taken",
        "import.guess.ends.published_posting": "no date of publication is given, the first day of the posting period was taken, {day}",
        "import.guess.ends.published_signature": "no date of publication is given, the date of the signature was taken, {day}",
        "import.guess.ends.table_rows": "a table stands in the lead; its rows were written as text",
        "import.guess.ends.title": "no title was found in the text, please fill in",
        "import.guess.ends.title_unusual": "the title does not end in a usual kind of text and may be incomplete",
        "import.guess.ends.unit_issuer": "the lead has a short form of the inspected unit, the issuer's name is used",
        "import.guess.ends.unit_lead": "the inspected unit was taken from the lead",
        "import.guess.ends.year_carried": "some dates have no year, it was worked out from their order",
        "import.guess.body.answer": "the source has no label here, so this text was taken for what was done; write it as body if it is not",
        "import.guess.body.head": "the table names no head, so its first row was taken for one; change it if it is none",
        "import.guess.body.kind": "there are not as many categories or aspects as the text states, so the nearest level was taken",
        "import.guess.body.no_problem": "the count of problems in the text leaves this one out, hence kind: 无; delete the line if it is a problem",
        "import.guess.body.picture_alt": "the picture has no words of its own; say what can be seen in it, for those who cannot see it",
        "import.guess.body.picture_kind": "the picture is of the kind {suffix}, which pages do not take; save it as PNG or JPEG in the notice's folder",
        "import.guess.body.problem": "nothing is said of what was done; by the count in the text this is a problem",
        "import.guess.body.row_heads": "there is no head that could be used, so the first column was taken for the heads of the rows",
        "import.guess.body.shared": "the sections above have no answer of their own, so this was taken for the answer to all of them; move it back if it belongs to the last alone",
        "import.guess.body.table": "the rows of the table name measures and the like, so this was taken for a problem; delete the line if it is none",
        "import.guess.body.titled": "the headings below it say 整改措施, 整改成效 and the like, so this counts as one problem and they as none",
    }
)
