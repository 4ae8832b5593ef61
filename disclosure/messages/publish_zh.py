"""Chinese: publishing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "target.name": "目标名称“{value}”应为小写字母、数字和连字符，如 web",
        "target.address": "目标地址“{value}”看不懂；可写 {known} 开头的地址，如 sftp://www@192.0.2.1/srv/www",
        "target.password": "地址里不要写密码；密码放在环境变量里，或用 SSH 密钥",
        "target.fingerprint": "主机密钥指纹“{value}”不对，应形如 SHA256: 加43个字符",
        "target.unreachable": "连不上 {target}：{reason}；请核对地址和网络后再运行，会接着做",
        "target.login": "{target} 不让登录：{reason}；请核对用户名，密码放在环境变量 {variable} 里",
        "target.host_key": "{target} 的主机密钥核对不上：{reason}；可能连到了别的机器，没有上传任何文件。确认无误后，把指纹写在 site.yaml 的 host_key 里",
        "target.certificate": "{target} 的证书核对不上：{reason}；可能连到了别的机器，没有上传任何文件",
        "target.denied": "{target} 不让读写：{reason}；请核对文件夹权限",
        "target.full": "{target} 空间不够：{reason}；原来的网页都还在，腾出空间后再运行，会接着做",
        "target.failed": "{target} 出错：{reason}；原来的网页都还在，再运行一次会接着做",
    }
)
