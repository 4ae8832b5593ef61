"""What actions say: the program's sentences, without the options of its command line."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.errors import DisclosureError
from disclosure.messages import explain, say
from disclosure.project.git_attributes import protect_from_git
from disclosure.project.settings import Settings
from disclosure.report.text import sentence

# Sentences that name a command or an option, and those that say the same without.
_SPOKEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sign.errors": "act.errors",
        "sign.no_key": "act.no_key",
        "sign.already": "act.already",
        "sign.character": "act.character",
        "seal.errors": "act.errors",
        "seal.note": "act.note",
        "seal.unsigned": "act.unsigned",
        "seal.attributes": "act.attributes",
        "diff.no_version": "act.no_version",
        "publish.refused": "act.refused",
        "publish.unsigned": "act.unsigned_now",
        "publish.unsealed": "act.unsealed",
        "publish.moved": "act.moved",
        "publish.no_target": "act.no_target",
        "publish.claimed": "act.claimed",
        "publish.claim_garbled": "act.claim_garbled",
        "publish.claim_refused": "act.claim_refused",
        "deliver.errors": "act.with_errors",
        "deliver.draft": "act.without_date",
        "deliver.unsigned": "act.without_signs",
        "deliver.changed": "act.not_sealed",
        "publication.none": "act.date_none",
        "publication.far": "act.date_far",
        "publication.future": "act.date_future",
        "publication.before": "act.date_before",
        "publication.early": "act.date_early",
        "cli.no_value": "act.no_name",
        "cli.bad_choice": "act.bad_choice",
    }
)
# A lock that was left behind: it is lifted where that is meant.
LOCKED: Final = frozenset({"publish.claimed", "publish.claim_garbled", "publish.claim_refused"})


class Done(NamedTuple):
    """What an action did.

    Attributes:
        said: in one sentence.
        notes: what else is to be known, a sentence each; mostly nothing.
    """

    said: str
    notes: tuple[str, ...] = ()


def spoken(code: str, language: str, params: Mapping[str, str]) -> str:
    """Return the sentence of a code as the desk says it; see ``messages.say``."""
    return say(_SPOKEN.get(code, code), language, params)


def kept_by_git(settings: Settings) -> tuple[str, ...]:
    """Make git keep the bytes of what is signed and sealed; say so where it was told otherwise."""
    if protect_from_git(settings.content):
        return ()
    return (spoken("seal.attributes", settings.language, {}),)


def refusal(error: DisclosureError, language: str) -> str:
    """Return why an action did nothing, as the desk says it; see ``messages.explain``."""
    if error.code in _SPOKEN:
        return spoken(error.code, language, dict(error.params))
    return explain(error, language)


def found(diagnostic: Diagnostic, language: str) -> str:
    """Return what was found, as the desk says it; see ``report.text.sentence``."""
    if diagnostic.code in _SPOKEN:
        return spoken(diagnostic.code, language, dict(diagnostic.params))
    return sentence(diagnostic, language)
