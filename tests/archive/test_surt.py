"""Our own keys of addresses, beside the library that we do not ship."""

import subprocess

import pytest

from disclosure.archive.surt import surt_key
from tests.required import peer

pytestmark = pytest.mark.servers


ADDRESSES = (
    "https://www.example.gov.cn/gk/archive/first/1/",
    "https://www.example.gov.cn/gk/archive/first/1/files/Plan.PDF",
    "https://www2.example.gov.cn/",
    "https://wwwx.example.gov.cn/",
    "https://a.www.example.gov.cn/",
    "http://example.gov.cn:80/a",
    "http://example.gov.cn:8080/a/",
    "https://example.gov.cn:443/a",
    "https://EXAMPLE.gov.cn/A",
    "http://192.168.1.20/gk/archive/log.jsonl",
    "https://example.gov.cn/gk/%E9%99%84.pdf",
    "https://example.gov.cn",
)


@pytest.fixture(scope="module")
def theirs() -> dict[str, str]:
    """Give the keys of the library for all addresses, of one start."""
    code = "import surt, sys; print(*map(surt.surt, sys.argv[1:]), sep='\\n')"
    command = [peer("python"), "-c", code, *ADDRESSES]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(zip(ADDRESSES, done.stdout.splitlines(), strict=True))


@pytest.mark.parametrize("address", ADDRESSES)
def test_surt(address: str, theirs: dict[str, str]) -> None:
    """Our keys are those of the library that players and indexers use."""
    assert surt_key(address) == theirs[address]
