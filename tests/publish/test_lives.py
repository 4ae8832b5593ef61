"""A site's whole life on every kind of server, read by a crawler over HTTP."""

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import boto3
import pytest

from disclosure.model.publishing import PublishTarget
from tests.conftest import NOTICE, Project
from tests.publish.apache import apache_server
from tests.publish.crawler import Read
from tests.publish.fixtures_remote import Keep, keep, named
from tests.publish.nginx import nginx_server
from tests.publish.scenario import Office, furnish, interrupted_everywhere, life
from tests.publish.servers import PASSWORD, ftp_server, s3_server, webdav_server
from tests.publish.vsftpd import vsftpd_server

pytestmark = [pytest.mark.servers, pytest.mark.slow]

__all__ = ("keep",)

Place = tuple[PublishTarget, str]


class HttpReader:
    """Reads files by their address."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __call__(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        # The reader asks for a folder where a link leads to one, as browsers do.
        asked = place.removesuffix("index.html") if "s3" not in self.address else place
        try:
            with urllib.request.urlopen(self.address + urllib.parse.quote(asked)) as answer:
                data: bytes = answer.read()
        except urllib.error.HTTPError as error:
            if error.code in {403, 404}:
                return None
            raise
        return data


def in_folder(tmp_path: Path, keep: Keep) -> Place:
    """Publish into a folder that nginx serves."""
    web = tmp_path / "web"
    web.mkdir()
    return named(f"file://{web}"), _served(web, tmp_path, keep)


def over_ftp(tmp_path: Path, keep: Keep) -> Place:
    """Publish by FTP into a folder that nginx serves."""
    server = keep(ftp_server(tmp_path / "web"))
    return named(f"ftp://www@127.0.0.1:{server.port}/"), _served(tmp_path / "web", tmp_path, keep)


def over_old_ftp(tmp_path: Path, keep: Keep) -> Place:
    """Publish by FTP to a server that knows as little as old Windows ones."""
    server = keep(ftp_server(tmp_path / "web", "--windows", "--without", "MLSD"))
    return named(f"ftp://www@127.0.0.1:{server.port}/"), _served(tmp_path / "web", tmp_path, keep)


def over_webdav(tmp_path: Path, keep: Keep) -> Place:
    """Publish by WebDAV into a folder that nginx serves."""
    server = keep(webdav_server(tmp_path / "web"))
    url = f"webdav://www@127.0.0.1:{server.port}/"
    return named(url), _served(tmp_path / "web", tmp_path, keep)


def to_s3(tmp_path: Path, keep: Keep) -> Place:
    """Publish into a bucket that everybody may read."""
    server = keep(s3_server(tmp_path))
    endpoint = f"http://127.0.0.1:{server.port}"
    keep(boto3.client("s3", endpoint_url=endpoint)).create_bucket(
        Bucket="s3-pages", ACL="public-read"
    )
    return named("s3://s3-pages/gk", endpoint=endpoint), f"{endpoint}/s3-pages/gk/"


def _served(web: Path, tmp_path: Path, keep: Keep) -> str:
    return f"http://127.0.0.1:{keep(nginx_server(web, tmp_path / 'nginx')).port}/"


def over_vsftpd(tmp_path: Path, keep: Keep) -> Place:
    """Publish by FTP to a server that forbids names with a dot, and renaming."""
    server = keep(vsftpd_server(tmp_path / "web", deny_file="{.*}", cmds_denied="RNFR,RNTO"))
    return named(f"ftp://127.0.0.1:{server.port}/"), _served(tmp_path / "web", tmp_path, keep)


def over_apache(tmp_path: Path, keep: Keep) -> Place:
    """Publish by WebDAV to Apache, which lists no folder with an index.html in it."""
    server = keep(apache_server(tmp_path / "web", "DirectoryIndex index.html"))
    return named(f"webdav://127.0.0.1:{server.port}/"), _served(tmp_path / "web", tmp_path, keep)


KINDS = (in_folder, over_ftp, over_old_ftp, over_webdav, to_s3)


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put passwords where they belong."""
    monkeypatch.setenv("DISCLOSURE_WEB_PASSWORD", PASSWORD)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", "none")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "none")


@pytest.mark.parametrize("kind", [*KINDS, over_vsftpd, over_apache])
def test_life(
    project: Project, tmp_path: Path, keep: Keep, kind: Callable[[Path, Keep], Place]
) -> None:
    """Only what changed travels, deleted notices go, and no link is ever broken."""
    furnish(project)
    target, address = kind(tmp_path, keep)
    life(Office(project, target), HttpReader(address))


@pytest.mark.parametrize("kind", KINDS[1:])
def test_interrupted_everywhere(
    project: Project, tmp_path: Path, keep: Keep, kind: Callable[[Path, Keep], Place]
) -> None:
    """Cut off after every n-th change, with notices coming, changing and going.

    Over a folder every n is tried (test_publication.py); each kind of server takes its share of
    them, and all with DISCLOSURE_KILLS.
    """
    furnish(project)
    target, address = kind(tmp_path, keep)
    office = Office(project, target)
    reader: Read = HttpReader(address)

    def change(number: int) -> None:
        office.change(100 + number)
        (project.content / "notices" / f"other-{number % 2}.yaml").unlink(missing_ok=True)
        project.write(f"other-{(number + 1) % 2}", NOTICE.replace("value: 75", f"value: {number}"))

    kinds = KINDS[1:]
    first, step = kinds.index(kind), len(kinds)
    assert interrupted_everywhere(office, reader, change, first, step) > 20
