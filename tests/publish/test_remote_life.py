"""A site's whole life on FTP, WebDAV and S3 servers: what changed travels, no link is broken."""

from pathlib import Path
from urllib.parse import quote

import boto3
import httpx
import pytest

from disclosure.model.publishing import PublishTarget
from tests.conftest import NOTICE, Project
from tests.publish.crawler import Read
from tests.publish.fixtures_remote import Keep, keep, named
from tests.publish.scenario import Office, furnish, interrupted_everywhere, life
from tests.publish.servers import PASSWORD, ftp_server, s3_server, webdav_server
from tests.publish.test_run import Reader

__all__ = ("keep",)

KINDS = ("ftp", "windows", "webdav", "s3")


@pytest.fixture(params=KINDS)
def kind(
    request: pytest.FixtureRequest, tmp_path: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> tuple[PublishTarget, Read]:
    """Give an empty target of each kind, and what reads there as visitors do."""
    monkeypatch.setenv("DISCLOSURE_WEB_PASSWORD", PASSWORD)
    folder = tmp_path / "served"
    if request.param == "s3":
        return bucket(tmp_path, keep, monkeypatch)
    if request.param == "webdav":
        port = keep(webdav_server(folder)).port
        return named(f"webdav://www@127.0.0.1:{port}/gk"), Reader(folder / "gk")
    options = ("--windows", "--without", "MLSD") if request.param == "windows" else ()
    port = keep(ftp_server(folder, *options)).port
    return named(f"ftp://www@127.0.0.1:{port}/gk"), Reader(folder / "gk")


def bucket(folder: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> tuple[PublishTarget, Read]:
    """Return a bucket that everybody may read, and what reads it over HTTP."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    address = f"http://127.0.0.1:{keep(s3_server(folder)).port}"
    keep(boto3.client("s3", endpoint_url=address)).create_bucket(Bucket="pages", ACL="public-read")
    visitor = keep(httpx.Client())

    def read(place: str) -> bytes | None:
        answer = visitor.get(f"{address}/pages/gk/{quote(place)}")
        return answer.content if answer.is_success else None

    return named("s3://pages/gk", endpoint=address), read


def test_life(project: Project, kind: tuple[PublishTarget, Read]) -> None:
    """Only what changed travels, deleted notices go, and no link is ever broken."""
    target, read = kind
    furnish(project)
    life(Office(project, target), read)


@pytest.mark.parametrize("kind", ["windows", "webdav"], indirect=True)
def test_interrupted_everywhere(project: Project, kind: tuple[PublishTarget, Read]) -> None:
    """Cut off after every n-th change, with notices coming, changing and going."""
    target, read = kind
    furnish(project)
    office = Office(project, target)

    def change(number: int) -> None:
        office.change(100 + number)
        (project.content / "notices" / f"other-{number % 2}.yaml").unlink(missing_ok=True)
        project.write(f"other-{(number + 1) % 2}", NOTICE.replace("value: 75", f"value: {number}"))

    assert interrupted_everywhere(office, read, change) > 8
