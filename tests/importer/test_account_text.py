"""The account on the terminal: numbers that Word makes are folded, what asks for an eye never."""

import pytest

from disclosure.importer.account_text import account_lines
from disclosure.render.account_page import AccountView, Told


def view(told: tuple[Told, ...]) -> AccountView:
    """Return an account with these changes."""
    return AccountView(
        conclusion="原文 1 字",
        complete=True,
        counts=(),
        proof="相同",
        proved=True,
        lost=(),
        differences=(),
        confirm=(),
        changes=told,
        rows=(),
    )


def test_many_of_one_kind_are_folded() -> None:
    """Of more than six the first three are shown, and how many there are."""
    told = tuple(Told(f"序号{n}", f"第{n}段", code="import.word.number_made") for n in range(9))
    lines = list(account_lines(view(told), "zh"))
    assert [line for line in lines if "序号" in line] == [f"  序号{n}（第{n}段）" for n in range(3)]
    assert "另有 6 处" in lines[-1]


@pytest.mark.parametrize("code", ["import.word.stop_secret", "import.word.inserted", ""])
@pytest.mark.parametrize("stops", [True, False])
def test_what_asks_for_an_eye_is_never_folded(code: str, stops: bool) -> None:
    """Every word of secrecy, revision, comment and difference is shown, however many there are."""
    told = tuple(Told(f"第{n}处", "", stops, code) for n in range(9))
    assert sum(line.startswith("  第") for line in account_lines(view(told), "zh")) == 9
