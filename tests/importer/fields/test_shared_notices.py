"""The ends of the five notices of the word-for-word tests, as their sidecars tell them."""

import json
from typing import Any

import pytest
import yaml

from disclosure.importer.fields.foot import read_foot
from disclosure.importer.fields.head import read_head
from disclosure.importer.outline.headings import outline
from disclosure.importer.punctuation import full_width
from tests.conftest import ROOT
from tests.importer.fields.ends import CHAPTER, Draft, plain_entries, printed_wrong, reading_of

FOLDER = ROOT / "tests" / "cases" / "word-for-word"
NAMES = sorted(path.name.partition(".")[0] for path in FOLDER.glob("*.expected.json"))
COUNTS = {"大类": "categories", "问题": "problems", "措施": "measures"}
DAYS = {"from": "start", "to": "end", "feedback": "feedback"}


def made(name: str) -> Draft:
    """Return the ends of a notice."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8").partition("\n")[2]
    reading = full_width(reading_of(text))
    found = outline(reading.blocks)
    head, foot = read_head(found.before, reading), read_foot(found.after)
    blocks = (*found.before, *reading_of(CHAPTER).blocks, *found.after)
    ends = reading.__class__(reading.kind, reading.characters, blocks)
    return Draft(ends, head.entries, foot.entries, (*head.remarks, *foot.remarks))


def values(draft: Draft) -> dict[str, Any]:
    """Return everything that was found."""
    return {**plain_entries(draft.head), **plain_entries(draft.foot)}


@pytest.mark.parametrize("name", NAMES)
def test_sidecar(name: str) -> None:
    """Title, day, source, inspection, counts, contacts and posting period are those of the sidecar."""
    wanted = json.loads((FOLDER / f"{name}.expected.json").read_text("utf-8"))
    found = values(made(name))
    assert found["title"] == wanted["title"]
    assert found["published"] == wanted["date"]
    if "publisher_line" in wanted:
        assert found["source"] == wanted["publisher_line"]
    for theirs, ours in DAYS.items():
        assert found["inspection"][ours] == wanted["inspection"][theirs]
    for theirs, ours in COUNTS.items():
        if theirs in wanted["stated"]:
            assert found["declared"][ours] == str(wanted["stated"][theirs])
    for status in wanted["stated"].keys() & {"已完成", "基本完成", "长期坚持", "正在整改"}:
        assert found["declared"]["statuses"][status] == str(wanted["stated"][status])
    said = json.dumps(found["contact"], ensure_ascii=False).replace("－", "-")
    for kind in wanted["contacts"].values():
        assert all(each in said for each in kind)
    if "publicity" in wanted:
        assert found["posting_period"]["start"] == wanted["publicity"]["from"]
        assert found["posting_period"]["end"] == wanted["publicity"]["to"]
    if "data_as_of" in wanted:
        assert found["as_of"] == wanted["data_as_of"]


# What nobody can read in the text: a short text for lists, and words to find it by.
CHOSEN = frozenset({"summary", "keywords"})
# Of the body.
BODY = frozenset({"sections", "numbering", "metrics", "labels", "unprinted", "enumeration"})


@pytest.mark.parametrize("name", NAMES)
def test_as_written_by_hand(name: str) -> None:
    """Every value of the hand-made file but those is found, and nothing else but counts."""
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    by_hand = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes texts, nothing else)
    wanted = {k: v for k, v in by_hand.items() if k not in CHOSEN | BODY}
    found = values(made(name))
    for each in (wanted, found):
        if isinstance(each.get("lead"), list) and len(each["lead"]) == 1:
            (each["lead"],) = each["lead"]
    # More counts may be stated than somebody has written down.
    assert found.pop("declared").items() >= wanted.pop("declared").items()
    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_printed(name: str) -> None:
    """The ends print as they stand in the text."""
    draft = made(name)
    first = next(
        number
        for number, block in enumerate(draft.reading.blocks)
        if getattr(block, "text", None) and block.text.text == CHAPTER  # type: ignore[union-attr]
    )
    assert printed_wrong(draft, first, first + 1) == ""
