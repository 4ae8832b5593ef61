"""Publications that are killed at any moment, and two at once."""

import os
import random
import signal
import tempfile
import time
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.model.publishing import PublishTarget
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from disclosure.publish.publication import publish
from disclosure.publish.verify import compare_target
from tests.conftest import NOTICE, Project
from tests.publish.crawler import broken_links
from tests.publish.scenario import PLAIN, furnish, progress, same_site
from tests.publish.sshd import Sshd
from tests.publish.test_publication import MODES, Reader

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("DISCLOSURE_KILLS", "6"))
_BUSY = 3


class Scene:
    """Three sites of one project in turn, with notices coming, changing and going."""

    def __init__(self, project: Project) -> None:
        self.project = project
        furnish(project)
        self.sites = []
        for number, extra in enumerate((("a", "b"), ("b",), ("c",))):
            for name in "abc":
                (project.content / "notices" / f"{name}.yaml").unlink(missing_ok=True)
            for name in extra:
                text = NOTICE.replace("value: 38", f"value: {number + 50}")
                project.write(name, text)
            site = project.settings._replace(output=project.root / f"site-{number}")
            assert build_site(site).built
            self.sites.append(site)

    def new_folder(self) -> Path:
        """Return a new folder to publish to, which holds a file of others."""
        web = Path(tempfile.mkdtemp(prefix="web-", dir=self.project.root))
        (web / "theirs.txt").write_bytes(b"theirs")
        for noted in (self.project.content / "published").glob("web.*"):
            noted.unlink()
        return web

    def publish(self, target: PublishTarget, site: Settings) -> int:
        """Publish in a process of its own, and return its number."""
        child = os.fork()
        if child:
            return child
        status = 1
        try:
            publish(target, site, PLAIN, progress)
            status = 0
        except OutputError as error:
            status = _BUSY if error.code in {"publish.busy", "publish.claimed"} else 1
            if status == 1:
                print(error.code, error.params)  # noqa: T201
        finally:
            os._exit(status)


def status_of(child: int) -> int:
    """Wait for a process, and return its status; negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Give the sites, which are built once."""
    return Scene(Project(tmp_path_factory.mktemp("killed")))


Told = tuple[dict[str, str], Path]


@pytest.fixture(params=["folder", pytest.param("sftp", marks=pytest.mark.servers)])
def address(request: pytest.FixtureRequest, scene: Scene) -> Told:
    """Give the address of a new folder, here or on a server, and the folder."""
    web = scene.new_folder()
    if request.param == "folder":
        return {"url": f"file://{web}"}, web
    sshd: Sshd = request.getfixturevalue("sshd")
    return {"url": sshd.url(web), "host_key": sshd.fingerprint}, web


def served(web: Path, mode: str) -> Path:
    """Return the folder that is served."""
    return web / "current" if mode == MODES[1] else web


def timed(scene: Scene, target: PublishTarget, site: Settings) -> float:
    """Publish undisturbed, and return the seconds it took."""
    begun = time.monotonic()
    assert status_of(scene.publish(target, site)) == 0
    return time.monotonic() - begun


@pytest.mark.parametrize("mode", MODES)
def test_killed(scene: Scene, address: Told, mode: str) -> None:
    """No link is broken by a kill, the next run completes, nothing of others is touched."""
    told, web = address
    target = PublishTarget.model_validate({"name": "web", "mode": mode, **told})
    read = Reader(served(web, mode))
    drawn = random.Random(mode)
    usual = timed(scene, target, scene.sites[0])
    killed = 0
    for number in range(1, 10 * KILLS):
        site = scene.sites[number % 3]
        child = scene.publish(target, site)
        time.sleep(drawn.uniform(0, usual))
        os.kill(child, signal.SIGKILL)
        killed += status_of(child) == -signal.SIGKILL
        assert broken_links(read) == [], number
        if drawn.random() < 0.3:
            site = scene.sites[drawn.randrange(3)]  # meanwhile something else was written
        usual = max(usual / 2, timed(scene, target, site))
        assert broken_links(read) == [], number
        assert same_site(site.output, read), number
        if killed == KILLS:
            break
    compared = compare_target(target, site, progress)
    assert (compared.changed, compared.missing, compared.closed) == ((), (), ())
    assert compared.foreign == (() if mode == MODES[1] else ("theirs.txt",))
    assert (web / "theirs.txt").read_bytes() == b"theirs"
    assert killed == KILLS  # a run that was over before its kill does not count


@pytest.mark.parametrize("mode", MODES)
def test_two_at_once(scene: Scene, address: Told, mode: str) -> None:
    """Of two at once one is told that the other is at work, and the site is one of the two."""
    told, web = address
    target = PublishTarget.model_validate({"name": "web", "mode": mode, **told})
    read = Reader(served(web, mode))
    for number in range(3):
        pair = [scene.sites[number % 3], scene.sites[(number + 1) % 3]]
        # The second as on another machine: with records and locks of its own.
        other = pair[1]._replace(cache=scene.project.root / "cache-2")
        children = [scene.publish(target, pair[0]), scene.publish(target, other)]
        assert {status_of(child) for child in children} <= {0, _BUSY}
        assert any(same_site(site.output, read) for site in pair)
        assert broken_links(read) == []
    assert (web / "theirs.txt").read_bytes() == b"theirs"
