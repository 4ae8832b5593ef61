"""A date of publication that cannot be right is neither signed, sealed nor published."""

from datetime import UTC, date, datetime

import pytest

from disclosure.editorial.check import check_project
from disclosure.editorial.sign import SignRequest, sign
from disclosure.errors import OutputError
from disclosure.model.review import Decision
from disclosure.publish.preflight import run_preflight
from tests.conftest import NOTICE, Project
from tests.versioning.sealer import seal_signed, sign_off

TODAY = date(2024, 1, 10)
# Date of publication, and what is said of it where it is signed and sealed, and where published.
DATES = (
    ("2042-03-05", "publication.far", "publication.future"),
    ("9999-12-31", "publication.far", "publication.future"),
    ("2124-01-10", "publication.far", "publication.future"),
    ("2025-01-10", "publication.far", "publication.future"),
    ("2024-03-11", "publication.far", "publication.future"),
    ("2024-03-10", "", "publication.future"),
    ("2024-01-11", "", "publication.future"),
    ("2024-01-10", "", ""),
    ("2024-01-09", "", ""),
    ("2022-02-23", "", ""),
    ("2019-06-01", "", ""),
    ("2018-12-31", "publication.early", "publication.early"),
    ("1922-02-23", "publication.early", "publication.early"),
    ("1000-01-01", "publication.early", "publication.early"),
    ("0001-01-01", "publication.early", "publication.early"),
)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 4, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))


def notice(published: str, more: str = "") -> str:
    """Return a notice of that date whose text speaks of 2021."""
    text = NOTICE.replace("2022-02-23", published)
    return text.replace("lead: 现将", f"{more}lead: 2021年9月以来，现将")


def code_of(project: Project, *, seal: bool) -> str:
    """Return what refuses to sign or to seal the notice; "" where it is done."""
    checking = check_project(project.settings)
    assert checking.context is not None
    try:
        if seal:
            sign_off(project.settings, "first")
            seal_signed(project.settings, "first", "首次公布")
        else:
            wanted = SignRequest("初审", "张三", Decision.AGREED.value, "", None)
            sign(next(iter(checking.notices)), checking.context, wanted)
    except OutputError as error:
        return error.code
    return ""


@pytest.mark.parametrize(("published", "early", "late"), DATES, ids=[each[0] for each in DATES])
def test_dates(project: Project, published: str, early: str, late: str) -> None:
    """Signing, sealing and publishing refuse a date far ahead, not come, or before all others."""
    text = notice(published)
    if published > "2023":
        text = text.replace("2021年9月以来", "2023年9月以来")
    project.write("first", text)
    errors = {each.code for each in next(iter(check_project(project.settings).notices)).diagnostics}
    if "timeline.future" in errors:
        # The rule stops it before; what is tried here is the date alone.
        text = text.replace("2021年9月以来", "计划2021年9月以前")
        project.write("first", text)
    assert code_of(project, seal=False) == early
    assert code_of(project, seal=True) == early
    found = {each.code for each in run_preflight(project.settings).blockers} - {"publish.unsealed"}
    assert {code for code in found if code.startswith("publication.")} == ({late} - {""})


def test_sent_back_whatever_the_date(project: Project) -> None:
    """A text of an impossible date can still be sent back."""
    project.write("first", notice("2042-03-05"))
    checking = check_project(project.settings)
    assert checking.context is not None
    wanted = SignRequest("初审", "张三", Decision.RETURNED.value, "日期不对", None)
    given = sign(next(iter(checking.notices)), checking.context, wanted).sign_off
    assert given.decision is Decision.RETURNED


def test_data_from_after_publication(project: Project) -> None:
    """Data that reach beyond the day of publication are refused."""
    project.write("first", notice("2022-02-23", "as_of: 2022-02-24\n"))
    assert code_of(project, seal=False) == "publication.before"


BEFORE = {
    "a signature": (
        "signature: {name: 中共某县某局党组, date: 2022-02-24}\n",
        "publication.before",
    ),
    "the same day": ("signature: {name: 中共某县某局党组, date: 2022-02-23}\n", ""),
    "a visit that is not over": (
        "inspection: {team: 第一巡察组, start: 2022-02-21, end: 2022-02-25}\n",
        "publication.before",
    ),
    "a visit that is over": (
        "inspection: {team: 第一巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}\n",
        "",
    ),
}


@pytest.mark.parametrize("name", BEFORE)
def test_before_its_own_days(project: Project, name: str) -> None:
    """A notice is not published before it was signed, nor before what it was written about."""
    more, code = BEFORE[name]
    project.write("first", notice("2022-02-23", more))
    assert code_of(project, seal=False) == code


LEADS = {
    "整改时间：2022年3月、2022年4月。": "publication.before",
    "整改时间：2022年1月、2022年4月。": "",
    "计划2022年12月完成验收。": "",
    "本办法自2022年5月1日起施行，有效期至2027年4月30日。": "",
}


@pytest.mark.parametrize("lead", LEADS)
def test_before_all_days_of_the_text(project: Project, lead: str) -> None:
    """A text whose days all lie behind publication is refused, unless they are of plans."""
    project.write("first", notice("2022-02-23").replace("2021年9月以来，现将", f"{lead}现将"))
    assert code_of(project, seal=False) == LEADS[lead]


def test_a_visit_is_announced_before_it_begins(project: Project) -> None:
    """An announcement of a visit names days to come."""
    text = notice("2022-02-23", "genre: 进驻公告\nunit: 某县某局\n")
    visit = "inspection: {team: 第一巡察组, start: 2022-03-01, end: 2022-04-01}\n"
    project.write("first", text.replace("lead:", f"{visit}lead:", 1))
    assert code_of(project, seal=False) != "publication.before"


@pytest.mark.parametrize("published", ["2042-03-05", "2025-02-23", "2024-02-23", "2023-02-23"])
def test_the_check_warns_by_the_text_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch, published: str
) -> None:
    """Checks ask no clock: a year that no date of the text supports is a warning on any day."""
    project.write("first", notice(published))
    said = []
    for epoch in ("0", "1700000000", "4000000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        (checked,) = check_project(project.settings).notices
        said.append([each for each in checked.diagnostics if each.code == "timeline.publication"])
    assert said[0] == said[1] == said[2]
    assert bool(said[0]) == (int(published[:4]) > 2023)
