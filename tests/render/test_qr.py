"""Codes that are worked out of those drawn before."""

import random
import string

import pytest
import segno

from disclosure.render import qr
from disclosure.render.qr import QrCode, QrDrawer


def by_itself(content: str) -> QrCode:
    """Return the code as one draws it who has drawn none before."""
    return QrDrawer().draw(content)


def addresses(chance: random.Random, count: int) -> list[str]:
    """Return addresses of many lengths, as sites and their notices have them."""
    letters = string.ascii_lowercase + string.digits + "-%/#ABC"
    made = []
    for _ in range(count):
        slug = "".join(chance.choices(letters, k=chance.randint(1, 60)))
        made.append(f"https://www.example.gov.cn/{slug}/")
    return made


@pytest.mark.parametrize("count", [150, pytest.param(3000, marks=pytest.mark.slow)])
def test_sums_are_codes(count: int) -> None:
    """Every code is, module by module, the one that the library makes of the content alone."""
    drawer = QrDrawer()
    for content in addresses(random.Random(count), count):
        matrix = segno.make_qr(content, error="m", mask=3).matrix
        drawn = drawer.draw(content)
        assert drawn.size == len(matrix) + 8
        assert drawn == by_itself(content), content


def test_library_is_asked_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses that differ by a number are drawn once for each bit of it, not each anew."""
    asked = []
    make = segno.make_qr
    monkeypatch.setattr(qr.segno, "make_qr", lambda *a, **k: asked.append(a) or make(*a, **k))
    drawer = QrDrawer()
    for number in range(500):
        drawer.draw(f"https://www.example.gov.cn/notices/2022-02-23-{number:04}/")
    assert len(asked) < 20


@pytest.mark.parametrize("content", ["HTTPS://A.CN/1", "12345", "https://例.cn/", "a" * 1100])
def test_other_contents(content: str) -> None:
    """What is no address in small letters is drawn as well, between addresses and twice."""
    drawer = QrDrawer()
    drawer.draw("https://a.cn/1")
    assert drawer.draw(content) == by_itself(content) == drawer.draw(content)
    assert drawer.draw("https://a.cn/1") == by_itself("https://a.cn/1")
