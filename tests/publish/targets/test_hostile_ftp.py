"""FTP servers that answer what no server should: a sentence each, no hang, no traceback."""

import itertools
import random
from collections.abc import Callable
from contextlib import closing, suppress

import pytest

from disclosure.messages import say
from disclosure.publish.target import Target, TargetError
from disclosure.publish.targets.bounds import Bounds
from disclosure.publish.targets.ftp import FtpTarget, open_ftp
from disclosure.publish.targets.ftp_wire import PlainWire
from tests.pace import patient
from tests.publish.fixtures_remote import Keep, keep, named, refused
from tests.publish.hostile import USUAL_FTP, Data, HostileFtp, at_once, drip, endless, silent
from tests.publish.servers import PASSWORD

__all__ = ("keep",)

BOUNDS = Bounds(
    largest=100_000,
    largest_list=100_000,
    entries=500,
    depth=12,
    seconds=patient(0.15),
    slowest=1 << 20,
)
ACTIONS: tuple[Callable[[Target], object], ...] = (
    lambda target: target.read("a/index.html"),
    lambda target: list(target.places()),
    lambda target: target.write("a/index.html", b"page"),
    lambda target: target.write_new("claim", b"me"),
    lambda target: target.remove("a/index.html"),
)
REPLIES = (
    b"",
    b"\r\n",
    b"\n" * 5000,
    b"999 what\r\n",
    b"abc\r\n",
    b"213 abc\r\n",
    b"213 \r\n",
    b"213 " + b"9" * 5000 + b"\r\n",
    b"257 no quotes\r\n",
    b'257 "' + b"\xcd\xf8\xd5\xbe" + b'"\r\n',
    b"227 Entering (1,2,3)\r\n",
    b"227 Entering (999,999,999,999,999,999)\r\n",
    b"227 Entering (127,0,0,1,0,1)\r\n",
    b"229 (|||abc|)\r\n",
    b"SSH-2.0-OpenSSH_9.2\r\n",
    b"HTTP/1.1 400 Bad Request\r\n\r\n",
    b"\x15\x03\x01\x00\x02\x02\x0a",
    b"530 bad password " + PASSWORD.encode() + b"\r\n",
    b"550 \x1b[2J\x1b]0;owned\x07 \xe2\x80\xae\r\n",
    b"421 too many\r\n",
    b"451 disk is full\r\n",
    b"220-" + b"x" * 9000 + b"\r\n",
    b"150 here\r\n150 here\r\n150 here\r\n",
)


def opened(server: HostileFtp, path: str = "/") -> FtpTarget:
    """Return a server as a target, within small bounds."""
    return open_ftp(named(f"ftp://www@127.0.0.1:{server.port}{path}"), PASSWORD, BOUNDS)


def survives(answers: dict[str, Data]) -> list[TargetError]:
    """Do everything with a server; return the errors, which are all of the one kind."""
    errors = []
    with closing(HostileFtp(answers)) as server:
        try:
            target = opened(server)
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
@pytest.mark.parametrize("verb", [*USUAL_FTP, "PASV", "TYPE", "CWD", "RNTO", "DELE", "MKD", "SITE"])
def test_replies(verb: str) -> None:
    """Any reply to any command ends in a sentence, or in success."""
    at_once(lambda reply: survives({verb: reply}), REPLIES[1:])


@pytest.mark.parametrize("verb", ["", "PASS", "PWD", "PASV", "RETR", "DATA", "DONE"])
@pytest.mark.parametrize("way", [silent, drip, endless])
def test_time(verb: str, way: Callable[..., None], keep: Keep) -> None:
    """No answer, one byte at a time and an answer without end are given up after a time."""
    server = keep(HostileFtp({verb: way}))
    error = refused(lambda: keep(opened(server)).read("a"))
    assert error.code in {"target.unreachable", "target.too_large", "target.failed"}


def test_given_up_while_connecting(keep: Keep) -> None:
    """What was given up before there was a connection does not go on once there is one."""
    server = keep(HostileFtp({}))
    with closing(PlainWire()) as wire:
        wire.cut()
        with pytest.raises(EOFError):
            wire.connect("127.0.0.1", server.port)


def test_given_up_while_a_transfer_begins(keep: Keep) -> None:
    """What was given up between the command and its bytes leaves no connection open."""
    with closing(_CutAtReply()) as wire:
        wire.connect("127.0.0.1", keep(HostileFtp({})).port)
        with pytest.raises(EOFError):
            wire.transfercmd("STOR a")


class _CutAtReply(PlainWire):
    def sendcmd(self, cmd: str) -> str:
        """Return a reply, and be given up when it is that of a transfer."""
        reply = super().sendcmd(cmd)
        if cmd.startswith("STOR"):
            self.cut()
        return reply


@pytest.mark.parametrize(
    "listing",
    [
        b"type=dir; d\r\n",
        b"type=dir; d\r\ntype=dir; e\r\n",
        b"type=file; \r\n",
        b"type=file;\r\n",
        b"type=dir; a\rb\r\n",
        b"type=dir; ../up\r\n",
        b"type=dir; /\r\n",
        b"".join(b"type=file; %d\r\n" % number for number in range(1000)),
        b"type=file; x\r\n" * 100_000,
    ],
)
def test_listings_that_cannot_be(listing: bytes, keep: Keep) -> None:
    """A folder within itself, names that are none and lists without end are told."""
    target = keep(opened(keep(HostileFtp({"DATA": listing}))))
    error = refused(lambda: list(target.places()))
    assert error.code in {"target.listing", "target.too_large"}


