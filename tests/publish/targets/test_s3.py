"""S3 as a target."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import httpx
import pytest
from pydantic import ValidationError

from disclosure.errors import ExtraError
from disclosure.media_types import served_type
from disclosure.publish.target import Target
from disclosure.publish.targets.registry import is_plain
from disclosure.publish.targets.s3 import S3Target, open_s3
from tests.conftest import ROOT
from tests.publish.fixtures_remote import NAMES, Keep, keep, named, refused
from tests.publish.servers import Cutter, Server, free_port, s3_server
from tests.publish.targets.contract import parametrize_contract

__all__ = ("keep",)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a service for all tests, which takes a second to start."""
    server = s3_server(tmp_path_factory.mktemp("s3"))
    yield server
    server.stop()


@pytest.fixture
def bucket(service: Server, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give an empty bucket as its owner sees it, and a user whom everything is allowed."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", "none")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "none")
    httpx.post(f"http://127.0.0.1:{service.port}/moto-api/reset")
    client = keep(boto3.client("s3", endpoint_url=f"http://127.0.0.1:{service.port}"))
    client.create_bucket(Bucket="pages")
    return client


def opened(port: int, url: str = "s3://pages") -> S3Target:
    """Return a bucket as a target."""
    return open_s3(named(url, endpoint=f"http://127.0.0.1:{port}"))


@pytest.mark.usefixtures("bucket")
@pytest.mark.parametrize("url", ["s3://pages", "s3://pages/w%20w/网站/"], ids=["bucket", "prefix"])
@parametrize_contract()
def test_contract(service: Server, keep: Keep, part: Callable[[Target], None], url: str) -> None:
    """A bucket does all that is asked of a target."""
    part(keep(opened(service.port, url)))


def test_names_and_types(service: Server, keep: Keep, bucket: Any) -> None:
    """Names arrive as they are, and pages are served as pages, with their encoding."""
    target = keep(opened(service.port, "s3://pages/公开"))
    for name in NAMES:
        target.write(name, name.encode())
        assert target.read(name) == name.encode()
        stored = bucket.get_object(Bucket="pages", Key=f"公开/{name}")
        assert stored["Body"].read() == name.encode()
        assert stored["ContentType"] == served_type(name)
    assert sorted(target.places()) == sorted(NAMES)
    assert served_type(NAMES[0]) == "text/html; charset=utf-8"


def test_many(service: Server, keep: Keep, bucket: Any) -> None:
    """More objects than one answer lists are all listed; marks of folders are none of them."""
    target = keep(opened(service.port, "s3://pages/a"))
    for number in range(25):
        bucket.put_object(Bucket="pages", Key=f"a/{number}")
    bucket.put_object(Bucket="pages", Key="a/folder/")
    bucket.put_object(Bucket="pages", Key="ab")
    assert sorted(target.places()) == sorted(map(str, range(25)))


@pytest.mark.usefixtures("bucket")
def test_claim_of_two(service: Server, keep: Keep) -> None:
    """Of two sessions only the first gets what both want, even if both saw that it was free."""
    first, second = keep(opened(service.port)), keep(opened(service.port))
    second.read = lambda place: None  # type: ignore[method-assign]
    assert first.write_new("claim", b"first")
    assert not second.write_new("claim", b"second")
    assert first.read("claim") == b"first"


@pytest.fixture
def guarded(service: Server, keep: Keep, bucket: Any) -> Iterator[Callable[..., dict[str, str]]]:
    """Give what makes users who may do some things, on a service that then asks who comes."""
    address = f"http://127.0.0.1:{service.port}"

    def user(*actions: str) -> dict[str, str]:
        iam = keep(boto3.client("iam", endpoint_url=address))
        iam.create_user(UserName="www")
        allowed = {"Effect": "Allow", "Action": list(actions), "Resource": "*"}
        document = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
        iam.put_user_policy(UserName="www", PolicyName="some", PolicyDocument=document)
        key = iam.create_access_key(UserName="www")["AccessKey"]
        httpx.post(f"{address}/moto-api/reset-auth", content=b"0").raise_for_status()
        return {
            "AWS_ACCESS_KEY_ID": key["AccessKeyId"],
            "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"],
        }

    yield user
    httpx.post(f"{address}/moto-api/reset-auth", content=b"inf").raise_for_status()


