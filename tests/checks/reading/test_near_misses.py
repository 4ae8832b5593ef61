"""Near-misses: exactly the texts that one slip makes of a name."""

from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks.reading.near_misses import find_near
from disclosure.checks.reading.slips import difference

NAME = "泾县招商合作服务中心"
letters = st.text(alphabet="甲乙丙丁戊己庚辛", min_size=4, max_size=12)


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """Give a name of different characters and a text with one slip inside it."""
    name = "".join(draw(st.permutations("甲乙丙丁戊己庚辛壬癸")))[: draw(st.integers(5, 10))]
    at = draw(st.integers(1, len(name) - 2))
    kind = draw(st.sampled_from(["lost", "won", "changed", "swapped"]))
    if kind == "lost":
        return name, name[:at] + name[at + 1 :]
    if kind == "won":
        return name, name[:at] + "X" + name[at:]
    if kind == "changed" or at + 1 >= len(name) - 1:
        return name, name[:at] + "X" + name[at + 1 :]
    return name, name[:at] + name[at + 1] + name[at] + name[at + 2 :]


@given(slips(), st.text("天地", max_size=6), st.text("天地", max_size=6))
def test_one_slip_is_found(slip: tuple[str, str], before: str, after: str) -> None:
    """Wherever the slip is inside the name, the whole wrong form is found, and only it."""
    name, wrong = slip
    text = before + wrong + after
    assert [text[near.start : near.end] for near in find_near(name, text)] == [wrong]


@given(letters, letters)
def test_what_is_found_is_near(name: str, text: str) -> None:
    """Whatever is found is one edit from the name, with its first and last character."""
    for near in find_near(name, text):
        found = text[near.start : near.end]
        assert found != name
        assert difference(found, name) or sorted(found) == sorted(name)
        assert (found[0], found[-1]) == (name[0], name[-1])


def test_name_itself_and_abbreviations() -> None:
    """The name is no slip, nor is a form without its place or its end."""
    for text in (NAME, f"在{NAME}召开", "县招商合作服务中心", "泾县招商合作服务", "招商合作中心"):
        assert list(find_near(NAME, text)) == []


def test_more_than_one_slip() -> None:
    """Two characters off is another name."""
    assert list(find_near(NAME, "泾县招商引资服务中心")) == []
