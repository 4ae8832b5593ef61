"""The HTTP client against answers that no server should give: bounded, one reason each."""

import ipaddress
import itertools
import random
import time
from collections.abc import Iterable, Iterator

import pytest

from disclosure.http.client import Client
from disclosure.http.hosts import is_public
from disclosure.http.limits import HttpError, Limits
from disclosure.messages import explain
from disclosure.messages.catalogues import CATALOGUES
from tests.http.raw_server import plain, raw_server
from tests.pace import patient

LIMITS = Limits(answer=100_000, total=1_000_000, patience=patient(0.4), seconds=30, pace=100_000)


def why(answer: Iterable[bytes], method: str = "get") -> str:
    """Ask a server that answers so, and return the code of the refusal; empty for none."""
    with raw_server(lambda _: answer) as server:
        try:
            getattr(Client(LIMITS), method)(server.address)
        except HttpError as error:
            told = [explain(error, language) for language in CATALOGUES]
            return error.code if all(told) else "untold"
    return ""


def slowly(data: bytes, seconds: float = 0.15) -> Iterator[bytes]:
    """Give a byte at a time."""
    for byte in data:
        time.sleep(seconds)
        yield bytes([byte])


def endless(piece: bytes, first: bytes = b"HTTP/1.1 200 OK\r\n\r\n") -> Iterator[bytes]:
    """Give the same for ever."""
    yield first
    yield from itertools.repeat(piece)


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
HOSTILE = {
    "garbage": ([b"GARBAGE\r\n\r\n"], "http.garbled"),
    "ssh": ([b"SSH-2.0-OpenSSH_9.6\r\n"], "http.garbled"),
    "smtp": ([b"220 mail ESMTP\r\n"], "http.garbled"),
    "zeros": ([bytes(1000)], "http.garbled"),
    "nothing": ([b""], "http."),
    "http-9.9": ([b"HTTP/9.9 200 OK\r\n\r\n"], "http.garbled"),
    "status-abc": ([b"HTTP/1.1 abc OK\r\n\r\n"], "http.garbled"),
    "status-1": ([b"HTTP/1.1 1 OK\r\n\r\n"], "http.garbled"),
    "status-long": ([b"HTTP/1.1 200 " + b"x" * 100_000], "http.garbled"),
    "header-100-kb": ([b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n"], "http.garbled"),
    "headers-200": ([b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200 + b"\r\n"], "http.garbled"),
    "headers-without-end": (endless(b"X: x\r\n" * 99, b"HTTP/1.1 200 OK\r\n"), "http.garbled"),
    "continue-without-end": (endless(b"HTTP/1.1 100 Continue\r\n\r\n", b""), "http.large"),
    "length-abc": ([b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\nx"], "http.garbled"),
    "length-negative": ([b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx"], "http.garbled"),
    "lengths-two": ([b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx"], "http.garbled"),
    "length-10-15": (endless(b"x" * 9999, b"HTTP/1.1 200 OK\r\nContent-Length: 1" + b"0" * 15 + b"\r\n\r\n"), "http.large"),
    "cut": ([b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx"], "http.garbled"),
    "body-without-end": (endless(b"x" * 10_000), "http.large"),
    "chunk-abc": ([CHUNKED + b"abcz\r\nx"], "http.garbled"),
    "chunk-negative": ([CHUNKED + b"-5\r\nx"], "http.garbled"),
    "chunk-cut": ([CHUNKED + b"ff\r\nx"], "http.garbled"),
    "chunk-huge": (endless(b"x" * 9999, CHUNKED + b"ffffffffffffff\r\n"), "http.large"),
    "chunks-without-end": (endless(b"1\r\nx\r\n" * 99, CHUNKED), "http.large"),
    "trailers-without-end": (endless(b"X: x\r\n" * 99, CHUNKED + b"0\r\n"), "http.large"),
    "byte-a-second": (slowly(plain(b"x" * 100)), "http.slow"),
    "byte-a-second-body": (itertools.chain([plain(b"x" * 100)[:-100]], slowly(b"x" * 100)), "http.slow"),
    "silence": (slowly(b"xx", 5), "http.slow"),
    "bad-port": ([b"HTTP/1.1 301 x\r\nLocation: http://127.0.0.1:99999/\r\n\r\n"], "http.address"),
    "bad-host": ([b"HTTP/1.1 301 x\r\nLocation: http://[x/\r\n\r\n"], "http.address"),
    "file": ([b"HTTP/1.1 301 x\r\nLocation: file:///etc/passwd\r\n\r\n"], "http.address"),
    "ftp": ([b"HTTP/1.1 301 x\r\nLocation: ftp://127.0.0.1/\r\n\r\n"], "http.address"),
    "script": ([b"HTTP/1.1 301 x\r\nLocation: javascript:1\r\n\r\n"], "http.address"),
    "circle": ([b"HTTP/1.1 301 x\r\nLocation: /\r\n\r\n"], "http.elsewhere"),
    "other-host": ([b"HTTP/1.1 301 x\r\nLocation: http://127.0.0.2/\r\n\r\n"], "http.elsewhere"),
    "other-port": ([b"HTTP/1.1 301 x\r\nLocation: http://127.0.0.1:9/\r\n\r\n"], "http.elsewhere"),
    "protocol-relative": ([b"HTTP/1.1 301 x\r\nLocation: //127.0.0.2/\r\n\r\n"], "http.elsewhere"),
    "user-trick": ([b"HTTP/1.1 301 x\r\nLocation: http://127.0.0.1@localhost/\r\n\r\n"], "http.elsewhere"),
    "escape": ([b"HTTP/1.1 301 x\r\nLocation: http://a\x1b[2J/\r\n\r\n"], "http."),
}  # fmt: skip


@pytest.mark.parametrize("how", HOSTILE)
def test_hostile_answer(how: str) -> None:
    """An answer that is none, has no end or points elsewhere is refused in time."""
    answer, code = HOSTILE[how]
    found = why(answer)
    assert found
    assert found.startswith(code)


def test_plain_answers() -> None:
    """Right answers of every form are taken as they are."""
    body = bytes(range(256)) * 300
    chunks = (
        b"".join(b"%x\r\n%b\r\n" % (len(p), p) for p in (body[:999], body[999:])) + b"0\r\n\r\n"
    )
    for answer in (plain(body), CHUNKED + chunks, b"HTTP/1.0 200 OK\r\n\r\n" + body):
        with raw_server(lambda _, answer=answer: [answer]) as server:
            assert Client(LIMITS).get(server.address).body == body
    assert why([plain(b"", "404 Not Found")]) == ""
    assert why([plain(b"x")[:-1]], "head") == ""


def test_redirection_on_the_host() -> None:
    """A redirection on the same host is followed, also to a path in Han."""
    moved = plain(b"", "301 Moved", "Location: /公开/?q=甲")

    def answer(path: str) -> list[bytes]:
        return [moved] if path == "/" else [plain(path.encode())]

    with raw_server(answer) as server:
        body = Client(LIMITS).get(server.address).body
    assert body == b"/%E5%85%AC%E5%BC%80/?q=%E7%94%B2"


def test_other_hosts_are_not_asked() -> None:
    """A redirection to another host, or port, does not reach it."""
    with raw_server(lambda _: [plain(b"secret")], host="127.0.0.2") as inner:
        moved = plain(b"", "302 Found", f"Location: {inner.address}")
        assert why([moved]) == "http.elsewhere"
        assert inner.asked == []


def test_all_answers_together() -> None:
    """Many answers within their bounds end at the bound of all."""
    with raw_server(lambda _: [plain(b"x" * 90_000)]) as server:
        client = Client(LIMITS)
        for _ in range(11):
            assert len(client.get(server.address).body) == 90_000
        with pytest.raises(HttpError, match=r"http\.large"):
            client.get(server.address)
        with pytest.raises(HttpError, match=r"http\.spent"):
            client.get(server.address)


def test_no_time_is_left() -> None:
    """When the time for all answers is over, nothing more is asked."""
    with raw_server(lambda _: [plain(b"x")]) as server:
        with pytest.raises(HttpError, match=r"http\.spent"):
            Client(LIMITS._replace(seconds=0)).get(server.address)
        assert server.asked == []


INNER = [
    *("127.0.0.1", "127.1", "127.0.1", "0x7f000001", "0x7f.1", "2130706433", "0177.0.0.1", "localhost"),
    *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[::]", "0.0", "0"),
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fe80::1]", "[fd00::1]"),
    *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "224.0.0.1", "255.255.255.255"),
    *("LOCALHOST", "127.0.0.1.", "１２７.0.0.1", "①②⑦.0.0.1", "[::127.0.0.1]", "198.18.0.1", "240.0.0.1"),
]  # fmt: skip


@pytest.mark.parametrize("host", INNER)
def test_inner_addresses(host: str) -> None:
    """In every spelling an inner address is not asked where the guard lets only the open net pass."""
    client = Client(LIMITS, lambda _, address: is_public(address))
    with raw_server(lambda _: [plain(b"secret")]) as server:
        with pytest.raises(HttpError) as refused:
            client.get(f"http://{host}:{server.port}/")
        assert refused.value.code in {"http.inner", "http.system", "http.address"}
        assert server.asked == []


@pytest.mark.parametrize("text", ["fec0::1", "::ffff:0:7f00:1", "64:ff9b:1::7f00:1", "4000::1"])
def test_inner_nets_of_ipv6(text: str) -> None:
    """Outside global unicast nothing is of the open network, whether there is a way there or not."""
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", ["1.1.1.1", "2400:3200::1", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_open_addresses(text: str) -> None:
    """Addresses of the open network pass."""
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://127.0.0.1/", "http://", "http://:80/", "http://[::1", "x", ""),
        *("http://127.0.0.1:99999/", "http://127.0.0.1:abc/", "http://127.0.0.1:-1/", "http://a b/"),
        *("http://" + "政" * 70 + ".cn/", "javascript:1", "http://127.0.0.1/\r\nX: x"),
    ],
    ids=ascii,
)  # fmt: skip
def test_addresses_that_are_none(address: str) -> None:
    """What is no address of the web is told as that, or answers nothing."""
    with pytest.raises(HttpError) as refused:
        Client(LIMITS._replace(patience=0.2)).get(address)
    assert refused.value.code in {"http.address", "http.system"}


def test_mutated_answers() -> None:
    """A thousand answers with flipped, cut, doubled or inserted bytes are taken or refused."""
    chance = random.Random(13)
    right = [
        plain(b"body" * 20, "200 OK", "Content-Type: text/html", "X-A: b"),
        CHUNKED + b"4\r\nbody\r\n10\r\n0123456789abcdef\r\n0\r\nX: y\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" + plain(b"after"),
        plain(b"", "301 Moved", "Location: /elsewhere"),
    ]
    spice = [
        b"\r\n",
        b"\0",
        b"\xff" * 9,
        b":",
        b" ",
        b"-1",
        b"9" * 30,
        b"\x1b[2J",
        b"chunked",
        b"%",
    ]
    answers: list[bytes] = []
    for _ in range(1000):
        data = bytearray(chance.choice(right))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data) + 1)
            how = chance.randrange(4)
            if how == 0 and at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            elif how == 1:
                del data[at : at + chance.randint(1, 30)]
            elif how == 2:
                data[at:at] = chance.choice(spice)
            else:
                data[at:at] = data[at : at + 20]
        answers.append(bytes(data))
    coming = iter(answers)
    client = Client(LIMITS._replace(total=10**9, seconds=600))
    refused = taken = 0
    with raw_server(
        lambda path: [next(coming, plain(b"")) if path == "/" else plain(b"")]
    ) as server:
        for _ in answers:
            try:
                client.get(server.address)
                taken += 1
            except HttpError as error:
                refused += bool(explain(error, "zh"))
    assert taken > 100
    assert refused > 100
