"""Where every notice stands: checked anew only what has changed, and no page kept waiting."""

from datetime import date

import pytest

from disclosure.desk import overview
from disclosure.desk.overview import Overview
from disclosure.editorial.kept_context import KeptContext
from tests.conftest import NOTICE, SITE, Project

DAY = date(2022, 3, 1)


def test_what_has_not_changed_is_kept(project: Project) -> None:
    """A second look takes every standing over; a save, a sign-off or another site looks anew."""
    project.write("second", NOTICE)
    settings = project.settings
    seen = Overview(settings, KeptContext(settings))
    first = {each.slug: each for each in seen.look(DAY).standings}
    again = {each.slug: each for each in seen.look(DAY).standings}
    assert all(again[slug] is first[slug] for slug in ("first", "second"))
    project.write("second", NOTICE.replace("title: ", "title: 又一"))
    third = {each.slug: each for each in seen.look(DAY).standings}
    assert third["first"] is first["first"]
    assert third["second"].title.startswith("又一")
    (project.content / "reviews").mkdir()
    (project.content / "reviews" / "first.yaml").write_text("kaputt", encoding="utf-8")
    assert {each.slug: each for each in seen.look(DAY).standings}[
        "first"
    ].next.code == "next.review"
    (project.content / "site.yaml").write_text(SITE + "x: y\n", encoding="utf-8")
    assert {each.next.code for each in seen.look(DAY).standings} == {"next.site"}


def test_no_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without time the notice that is asked for is looked at, the others are named; later all are."""
    for number in range(3):
        project.write(f"n-{number}", NOTICE)
    settings = project.settings
    seen = Overview(settings, KeptContext(settings))
    with monkeypatch.context() as patch:
        patch.setattr(overview, "_SECONDS", 0.0)
        whole = seen.look(DAY, "n-1")
        assert [each.slug for each in whole.standings] == ["n-1"]
        assert sorted(whole.left) == ["first", "n-0", "n-2"]
    assert seen.look(DAY).left == ()
