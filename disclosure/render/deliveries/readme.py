"""``README.txt``: which file is for what, in the words of whoever pastes it."""

from collections.abc import Iterable, Iterator
from typing import Final

from disclosure.render import urls

_STEPS: Final = (
    "在网站后台新建一篇，按 meta.txt 填好标题、来源、发布时间等。",
    "打开 copy.html，按“全选复制”，到编辑框里按 Ctrl+V 粘贴。",
    "粘贴后与 standalone.html 对照：标题层级、表格、联系方式是否都在；文字与 notice.txt 是否一致。",
)
_ATTACH = "上传 files 文件夹里的附件，并给正文“附件”处的文件名加上链接。"
_PREVIEW = "先预览，再发布；发布后用手机和电脑各打开看一遍。"


def render_readme(title: str, purposes: Iterable[tuple[str, str]], *, attached: bool) -> bytes:
    """Return the guide, in UTF-8 with a byte order mark and CRLF.

    Args:
        title: of the notice.
        purposes: names of the files that are delivered, and what each is for.
        attached: whether there are attachments.

    """
    text = "\r\n".join(_lines(title, purposes, attached=attached))
    return ("\ufeff" + text + "\r\n").encode()


def _lines(title: str, purposes: Iterable[tuple[str, str]], *, attached: bool) -> Iterator[str]:
    yield from (title, "", "怎样发布到网站", "")
    steps = (*_STEPS, *((_ATTACH,) if attached else ()), _PREVIEW)
    for number, step in enumerate(steps, 1):
        yield f"{number}. {step}"
    yield from ("", "各个文件", "")
    for name, purpose in (*purposes, (urls.LISTING, "各文件的校验值")):
        yield f"{name}：{purpose}"
    if attached:
        yield f"{urls.ATTACHED}：附件"
    yield from ("", "文件是程序生成的，请不要修改；文字有改动，请改源文件后重新生成。")
