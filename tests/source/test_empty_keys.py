"""Keys without a value: not given where they are known, refused elsewhere, kept in what is sealed."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from pydantic import BaseModel

from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.source.key_names import keys_at
from disclosure.source.load import load_notice, load_site
from disclosure.source.load_genres import shipped_genres
from tests.checks.desk import SITE_MODEL
from tests.conftest import NOTICE, SITE
from tests.document.full_notice import FULL

SHOWN = PurePosixPath("content/notices/notice.yaml")
UNKNOWN = ("remark:\n", "备注:\n", "contact_person: ~\n", "字段 二:\n")


def mappings(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """Yield every mapping of a notice with its path, any index being 0."""
    if isinstance(value, BaseModel):
        yield path, value
        for key in value.model_fields_set:
            yield from mappings(getattr(value, key), (*path, key))
    elif isinstance(value, tuple):
        for each in value:
            yield from mappings(each, (*path, 0))


def test_every_known_key_may_be_empty() -> None:
    """Wherever a mapping stands, what is taken for its keys is what its model has."""
    text = json.dumps(FULL, ensure_ascii=False, indent=1)
    loaded, found = load_notice(text.encode(), SHOWN, shipped_genres)
    assert loaded is not None, found
    kinds = set()
    for whole, value in ((Notice, loaded.notice), (Site, SITE_MODEL)):
        for path, model in mappings(value, ()):
            kinds.add(type(model))
            assert keys_at(whole, path) == type(model).model_fields.keys(), path
    assert len(kinds) > 25


def test_unknown_keys_are_refused_and_were_sealed() -> None:
    """A key that nobody knows is an error also without a value, and none in what is sealed."""
    for line in UNKNOWN:
        data = (NOTICE + line).encode()
        loaded, found = load_notice(data, SHOWN)
        assert loaded is None
        assert [each.line for each in found] == [NOTICE.count("\n") + 1], line
        sealed, found = load_notice(data, SHOWN, sealed=True)
        plain, _ = load_notice(NOTICE.encode(), SHOWN)
        assert found == ()
        assert sealed is not None
        assert plain is not None
        assert sealed.notice == plain.notice
        site = (SITE + line).encode()
        assert load_site(site, SHOWN).model is None
        assert load_site(site, SHOWN, sealed=True).model == SITE_MODEL


def test_a_value_behind_it_is_refused_in_what_is_sealed() -> None:
    """What was always an error is one in a sealed notice, too."""
    loaded, _ = load_notice((NOTICE + "remark: 甲\n").encode(), SHOWN, sealed=True)
    assert loaded is None
