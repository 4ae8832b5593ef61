"""How tables are fitted to paper."""

import pytest

from disclosure.render.views.fit import Fit, fit_of, is_tall, shares_of


@pytest.mark.parametrize(
    ("columns", "cell", "fit"),
    [
        (2, "甲", Fit.UPRIGHT),
        (5, "甲乙丙丁", Fit.UPRIGHT),
        (8, "甲", Fit.SNUG),
        (8, "甲乙丙丁戊己庚", Fit.WIDE),
        (10, "甲乙丙丁", Fit.WIDE),
        (16, "甲乙", Fit.WIDE),
        (14, "甲乙丙丁", Fit.DENSE),
        (16, "甲乙丙丁戊己", Fit.TIGHT),
        (40, "甲", Fit.TIGHT),
        (3, "x" * 250, Fit.UPRIGHT),
        (4, '<span class="dn-nb">2023年12月31日</span>', Fit.UPRIGHT),
        (5, '<span class="dn-nb">2023年12月31日</span>', Fit.SNUG),
    ],
)
def test_fit(columns: int, cell: str, fit: Fit) -> None:
    """What is upright stays as it is; more columns and longer whole words are set smaller."""
    assert fit_of(["项目"] * columns, [[cell] * columns] * 3) is fit


def test_growing_never_enlarges() -> None:
    """With every column more the setting is the same or a smaller one."""
    order = list(Fit)
    for cell in ("甲", "甲乙丙", "甲乙丙丁戊己", '<span class="dn-nb">1234567元</span>'):
        found = [order.index(fit_of(["名"] * n, [[cell] * n])) for n in range(1, 41)]
        assert found == sorted(found)


def test_no_rows() -> None:
    """A table of heads alone has its place."""
    assert fit_of(["名", "数"], []) is Fit.UPRIGHT
    assert shares_of(["名", "数"], []) == (50, 50)


def test_tall() -> None:
    """Only a row of about half a page may be torn; markup does not count."""
    assert not is_tall(["甲" * 240, "乙"])
    assert is_tall(["甲" * 241])
    assert not is_tall(['<span class="dn-nb">38个</span>' * 60])


def test_shares() -> None:
    """Shares fill the width, and none is nothing."""
    for count in (1, 3, 16, 40):
        shares = shares_of(["名"] * count, [["甲" * 900, *["乙"] * (count - 1)]])
        assert min(shares) >= 1
        assert 80 <= sum(shares) <= 100 or count > 30
