"""The sections of notices that were written by hand are read from their texts as written there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from disclosure.importer.draft import Fields
from disclosure.importer.fields.body import sections_of
from tests.conftest import ROOT
from tests.importer.fields.trees import Outlined, account, plain, printed, written

CASES: Final = ROOT / "tests" / "cases"
TEXTS: Final = CASES / "word-for-word"
SEED: Final = ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml"
# By hand: the seed; where states are typed, a text of its own; else as word for word.
KNOWN: Final = {
    "00-seed": SEED,
    "10-fullwidth": TEXTS / "10-fullwidth.yaml",
    "12-two-level": TEXTS / "12-two-level.yaml",
    "13-triplet-status": CASES / "notices" / "13-triplet-status.yaml",
    "15-64-problems": TEXTS / "15-64-problems.yaml",
}
KEYS: Final = ("numbering", "enumeration", "unprinted", "labels", "sections")
_WIDE: Final = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）"})
_BEHIND: Final = re.compile("欢迎广大|公示时间|特此公|联系方式")
_FLAT: Final = ("00", "13", "15")
# The files by hand leave out kinds that their text counts: how many.
_KINDS: Final = {"10-fullwidth": 3, "15-64-problems": 7 + 25}


def outlined(name: str) -> Outlined:
    """Return the outline of one of the texts, its signs full-width."""
    lines = (TEXTS / f"{name}.txt").read_text("utf-8").splitlines()[1:]
    lines = [line.strip() for line in lines if line.strip()]
    start = next(n for n, line in enumerate(lines) if line.startswith("一、"))
    end = next((n for n, line in enumerate(lines) if _BEHIND.match(line)), len(lines) - 2)
    body = lines[start:end]
    if name.startswith(_FLAT):
        body = [re.sub('"([^"]*)"', r"“\1”", line).translate(_WIDE) for line in body]
    return Outlined("\n".join(body), "\n".join(lines[:start]))


def differences(found: Any, wanted: Any, at: str = "") -> Iterator[str]:
    """Yield where two notices differ; references to figures stand for what they print."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        if list(found) != list(wanted):
            yield f"{at}: {list(found)} | {list(wanted)}"
        for key in found.keys() & wanted.keys():
            yield from differences(found[key], wanted[key], f"{at}.{key}")
    elif isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        for number, pair in enumerate(zip(found, wanted, strict=True)):
            yield from differences(*pair, f"{at}.{number}")
    elif isinstance(found, str) and [found] == wanted:
        pass  # one text stands for a list of it
    else:
        text = wanted if isinstance(wanted, str) else str(wanted).lower()
        pattern = re.sub(r"\\\{[^}]*\\\}", "[0-9.%余]+[\u4e00-\u9fff]{0,2}", re.escape(text))
        if not re.fullmatch(pattern, str(found)):
            yield f"{at}: {found} | {wanted}"


def by_hand(path: Path) -> dict[str, Any]:
    """Return what a file says of its sections."""
    said = yaml.safe_load(path.read_text("utf-8"))
    return {key: said[key] for key in KEYS if key in said}


def without_kinds(value: Any) -> Any:
    """Return sections without their kinds."""
    if isinstance(value, list):
        return [without_kinds(each) for each in value]
    if isinstance(value, dict):
        return {key: without_kinds(each) for key, each in value.items() if key != "kind"}
    return value


@pytest.mark.parametrize("name", KNOWN)
def test_equal_by_value(name: str) -> None:
    """Every value is the one that was written by hand, in the same order within a section."""
    found = plain(Fields(sections_of(outlined(name).outline)))
    wanted = by_hand(KNOWN[name])
    if name in _KINDS:
        assert str(found).count("'kind'") == _KINDS[name]
        found = without_kinds(found)
    assert found.keys() == wanted.keys()
    for key in found:
        assert not list(differences(found[key], wanted[key], key))


@pytest.mark.parametrize("name", KNOWN)
def test_every_character(name: str) -> None:
    """The draft prints the text word for word, and says of each character where it went."""
    case = outlined(name)
    entries = sections_of(case.outline)
    assert printed(written(entries)) == "".join(case.said.split())
    found = account(entries)
    assert len(found) == len(set(found))
    gone = set(range(len(case.said))) - set(found)
    assert not "".join(case.said[at] for at in gone).strip()