@pytest.mark.parametrize(
    ("listing", "places"),
    [
        (b"type=cdir; .\r\ntype=pdir; ..\r\ntype=file; a\r\n", ["a"]),
        (b"type=dir; .\r\ntype=dir; ..\r\ntype=file; a\r\n", ["a"]),
        (b"type=file;size=abc; a\r\ntype=file;size=-1; b\r\n", ["a", "b"]),
        (b"type=file; \xff\xfe\r\n", ["\udcff\udcfe"]),
    ],
)
def test_listings_that_can_be(listing: bytes, places: list[str], keep: Keep) -> None:
    """The folder itself and the one above are passed over, and odd sizes are not known."""
    target = keep(opened(keep(HostileFtp({"DATA": listing}))))
    assert list(target.places()) == places
    assert target.sizes() == {}


def test_generated_listings() -> None:
    """Three hundred listings of random bytes are read, or told."""
    source = random.Random(12)
    pieces = [b"type=", b"dir;", b"file;", b"size=", b" ", b"\r\n", b"\n", b"..", b"/", b"\0", b"d"]
    pieces += [b"-rw-r--r-- 1 0 0 12 Jan 1 2025 a", b"drwx", b"\xff", b"=", b";", b"99999999999999"]
    listings = [b"".join(source.choices(pieces, k=source.randrange(40))) for _ in range(300)]

    def read(verb: str, some: list[bytes]) -> None:
        current = [b""]
        refusing: dict[str, Data] = {} if verb == "MLSD" else {"MLSD": b"500 what\r\n"}
        with closing(HostileFtp({**refusing, "DATA": lambda send: send(current[0])})) as server:
            for current[0] in some:
                with suppress(TargetError), closing(opened(server)) as target:
                    list(itertools.islice(target.places(), 600))

    verbs = ("MLSD", "LIST")
    at_once(lambda at: read(verbs[at % 2], listings[at::12]), range(12))


def test_large_file(keep: Keep) -> None:
    """A file that never ends is given up, by size; one that only says so is read."""
    target = keep(opened(keep(HostileFtp({"DATA": endless}))))
    assert refused(lambda: target.read("sha256sum.txt")).code == "target.too_large"
    told = {"RETR": b"150 Opening (1000000000000000 bytes)\r\n", "DATA": b"x"}
    assert keep(opened(keep(HostileFtp(told)))).read("a") == b"x"


def test_endless_reply(keep: Keep) -> None:
    """A reply of many lines without end is given up."""
    server = keep(HostileFtp({"": lambda send: endless(send, b"220-more\r\n" * 1000)}))
    assert refused(lambda: opened(server)).code in {"target.too_large", "target.unreachable"}


@pytest.mark.parametrize("password", ["a\nb", "a\r", "\0"])
def test_password_with_newline(password: str, keep: Keep) -> None:
    """A password that cannot be sent is told without being printed."""
    server = keep(HostileFtp({}))
    target = named(f"ftp://www@127.0.0.1:{server.port}/")
    with pytest.raises(TargetError) as caught:
        open_ftp(target, password, BOUNDS)
    assert caught.value.code == "target.bad_password"


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"PASS": b"530 Sorry, cleartext sessions: use TLS\r\n"}, "target.needs_tls"),
        ({"USER": b"550 SSL/TLS required on the control channel\r\n"}, "target.needs_tls"),
        ({"PASS": b"530 Login incorrect.\r\n"}, "target.login"),
        ({"PWD": b'257 "/home/\xcd\xf8\xd5\xbe"\r\n'}, "target.encoding"),
        ({"STOR": b"451 Device full\r\n"}, "target.full"),
        ({"STOR": b"552 Quota\r\n"}, "target.full"),
        ({"DONE": b"451 \xb4\xc5\xc5\xcc\xd2\xd1\xc2\xfa\r\n"}, "target.full"),
    ],
)
def test_words(answers: dict[str, Data], code: str, keep: Keep) -> None:
    """What a server means is told in our words, with the file and what to do."""
    server = keep(HostileFtp(answers))
    assert refused(lambda: keep(opened(server)).write("a", b"x")).code == code


def test_encrypted_on_a_plain_server(keep: Keep) -> None:
    """A server that knows no encryption is told as that."""
    server = keep(HostileFtp({"AUTH": b"500 what\r\n"}))
    target = named(f"ftps://www@127.0.0.1:{server.port}/")
    assert refused(lambda: open_ftp(target, PASSWORD, BOUNDS)).code == "target.no_tls"


@pytest.mark.parametrize("encoding", [None, "gbk", "utf-8"])
def test_encoding(encoding: str | None, keep: Keep) -> None:
    """Names that are not ASCII are only sent where their encoding is known."""
    server = keep(HostileFtp({"FEAT": b"211 none\r\n", "OPTS": b"500 what\r\n"}))
    url = f"ftp://www@127.0.0.1:{server.port}/网站"
    if encoding is None:
        error = refused(lambda: open_ftp(named(url), PASSWORD, BOUNDS))
        assert error.code == "target.encoding"
        assert "网站" in error.params["reason"]
    else:
        keep(open_ftp(named(url, encoding=encoding), PASSWORD, BOUNDS)).write("附件", b"x")
