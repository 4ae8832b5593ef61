"""Signing a text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.desk.actions.said import Done, kept_by_git, spoken
from disclosure.editorial.check import CheckContext, Checked, check_file
from disclosure.editorial.sign import Given, review_of, sign
from disclosure.editorial.sign_request import SignRequest
from disclosure.messages import say
from disclosure.model.review import Decision
from disclosure.project.notices import NoticeFile

_PUBLIC: Final = ".pub"


class Signer(NamedTuple):
    """Who signs.

    Attributes:
        role: the step.
        name: as typed.
        opinion: in words; may be empty.
        key: private SSH key; None for none.
        changed: agreed to after changes, 修改后同意.
    """

    role: str
    name: str
    opinion: str = ""
    key: Path | None = None
    changed: bool = False


class Recorded(NamedTuple):
    """A signature that was recorded.

    Attributes:
        checked: the text under which it stands.
        given: the signature.
        notes: what there is to say of it.
    """

    checked: Checked
    given: Given
    notes: tuple[str, ...]


def key_choices(home: Path) -> Mapping[str, Path]:
    """Return the SSH keys of whoever works here, by name; a browser never says a path.

    Args:
        home: of the user; keys are those in ``.ssh`` whose public half lies beside them.

    """
    folder = home / ".ssh"
    try:
        keys = [path.with_suffix("") for path in sorted(folder.glob(f"*{_PUBLIC}"))]
    except OSError:
        return {}
    return {key.name: key for key in keys if key.is_file()}


def will(context: CheckContext, role: str) -> str:
    """Say what signing as ``role`` will do."""
    return say("act.will_sign", context.settings.language, {"role": role})


def do(file: NoticeFile, context: CheckContext, signer: Signer) -> Done:
    """Sign a notice as it is now, through all rules.

    Raises:
        DisclosureError: see ``editorial.sign.sign``; nothing was recorded.

    """
    decision = Decision.AGREED_AFTER_CHANGES if signer.changed else Decision.AGREED
    recorded = record(file, context, signer, decision)
    language = context.settings.language
    review = review_of(recorded.checked, context)
    waiting = review.verdict.next_step if review else None
    values = {"role": signer.role, "name": recorded.given.sign_off.name}
    if waiting:
        said = say("act.signed", language, {**values, "next": waiting.role})
    else:
        said = say("act.signed_all", language, values)
    return Done(said, recorded.notes)


def record(file: NoticeFile, context: CheckContext, signer: Signer, decision: Decision) -> Recorded:
    """Record what somebody has decided of a notice as it is now.

    Raises:
        DisclosureError: see ``editorial.sign.sign``; nothing was recorded.

    """
    checked = check_file(file, context)
    # Blanks at the ends of a field are slips of the hand.
    name, opinion = signer.name.strip(), signer.opinion.strip()
    wanted = SignRequest(signer.role, name, decision, opinion, signer.key)
    given, settings = sign(checked, context, wanted), context.settings
    notes = tuple(spoken(code, settings.language, params) for code, params in given.remarks)
    return Recorded(checked, given, (*notes, *kept_by_git(settings)))
