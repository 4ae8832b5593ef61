"""Publishing to a folder: a site's whole life, interruptions, foreign files, two at once."""

import json
import os
import shutil
import socket
import threading
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.model.publishing import PublishTarget
from disclosure.publish.history import Records
from disclosure.publish.publication import PublishOptions, go_back
from disclosure.publish.remote_lock import LOCK_FILE
from tests.conftest import NOTICE, Project
from tests.publish.scenario import (
    PLAIN,
    READS,
    Office,
    cut_after,
    furnish,
    interrupted_everywhere,
    life,
    publications,
    rolls_back,
    same_site,
)

MODES = ("逐个替换", "整体切换")


def office_of(project: Project, mode: str = MODES[0]) -> tuple[Office, Path]:
    """Return an office that publishes to a folder, and the folder that is served."""
    web = project.root / "web"
    target = PublishTarget.model_validate({"name": "web", "url": f"file://{web}", "mode": mode})
    return Office(project, target), web / "current" if mode == MODES[1] else web


class Reader:
    """Reads files of a folder as a web server does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        try:
            return (self.folder / place).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None


@pytest.mark.parametrize("mode", MODES)
def test_life(project: Project, mode: str) -> None:
    """Only what changed travels, deleted notices go, and no link is ever broken."""
    furnish(project)
    office, served = office_of(project, mode)
    life(office, Reader(served))
    log = (project.content / "published" / "log.jsonl").read_text("utf-8").splitlines()
    assert len(log) == 3
    assert len(json.loads(log[-1])["head"]) == 64
    assert not (project.root / "web" / LOCK_FILE).exists()


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_interrupted_everywhere(project: Project, mode: str) -> None:
    """Cut off after every n-th change, with notices coming, changing and going."""
    furnish(project)
    office, served = office_of(project, mode)

    def change(number: int) -> None:
        office.change(100 + number)
        other = project.content / "notices" / f"other-{number % 2}.yaml"
        project.write(f"other-{(number + 1) % 2}", NOTICE.replace("value: 75", f"value: {number}"))
        other.unlink(missing_ok=True)

    assert interrupted_everywhere(office, Reader(served), change) > (20 if mode == MODES[0] else 8)


def test_first_publication_interrupted(project: Project) -> None:
    """Cut off while the target is empty, nothing leads anywhere yet; then it goes on."""
    furnish(project)
    office, served = office_of(project)
    read = Reader(served)
    for changes in (0, 1, 5, 12, 20):
        with pytest.raises(OutputError):
            office.publish(opening=cut_after(changes))
        assert read("index.html") is None
    assert Records(project.settings).pending("web")
    office.publish()
    assert same_site(project.output, read)
    assert not Records(project.settings).pending("web")


def test_roll_back(project: Project) -> None:
    """The release before is a link away; file by file there is none."""
    office, served = office_of(project, MODES[1])
    rolls_back(office, Reader(served))
    for _ in range(2):
        go_back(office.target, project.settings, PLAIN)
    with pytest.raises(OutputError, match=r"publish\.no_release"):
        go_back(office.target, project.settings, PLAIN)


def test_old_releases_go(project: Project) -> None:
    """Five releases are kept, the last one among them."""
    office, served = office_of(project, MODES[1])
    for figure in range(40, 48):
        office.change(figure)
        office.publish()
    names = sorted(path.name for path in (project.root / "web" / "releases").iterdir())
    assert [name[:6] for name in names] == [f"{number:06d}" for number in range(4, 9)]
    assert served.resolve().name == names[-1]


def test_foreign_files_stay(project: Project) -> None:
    """Files of others are neither replaced nor deleted, and one in the way is named."""
    office, served = office_of(project)
    served.mkdir()
    (served / "logo.png").write_bytes(b"theirs")
    (served / "index.html").write_bytes(b"theirs")
    with pytest.raises(OutputError) as caught:
        office.publish()
    assert (caught.value.code, caught.value.params["places"]) == ("publish.foreign", "index.html")
    assert sorted(path.name for path in served.iterdir()) == ["index.html", "logo.png"]
    (served / "index.html").unlink()
    office.publish()
    # Later, too, where the site has a new page.
    (served / "notices" / "new").mkdir()
    (served / "notices" / "new" / "index.html").write_bytes(b"theirs")
    project.write("new", NOTICE)
    with pytest.raises(OutputError, match=r"publish\.foreign"):
        office.publish()
    assert (served / "notices" / "new" / "index.html").read_bytes() == b"theirs"
    assert (served / "logo.png").read_bytes() == b"theirs"


def test_tampered_listing(project: Project) -> None:
    """A listing that was changed on the target is not believed: everything is compared."""
    office, served = office_of(project)
    office.publish()
    (served / "secret.doc").write_bytes(b"theirs")
    listing = served / "sha256sum.txt"
    for change in (
        listing.read_bytes() + f"{sha256_hex(b'theirs')}  secret.doc\n".encode(),
        b"",
        b"\xff",
        None,
    ):
        (served / "notices/first/index.html").write_bytes(b"defaced")
        listing.write_bytes(change) if change is not None else listing.unlink()
        done = office.publish()
        assert not done.trusted
        assert same_site(project.output, Reader(served))
        assert (served / "secret.doc").read_bytes() == b"theirs"


def test_new_machine(project: Project) -> None:
    """Without records of former publications the target is compared, and what is ours replaced."""
    office, served = office_of(project)
    office.publish()
    shutil.rmtree(project.content / "published")
    office.change(44)
    done = office.publish()
    assert not done.trusted
    assert len(done.written) == 7
    assert same_site(project.output, Reader(served))


def test_second_is_told(project: Project) -> None:
    """Who publishes while somebody else does is told who, and may take over on purpose."""
    office, served = office_of(project)
    office.publish()
    told = {"by": "zhang", "machine": "0" * 12, "since": "2022-02-23T09:00:00+08:00", "places": []}
    (served / LOCK_FILE).write_text(json.dumps(told), encoding="utf-8")
    office.change(45)
    with pytest.raises(OutputError) as caught:
        office.publish()
    assert (caught.value.code, caught.value.params["by"]) == ("publish.claimed", "zhang")
    assert json.loads((served / LOCK_FILE).read_bytes())["by"] == "zhang"
    office.publish(PublishOptions(dry=False, unlock=True, forced=""))
    assert same_site(project.output, Reader(served))
    assert not (served / LOCK_FILE).exists()


def test_clock_set_back(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a clock set back by years, releases still follow one another, and go back in order."""
    office, served = office_of(project, MODES[1])
    for year, figure in enumerate((50, 51, 52)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_700_000_000 - year * 31_536_000))
        office.change(figure)
        office.publish()
        assert "52个" in read_page(served) or figure != 52
    go_back(office.target, project.settings, PLAIN)
    assert "51个" in read_page(served)


