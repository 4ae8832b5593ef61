"""``check --published``: today's words and privacy rules against what has gone out before."""

from disclosure.editorial.check import open_context
from disclosure.editorial.published_check import Page, check_published
from disclosure.pipeline.build import build_site
from tests.command import command
from tests.conftest import NOTICE, Project
from tests.versioning.sealer import sign_and_seal

TERMS = "forbidden: [招商, 门面工程]\n"


def pages_of(project: Project, *slugs: str) -> list[Page]:
    """Return what has gone out, checked by today's rules."""
    context, _ = open_context(project.settings)
    assert context is not None
    return list(check_published(context, slugs))


def test_a_word_that_is_forbidden_since(project: Project) -> None:
    """Every sealed version is held against today's list; the sentence is found in its source."""
    project.write("first", NOTICE)
    sign_and_seal(project.settings, "first", "首次公布")
    project.write("first", NOTICE.replace("招商成效", "工作成效"))
    sign_and_seal(project.settings, "first", "改")
    assert [page.diagnostics for page in pages_of(project)] == [(), ()]
    (project.content / "terms.yaml").write_text(TERMS, "utf-8")
    first, second = pages_of(project)
    assert (first.number, first.address) == (1, "archive/first/1/")
    (found,) = first.diagnostics
    assert found.code == "names.forbidden"
    assert found.path.as_posix().endswith("content/archive/first/1/notice.yaml")
    assert found.excerpt[found.column - 1 :].startswith("招商")
    assert second.diagnostics == ()
    assert pages_of(project, "other") == []


def test_a_page_that_was_never_sealed(project: Project) -> None:
    """A page of the site that no version stands for is read as text, its office left alone."""
    project.write("first", NOTICE)
    sign_and_seal(project.settings, "first", "首次公布")
    slip = "（一）\\*甲\\*的手机13812345678，门面工程。现将"
    project.write("first", NOTICE.replace("lead: 现将", f"lead: {slip}"))
    (project.content / "terms.yaml").write_text(TERMS.replace("招商, ", ""), "utf-8")
    assert build_site(project.settings).built
    sealed, page = pages_of(project)
    assert sealed.diagnostics == ()
    assert (page.number, page.address) == (0, "notices/first/")
    found = {each.code: each for each in page.diagnostics}
    assert found.keys() == {"privacy.mobile", "names.forbidden"}
    text = (project.settings.output / "notices" / "first" / "notice.txt").read_text("utf-8-sig")
    word = found["names.forbidden"]
    line = text.split("\n")[word.line - 1].rstrip("\r")
    assert line[word.column - 1 :].startswith("门面工程")
    assert word.excerpt == line.replace("12345678", "****5678")


def test_on_the_command_line(project: Project) -> None:
    """Page and sentence are named, the number is not; exit status as of a check."""
    slip = "现将手机13812345678的"
    project.write("first", NOTICE.replace("lead: 现将", f"lead: {slip}"))
    assert build_site(project.settings).built
    words = ("check", "--published", "--content", str(project.content))
    options = ("--output", str(project.settings.output))
    done = command(*words, *options, cwd=project.root, environment={"PATH": ""})
    assert done.returncode == 1, done.stdout
    assert "没有定版的网页（notices/first/）" in done.stdout
    assert "[privacy.mobile]" in done.stdout
    assert "12345678" not in done.stdout
    assert "网站上没有定版的 1 页：1 处错误" in done.stdout
