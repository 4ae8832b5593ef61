"""Where a target lies, and where none may."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

import disclosure
from disclosure.errors import UsageError
from disclosure.model.publishing import PublishTarget
from disclosure.project.settings import Settings
from disclosure.project.site_file import load_site_file
from disclosure.publish.targets.registry import folder_of, open_target
from disclosure.report import FORMATS
from disclosure.report.formats import render_report
from tests.conftest import Project

REFUSED = (
    "file:content",
    "file:content/",
    "file:content/notices/x",
    "file:./content/../content",
    "file:.",
    "file:./",
    "file:..",
    "file:../..",
    "file:///",
    "file:///.",
    "file:////",
    "file:templates",
    "file:templates/own",
    "file:site",
    "file:.git",
    "file:.cache/x",
    "file:.venv",
    "file:disclosure/web",
    "file:tests",
    "file:link-to-content",
    "file:link-to-root/content",
    "file:link-to-root",
    "file:link-to-program/publish",
    "file:con%74ent",
)
ALLOWED = ("file:web", "file:../publish", "file:../publish/a%20b", "file:link-to-web", "file:公开")


@pytest.fixture
def settings(project: Project) -> Settings:
    """Give the settings of a project with links in it."""
    root = project.root / "office"
    root.mkdir()
    for name, leads in {
        "link-to-content": root / "content",
        "link-to-root": root,
        "link-to-program": Path(disclosure.__file__).parent,
        "link-to-web": project.root / "elsewhere",
    }.items():
        (root / name).symlink_to(leads)
    names = ("content", "templates", "site", ".cache")
    for name in names:
        (root / name).mkdir()
    content, templates, output, cache = (root / name for name in names)
    return project.settings._replace(
        root=root, content=content, templates=templates, output=output, cache=cache
    )


@pytest.mark.parametrize("url", REFUSED)
def test_refused(settings: Settings, url: str) -> None:
    """Sources, the program, the project, what holds them, by links too: refused, by name."""
    target = PublishTarget.model_validate({"name": "web", "url": url})
    with pytest.raises(UsageError) as caught:
        open_target(target, settings)
    assert caught.value.code == "publish.own_folder"
    assert Path(caught.value.params["path"]).is_absolute()
    assert caught.value.params["root"] == settings.root.as_posix()


@pytest.mark.parametrize("url", ALLOWED)
def test_allowed(settings: Settings, url: str) -> None:
    """A folder of its own, in the project or beside it, is taken, and shown as an absolute place."""
    target = PublishTarget.model_validate({"name": "web", "url": url})
    folder = folder_of(target, settings)
    assert folder is not None
    assert folder.is_absolute()
    assert ".." not in folder.parts
    assert not os.path.lexists(folder)


SECRETS = (
    "sftp://me:geheim@example.com/www",
    "sftp://me:geheim@example.com:port/www",
    "sftp://me:geheim@example.com:99999/www",
    "sftp://me:geheim@[::1/www",
    "sftp://me:ge@geheim@example.com/www",
    "ftp://:geheim@example.com/",
    "ftps://me:geheim@",
    "http://me:geheim@example.com/",
    "s3://key:geheim@bucket",
    "webdavs://me:geheim%40@example.com/dav",
    "gopher://me:geheim@example.com/",
    "me:geheim@example.com",
    "sftp//me:geheim@example.com",
    "sftp:me:geheim@example.com/www",
    " sftp://me:geheim@example.com/www",
)


@pytest.mark.parametrize("url", SECRETS)
def test_no_secret_is_printed(url: str) -> None:
    """An address with a password is refused with a word about passwords, and without its text."""
    with pytest.raises(ValidationError) as caught:
        PublishTarget.model_validate({"name": "web", "url": url})
    (error,) = caught.value.errors(include_input=False, include_url=False)
    assert "geheim" not in str(error)
    assert "target.password" in error["type"] + str(error)


@pytest.mark.parametrize("url", ["file:\x00", "file:a%00b", "file:a\nb", "sftp://a\x1b[2J/x"])
def test_control_characters(url: str) -> None:
    """An address with control characters is refused."""
    with pytest.raises(ValidationError, match="target"):
        PublishTarget.model_validate({"name": "web", "url": url})


@pytest.mark.parametrize("url", SECRETS)
@pytest.mark.parametrize("more", ["", ", name: 网站", ", mode: x", ", colour: red"])
def test_no_secret_in_the_excerpt(project: Project, url: str, more: str) -> None:
    """Nor does the source line below a message show it, whatever else is wrong in that line."""
    file = project.content / "site.yaml"
    name = "" if "name" in more else ", name: web"
    line = f"publish: {{targets: [{{url: '{url}'{name}{more}}}]}}\n"
    file.write_text(file.read_text("utf-8") + line, encoding="utf-8")
    site, found = load_site_file(project.settings)
    assert site is None
    assert not any("geheim" in each.excerpt for each in found)  # reports may cut it off
    for form in FORMATS:
        said = "\n".join(render_report(found, form, "zh"))
        assert "密码" in said
        assert "geheim" not in said
