"""The stages of a notice's life, and what is said of one that has come so far."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

# ``待初审`` says it all; ``待分管领导`` does not say what for.
_DEEDS: Final = tuple("审校签核")


class Stage(StrEnum):
    """How far a notice has come; the value is the code of its name.

    ``DRAFT_FAULTY`` cannot be read and ``DRAFT`` has no date of publication; both are drafts.
    ``WITHDRAWN`` stands in the archive as withdrawn, and readers find that.
    ``CHANGED`` was published, is another text now, and nobody has signed that yet.
    """

    DRAFT_FAULTY = "stage.faulty"
    DRAFT = "stage.draft"
    ERRORS = "stage.errors"
    RETURNED = "stage.returned"
    TO_SIGN = "stage.to_sign"
    TO_SEAL = "stage.to_seal"
    TO_PUBLISH = "stage.to_publish"
    PUBLISHED = "stage.published"
    CHANGED = "stage.changed"
    WITHDRAWN = "stage.withdrawn"


class Step(StrEnum):
    """What the office does with a notice, in this order."""

    WRITE = "写"
    CHECK = "检查"
    SIGN = "审签"
    SEAL = "定版"
    PUBLISH = "发布"


class Saying(NamedTuple):
    """A sentence: a message code and its values."""

    code: str
    params: Mapping[str, str]


class Standing(NamedTuple):
    """Where one notice stands.

    Attributes:
        slug: of the notice.
        title: as typed; empty where the file cannot be read.
        stage: how far it has come.
        step: what is done with it now.
        errors: how many the checks find.
        warnings: how many the checks find.
        waiting_role: who signs next; empty where nobody does.
        version: number of the last sealed version; 0 for none.
        published_version: number of the last version that readers find; 0 for none.
        ready: nothing of it forbids to publish.
        next: what comes next, in one sentence.
    """

    slug: str
    title: str
    stage: Stage
    step: Step
    errors: int
    warnings: int
    waiting_role: str
    version: int
    published_version: int
    ready: bool
    next: Saying

    @property
    def name(self) -> Saying:
        """Its stage in a few words, such as 待初审."""
        role = self.waiting_role
        by = self.stage is Stage.TO_SIGN and not role.endswith(_DEEDS)
        code = "stage.to_sign_by" if by else self.stage.value
        if self.stage is Stage.ERRORS and not self.errors:  # what forbids it stands elsewhere
            code = "stage.held"
        number = self.published_version if self.stage in _OF_PUBLISHED else self.version
        return Saying(code, {"role": role, "count": str(self.errors), "number": str(number)})


_OF_PUBLISHED: Final = frozenset({Stage.PUBLISHED, Stage.CHANGED})
