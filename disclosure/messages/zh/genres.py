"""Chinese: genres, and the command that begins a notice."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "labels.word": "“{value}”不能做这里的用字；请写一个词，如 信访件，20个字以内，不含空格、括号{{}}[]和星号，也不能写“无”",
        "genre.unknown": "没有文种“{value}”；可以写：{known}，也可以在 content/genres/ 里自己加一种",
        "genre.near": "没有文种“{value}”，是不是“{near}”？请改正，或在 content/genres/ 里自己加一种",
        "genre.missing": "“{genre}”必须写{name}；请补上 {key}",
        "genre.key": "“{value}”不是通报里可以要求的项；可以写：{known}",
        "genre.key_near": "“{value}”不是通报里可以要求的项，是不是 {near}（{name}）？请改正或删去",
        "genre.key_always": "“{value}”每份通报都要写，文种里不用要求；请删去",
        "genre.two_texts": "sections 和 content 一份通报只写一个，不能都要求；请删去一个",
        "genre.twice": "“{key}”已经写在 required（必须填写）里；请从 usual 里删去",
        "genre.same_name": "文种“{name}”在 {first} 里已经有了；请改名或删去一个",
        "genre.rule": "没有检查规则“{value}”；请用 check --rules 查看各条规则的名称",
        "genre.rule_near": "没有检查规则“{value}”，是不是“{near}”？请改正，或用 check --rules 查看",
        "cli.new": "按文种新建一份通报：new 信访件办理 2026-11-26-jxzszx",
        "cli.list": "new：列出有哪些文种",
        "new.usage": "请写明文种和文件名，如 python3 build.py new 信访件办理 2026-11-26-jxzszx；有哪些文种，用 python3 build.py new --list 查看",
        "new.exists": "{path} 已经有了，没有改动；请换一个文件名，或直接编辑它",
        "new.genre_files": "文种文件有错误，没有新建；请先改正",
        "new.starter": "文种“{genre}”的 starter 写得不对，没有新建；请在它的文件里改正（行号是新文件里的）",
        "new.written": "已新建 {path}（{genre}）：请把〔请填写〕的地方都填好，再运行 python3 build.py check {slug}",
        "new.listed": "{name}（{key}）：{about}",
    }
)
