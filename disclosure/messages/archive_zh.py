"""Chinese: sealing, verifying, comparing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.seal": "定版：把审签完成的通报存为不再改动的一版",
        "cli.verify": "校验：归档有没有被改动、缺少、增加；可写网站文件夹或压缩包",
        "cli.diff": "比较：上一版与现在的文字，或写 diff 通报名 1 2 比较两版",
        "cli.record_options": "定版和校验的选项",
        "cli.note": "这一版改了什么，定版时必写",
        "cli.reason": "为什么出这一版：首次公布、进展更新、更正 或 撤回",
        "cli.head": "已知的末行摘要，校验有没有被截短",
        "seal.note": "请用 --note 写明这一版改了什么，一行，不超过 {limit} 字",
        "seal.which": "请写明给哪一份通报定版，如 seal 2022-02-23-jxzszx --note 首次公布",
        "seal.errors": "{path} 还有错误没有改正或豁免；请先运行 check",
        "seal.unsigned": "{path} 还没有审签完成，或者审签之后又改动过；请先用 sign 审签",
        "seal.nothing": "文字与第 {number} 版相同，没有可以定版的改动",
        "seal.done": "已定版：第 {number} 版，{folder}",
        "seal.head": "末行摘要 {head}（请另外记下，可用 verify --head 核对）",
        "timing.archive": "归档",
        "archive.unreadable": "读不了归档文件 {path}：{reason}；请核对磁盘和权限",
        "archive.moved": "归档文件夹 {path} 里已有这一版，或者记录被改动过；请先运行 verify",
        "archive.no_source": "归档的 {path} 读不出来；请先运行 verify",
        "archive.no_log": "记录文件读不了；请核对磁盘和权限",
        "archive.line": "这一行读不懂，不是程序写的样子",
        "archive.chain": "这一行与前一行接不上：前一行被改过、少了一行或换了位置",
        "archive.number": "版本号不连续：少了、多了或换了次序",
        "archive.missing": "文件不见了",
        "archive.changed": "文件被改动过，与定版时不同",
        "archive.extra": "多出来的文件，定版时没有",
        "archive.record": "这一行与该版 record.json 里的记录不同",
        "archive.tail": "记录里没有给定的末行摘要：末尾被截去，或者不是同一个归档",
        "verify.sound": "没有发现异常",
        "verify.faults": "{count} 处异常",
        "verify.versions": "共 {versions} 版",
        "verify.no_archive": "{path} 里没有归档记录 log.jsonl；请写归档文件夹、网站文件夹或压缩包",
        "diff.which": "请写 diff 通报名，或 diff 通报名 1 2",
        "diff.no_version": "{slug} 还没有定过版，没有可以比较的",
        "diff.unknown": "没有第 {number} 版；有的是 {known}",
        "diff.same": "文字没有变化",
    }
)
