"""Whatever was edited, forged, killed or spoiled: an incremental build equals a clean one."""

import contextlib
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.editorial.check import check_project
from disclosure.errors import OutputError
from disclosure.model.review import Decision, SignOff
from disclosure.pipeline.build import build_site, cache_path
from disclosure.pipeline.result import BuildResult
from disclosure.project.last_versions import read_log
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings
from disclosure.project.signoffs import add_sign_off, review_path
from disclosure.versioning.seal import seal
from disclosure.versioning.withdrawal import withdraw
from tests.conftest import NOTICE, SITE, Project
from tests.killing import killed, measured

pytestmark = pytest.mark.slow

Tree = Callable[[Path], dict[str, bytes]]
# Five hundred take minutes: they are for DISCLOSURE_KILLS, as the thorough rounds of kill tests are.
SEQUENCES = 500 if "DISCLOSURE_KILLS" in os.environ else 100
GROUPS = 20
LIVES = 60 if "DISCLOSURE_KILLS" in os.environ else 12
KILLED_OF_A_GROUP = 2


class Editor:
    """Edits a project at random, as people, programs and accidents do."""

    def __init__(self, project: Project, dice: random.Random) -> None:
        self.project = project
        self.dice = dice
        self.settings = project.own_templates()
        self.old_notes: list[bytes] = []
        self.serial = 0
        self.moved: dict[str, str] = {}
        self.spoiled: set[str] = set()
        self.left: set[str] = set()

    # What people do.

    def change_value(self) -> None:
        """Give a notice another figure."""
        self._write(self._notice(), self._text())

    def change_title(self) -> None:
        """Give a notice another title."""
        self._write(self._notice(), self._text().replace("进展情况", f"第{self._next()}轮情况"))

    def change_date(self) -> None:
        """Give a notice another date, so that the list is in another order."""
        day = f"20{self.dice.randint(10, 29)}-0{self.dice.randint(1, 9)}-11"
        self._write(self._notice(), self._text().replace("2022-02-23", day))

    def change_genre(self) -> None:
        """Give a notice another genre, so that genres and their feeds come and go."""
        genre = self.dice.choice(["其他", "信访件办理", "信息公开年报"])
        self._write(self._notice(), f"genre: {genre}\n{self._text()}")

    def change_slug(self) -> None:
        """Rename a notice's file."""
        path = self._notice()
        name = f"renamed-{self._next()}"
        if path.with_suffix("").is_dir():
            path.with_suffix("").rename(path.with_name(name))
        path.rename(path.with_name(f"{name}.yaml"))
        self._say_moved(path.stem, name)

    def change_suffix(self) -> None:
        """Rename a notice's file from .yaml to .yml or back."""
        path = self._notice()
        path.rename(path.with_suffix(".yml" if path.suffix == ".yaml" else ".yaml"))

    def add(self) -> None:
        """Write one more notice."""
        self.project.write(f"new-{self._next()}", self._text())

    def delete(self) -> None:
        """Delete a notice, unless it is the last; withdraw it if it was sealed."""
        if len(self._notices()) > 1:
            path, sealed = self._notice(), read_log(self.settings)[0]
            if path.stem in self.moved.values() and path.stem not in sealed:
                return  # an old address leads there, and it cannot be withdrawn
            path.unlink()
            if path.stem in sealed:
                with contextlib.suppress(OutputError):  # it may be withdrawn already
                    withdraw(path.stem, self.settings, f"第{self._next()}次撤回")

    def attach(self) -> None:
        """Attach a file, or change the one that is attached."""
        path = self._notice()
        path.with_suffix("").mkdir(exist_ok=True)
        (path.with_suffix("") / "plan.pdf").write_bytes(b"%d" % self._next())
        self._write(path, self._text() + "attachments: [{title: 方案, file: plan.pdf}]\n")

    def change_attachment(self) -> None:
        """Change an attached file alone."""
        for path in sorted(self.project.content.glob("notices/*/plan.pdf")):
            path.write_bytes(b"%d" % self._next())

    def change_site(self) -> None:
        """Change what every page shows."""
        text = SITE.replace("某县人民政府\n", f"某县人民政府{self._next()}\n", 1)
        (self.project.content / "site.yaml").write_text(text, encoding="utf-8")

    def comment_site(self) -> None:
        """Change site.yaml without changing what it says."""
        path = self.project.content / "site.yaml"
        path.write_text(path.read_text(encoding="utf-8") + f"# {self._next()}\n", encoding="utf-8")

    def change_template(self) -> None:
        """Change a template of notices, of lists, or of both."""
        name = self.dice.choice(
            ["notice.html", "index.html", "404.html", "components/notice_head.html"]
        )
        path = self.settings.templates / name
        text = path.read_text(encoding="utf-8")
        tag = "</h1>" if "</h1>" in text else "{% block main %}"
        text = text.replace(tag, f"{tag}<!-- {self._next()} -->", 1)
        path.write_text(text, encoding="utf-8")

    def change_style(self) -> None:
        """Change a style sheet, and with it the name of the asset."""
        path = self.settings.templates / "styles" / "30-text.css"
        path.write_text(path.read_text(encoding="utf-8") + f"/* {self._next()} */\n", "utf-8")

    def break_notice(self) -> None:
        """Save a notice half-way through typing; build; mend it."""
        path = self._notice()
        whole = path.read_text(encoding="utf-8")
        path.write_text(whole[: len(whole) // 2] + "\n  }", encoding="utf-8")
        # Nobody reads the file of a notice that was withdrawn.
        assert self.build().built is (path.stem in self._withdrawn())
        path.write_text(whole, encoding="utf-8")

    def sign(self) -> None:
        """Let three people sign a notice as it is."""
        path = self._notice()
        digest = read_notice(NoticeFile(path.stem, path.parent, path.name), self.settings).digest
        assert digest
        record = review_path(self.settings, path.stem)
        for role, name in (("初审", "张三"), ("复审", "李四"), ("终审", "王五")):
            at = "2024-01-10T09:30:00+08:00"
            given = SignOff(role=role, name=name, decision=Decision.AGREED, at=at, digest=digest)
            add_sign_off(record, record.read_bytes() if record.exists() else b"", given)

    def unsign(self) -> None:
        """Delete what was signed of a notice."""
        review_path(self.settings, self._notice().stem).unlink(missing_ok=True)

    def seal(self) -> None:
        """Seal whatever is signed and new."""
        self.sign()
        checking = check_project(self.settings)
        assert checking.context is not None
        for checked in checking.notices:
            with contextlib.suppress(OutputError):
                seal(checked, checking.context, f"第{self._next()}次", "")

    def withdraw(self) -> None:
        """Withdraw a notice that keeps its file."""
        self.seal()
        for slug in sorted(read_log(self.settings)[0]):
            checking = check_project(self.settings)
            assert checking.context is not None
            for checked in checking.notices:
                if checked.file.slug == slug and self.dice.random() < 0.5:
                    with contextlib.suppress(OutputError):
                        seal(checked, checking.context, f"第{self._next()}次撤回", "撤回")

    def withhold(self) -> None:
        """Withhold the versions of all that is withdrawn, or of none."""
        self._addresses(withheld=self.dice.random() < 0.7)

    def withdraw_archive(self) -> None:
        """Take the whole archive away, or bring it back; a site that shows it would object."""
        folder, aside = self.project.content / "archive", self.project.root / "aside"
        if (self.settings.output / "archive").exists() or self.moved:
            return
        if folder.exists() and not aside.exists():
            folder.rename(aside)
        elif aside.exists() and not folder.exists():
            aside.rename(folder)

    def follow(self) -> None:
        """Write one more notice of a matter, which continues the last one."""
        number = len(self._matter())
        self._write_of_matter(number + 1, after=number)

    def change_follow_up(self) -> None:
        """Change the states of problems in a notice of the matter; or make a draft of it."""
        numbers = range(1, len(self._matter()) + 1)
        if numbers:
            number = self.dice.choice(numbers)
            self._write_of_matter(number, after=number - 1)

    def part_matter(self) -> None:
        """Let a notice of the matter continue no other any more."""
        numbers = range(2, len(self._matter()) + 1)
        if numbers:
            self._write_of_matter(self.dice.choice(numbers), after=0)

    def drop_follow_up(self) -> None:
        """Delete the last notice of the matter."""
        if matter := self._matter():
            matter[-1].unlink()

    # What programs and file systems do.

    def forge_time(self) -> None:
        """Change a notice in place, keeping its length, and set its time back to what it was."""
        path = self._notice()
        before = path.stat()
        data = path.read_bytes()
        with path.open("r+b") as file:
            file.write(data.replace(b"value: 38", b"value: %d" % self.dice.randint(10, 99)))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def set_clock_back(self) -> None:
        """Write as on a machine whose clock is a year slow, or fast."""
        path = self._notice()
        self._write(path, self._text())
        wrong = path.stat().st_mtime_ns + self.dice.choice([-1, 1]) * 31_536_000_000_000_000
        os.utime(path, ns=(wrong, wrong))

    def touch(self) -> None:
        """Give files a new time and nothing else."""
        for path in self._notices():
            path.touch()

    # What accidents do.

    def spoil_site(self) -> None:
        """Delete or change a file of the site."""
        path = self.dice.choice(sorted(self.settings.output.rglob("*.html")))
        if self.dice.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[: self.dice.randint(0, 400)])
            self.spoiled.add(path.relative_to(self.settings.output).as_posix())

    def spoil_cache(self) -> None:
        """Flip, cut, empty or delete what the last build noted, or put an old one back."""
        note = cache_path(self.settings)
        if not note.exists():
            return  # deleted by the step before
        data = note.read_bytes()
        self.old_notes.append(data)
        at = self.dice.randrange(len(data))
        spoiled = self.dice.choice(
            [
                data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :],
                data[:at],
                b"",
                b"\xff\xfe{}",
                self.dice.choice(self.old_notes),
            ]
        )
        note.write_bytes(spoiled)

    def delete_cache(self) -> None:
        """Delete the cache folder."""
        shutil.rmtree(self.settings.cache, ignore_errors=True)

    def kill(self) -> None:
        """Start a build and kill it at some moment."""
        self.change_style()  # so that there is something to do
        # As many seconds as a build of all took just now, on this machine at its work.
        aside = self.project.root / "measured"
        elsewhere = self.settings._replace(output=aside / "site", cache=aside / ".cache", jobs=1)
        seconds = measured(lambda: build_site(elsewhere))
        killed(lambda _: build_site(self.settings._replace(jobs=1)), seconds, self.dice)

    # Tools.

    def build(self) -> BuildResult:
        """Build incrementally."""
        result = build_site(self.settings)
        self.left |= set(result.left)
        return result

    def after_publication(self) -> None:
        """Do one thing at random that happens to notices that were sealed, and build, or not."""
        deeds = [
            self.change_value, self.change_slug, self.add, self.delete, self.seal, self.withdraw,
            self.withhold, self.attach, self.change_date, self.unsign, self.spoil_site,
        ]  # fmt: skip
        self.dice.choice(deeds)()
        if self._said_withheld() - set(self._withdrawn()):
            self._addresses(withheld=False)  # it stands again
        if self.dice.random() < 0.6:
            assert self.build().built

    def _said_withheld(self) -> set[str]:
        path = self.project.content / "addresses.yaml"
        text = path.read_text("utf-8") if path.exists() else ""
        return set(text.partition("withheld: [")[2].partition("]")[0].split(", ")) - {""}

    def _withdrawn(self) -> list[str]:
        return [slug for slug, each in read_log(self.settings)[0].items() if each.withdrawn]

    def step(self, *, killing: bool) -> None:
        """Do one thing at random and build, or not."""
        deeds = [
            self.change_value, self.change_title, self.change_date, self.change_slug, self.change_genre,
            self.change_suffix, self.add, self.delete, self.attach, self.change_attachment,
            self.change_site, self.comment_site, self.change_template, self.change_style,
            self.sign, self.unsign, self.seal, self.withdraw, self.withdraw_archive,
            self.follow, self.follow, self.change_follow_up, self.part_matter,
            self.drop_follow_up,
            self.break_notice, self.forge_time, self.set_clock_back, self.touch,
            self.spoil_site, self.spoil_cache, self.delete_cache,
        ]  # fmt: skip
        (self.kill if killing else self.dice.choice(deeds))()
        if killing or self.dice.random() < 0.6:
            assert self.build().built

    def _say_moved(self, old: str, new: str) -> None:
        """Say where a renamed notice is, if anybody could know its old address."""
        known = {*read_log(self.settings)[0], *self.moved.values()}
        if old in known and not read_log(self.settings)[0].get(new):
            self.moved[old] = new
        self._addresses(withheld=False)

    def _addresses(self, *, withheld: bool) -> None:
        last = read_log(self.settings)[0].items()
        gone = [slug for slug, each in last if each.withdrawn and slug not in self.moved]
        lines = ["moved_to:", *(f"  {old}: {new}" for old, new in self.moved.items())]
        lines = (lines if self.moved else []) + (
            [f"withheld: [{', '.join(gone)}]"] if gone and withheld else []
        )
        path = self.project.content / "addresses.yaml"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        if not lines:
            path.unlink()

    def _notices(self) -> list[Path]:
        every = sorted(self.project.content.glob("notices/*.y*ml"))
        return [path for path in every if not path.name.startswith("matter-")]

    def _matter(self) -> list[Path]:
        return sorted(self.project.content.glob("notices/matter-*.yaml"))

    def _write_of_matter(self, number: int, *, after: int) -> None:
        rows = [
            f"title: 第{number}次通报",
            "issuer: 某县某局",
            *([f"continues: matter-{after:02}"] if after else []),
            *([f"published: {2000 + number}-02-23"] if self.dice.random() < 0.8 else []),
            "sections:",
        ]
        for problem in self.dice.sample(range(4), 3):
            state = self.dice.choice(["正在整改", "已完成"])
            rows.append(f"  - {{title: 问题{problem}, progress: 在改。, status: {state}}}")
        text = "\n".join([*rows, "contact: {phone: 0563-2263070}", ""])
        self._write(self.project.content / "notices" / f"matter-{number:02}.yaml", text)

    def _notice(self) -> Path:
        return self.dice.choice(self._notices())

    def _text(self) -> str:
        return NOTICE.replace("value: 38", f"value: {self.dice.randint(10, 99)}")

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")

    def _next(self) -> int:
        self.serial += 1
        return self.serial


