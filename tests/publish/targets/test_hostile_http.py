"""WebDAV and S3 services that answer what no server should: a sentence each, no hang."""

import gzip
import random
from collections.abc import Callable
from contextlib import closing, suppress

import pytest

from disclosure.messages import say
from disclosure.publish.target import Target, TargetError
from disclosure.publish.targets.bounds import Bounds
from disclosure.publish.targets.s3 import S3Target, open_s3
from disclosure.publish.targets.webdav import WebdavTarget, open_webdav
from disclosure.publish.targets.webdav_answers import choose_login, entries_of, unpacked
from tests.pace import patient
from tests.publish.fixtures_remote import Keep, keep, named, refused
from tests.publish.hostile import Data, HostileHttp, at_once, drip, endless, page, silent
from tests.publish.servers import PASSWORD

__all__ = ("keep",)

BOUNDS = Bounds(
    largest=100_000,
    largest_list=100_000,
    entries=500,
    depth=12,
    seconds=patient(0.3),
    slowest=1 << 20,
)
SECRET = "wJalrXUtnFEMI"  # noqa: S105
ACTIONS: tuple[Callable[[Target], object], ...] = (
    lambda target: target.read("a/index.html"),
    lambda target: list(target.places()),
    lambda target: target.write("a/index.html", b"page"),
    lambda target: target.write_new("claim", b"me"),
    lambda target: target.remove("a/index.html"),
)
HREF = "<d:response><d:href>{}</d:href><d:propstat><d:prop><d:resourcetype>{}</d:resourcetype></d:prop></d:propstat></d:response>"


def listing(*names: str, head: str = "", folder: bool = False) -> bytes:
    """Return what a folder lists, itself among it."""
    kind = "<d:collection/>" if folder else ""
    entries = "".join(HREF.format(name, kind) for name in names)
    own = HREF.format("/", "<d:collection/>")
    return f'{head}<d:multistatus xmlns:d="DAV:">{own}{entries}</d:multistatus>'.encode()


def multistatus(body: bytes) -> bytes:
    """Return the answer with a listing."""
    return page(body, "207 Multi-Status")


BOMB = (
    "<!DOCTYPE x [<!ENTITY a '"
    + "x" * 1000
    + "'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 20}'>" for a, b in zip("abcdef", "bcdefg", strict=True))
    + "]>"
)
BODIES = (
    b"",
    b"no xml",
    b"<a>" * 100_0,
    listing("/x").replace(b"</d:href>", b"&undefined;</d:href>", 1),
    listing("&g;", head=BOMB),
    b'<?xml version="1.0" encoding="UTF-7"?>' + listing("/x"),
    b'<?xml version="1.0" encoding="foo"?>' + listing("/x"),
    b'<?xml version="1.0" encoding="gb2312"?>' + listing("/x") + b"\xff\xff",
    b'<?xml version="1.0" encoding="utf-8"?>' + b"\xff\xfe",
    listing("/d/", folder=True),
    listing("/../up"),
    listing("/%00"),
    listing("/a%2Fb"),
    listing("http://[bad/"),
    listing("elsewhere/x"),
    listing(*(f"/{number}" for number in range(600))),
)
ANSWERS: tuple[bytes, ...] = (
    b"GARBAGE\r\n\r\n",
    b"SSH-2.0-OpenSSH_9.2\r\n",
    b"HTTP/9.9 200 OK\r\n\r\n",
    b"HTTP/1.1 abc OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000000\r\n\r\nx",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 2000 + b"\r\n",
    page(b"", "403 \x1b[2J forbidden"),
    page(b"bad password " + PASSWORD.encode(), "401 Unauthorized " + PASSWORD),
    page(b"", "301 Moved", "Location: http://127.0.0.2/"),
    page(gzip.compress(b"x" * 10_000_000), "200 OK", "Content-Encoding: gzip"),
    page(b"x", "200 OK", "Content-Encoding: gzip"),
    page(b"x", "200 OK", "Content-Encoding: br"),
    page(b"disk full", "500 Oops"),
    page(b"", "507 Insufficient Storage"),
)
CHALLENGES = (
    "Digest realm=x, nonce=y, algorithm=FOO-512",
    'Digest realm="x", nonce="y", qop="auth-int"',
    "Digest",
    "Digest realm=",
    "garbage ,,, ===",
    "Negotiate",
    "\x00\x01",
    'NTLM TlRMTVNTUAAC==, Digest realm="x", nonce="y", algorithm=NONE',
)


