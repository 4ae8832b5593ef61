"""Where a site is published to, as ``site.yaml`` names it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from pydantic import BeforeValidator, Field, WithJsonSchema

from disclosure.model.fields import Model, Text, refuse


class Scheme(NamedTuple):
    """A kind of address.

    Attributes:
        module: of ``publish.targets``, whose ``open_<module>`` opens it; also the name of the
            extra that has its packages.
        plain: passwords and pages travel for everybody on the way to read.
        releases: it can switch a whole folder at once.
    """

    module: str
    plain: bool = False
    releases: bool = False


# A new kind of target is a line here and its module.
SCHEMES: Final[Mapping[str, Scheme]] = MappingProxyType(
    {
        "file": Scheme("folder", releases=True),
        "sftp": Scheme("sftp", releases=True),
        "ftp": Scheme("ftp", plain=True),
        "ftps": Scheme("ftp"),
        "s3": Scheme("s3"),
        "webdav": Scheme("webdav", plain=True),
        "webdavs": Scheme("webdav"),
    }
)
# Also where the rest of the address cannot be read: then it would be printed.
_LOGIN: Final = r"\s*(?:[A-Za-z0-9+.-]*:?//+|[A-Za-z0-9+.-]*:)?[^@/]*:(?!\d+/|//)[^@]*@"
_NAME: Final = r"[a-z][a-z0-9-]{0,30}"
_FINGERPRINT: Final = r"SHA256:[A-Za-z0-9+/]{43}=?"


class Mode(StrEnum):
    """How what is new takes the place of what is old."""

    REPLACE = "逐个替换"
    RELEASE = "整体切换"


class NameEncoding(StrEnum):
    """How a server's file names are written, where they are not what it says of itself."""

    UTF8 = "utf-8"
    GBK = "gbk"
    GB18030 = "gb18030"
    BIG5 = "big5"


def _name(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_NAME, value):
        raise refuse("target.name", value=str(value))
    return value


def _address(value: Any) -> str:
    known = "、".join(f"{scheme}:" for scheme in SCHEMES)
    if not isinstance(value, str):
        raise refuse("target.address", value=str(value), known=known)
    if not value.lstrip().startswith("file:") and re.match(_LOGIN, value):
        raise refuse("target.password")
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise refuse("target.address", value=value, known=known) from None
    if not unquote(value, errors="surrogateescape").isprintable():
        raise refuse("target.address", value=value, known=known)
    if parts.scheme not in SCHEMES or parts.query or parts.fragment:
        raise refuse("target.address", value=value, known=known)
    if (parts.scheme == "file") is bool(parts.hostname) or (
        parts.scheme == "file" and not parts.path
    ):
        raise refuse("target.address", value=value, known=known)
    return value


def _fingerprint(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_FINGERPRINT, value):
        raise refuse("target.fingerprint", value=str(value))
    return value.rstrip("=")


TargetName = Annotated[str, BeforeValidator(_name), WithJsonSchema({"type": "string"})]
TargetAddress = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string"})]
Fingerprint = Annotated[str, BeforeValidator(_fingerprint), WithJsonSchema({"type": "string"})]


class PublishTarget(Model):
    """One place to publish to. Secrets are never written here."""

    name: TargetName = Field(description="名称，小写字母、数字和连字符，如 web")
    url: TargetAddress = Field(
        description="地址，如 sftp://www@192.0.2.1/srv/www、file:../publish；不写密码"
    )
    mode: Mode = Field(Mode.REPLACE, description="方式，逐个替换 或 整体切换（file 和 sftp 可用）")
    host_key: Fingerprint | None = Field(
        None, description="sftp 主机密钥指纹，如 SHA256:…；不写就用 known_hosts"
    )
    encoding: NameEncoding | None = Field(
        None, description="ftp 服务器上文件名的编码，如 gbk；不写就与服务器商定 utf-8"
    )
    endpoint: Text | None = Field(None, description="s3 服务的网址，不写就用亚马逊的")

    @property
    def scheme(self) -> Scheme:
        """The kind of its address."""
        return SCHEMES[urlsplit(self.url).scheme]

    @property
    def variable(self) -> str:
        """The environment variable that holds the password."""
        return f"DISCLOSURE_{self.name.upper().replace('-', '_')}_PASSWORD"


class Publishing(Model):
    """Everything about publishing."""

    targets: tuple[PublishTarget, ...] = Field((), description="发布目标，可写多个")
