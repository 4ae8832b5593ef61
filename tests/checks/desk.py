"""Checking texts as the program does, without a project on disk."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.checks.run import Verdict, check_notice
from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.follow_up import Joined, Told, join_all
from disclosure.model.terms import Terms
from disclosure.source.load import LoadedNotice, load_notice, load_site
from disclosure.source.load_genres import shipped_genres
from disclosure.source.load_terms import load_terms
from disclosure.zh.dates import is_workday
from tests.conftest import ROOT, SITE
from tests.yaml_writer import as_yaml

SHOWN = PurePosixPath("content/notices/a.yaml")
SITE_MODEL = load_site(SITE.encode(), PurePosixPath("site.yaml")).model
TERMS, _ = load_terms(
    ROOT / "disclosure" / "checks" / "words.yaml", Path("none"), PurePosixPath("terms.yaml")
)
SOUND: dict[str, Any] = {
    "title": "中共某县某局党组关于巡察整改进展情况的通报",
    "issuer": "中共某县某局党组",
    "source": "某县纪委",
    "published": "2022-02-23",
    "published_time": "09:30",
    "keywords": ["巡察整改"],
    "sections": [{"title": "下一步工作", "body": "持续抓好整改。"}],
    "contact": {"phone": "0563-2263070", "email": "office@example.com"},
}


def to_yaml(data: dict[str, Any]) -> str:
    """Return ``data`` as a person would write it, every scalar in quotes."""
    return as_yaml(_texts(data))


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    if isinstance(value, bool):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def verdict_of(
    text: str, extra: dict[str, Any] | None = None, rules: Sequence[Rule] = RULES
) -> Verdict:
    """Run rules on the YAML of a notice that loads; arguments as of ``verdict_if_loaded``."""
    verdict = verdict_if_loaded(text, extra, rules)
    assert verdict is not None, (load_notice(text.encode(), SHOWN, shipped_genres)[1], text)
    return verdict


def verdict_if_loaded(
    text: str, extra: dict[str, Any] | None = None, rules: Sequence[Rule] = RULES
) -> Verdict | None:
    """Run rules on the YAML of a notice.

    Args:
        text: the file.
        extra: ``terms``, ``files`` and the notice ``earlier``, where the case has its own.
        rules: all of them, unless a test is about few.

    Returns:
        What was found; None where the notice does not load.

    """
    loaded, found = load_notice(text.encode(), SHOWN, shipped_genres)
    if loaded is None:
        return None
    context = subject_of(loaded, extra)
    verdict = check_notice(context, loaded.places, SHOWN, rules)
    return Verdict((*found, *verdict.diagnostics), verdict.waived)


def subject_of(loaded: LoadedNotice, extra: dict[str, Any] | None = None) -> NoticeContext:
    """Return a notice as rules see it; arguments as of ``verdict_if_loaded``."""
    assert SITE_MODEL is not None
    extra = extra or {}
    terms = TERMS.joined(Terms.model_validate(_texts(extra.get("terms", {}))))
    facts = {
        name: tuple((kind, value) for kind, value in pairs)
        for name, pairs in extra.get("files", {}).items()
    }
    return NoticeContext(
        loaded.notice,
        loaded.figures,
        loaded.outline,
        SITE_MODEL,
        terms,
        is_workday,
        facts,
        loaded.genre.genre if loaded.genre else None,
        _follow_up(loaded, extra["earlier"]) if "earlier" in extra else None,
    )


def _follow_up(loaded: LoadedNotice, earlier: dict[str, Any]) -> Joined:
    first, found = load_notice(to_yaml(SOUND | earlier).encode(), SHOWN, shipped_genres)
    assert first is not None, found
    return join_all([Told(each.notice, each.outline) for each in (first, loaded)])[1]


def codes_in(text: str) -> set[str]:
    """Return the rules that have something to say about one paragraph."""
    data = SOUND | {"sections": [{"title": "下一步工作", "body": text}]}
    return {each.code for each in verdict_of(to_yaml(data)).diagnostics}


def weighty(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return errors and warnings."""
    return [each for each in diagnostics if each.level > Level.INFO]
