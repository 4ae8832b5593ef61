"""A desk whose interface the tests answer themselves, until the program does; the rest is real."""

import json
from collections.abc import Sequence
from typing import Any

import yaml

from disclosure.desk.desk import Desk
from disclosure.desk.handlers.base import Asking
from disclosure.preview.beside import Serving
from disclosure.project.notice_reader import read_notice
from disclosure.project.settings import Settings
from tests.checks.desk import to_yaml
from tests.desk.told_texts import told_texts


class Notices:
    """The notices, their states, and what tests want to be found in them."""

    def __init__(self) -> None:
        self.undone: list[bytes] = []
        self.states: list[bytes] = []
        self.findings: list[dict[str, Any]] = []
        self.asked: list[tuple[str, Any]] = []


class _Api(Asking):
    def initialize(self, desk: Any, notices: Notices) -> None:  # type: ignore[override]
        super().initialize(desk)
        self.notices = notices

    def data(self, slug: str) -> Any:
        return yaml.load(self.notice(slug).path.read_bytes(), yaml.BaseLoader)  # noqa: S506

    def told(self, slug: str) -> dict[str, Any]:
        reading = read_notice(self.notice(slug), self.desk.settings)
        texts = told_texts(reading.loaded) if reading.loaded else []
        plain = [each.plain() for each in texts]
        undo = {"can_undo": bool(self.notices.states), "can_redo": bool(self.notices.undone)}
        return {"texts": plain, **undo}

    def write_notice(self, slug: str, data: bytes) -> None:
        self.notice(slug).path.write_bytes(data)
        self.desk.serving.wake()


class _Texts(_Api):
    def get(self, slug: str) -> None:
        self.answer(**self.told(slug))


class _Value(_Api):
    def get(self, slug: str) -> None:
        value = self.data(slug)
        for part in json.loads(self.get_query_argument("path")):
            value = value[part]
        self.answer(value=value)


class _Findings(_Api):
    def get(self, slug: str) -> None:
        self.answer(findings=self.notices.findings)


class _Act(_Api):
    def post(self, name: str, slug: str) -> None:
        body = dict(self.body())
        self.notices.asked.append((name, body))
        self.notices.findings = []
        self.answer(said="已改好" if name == "fix" else "已保留", **self.told(slug))


class _Undo(_Api):
    def post(self, name: str, slug: str) -> None:
        path = self.notice(slug).path
        back, forth = self.notices.states, self.notices.undone
        if name == "redo":
            back, forth = forth, back
        if not back:
            self.answer(ok=False, said="没有可以撤销的修改")
            return
        forth.append(path.read_bytes())
        self.write_notice(slug, back.pop())
        self.answer(said="已撤销" if name == "undo" else "已重做", **self.told(slug))


class _Edit(_Api):
    def post(self, slug: str) -> None:
        path = self.notice(slug).path
        before, data = path.read_bytes(), self.data(slug)
        for edit in self.body()["edits"]:
            if (clash := _made(data, edit)) is not None:
                self.answer(ok=False, said="", conflict={"now": clash[0]})
                return
        path.write_text(to_yaml(data), encoding="utf-8")
        reading = read_notice(self.notice(slug), self.desk.settings)
        if reading.loaded is None:
            path.write_bytes(before)
            refused = [{"message": f"不能保存：{each.code}", "place": ""} for each in reading.found]
            self.answer(ok=False, said="", refused=refused)
            return
        self.notices.states.append(before)
        self.notices.undone.clear()
        self.desk.serving.wake()
        self.answer(said="已保存", **self.told(slug))


def _made(data: Any, edit: dict[str, Any]) -> tuple[Any] | None:
    """Make an edit in the values of a file; what stands there where that was not seen."""
    *above, last = edit["path"]
    here: Any = data
    for part in above:
        here = here[part]
    if isinstance(here, str):
        if isinstance(last, int) and here.count("\n") == 0 and edit["kind"] == "set":
            return _made(data, {**edit, "path": above})
        raise NotImplementedError
    if edit["kind"] == "add":
        found = here[last] if isinstance(here[last], list) else [here[last]]
        here[last] = [*found[: edit["index"]], edit["value"], *found[edit["index"] :]]
        return None if len(found) == edit["was_length"] else (found,)
    now = here[last] if isinstance(here, list) else here.get(last)
    if now != edit["was"]:
        return (now,)
    match edit["kind"]:
        case "set":
            here[last] = edit["value"]
        case "delete":
            del here[last]
        case "move":
            here.insert(edit["index"], here.pop(last))
        case "split":
            here[last : last + 1] = [now[: edit["at"]].strip(), now[edit["at"] :].strip()]
    return None


class StandIn(Desk):
    """The desk with such an interface."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.notices = Notices()

    def routes(self, serving: Serving) -> Sequence[tuple[Any, ...]]:
        """Return what tests answer, then the desk's own."""
        own = super().routes(serving)
        given = {**own[0][2], "notices": self.notices}
        answered = [
            (r"/-desk/api/texts/([a-z0-9-]+)", _Texts, given),
            (r"/-desk/api/value/([a-z0-9-]+)", _Value, given),
            (r"/-desk/api/findings/([a-z0-9-]+)", _Findings, given),
            (r"/-desk/api/edit/([a-z0-9-]+)", _Edit, given),
            (r"/-desk/api/(undo|redo)/([a-z0-9-]+)", _Undo, given),
            (r"/-desk/api/(fix|waive)/([a-z0-9-]+)", _Act, given),
        ]
        return [*answered, *own]

