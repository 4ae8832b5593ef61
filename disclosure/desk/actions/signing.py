"""Signing a text, sending it back, and the approval sheet."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.desk.actions.said import Done, spoken
from disclosure.editorial.approval_sheet import sheet_page
from disclosure.editorial.check import CheckContext, Checked, check_file
from disclosure.editorial.sign import Given, review_of, sign
from disclosure.editorial.sign_request import SignRequest
from disclosure.messages import say
from disclosure.model.review import Decision, StepState
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


def key_choices(home: Path) -> Mapping[str, Path]:
    """Return the SSH keys of whoever works here, by name; a browser never says a path.

    Args:
        home: of the user; keys are those in ``.ssh`` whose public half lies beside them.

    """
    folder = home / ".ssh"
    try:
        public = sorted(folder.glob(f"*{_PUBLIC}"))
    except OSError:
        return {}
    keys = [path.with_suffix("") for path in public]
    return {key.name: key for key in keys if key.is_file()}


def will_sign(role: str, language: str) -> str:
    """Say what signing will do."""
    return say("act.will_sign", language, {"role": role})


def will_return(context: CheckContext, first: str) -> str:
    """Say what sending back will do.

    Args:
        context: of the project.
        first: role of the first step, from which all is signed anew.

    """
    return say("act.will_return", context.settings.language, {"role": first})


def sign_text(file: NoticeFile, context: CheckContext, signer: Signer) -> Done:
    """Sign a notice as it is now, through all rules.

    Raises:
        DisclosureError: see ``editorial.sign.sign``; nothing was recorded.

    """
    decision = Decision.AGREED_AFTER_CHANGES if signer.changed else Decision.AGREED
    checked, given = _sign(file, context, signer, decision)
    language = context.settings.language
    review = review_of(checked, context)
    waiting = review.verdict.next_step if review else None
    values = {"role": signer.role, "name": given.sign_off.name}
    if waiting:
        said = say("act.signed", language, {**values, "next": waiting.role})
    else:
        said = say("act.signed_all", language, values)
    return Done(said, _remarks(given, language))


def return_text(file: NoticeFile, context: CheckContext, signer: Signer) -> Done:
    """Send a notice back, and say which steps must sign it anew.

    Raises:
        DisclosureError: see ``editorial.sign.sign``; nothing was recorded.

    """
    checked, given = _sign(file, context, signer, Decision.RETURNED)
    language = context.settings.language
    review = review_of(checked, context)
    steps = review.verdict.steps if review else ()
    again = [step.step.role for step in steps if step.state is not StepState.SIGNED]
    values = {"role": signer.role, "name": given.sign_off.name, "again": "、".join(again)}
    return Done(say("act.returned", language, values), _remarks(given, language))


def sheet_of(file: NoticeFile, context: CheckContext) -> bytes:
    """Return the approval sheet of a notice as a page that needs no other file.

    Raises:
        DisclosureError: the notice cannot be read, or the sheet's template is broken.

    """
    return sheet_page(check_file(file, context), context)


def _sign(
    file: NoticeFile, context: CheckContext, signer: Signer, decision: Decision
) -> tuple[Checked, Given]:
    checked = check_file(file, context)
    # Blanks at the ends of a field are slips of the hand.
    name, opinion = signer.name.strip(), signer.opinion.strip()
    wanted = SignRequest(signer.role, name, decision, opinion, signer.key)
    return checked, sign(checked, context, wanted)


def _remarks(given: Given, language: str) -> tuple[str, ...]:
    return tuple(spoken(code, language, params) for code, params in given.remarks)
