"""Trying a target before anything is published to it."""

from collections.abc import Callable
from pathlib import Path

from disclosure.messages import explain, say
from disclosure.model.publishing import PublishTarget
from disclosure.publish.probe import Found, probe
from tests.conftest import Project
from tests.publish.apache import apache_server
from tests.publish.fixtures_remote import Keep, keep, named
from tests.publish.hostile import HostileFtp
from tests.publish.nginx import nginx_server
from tests.publish.servers import PASSWORD, ftp_server
from tests.publish.vsftpd import vsftpd_server

__all__ = ("keep",)

NOWHERE = "http://127.0.0.1:9/"


def tried(project: Project, target: PublishTarget, base_url: str = NOWHERE) -> dict[str, Found]:
    """Try a target; every line of it is a sentence in both languages."""
    found = list(probe(target, project.settings, base_url))
    for each in found:
        for language in ("zh", "en"):
            assert say(each.code, language, each.params)
            if each.error:
                assert explain(each.error, language)
    return {each.code: each for each in found}


def fails(found: dict[str, Found]) -> list[str]:
    """Return what did not work."""
    return [code for code, each in found.items() if each.well is False]


def test_folder_that_is_served(
    project: Project, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """In a folder that is served everything works, and nothing stays."""
    web = tmp_path / "web"
    web.mkdir()
    (web / "theirs.html").write_bytes(b"x")
    found = tried(project, named(f"file://{web}"), serve(web))
    assert not fails(found)
    assert found["probe.public"].well
    assert [path.name for path in web.rglob("*")] == ["theirs.html"]


def test_another_folder_is_served(
    project: Project, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """Where the readers' address is another folder, that is said."""
    for name in ("web", "other"):
        (tmp_path / name).mkdir()
    found = tried(project, named(f"file://{tmp_path / 'web'}"), serve(tmp_path / "other"))
    assert fails(found) == ["probe.public"]
    error = found["probe.public"].error
    assert error
    assert error.code == "probe.not_public"


def test_rights_that_keep_readers_out(project: Project, tmp_path: Path, keep: Keep) -> None:
    """Files that only their owner may read are told, by their mode."""
    server = keep(vsftpd_server(tmp_path / "ftp", anon_umask="077"))
    found = tried(project, named(f"ftp://127.0.0.1:{server.port}/"))
    assert fails(found) == ["probe.modes"]
    assert not list((tmp_path / "ftp").iterdir())


def test_what_needs_no_mending(project: Project, tmp_path: Path, keep: Keep) -> None:
    """No renaming and no names with a dot are noted, and are no reason not to publish."""
    options = {"deny_file": "{.*}", "cmds_denied": "RNFR,RNTO"}
    server = keep(vsftpd_server(tmp_path / "ftp", **options))
    found = tried(project, named(f"ftp://127.0.0.1:{server.port}/"))
    assert not fails(found)
    assert {"probe.no_dots", "probe.no_rename"} <= set(found)
    assert not list((tmp_path / "ftp").iterdir())


def test_read_only(project: Project, tmp_path: Path, keep: Keep) -> None:
    """Who may not write is told that, and nothing that would follow from it."""
    server = keep(vsftpd_server(tmp_path / "ftp", write_enable="NO"))
    found = tried(project, named(f"ftp://127.0.0.1:{server.port}/"))
    assert "probe.write" in fails(found)
    assert "probe.claim" not in found


def test_apache_that_lists_no_folders(project: Project, tmp_path: Path, keep: Keep) -> None:
    """Apache with an index.html in the folder shows that as its list: told, with what to write."""
    server = keep(apache_server(tmp_path / "web", "DirectoryIndex index.html"))
    (tmp_path / "web" / "index.html").write_bytes(b"x")
    found = tried(project, named(f"webdav://127.0.0.1:{server.port}/"))
    error = found["probe.list"].error
    assert error
    assert "DirectoryIndex" in say(error.code, "zh", error.params)


def test_wrong_password(project: Project, tmp_path: Path, keep: Keep) -> None:
    """A refused login is the only line."""
    server = keep(ftp_server(tmp_path / "ftp"))
    found = tried(project, named(f"ftp://www@127.0.0.1:{server.port}/"))
    assert list(found) == fails(found) == ["probe.login"]


def test_gone_in_between(project: Project, keep: Keep) -> None:
    """A server that refuses everything after the login ends in sentences."""
    refused = dict.fromkeys(("STOR", "RETR", "MLSD", "LIST", "DELE", "SIZE", "RNFR"), b"550 no\r\n")
    server = keep(HostileFtp(refused))
    found = tried(project, named(f"ftp://127.0.0.1:{server.port}/"))
    assert "probe.write" in fails(found)
    assert PASSWORD not in str(found)


def test_served_by_nginx_from_ftp(project: Project, tmp_path: Path, keep: Keep) -> None:
    """Written by FTP under a strict umask and read through nginx, for the modes are set."""
    server = keep(ftp_server(tmp_path / "web", "--umask", "077", "--password", "x"))
    web = keep(nginx_server(tmp_path / "web", tmp_path / "nginx"))
    target = named(f"ftp://www@127.0.0.1:{server.port}/")
    found = list(
        probe(
            target,
            project.settings,
            f"http://127.0.0.1:{web.port}/",
            lambda each, _: open_with(each, "x"),
        )
    )
    assert [each.code for each in found if each.well is False] == []


def open_with(target: PublishTarget, password: str) -> object:
    """Open a target by a password that is not in the environment."""
    from disclosure.publish.targets.ftp import open_ftp

    return open_ftp(target, password)
