"""A notice without a date of publication is a draft: it is built and delivered, not published."""

import pytest

from disclosure.diagnostics import Level
from disclosure.editorial.check import check_project
from disclosure.editorial.readiness import delivery_concerns
from disclosure.editorial.sign import SignRequest, sign
from disclosure.errors import OutputError
from disclosure.model.review import Decision
from disclosure.pipeline.build import build_site
from disclosure.publish.preflight import run_preflight
from disclosure.render.deliveries.cms_fields import render_fields
from disclosure.render.deliveries.pasted import render_wechat
from tests.conftest import NOTICE, ROOT, Project
from tests.render.deliveries.parcels import site
from tests.render.making import composed_of
from tests.versioning.sealer import seal_signed, sign_off

UNDATED = NOTICE.replace("published: 2022-02-23\npublished_time: 09:30\n", "")


@pytest.fixture
def draft(project: Project) -> Project:
    """Give a project with a dated notice, and a draft."""
    project.write("draft", UNDATED.replace("某县某局", "某县新局"))
    return project


def test_it_is_built_and_in_no_list(draft: Project) -> None:
    """The page of a draft says that it is one; no list of the site names it."""
    assert build_site(draft.settings).built
    page = (draft.output / "notices" / "draft" / "index.html").read_text("utf-8")
    assert "草稿，发布日期未定" in page
    for word in ("发布时间", "PubDate", "published_time", "datePublished"):
        assert word not in page
    for name in ("index.html", "feed.xml", "sitemap.xml"):
        said = (draft.output / name).read_text("utf-8")
        assert "notices/first/" in said
        assert "notices/draft/" not in said


def test_a_site_of_drafts_alone(project: Project) -> None:
    """A site whose only notice is a draft is built, and lists nothing."""
    project.write("first", UNDATED)
    assert build_site(project.settings).built
    assert "notices/first/" not in (project.output / "index.html").read_text("utf-8")


def test_check_tells_it(draft: Project) -> None:
    """The checks warn of the missing date once, and of nothing that would follow from it."""
    (found,) = (
        [each for each in checked.diagnostics if each.code.startswith(("notice.", "timeline."))]
        for checked in check_project(draft.settings).notices
        if checked.file.slug == "draft"
    )
    assert [(each.code, each.level) for each in found] == [("notice.draft", Level.WARNING)]


def test_it_is_not_signed_sealed_or_published(draft: Project) -> None:
    """Signing, sealing and publishing refuse a draft and say that its date is missing."""
    checking = check_project(draft.settings)
    assert checking.context is not None
    checked = next(each for each in checking.notices if each.file.slug == "draft")
    wanted = SignRequest("初审", "张三", Decision.AGREED.value, "", None)
    with pytest.raises(OutputError) as refused:
        sign(checked, checking.context, wanted)
    assert refused.value.code == "publication.none"
    sign_off(draft.settings, "draft")
    with pytest.raises(OutputError) as refused:
        seal_signed(draft.settings, "draft", "首次公布")
    assert refused.value.code == "publication.none"
    blockers = {each.code for each in run_preflight(draft.settings).blockers}
    assert "publication.none" in blockers


def test_a_delivery_says_so(draft: Project) -> None:
    """A draft is delivered with a word about its date; its form and its text hold none."""
    checking = check_project(draft.settings)
    assert checking.context is not None
    checked = next(each for each in checking.notices if each.file.slug == "draft")
    concerns = delivery_concerns(checked, checking.context, (), None)
    assert [each.code for each in concerns] == ["deliver.draft", "deliver.unsigned"]
    made = composed_of(UNDATED, site(), ROOT / "templates")
    for data in (render_fields(made), render_wechat(made)):
        assert "发布时间" not in data.decode()


def test_a_time_needs_its_day(project: Project) -> None:
    """A time of publication without a date is refused."""
    project.write("first", NOTICE.replace("published: 2022-02-23\n", ""))
    (checked,) = check_project(project.settings).notices
    assert checked.loaded is None
    assert [each.code for each in checked.diagnostics] == ["notice.time_alone"]
