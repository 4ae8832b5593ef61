"""The command for a notice's next step, as it is typed."""

import shlex
from typing import Final

from disclosure.model.site import Site
from disclosure.stages.stage import Saying, Stage, Standing

_PROGRAM: Final = "python3 build.py"
# What only the office knows stands as a word in the command, to be replaced.
NAME: Final = "姓名"
KEY: Final = "密钥文件"
NOTE: Final = "改了什么"
_FIRST: Final = "首次公布"
_BACK: Final = "退回"
_READ_IN_QUOTES: Final = frozenset('"$`\\!')


def command_of(standing: Standing, site: Site | None, *, keyed: bool) -> str:
    """Return the exact command for the next step of a notice; empty where none is needed.

    Args:
        standing: where it stands.
        site: says where it is published to; None where its file cannot be read.
        keyed: the keys of those who sign are known, so that nobody signs without one.

    """
    slug = standing.slug
    if standing.stage in {Stage.PUBLISHED, Stage.WITHDRAWN}:
        return ""
    if standing.waiting_role:
        few = standing.next.code == "next.few"
        return _command(
            *("sign", slug, "--role", standing.waiting_role, "--name", NAME),
            *(("--decision", _BACK) if few else ()),
            *(("--key", KEY) if keyed else ()),
        )
    if standing.stage is Stage.TO_SEAL:
        return _command("seal", slug, "--note", NOTE if standing.version else _FIRST)
    if standing.stage is Stage.TO_PUBLISH and standing.next.code == "next.publish_held":
        return _command("next")
    if standing.stage is Stage.TO_PUBLISH and standing.ready:
        targets = site.publish.targets if site else ()
        return _command("publish", targets[0].name) if targets else _command("deliver", slug)
    return _command("check", slug)


def hints_of(command: str) -> tuple[Saying, ...]:
    """Return what must be said of the words in a command that are to be replaced."""
    words = command.split(" ")
    placeholders = {NAME: "next.name", KEY: "next.key", NOTE: "next.note"}
    found = [word for word in placeholders if word in words]
    return tuple(Saying(placeholders[word], {"word": word}) for word in found)


def _command(*words: str) -> str:
    return " ".join([_PROGRAM, *map(_typed, words)])


def _typed(word: str) -> str:
    """Return a word as it is typed, in quotes where a shell would read it as something else."""
    if all(char.isalnum() or char in "-_./" for char in word):
        return word
    # Windows knows these quotes only, and they hold what nobody reads within them.
    return shlex.quote(word) if _READ_IN_QUOTES & set(word) else f'"{word}"'