def dav(server: HostileHttp, scheme: str = "webdav") -> WebdavTarget:
    """Return a server as a target, within small bounds."""
    return open_webdav(named(f"{scheme}://www@127.0.0.1:{server.port}/"), PASSWORD, BOUNDS)


def survives(answers: dict[str, Data]) -> list[TargetError]:
    """Do everything with a server; return the errors, which are all of the one kind."""
    errors = []
    with closing(HostileHttp(answers)) as server:
        try:
            target = dav(server)
        except TargetError as error:
            errors.append(error)
        else:
            for action in ACTIONS:
                try:
                    action(target)
                except TargetError as error:
                    errors.append(error)
            target.close()
    for error in errors:
        told = say(error.code, "zh", error.params)
        assert PASSWORD not in told
        assert told.isprintable()
    return errors


@pytest.mark.slow
@pytest.mark.parametrize("method", ["OPTIONS", "PROPFIND", "GET", "PUT", "MOVE", "DELETE", "*"])
def test_answers(method: str) -> None:
    """Any answer to any method ends in a sentence, or in success."""
    usual = {"PROPFIND": multistatus(listing())}
    at_once(lambda answer: survives({**usual, method: answer}), ANSWERS)


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_listings_that_cannot_be(body: bytes, keep: Keep) -> None:
    """A folder within itself, names that are none, bombs and odd encodings are told."""
    target = keep(dav(keep(HostileHttp({"PROPFIND": multistatus(body)}))))
    assert refused(lambda: list(target.places())).code == "target.listing"


def test_listings_that_can_be() -> None:
    """Chinese encodings are read, and a folder under another name than was asked for."""
    body = b'<?xml version="1.0" encoding="gb2312"?>' + listing("/公开").decode().encode("gbk")
    assert [each.name for each in entries_of(body, "/")] == ["公开"]
    assert [each.name for each in entries_of(listing("/a", "/b"), "/behind/")] == ["a", "b"]
    assert [each.name for each in entries_of(listing("/x.html"), "/")] == ["x.html"]


def test_generated_listings() -> None:
    """A thousand listings with bytes changed are read, or told as what they are."""
    source = random.Random(12)
    sound = listing("/a", "/b%20c", "/公开")
    for _ in range(1000):
        body = bytearray(sound)
        for _ in range(source.randrange(1, 6)):
            body[source.randrange(len(body))] = source.randrange(256)
        with suppress(ValueError):
            entries_of(bytes(body), "/")


@pytest.mark.slow
def test_generated_answers() -> None:
    """Two hundred answers with bytes changed end in a sentence, or in success."""
    source = random.Random(12)
    sound = multistatus(listing("/a"))
    answers = [bytearray(sound) for _ in range(200)]
    for answer in answers:
        for _ in range(source.randrange(1, 4)):
            answer[source.randrange(90)] = source.choice(b"\r\n :;0\x00\xffHx9")

    def read(some: list[bytearray]) -> None:
        current = [sound]
        with closing(HostileHttp({"PROPFIND": lambda send: send(current[0])})) as server:
            target = dav(server)
            for each in some:
                current[0] = bytes(each)
                with suppress(TargetError):
                    list(target.places())
            target.close()

    at_once(lambda at: read(answers[at::10]), range(10))


