"""``README.txt``: which file is for what, in the words of whoever pastes it."""

from collections.abc import Iterable, Iterator
from typing import Final

from disclosure.render.deliveries.cms_fields import DATA, TEXT
from disclosure.render.deliveries.pasted import COPY, FRAGMENT, PLAIN, WECHAT
from disclosure.render.deliveries.pdf import PDF

GUIDE = "README.txt"
STANDALONE = "standalone.html"
LISTING = "sha256sum.txt"
_PURPOSES: Final = (
    (COPY, "用浏览器打开，按“全选复制”，粘贴到网站后台的编辑框"),
    (FRAGMENT, "同样的正文，供编辑框的“源代码”方式粘贴（用记事本打开，全选复制）"),
    (PLAIN, "不带样式的正文；编辑框自己排版，或者粘贴后样子不对时用它"),
    (TEXT, "网站后台表单要填的标题、来源、发布时间、关键词、摘要等，逐行复制"),
    (DATA, "同样的内容，供程序读取"),
    (WECHAT, "微信公众号：用浏览器打开，Ctrl+A 全选、Ctrl+C 复制，粘贴到公众号编辑器"),
    (STANDALONE, "完整网页，只有一个文件，不联网也能打开，可以转发、打印"),
    (PDF, "公文版式，供打印、传阅或作为附件上传"),
    ("notice.txt", "纯文本，可发到即时通信或办公系统；也用来核对粘贴后的文字"),
    ("notice.json", "结构化数据，它的校验值就是审签所说的内容摘要"),
    ("ledger.csv", "问题台账，可用表格软件打开"),
    ("metrics.csv", "指标，可用表格软件打开"),
    (LISTING, "各文件的校验值"),
)
_ATTACHED = "files/"
_STEPS: Final = (
    "在网站后台新建一篇，按 meta.txt 填好标题、来源、发布时间等。",
    "打开 copy.html，按“全选复制”，到编辑框里按 Ctrl+V 粘贴。",
    "粘贴后与 standalone.html 对照：标题层级、表格、联系方式是否都在；文字与 notice.txt 是否一致。",
)
_ATTACH = "上传 files 文件夹里的附件，并给正文“附件”处的文件名加上链接。"
_PREVIEW = "先预览，再发布；发布后用手机和电脑各打开看一遍。"


def render_guide(title: str, names: Iterable[str]) -> bytes:
    """Return the guide, in UTF-8 with a byte order mark and CRLF.

    Args:
        title: of the notice.
        names: of the files that are delivered.

    """
    text = "\r\n".join(_lines(title, frozenset(names)))
    return ("\ufeff" + text + "\r\n").encode()


def _lines(title: str, names: frozenset[str]) -> Iterator[str]:
    attached = any(name.startswith(_ATTACHED) for name in names)
    yield from (title, "", "怎样发布到网站", "")
    steps = (*_STEPS, *((_ATTACH,) if attached else ()), _PREVIEW)
    for number, step in enumerate(steps, 1):
        yield f"{number}. {step}"
    yield from ("", "各个文件", "")
    for name, purpose in _PURPOSES:
        if name in names or name == LISTING:
            yield f"{name}：{purpose}"
    if attached:
        yield f"{_ATTACHED}：附件"
    yield from ("", "文件是程序生成的，请不要修改；文字有改动，请改源文件后重新生成。")