@pytest.mark.parametrize("wrong", ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
def test_wrong_password(
    service: Server,
    guarded: Callable[..., dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    wrong: str,
) -> None:
    """A refused login names the variable that holds the secret."""
    for name, value in guarded("s3:*").items():
        monkeypatch.setenv(name, value if name != wrong else f"{value[:-1]}x")
    error = refused(lambda: opened(service.port))
    assert error.code == "target.login"
    assert error.params["variable"] == "AWS_SECRET_ACCESS_KEY"


def test_no_rights(
    service: Server,
    keep: Keep,
    bucket: Any,
    guarded: Callable[..., dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A user who may only read is told so."""
    bucket.put_object(Bucket="pages", Key="index.html", Body=b"old")
    for name, value in guarded("s3:Get*", "s3:List*").items():
        monkeypatch.setenv(name, value)
    target = keep(opened(service.port))
    assert target.read("index.html") == b"old"
    assert refused(lambda: target.write("index.html", b"new")).code == "target.denied"
    assert refused(lambda: target.write_new("claim", b"new")).code == "target.denied"
    assert refused(lambda: target.remove("index.html")).code == "target.denied"
    assert target.read("index.html") == b"old"


@pytest.mark.usefixtures("bucket")
def test_no_credentials(service: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without credentials nothing is asked, and the variable is named."""
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert refused(lambda: opened(service.port)).code == "target.login"


@pytest.mark.usefixtures("bucket")
def test_no_bucket(service: Server) -> None:
    """A bucket that is not there is said before anything is uploaded."""
    error = refused(lambda: opened(service.port, "s3://other"))
    assert error.code == "target.failed"
    assert "NoSuchBucket" in error.params["reason"]


@pytest.mark.usefixtures("bucket")
def test_no_server() -> None:
    """A service that is not there cannot be reached."""
    assert refused(lambda: opened(free_port())).code == "target.unreachable"


def test_lost_within_a_file(service: Server, keep: Keep, bucket: Any) -> None:
    """A line that is cut in the middle of a file leaves the old one; later it goes on."""
    line = keep(Cutter(service.port))
    target = keep(opened(line.port))
    target.write("index.html", b"old")
    line.after = 100_000
    error = refused(lambda: target.write("index.html", b"new" * 1_000_000))
    assert error.code == "target.unreachable"
    assert bucket.get_object(Bucket="pages", Key="index.html")["Body"].read() == b"old"
    line.after = None
    target.write("index.html", b"newer")
    assert target.read("index.html") == b"newer"
    assert list(target.places()) == ["index.html"]


@pytest.mark.usefixtures("bucket")
def test_cut_between(service: Server, keep: Keep) -> None:
    """A line that is cut between two files is not noticed."""
    line = keep(Cutter(service.port))
    target = keep(opened(line.port))
    for number in range(3):
        target.write(f"{number}", b"x")
        line.cut()
    assert list(target.places()) == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("feed.xml", "text/xml; charset=utf-8"),
        ("chart.svg", "image/svg+xml; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("log.jsonl", "application/jsonl; charset=utf-8"),
        ("a.yaml", "application/yaml; charset=utf-8"),
        ("table.CSV", "text/csv; charset=utf-8"),
        ("sha256sum.txt", "text/plain; charset=utf-8"),
        ("plan.pdf", "application/pdf"),
        ("seal.png", "image/png"),
        ("stamp.tsr", "application/timestamp-reply"),
        ("unknown", "application/octet-stream"),
    ],
)
def test_types(name: str, kind: str) -> None:
    """Text is served with its encoding, everything else without."""
    assert served_type(name) == kind


def test_needs_nothing_until_used() -> None:
    """The module is imported without the packages that it works with."""
    code = "import sys, disclosure.publish.targets.s3; sys.exit('botocore' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_without_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where its packages are missing, they are named."""
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(ExtraError) as caught:
        open_s3(named("s3://pages"))
    assert caught.value.params == {"name": "s3"}


@pytest.mark.parametrize(
    ("endpoint", "variable", "plain"),
    [
        ("http://192.0.2.1:9000", "", True),
        ("HTTP://192.0.2.1", "https://192.0.2.1", True),
        ("https://192.0.2.1", "http://192.0.2.1", False),
        (None, "http://192.0.2.1", True),
        (None, "", False),
    ],
)
def test_plain(
    endpoint: str | None, variable: str, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service without encryption is warned of, as other servers are."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", variable)
    monkeypatch.delenv("AWS_ENDPOINT_URL_S3", raising=False)
    more = {"endpoint": endpoint} if endpoint else {}
    assert is_plain(named("s3://pages", **more)) is plain


@pytest.mark.parametrize("mark", ["%0A", "%0d", "%00", "%1b"])
def test_address_with_a_newline(mark: str) -> None:
    """An address that hides a newline or an escape is refused before anybody is asked."""
    for scheme in ("s3", "ftp", "webdav", "sftp"):
        with pytest.raises(ValidationError):
            named(f"{scheme}://host/a{mark}b")
