"""Our own keys of addresses, beside the library that we do not ship."""

import subprocess

import pytest

from disclosure.archive.surt import surt_key
from tests.required import peer

pytestmark = pytest.mark.servers


@pytest.mark.parametrize(
    "address",
    [
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
    ],
)
def test_surt(address: str) -> None:
    """Our keys are those of the library that players and indexers use."""
    command = [peer("python"), "-c", "import surt, sys; print(surt.surt(sys.argv[1]))", address]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert surt_key(address) == done.stdout.strip()
