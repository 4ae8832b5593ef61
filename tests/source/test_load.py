"""From bytes to a model: values as typed, every diagnostic inside the file, nothing raised."""

import random
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.diagnostics import Diagnostic, in_reading_order
from disclosure.messages.catalogues import CATALOGUES
from disclosure.report import FORMATS
from disclosure.report.formats import render_report
from disclosure.source.load import load_notice, load_site, read_bytes
from disclosure.source.reader import parse
from tests.conftest import NOTICE, ROOT, SITE
from tests.yaml_writer import as_yaml

SHOWN = PurePosixPath("content/notices/a.yaml")
REAL = (ROOT / "content/notices/2022-02-23-jxzszx.yaml").read_text(encoding="utf-8")
RICH = (ROOT / "tests/cases/notices/every-part.yaml").read_text(encoding="utf-8")
SIGNS = "：:-[]{}'\"#&*!|>%@`?,~ \n\t甲0\\｛\u3000"


def check(text: str) -> tuple[Diagnostic, ...]:
    """Load a text; return its diagnostics after looking at their places and sentences."""
    _, found = load_notice(text.encode(), SHOWN)
    rows = text.split("\n")
    for each in found:
        assert 0 <= each.line <= len(rows)
        if each.line:
            assert 1 <= each.column <= len(rows[each.line - 1]) + 1
            assert each.span >= 1
    for language in CATALOGUES:
        for form in FORMATS:
            assert list(render_report(in_reading_order(found), form, language)) or not found
    return found


def load(text: str) -> Any:
    """Return a notice that must be sound."""
    loaded, found = load_notice(text.encode(), SHOWN)
    assert loaded is not None, found
    return loaded.notice


def test_accepted_as_typed() -> None:
    """What YAML 1.1 makes a number, a truth value or a time of stays text."""
    text = NOTICE.replace("0563-2263070", "05632263070").replace("09:30", "12:30")
    text = text.replace("value: 75", "value: 1.10").replace("某县纪委", "no")
    notice = load(text)
    assert notice.contact[0].phone == ("05632263070",)
    assert (notice.published_time, notice.source) == ("12:30", "no")
    assert str(notice.metrics[1].value) == "1.10"


@pytest.mark.parametrize(
    "word",
    [
        "yes",
        "on",
        "true",
        "0x1F",
        "0o17",
        "1e3",
        "1_000",
        ".inf",
        "=",
        "2022-02-23",
        "12:30:45",
        "1.0",
    ],
)
def test_words_stay_words(word: str) -> None:
    """Every other value with a meaning in YAML is text where text is meant."""
    assert load(NOTICE.replace("某县纪委", word)).source == word


@given(st.integers(0, len(REAL) - 1), st.sampled_from(SIGNS), st.integers(0, 3))
@settings(max_examples=150, deadline=None)
def test_mutants_of_the_real_notice(place: int, sign: str, removed: int) -> None:
    """One slip anywhere in the real notice is read or told, at a place that exists."""
    check(REAL[:place] + sign + REAL[place + removed :])


def test_many_mutants_of_a_rich_notice() -> None:
    """Several slips at once in a notice of every part: nothing is raised."""
    chance = random.Random(7)
    for _ in range(300):
        text = RICH
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(text))
            sign = "".join(chance.choices(SIGNS, k=chance.randrange(3)))
            text = text[:place] + sign + text[place + chance.randrange(8) :]
        check(text)


def test_lines_shuffled() -> None:
    """Lines lost, doubled and exchanged end in diagnostics."""
    chance = random.Random(5)
    for _ in range(200):
        rows = RICH.split("\n")
        for _ in range(3):
            one, two = chance.randrange(len(rows)), chance.randrange(len(rows))
            rows[one : one + 1] = chance.choice(([], [rows[two]], [rows[one], rows[one]]))
        check("\n".join(rows))


def holes(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything inside a value."""
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path] * bool(path) + [
        hole for key, each in inside for hole in holes(each, (*path, key))
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "wrong", ["", "x", "-1", [], ["x"], {}, {"x": "y"}, [["x"]], [{"x": "y"}], {"甲": "乙"}]
)
def test_any_value_of_a_wrong_kind(wrong: object) -> None:
    """In the place of any value anything may stand: it is told in our own words."""
    sound = parse(RICH).data
    for path in holes(sound):
        spoilt = parse(RICH).data
        inner = spoilt
        for part in path[:-1]:
            inner = inner[part]
        inner[path[-1]] = wrong
        found = check(as_yaml(spoilt))
        assert "shape.other" not in {each.code for each in found}, path


def test_unknown_key_everywhere() -> None:
    """A key that is not known is told wherever it stands, with those that are."""
    for path in [(), *holes(parse(RICH).data)]:
        spoilt = parse(RICH).data
        inner = spoilt
        for part in path:
            inner = inner[part]
        if not isinstance(inner, dict) or path[-1:] == ("statuses",):
            continue
        inner["点击量"] = "1"
        found = check(as_yaml(spoilt))
        (told,) = [each for each in found if each.code == "shape.unknown"]
        assert dict(told.params)["known"], path


def test_too_many_errors_are_cut_with_a_word() -> None:
    """Of three thousand errors a hundred are listed, and that is said."""
    found = check(NOTICE + "".join(f"k{n}: 1\n" for n in range(3000)))
    assert len(found) == 101
    assert in_reading_order(found)[0].code == "text.many"


def test_too_many_faults_of_form_are_cut_with_a_word() -> None:
    """The same holds for what is wrong with the YAML itself."""
    found = check("a: 1\n" * 3000)
    assert len(found) == 101


def test_references_in_millions() -> None:
    """A file of nothing but unknown references is told in a few."""
    found = check(NOTICE.replace("lead: ", "lead: >\n  " + "{zzzz}\n  " * 30_000))
    assert len(found) <= 101


def test_name_inside_a_longer_name_is_not_marked() -> None:
    """The caret stands under the name itself."""
    text = NOTICE.replace("metrics:\n", "metrics:\n  - {id: b, name: b, formula: built + buil}\n")
    (found,) = check(text)
    line = text.split("\n")[found.line - 1]
    assert line[found.column - 1 :].startswith("buil}")


def test_site() -> None:
    """The site file is read by the same rules; what it lacks is told."""
    loaded = load_site(SITE.encode(), PurePosixPath("content/site.yaml"))
    assert loaded.model is not None
    assert loaded.diagnostics == ()
    short = SITE.replace("site_code: 3418230001\n", "")
    loaded = load_site(short.encode(), PurePosixPath("content/site.yaml"))
    assert [each.code for each in loaded.diagnostics] == ["site.no_code"]


def test_unreadable_file(tmp_path: Path) -> None:
    """A file that cannot be read is a diagnostic."""
    data, found = read_bytes(tmp_path / "absent.yaml", SHOWN)
    assert (data, [each.code for each in found]) == (b"", ["text.unreadable"])
    (tmp_path / "there.yaml").write_bytes(b"x")
    assert read_bytes(tmp_path / "there.yaml", SHOWN) == (b"x", ())