def read_page(served: Path) -> str:
    """Return the notice as it is served."""
    return (served / "notices/first/index.html").read_text("utf-8")


def test_dry_run(project: Project) -> None:
    """A dry run says what would be done and touches nothing."""
    office, served = office_of(project)
    planned = office.publish(PublishOptions(dry=True, unlock=False, forced=""))
    assert len(planned.written) > 8
    assert not served.exists()
    assert Records(project.settings).listing("web") == b""


def test_style_of_the_page_before(project: Project) -> None:
    """A page that was read just before the switch still finds its style after it, once."""
    settings = project.own_templates()
    office, served = office_of(project, MODES[1])
    office.settings = settings
    styles = settings.templates / "styles" / "20-base.css"
    seen = []
    for number in range(3):
        styles.write_text(styles.read_text("utf-8") + f"/* {number} */\n", encoding="utf-8")
        office.publish()
        seen.append({path.name for path in (served / "assets").glob("*.css")})
    assert [len(names) for names in seen] == [1, 2, 2]
    assert seen[0] < seen[1]


@pytest.mark.slow
def test_readers_meanwhile(project: Project) -> None:
    """A reader during many switched releases meets one whole version after the other, no error."""
    office, served = office_of(project, MODES[1])
    office.publish()
    wrong: list[str] = []
    reads = 0
    over = threading.Event()

    def read() -> None:
        nonlocal reads
        while not over.wait(0.002):  # it must not keep the publisher from its work
            # One resolution of the link, as a server that opens a folder does for one request.
            try:
                page = (served / "notices/first/index.html").read_text("utf-8")
            except OSError as error:
                wrong.append(str(error))
                continue
            reads += 1
            if "</html>" not in page:
                wrong.append("torn")

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for figure in publications(lambda: reads):
            office.change(1000 + figure)
            office.publish()
    finally:
        over.set()
        reader.join()
    assert (wrong, reads > READS) == ([], True)
    assert socket.gethostname().encode() not in b"".join(
        path.read_bytes() for path in served.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("name", ["log.jsonl", "web.txt", "web.pending"])
@pytest.mark.parametrize("kind", ["link", "fifo", "device"])
def test_records_that_are_no_files(project: Project, name: str, kind: str) -> None:
    """A record that is a link, FIFO or device stops a publication before it begins; none hangs."""
    office, served = office_of(project)
    record, victim = project.content / "published" / name, project.root / "victim"
    record.parent.mkdir()
    victim.write_text("victim", "utf-8")
    if kind == "fifo":
        os.mkfifo(record)
    else:
        record.symlink_to(victim if kind == "link" else "/dev/zero")
    with pytest.raises(OutputError, match=r"output\.foreign"):
        office.publish()
    assert victim.read_text("utf-8") == "victim"
    assert not (served / "index.html").exists()
