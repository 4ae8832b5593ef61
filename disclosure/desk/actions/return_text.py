"""Sending a text back (退回)."""

from disclosure.desk.actions.said import Done
from disclosure.desk.actions.sign import Signer, record
from disclosure.editorial.check import CheckContext
from disclosure.editorial.sign import review_of
from disclosure.messages import say
from disclosure.model.review import Decision, StepState
from disclosure.project.notices import NoticeFile
from disclosure.project.signoffs import policy_of


def will(context: CheckContext) -> str:
    """Say what sending a text back will do."""
    first = policy_of(context.site).steps[0].role
    return say("act.will_return", context.settings.language, {"role": first})


def do(file: NoticeFile, context: CheckContext, signer: Signer) -> Done:
    """Send a notice back, and say which steps must sign it anew.

    Raises:
        DisclosureError: see ``editorial.sign.sign``; nothing was recorded.

    """
    recorded = record(file, context, signer, Decision.RETURNED)
    language = context.settings.language
    review = review_of(recorded.checked, context)
    steps = review.verdict.steps if review else ()
    again = [step.step.role for step in steps if step.state is not StepState.SIGNED]
    name = recorded.given.sign_off.name
    values = {"role": signer.role, "name": name, "again": "、".join(again)}
    return Done(say("act.returned", language, values), recorded.notes)
