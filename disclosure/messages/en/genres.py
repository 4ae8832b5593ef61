"""English: genres, and the command that begins a notice."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "labels.word": "“{value}” cannot be a word of the page; write one word such as 信访件, at most 20 characters, without spaces, brackets {{}}[] or asterisks, and not 无",
        "genre.unknown": "There is no genre “{value}”; there are {known}, and you can add one in content/genres/",
        "genre.near": "There is no genre “{value}”; is “{near}” meant? Mend it, or add one in content/genres/",
        "genre.missing": "“{genre}” must state {name}; add {key}",
        "genre.key": "“{value}” is no key of a notice that can be asked for; there are {known}",
        "genre.key_near": "“{value}” is no key of a notice that can be asked for; is {near} ({name}) meant? Mend or delete it",
        "genre.key_always": "every notice has '{value}', so no genre requires it; delete it",
        "genre.two_texts": "a notice has either sections or content, so both cannot be required; delete one",
        "genre.twice": "“{key}” is among required already; delete it from usual",
        "genre.same_name": "The genre “{name}” is in {first} already; rename or delete one of them",
        "genre.rule": "There is no rule “{value}”; check --rules lists the rules",
        "genre.rule_near": "There is no rule “{value}”; is “{near}” meant? Mend it, or see check --rules",
        "cli.new": "begin a notice of a genre: new 信访件办理 2026-11-26-jxzszx",
        "cli.list": "new: list the genres there are",
        "new.usage": "Name the genre and the file, as in python3 build.py new 信访件办理 2026-11-26-jxzszx; python3 build.py new --list shows the genres",
        "new.exists": "{path} is there already and was left as it is; take another name, or edit it",
        "new.genre_files": "There are errors in the genre files, so nothing was written; mend them first",
        "new.starter": "The starter of the genre “{genre}” is wrong, so nothing was written; mend it in its file (line numbers are those of the new file)",
        "new.written": "Written: {path} ({genre}). Fill in every 〔请填写〕, then run python3 build.py check {slug}",
        "new.listed": "{name} ({key}): {about}",
    }
)