def clean(settings: Settings, tree: Tree) -> dict[str, bytes]:
    """Build from nothing, elsewhere."""
    elsewhere = settings.root / "clean"
    shutil.rmtree(elsewhere, ignore_errors=True)
    fresh = settings._replace(output=elsewhere / "site", cache=elsewhere / ".cache")
    assert build_site(fresh).built
    return tree(fresh.output)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no time that forging cannot reach")
@pytest.mark.parametrize("group", range(GROUPS))
def test_incremental_equals_clean(group: int, tmp_path: Path, tree: Tree) -> None:
    """After any sequence of edits the site equals, byte for byte, one built from nothing."""
    dice = random.Random(group)
    count = SEQUENCES // GROUPS
    for number in range(count):
        project = Project(tmp_path / str(number))
        editor = Editor(project, dice)
        project.write("second", NOTICE.replace("2022-02-23", "2021-05-05"))
        assert editor.build().built
        for _ in range(dice.randint(1, 3)):
            editor.step(killing=number < KILLED_OF_A_GROUP)
        assert editor.build().built
        site, wanted = tree(editor.settings.output), clean(editor.settings, tree)
        # What somebody else wrote is left where it should go, and named.
        assert editor.left <= editor.spoiled
        left = editor.left - wanted.keys()
        assert {place: site[place] for place in site if place not in left} == wanted
        shutil.rmtree(project.root)


@pytest.mark.parametrize("group", range(LIVES))
def test_lives_equal_clean(group: int, tmp_path: Path, tree: Tree) -> None:
    """Corrected, renamed, withdrawn, deleted, sealed again: as a clean build, and no page is lost."""
    dice = random.Random(1000 + group)
    project = Project(tmp_path)
    editor = Editor(project, dice)
    project.write("second", NOTICE.replace("2022-02-23", "2021-05-05"))
    editor.seal()
    assert editor.build().built
    pages: set[str] = set()
    for _ in range(dice.randint(4, 8)):
        editor.after_publication()
        known = read_log(editor.settings)[0]
        pages |= {
            path.relative_to(editor.settings.output).as_posix()
            for slug in (*known, *editor.moved)
            for folder in ("notices", "archive")
            for path in (editor.settings.output / folder / slug).rglob("index.html")
        }
    assert editor.build().built
    site = tree(editor.settings.output)
    assert site == clean(editor.settings, tree)
    assert pages.difference(site) == set()
