"""A message says another thing as remedy than as fault, and says it in its own language."""

import copy
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from disclosure.diagnostics import Diagnostic
from disclosure.messages.catalogues import CATALOGUES
from disclosure.report.text import sentence
from disclosure.source.load import load_notice
from disclosure.source.load_terms import load_terms
from tests.checks.desk import SHOWN, to_yaml, verdict_of
from tests.conftest import ROOT
from tests.document.full_notice import FULL

_QUOTED = re.compile(r"“\{(\w+)\}”")
# Two English words side by side, outside of what is quoted from the file.
_ENGLISH = re.compile(r"(?<![A-Za-z./{-])[A-Za-z]{2,} [A-Za-z]{2,}")
_OF_PYDANTIC = re.compile(r"Input should|valid (?:tuple|string|dict)|pydantic|_file|errors\.")
# What takes the place of a value: each a slip that somebody may make.
WRONG: tuple[Any, ...] = (
    *("", "　", "{", "是", "1,234", "１２", "0555-1234567", "139 0000 0000", "0563-226 3070"),
    *("2022-2-3", "２０２２－０２－２３", "９：３０", "已完成 ", "javascript:x", "{nope}", "-５%"),
    *(["x"], {"x": "y"}, [["x"]], [{"x": "y"}], {"标题": "甲"}, ["x", {"y": "z"}]),
)


def check_words(found: Diagnostic) -> None:
    """Fail where a message quotes one string as fault and as remedy, or speaks another's words."""
    template = CATALOGUES["zh"][found.code]
    params = dict(found.params)
    quoted = [params.get(name, "") for name in dict.fromkeys(_QUOTED.findall(template))]
    seen = [each.strip() for each in quoted if each.strip()]
    assert len(seen) == len(set(seen)), (found.code, params)
    if {"value", "known"} <= params.keys():
        # Marks of sections hold the comma that stands between them: 一、、1、
        known = params["known"].replace("、、", "、 、").split("、")
        assert params["value"] not in known, params
    said = sentence(found, "zh")
    own = re.sub(r"“.*?”", "“”", said)
    assert not _OF_PYDANTIC.search(own), said
    assert not _ENGLISH.search(re.sub(r"python3 build\.py\S*( --?\w+)*", "", own)), said


def values(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value, lists and mappings among them."""
    if path:
        yield path
    if isinstance(data, dict | list):
        for key in data if isinstance(data, dict) else range(len(data)):
            yield from values(data[key], (*path, key))


class Excerpt:
    """The full notice without what stands beside a value, since all of it takes long to load.

    Mappings on the way to the value keep their keys; of lists only the item on the way is left.
    """

    def __init__(self, path: tuple[Any, ...]) -> None:
        self.data: dict[str, Any] = {key: FULL[key] for key in ("title", "issuer", "published")}
        self.data["sections"] = [{"title": "甲", "body": "乙。"}]
        self.holder: Any = self.data
        whole: Any = FULL
        for part in path[:-1]:
            within = [] if isinstance(whole[part], list) else dict(whole[part])
            self._put(part, within)
            whole, self.holder = whole[part], within
        self.key = self._put(path[-1], copy.deepcopy(whole[path[-1]]))

    def _put(self, part: Any, value: Any) -> Any:
        if isinstance(self.holder, list):
            self.holder.append(value)
            return 0
        self.holder[part] = value
        return part

    def found(self) -> tuple[Diagnostic, ...]:
        """Return what is told of it."""
        return tuple(load_notice(to_yaml(self.data).encode(), SHOWN)[1])


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(WRONG)))
def test_wrong_values(number: int) -> None:
    """Each wrong value in each place of a notice is told in its own words, once."""
    for path in values(FULL):
        excerpt = Excerpt(path)
        excerpt.holder[excerpt.key] = WRONG[number]
        for each in excerpt.found():
            check_words(each)


@pytest.mark.slow
def test_wrong_keys() -> None:
    """A key that is misspelt, doubled with another or in Chinese is told in its own words."""
    for path in values(FULL):
        key = path[-1]
        if not isinstance(key, str):
            continue
        for new in (f"{key}s", key.upper(), key[:-1], "标题", "_file", f"{key} "):
            excerpt = Excerpt(path)
            excerpt.holder[new] = excerpt.holder.pop(key)
            for each in excerpt.found():
                check_words(each)


@pytest.mark.parametrize(
    "case", sorted((ROOT / "tests" / "broken").iterdir()), ids=lambda p: p.name
)
def test_broken_notices(case: Path) -> None:
    """The messages about bad notices quote nothing as fault and as remedy."""
    for each in load_notice((case / "notice.yaml").read_bytes(), SHOWN)[1]:
        check_words(each)


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "cases" / "notices").glob("*.yaml")))
def test_findings_of_the_rules(path: Path) -> None:
    """What the rules say of real notices, sound and spoilt, quotes nothing twice."""
    text = path.read_text("utf-8")
    for spoilt in (
        text,
        text.replace("。", "。。"),
        re.sub(r"(?<=[一-龥])，(?=[一-龥])", ",", text),
    ):
        for each in verdict_of(spoilt).diagnostics:
            check_words(each)


@pytest.mark.parametrize("phrase", ["党", "*", "\\\\", " 党 ", "𠮷"])
def test_phrases_of_one_character(tmp_path: Path, phrase: str) -> None:
    """A fixed phrase of one character is refused when the list is loaded, with a sentence."""
    own = tmp_path / "terms.yaml"
    own.write_text(f'fixed_phrases: ["{phrase}"]\n', encoding="utf-8")
    shipped = ROOT / "disclosure" / "checks" / "words.yaml"
    terms, (found,) = load_terms(shipped, own, PurePosixPath("content/terms.yaml"))
    assert (found.code, found.line) == ("terms.short_phrase", 1)
    assert phrase.strip("\\ ") not in terms.fixed_phrases or phrase == "\\\\"
    check_words(found)


@pytest.mark.parametrize(
    ("key", "neighbour"),
    [
        ("after", "^日"),
        ("after", "日…"),
        ("before", "…日"),
        ("not_after", "…"),
        ("before", "日…月…"),
    ],
)
def test_neighbours_that_say_nothing(tmp_path: Path, key: str, neighbour: str) -> None:
    """A neighbour whose signs stand out of place is refused when the list is loaded."""
    own = tmp_path / "terms.yaml"
    own.write_text(
        f"wrong_words:\n  - {{wrong: 截止, right: 截至, {key}: ['{neighbour}']}}\n",
        encoding="utf-8",
    )
    shipped = ROOT / "disclosure" / "checks" / "words.yaml"
    _, (found,) = load_terms(shipped, own, PurePosixPath("content/terms.yaml"))
    assert (found.code, found.line) == ("terms.neighbour", 2)
    check_words(found)
