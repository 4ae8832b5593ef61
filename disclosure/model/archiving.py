"""How a site keeps its versions."""

from enum import StrEnum

from pydantic import Field

from disclosure.model.fields import FileName, Link, Model


class Retention(StrEnum):
    """How long a version is to be kept (机关文件材料归档范围: 永久, 30年, 10年)."""

    FOR_EVER = "永久"
    THIRTY_YEARS = "30年"
    TEN_YEARS = "10年"


class Authority(Model):
    """A time-stamping authority (RFC 3161)."""

    url: Link = Field(description="时间戳服务的网址")
    certificate: FileName = Field(
        description="时间戳机构的根证书，PEM 文件，放在 content 文件夹里，如 tsa.pem"
    )


class Archiving(Model):
    """How versions are kept."""

    retention: Retention | None = Field(None, description="保管期限，由单位确定；不写就不标明")
    timestamp: Authority | None = Field(None, description="时间戳机构，seal --timestamp 时使用")