@pytest.mark.parametrize("challenge", CHALLENGES)
def test_challenges(challenge: str, keep: Keep) -> None:
    """A way of login that nobody knows is told; the password is not sent."""
    answer = page(b"", "401 Unauthorized", f"WWW-Authenticate: {challenge}")
    error = refused(lambda: dav(keep(HostileHttp({"*": answer}))))
    assert error.code in {"target.bad_login", "target.failed", "target.unreachable"}


@pytest.mark.parametrize(
    ("offered", "is_encrypted", "kind"),
    [
        ('Basic realm="x"', False, "basic"),
        ('Digest realm="x", nonce="y", qop="auth", algorithm=MD5', False, "digest"),
        ('Digest realm="x", nonce="y", qop="auth,auth-int"', False, "digest"),
        ('Digest realm="x", nonce="y", algorithm=SHA-256, Basic realm="x"', True, "digest"),
        ('Basic realm="x", Digest realm="x", nonce="y", algorithm=FOO', True, "basic"),
        ('Basic realm="x", Digest realm="x", nonce="y", algorithm=FOO', False, ""),
        ("Negotiate", True, ""),
        ("", True, "basic"),
    ],
)
def test_login(offered: str, is_encrypted: bool, kind: str) -> None:
    """A digest comes first; a plain password does not travel in its place."""
    assert choose_login(offered, is_encrypted=is_encrypted) == kind


@pytest.mark.parametrize("way", [silent, drip, endless])
@pytest.mark.parametrize("method", ["OPTIONS", "GET", "PROPFIND"])
@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_time(way: Callable[..., None], method: str, head: bytes, keep: Keep) -> None:
    """No answer, one byte at a time and an answer without end are given up after a time."""

    def answer(send: Callable[[bytes], None]) -> None:
        send(head)
        way(send)

    server = keep(HostileHttp({"PROPFIND": multistatus(listing()), method: answer}))
    error = refused(lambda: (target := keep(dav(server))).read("a") and list(target.places()))
    assert error.code in {"target.unreachable", "target.too_large", "target.failed"}


def test_answer_that_always_breaks_off(keep: Keep) -> None:
    """A file of which the server always sends less than it says is read as far as it goes."""
    sent = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"

    def answer(send: Callable[[bytes], None]) -> None:
        send(sent)
        raise ValueError  # ends the connection

    server = keep(HostileHttp({"PROPFIND": multistatus(listing()), "GET": answer}))
    assert keep(dav(server)).read("a") == b"half"


def test_unpacking() -> None:
    """What was packed for the way is unpacked, up to the limit."""
    assert unpacked(gzip.compress(b"page"), "gzip", 10) == b"page"
    assert unpacked(b"page", "identity", 10) == b"page"


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"PUT": page(b"", "413 Too Large")}, "target.too_large_to_write"),
        ({"PUT": page(b"<p>Quota exceeded</p>", "403 Forbidden")}, "target.full"),
        ({"PUT": page(b"", "507 Insufficient Storage")}, "target.full"),
        ({"PUT": page(b"", "403 Forbidden")}, "target.denied"),
        ({"PUT": page(b"", "451 Unavailable"), "MKCOL": page(b"", "403 No")}, "target.failed"),
        (
            {"OPTIONS": page(b"The plain HTTP request was sent to HTTPS port", "400 Bad Request")},
            "",
        ),
        (
            {"PUT": page(b"The plain HTTP request was sent to HTTPS port", "400 Bad Request")},
            "target.needs_tls",
        ),
    ],
)
def test_words(answers: dict[str, Data], code: str, keep: Keep) -> None:
    """What a server means is told in our words, with the file."""
    target = keep(dav(keep(HostileHttp({"PROPFIND": multistatus(listing()), **answers}))))
    if code:
        error = refused(lambda: target.write("a/plan.pdf", b"x"))
        assert error.code == code
        assert "plan.pdf" in error.params["reason"]


