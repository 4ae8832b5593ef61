"""Genres: the files that ship, what they give a notice, and what is said of a wrong name."""

from pathlib import PurePosixPath
from typing import NoReturn

import pytest

from disclosure.checks.rules import RULES
from disclosure.model.canonical import canonical_bytes
from disclosure.model.genre import GenreFile
from disclosure.model.notice import Notice
from disclosure.source.load import load_notice
from disclosure.source.load_genres import shipped_genres
from tests.checks.desk import SHOWN, SOUND, to_yaml, verdict_of, weighty
from tests.conftest import ROOT

SHIPPED = shipped_genres().files
CASES = ROOT / "tests" / "cases" / "genres"
NAMES = {
    "整改进展通报", "进驻公告", "反馈情况", "审计整改公告", "督察整改公示",
    "信访件办理", "部门决算说明", "信息公开年报", "其他",
}  # fmt: skip


def test_every_genre_is_there_with_a_notice() -> None:
    """The nine genres ship, and each has a made-up notice of the name of its file."""
    assert {each.genre.name for each in SHIPPED} == NAMES
    assert {each.key for each in SHIPPED} == {path.stem for path in CASES.glob("*.yaml")}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.key)
def test_shipped_rules_exist(file: GenreFile) -> None:
    """A shipped genre switches off only rules that there are."""
    assert set(file.genre.rules_off) <= {rule.id for rule in RULES}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.key)
def test_made_up_notice_is_clean(file: GenreFile) -> None:
    """The notice of a genre is of that genre and has neither errors nor warnings."""
    text = (CASES / f"{file.key}.yaml").read_text("utf-8")
    assert f"genre: {file.genre.name}\n" in text
    assert weighty(verdict_of(text).diagnostics) == []


def test_rules_that_are_off_would_speak() -> None:
    """The notice of problems told, not yet mended, needs what its genre switches off."""
    text = (CASES / "feedback.yaml").read_text("utf-8")
    plain = "".join(r for r in text.splitlines(True) if not r.startswith("genre:"))
    assert "structure.response" in {each.code for each in verdict_of(plain).diagnostics}
    assert "structure.response" not in {each.code for each in verdict_of(text).diagnostics}


def test_without_genre_nobody_asks() -> None:
    """A notice that names no genre does not even have the genres read."""

    def ask() -> NoReturn:
        raise AssertionError

    loaded, _ = load_notice(to_yaml(SOUND).encode(), SHOWN, ask)
    assert loaded is not None
    assert loaded.genre is None


def test_words_are_defaults() -> None:
    """A genre's words fill in what the notice does not say, and stand in what is signed."""
    data = SOUND | {"genre": "信访件办理", "labels": {"counter": "封"}}
    loaded, _ = load_notice(to_yaml(data).encode(), SHOWN, shipped_genres)
    assert loaded is not None
    labels = loaded.notice.labels
    assert (labels.problem, labels.counter, labels.status) == ("信访件", "封", "办理状态")
    signed = canonical_bytes(loaded.notice).decode()
    assert '"genre": "信访件办理"' in signed
    assert '"problem": "信访件"' in signed
    # What is signed tells every word, so it reads back without the genre.
    assert Notice.model_validate_json(signed).labels == labels


@pytest.mark.parametrize("name", ["petitions", "信访件", "信访办理"])
def test_near_name(name: str) -> None:
    """The name of the file, or a name that is nearly right, is told with the right one."""
    data = to_yaml(SOUND | {"genre": name}).encode()
    loaded, (found,) = load_notice(data, SHOWN, shipped_genres)
    assert loaded is None
    assert (found.code, dict(found.params)["near"]) == ("genre.near", "信访件办理")


def test_without_genres_none_is_known() -> None:
    """Where no genres are given, a name is refused and not passed over."""
    loaded, found = load_notice(to_yaml(SOUND | {"genre": "其他"}).encode(), PurePosixPath("a"))
    assert loaded is None
    assert [each.code for each in found] == ["genre.unknown"]


def test_waiver_of_a_rule_that_is_off() -> None:
    """A waiver of a rule that does not apply to the genre is one that nothing needs."""
    text = "# 豁免 structure.response：照原文\n" + to_yaml(SOUND | {"genre": "其他"})
    codes = [each.code for each in weighty(verdict_of(text).diagnostics)]
    assert codes == ["waiver.unused"]
