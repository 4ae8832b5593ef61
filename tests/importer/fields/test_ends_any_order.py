"""Lines of heads and feet in any order: nothing is lost, told twice, or printed elsewhere."""

import functools
import random
from pathlib import Path

import pytest
import yaml

from tests.importer.fields.ends import draft, printed_wrong, unaccounted

FOLDER = Path(__file__).parent
TITLE = "中共云溪县水利局党组关于巡察整改进展情况的通报"
# It prints otherwise than it stands, and is said to.
_OTHERWISE = "2024年03月01日"


@functools.cache
def lines(name: str) -> list[str]:
    """Return the lines of the made-up texts of a file, each once."""
    found = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    texts = [line for each in found for line in each["text"].splitlines() if line.strip()]
    return [line for line in dict.fromkeys(texts) if line != _OTHERWISE and "↵" not in line]


def check_foot(seed: int) -> None:
    """Check a foot of lines in an order of chance."""
    chosen = random.Random(seed)
    text = "\n".join(chosen.sample(lines("feet.yaml"), chosen.randint(1, 14)))
    made = draft(TITLE, text)
    assert unaccounted(made, 1, 2) == ("", ""), text
    assert printed_wrong(made, 1, 2) == "", text


def check_head(seed: int) -> None:
    """Check a head of lines in an order of chance, a title among them."""
    chosen = random.Random(seed)
    text = "\n".join(chosen.sample(lines("heads.yaml"), chosen.randint(1, 10)))
    made = draft(text)
    first = len(made.reading.blocks) - 1
    assert unaccounted(made, first, first + 1) == ("", ""), text
    assert printed_wrong(made, first, first + 1) == "", text


@pytest.mark.parametrize("seed", range(12))
def test_foot(seed: int) -> None:
    """A foot of any lines prints them in their order."""
    check_foot(seed)


@pytest.mark.parametrize("seed", range(12))
def test_head(seed: int) -> None:
    """A head of any lines prints them in their order."""
    check_head(seed)


@pytest.mark.slow
def test_many() -> None:
    """So do two hundred of each."""
    for seed in range(100, 300):
        check_foot(seed)
        check_head(seed)


def test_what_is_lost_is_told() -> None:
    """The comparison can fail: a value left out is missed, in the account and in print."""
    made = draft(TITLE, "特此通报。\n联系电话：0360-5550118")
    assert (unaccounted(made, 1, 2), printed_wrong(made, 1, 2)) == (("", ""), "")
    spoilt = made._replace(foot=tuple(each for each in made.foot if each.key != "closing"))
    assert unaccounted(spoilt, 1, 2) == ("特此通报。", "")
    assert "特此通报" in printed_wrong(spoilt, 1, 2)
