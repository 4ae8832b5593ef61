"""A clerk at the desk: presses its buttons on a real project, and hears what they say."""

from disclosure.desk.actions import seal, sign
from disclosure.desk.actions.sign import Signer
from disclosure.editorial.check import CheckContext, open_context
from disclosure.project.notices import NoticeFile
from tests.conftest import Project
from tests.stages.office import PEOPLE

TARGET = "publish: {{targets: [{{name: web, url: 'file:{folder}'{more}}}]}}\n"


class Clerk:
    """Works on the first notice of a project."""

    def __init__(self, project: Project) -> None:
        """Begin; the desk's settings point at the site that is shown, not at the published one."""
        self.project = project
        self.settings = project.settings._replace(output=project.root / ".cache" / "preview")
        self.published = project.settings
        self.file = NoticeFile("first", project.content / "notices", "first.yaml")

    @property
    def context(self) -> CheckContext:
        """What notices are checked against now."""
        context, _ = open_context(self.settings)
        assert context
        return context

    def publish_to(self, folder: str, more: str = "") -> None:
        """Name a target in the site's file."""
        path = self.project.content / "site.yaml"
        path.write_text(path.read_text("utf-8") + TARGET.format(folder=folder, more=more), "utf-8")

    def sign_all(self) -> list[str]:
        """Let three people sign."""
        return [sign.do(self.file, self.context, Signer(*each)).said for each in PEOPLE]

    def seal(self, note: str = "首次公布", reason: str = "") -> str:
        """Seal it."""
        return seal.do(self.file, self.context, self.published, note, reason).said
