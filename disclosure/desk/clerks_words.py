"""What was found, in the words of the desk's forms: a clerk never types the keys of the files."""

import re
from collections.abc import Mapping
from typing import Final

from disclosure.diagnostics import Diagnostic
from disclosure.model.faults import Path
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.report.text import sentence
from disclosure.source.key_names import names_anywhere, names_at

# A key among Chinese words; what stands in braces is a value.
_KEY: Final = re.compile(
    r"(?P<before> ?)(?<![{A-Za-z0-9_./@-])(?P<key>[a-z_]+(?:\.[a-z_]+)*)"
    r"(?![A-Za-z0-9_}@/-]|\.[A-Za-z])(?P<after>:? ?)"
)
_OF_SITE: Final = "site."
# Values that may be keys; all others are what somebody typed.
_VALUES: Final = frozenset({"key", "keys", "name", "field", "near", "other"})
# Where in a notice the sentences of a kind speak of; one key has other names elsewhere.
_PLACES: Final[Mapping[str, Path]] = {
    "posting": ("posting_period",),
    "signature": ("signature",),
    "answer": ("sections", 0, "responses", 0),
    "response": ("sections", 0, "responses", 0),
    "metric": ("metrics", 0),
    "reference": ("metrics", 0),
    "field": ("metrics", 0),
    "contact": ("contact", "lines", 0),
    "attachment": ("attachments", 0),
}
_LIST: Final = "、"
_CHINESE: Final = "zh"
_NAMES_OF_FILES: Final[Mapping[str, str]] = {"site.yaml": "网站信息"}


def said_of(diagnostic: Diagnostic, language: str) -> str:
    """Return what was found as ``report.text.sentence`` does, with the names of fields for keys.

    Args:
        diagnostic: what was found.
        language: of the sentence; only Chinese has names.

    """
    if language != _CHINESE:
        return sentence(diagnostic, language)
    model = Site if diagnostic.code.startswith(_OF_SITE) else Notice
    place = _PLACES.get(diagnostic.code.partition(".")[0], ())
    names = {**names_anywhere(model), **(names_at(model, place) if place else {})}
    params = tuple((name, _named(name, value, names)) for name, value in diagnostic.params)
    return sentence(diagnostic._replace(params=params), language, lambda said: _put(said, names))


def _put(said: str, names: Mapping[str, str]) -> str:
    for file, name in _NAMES_OF_FILES.items():
        said = said.replace(f" {file} ", name).replace(file, name)

    def name_of(match: re.Match[str]) -> str:
        outer, _, key = match["key"].rpartition(".")
        inside = names_at(Notice, (outer,)) if outer in names else {}
        name = inside.get(key) or names.get(key)
        if name is None:
            return match[0]
        # 没有发布日期 published: it is named already.
        if said[: match.start()].endswith(name):
            return ""
        return f"“{name}”{match['after'].rstrip(' ').replace(':', '：')}"

    return _KEY.sub(name_of, said)


def _named(name: str, value: str, names: Mapping[str, str]) -> str:
    parts = value.split(_LIST)
    if name not in _VALUES or not all(part in names for part in parts):
        return value
    return _LIST.join(names[part] for part in parts)
