"""Chinese: what the desk says."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "desk.address": "工作台：{address}（在本机浏览器里打开，一个地址只能打开一次）",
        "desk.address_again": "工作台已在浏览器里打开；换一个浏览器用：{address}",
        "desk.closed": "工作台没有对这个浏览器打开。请到终端窗口里复制“工作台”后面的地址，在浏览器里打开；地址用过一次就换新的，以最后一行为准。",
        "desk.foreign": "这个请求不是从工作台自己的网页发来的，没有执行。",
        "desk.no_token": "这个网页是上一次启动时打开的，没有执行。请刷新网页再试。",
        "desk.old_browser": "这个浏览器太旧，只能看不能改。请用 Chrome、Edge 86 以上或 Firefox 90 以上的浏览器。",
        "desk.not_understood": "没有看懂这个请求，没有执行。请刷新网页再试。",
        "desk.no_notice": "没有名为 {slug} 的通报，可能刚被删除或改名。请回到工作台首页看一看。",
        "desk.no_address": "没有这个网页。请回到工作台首页。",
        "desk.title": "工作台",
        "desk.start": "全部通报",
        "desk.refused": "打不开",
        "desk.skip": "跳到正文",
        "desk.nav": "页面",
        "desk.to_site": "看网站",
    }
)