def test_encrypted_on_a_plain_server(keep: Keep) -> None:
    """A server that does not encrypt is told as that."""
    server = keep(HostileHttp({"*": b"HTTP/1.1 400 Bad Request\r\n\r\n"}))
    server._serve = lambda line: line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    assert refused(lambda: dav(server, "webdavs")).code == "target.no_tls"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, keep: Keep) -> Callable[[Data], S3Target]:
    """Give what opens a bucket whose service answers every listing in one way."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "none")
    bounds = BOUNDS.__class__(**{**BOUNDS.__dict__, "seconds": patient(2.0)})

    def opened(answer: Data) -> S3Target:
        server = keep(HostileHttp({"GET": answer}))
        target = named("s3://pages", endpoint=f"http://127.0.0.1:{server.port}")
        return keep(open_s3(target, bounds=bounds))

    return opened


def _bucket_page(inside: str) -> bytes:
    name = "http://s3.amazonaws.com/doc/2006-03-01/"
    return page(f'<ListBucketResult xmlns="{name}">{inside}</ListBucketResult>'.encode())


def _endless_pages() -> Callable[[Callable[[bytes], None]], None]:
    numbers = iter(range(100_000))

    def answer(send: Callable[[bytes], None]) -> None:
        token = f"<NextContinuationToken>{next(numbers)}</NextContinuationToken>"
        send(_bucket_page(f"<IsTruncated>true</IsTruncated>{token}"))

    return answer


@pytest.mark.parametrize(
    "answer",
    [
        _endless_pages(),
        _bucket_page(
            "<IsTruncated>true</IsTruncated><NextContinuationToken>a</NextContinuationToken>"
        ),
        _bucket_page("<Contents><Size>1</Size></Contents>"),
        _bucket_page("".join(f"<Contents><Key>{n}</Key></Contents>" for n in range(1000))),
        _bucket_page("<Contents><Key>a</Key><Size>abc</Size></Contents>"),
    ],
    ids=["endless", "in a circle", "no key", "many", "size"],
)
def test_bucket_listings(answer: Data, bucket: Callable[[Data], S3Target]) -> None:
    """Listings without end, in a circle, without keys or with odd sizes are told."""
    error = refused(lambda: list(bucket(answer).places()))
    assert error.code in {"target.listing", "target.failed"}


# http.client leaves the file of a closed socket to the garbage collector, in any order, when what
# it reads is given up; a socket that nobody closed is told as before.
@pytest.mark.filterwarnings(
    r"ignore:(?s).*socket\.socket \[closed\]:pytest.PytestUnraisableExceptionWarning"
)
@pytest.mark.parametrize(
    "answer",
    [
        page(b"no xml"),
        page(b"<a>" * 3000),
        page(b"<Error><Code>X</Code><Message>\x1b[2J</Message></Error>", "403 Forbidden"),
        page(
            f"<Error><Code>Bad</Code><Message>{SECRET} \u202e</Message></Error>".encode(),
            "403 Forbidden",
        ),
        lambda send: (send(b"HTTP/1.1 200 OK\r\n\r\n"), endless(send)),
        lambda send: (send(b"HTTP/1.1 200 OK\r\nX-"), drip(send)),
        silent,
    ],
    ids=["no xml", "deep", "escape", "secret", "endless", "drip", "silent"],
)
def test_bucket_answers(answer: Data, bucket: Callable[[Data], S3Target]) -> None:
    """Other answers end in a sentence, without the secret."""
    error = refused(lambda: bucket(answer))
    told = say(error.code, "zh", error.params)
    assert SECRET not in told
    assert told.isprintable()


def test_large_object(bucket: Callable[[Data], S3Target]) -> None:
    """An object that never ends is given up."""
    answers = [_bucket_page(""), b"HTTP/1.1 200 OK\r\n\r\n"]

    def answer(send: Callable[[bytes], None]) -> None:
        send(answers.pop(0))
        if not answers:
            endless(send)

    target = bucket(answer)
    assert refused(lambda: target.read("sha256sum.txt")).code == "target.too_large"
