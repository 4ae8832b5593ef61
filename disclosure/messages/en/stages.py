"""English: where a notice stands, and what comes next."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.next": "next step: how far each notice has come, what to do, and the command; may be followed by names of notices",
        "cli.verbose": "also show digests and the like, for those who verify",
        "stage.faulty": "draft with {count} errors, cannot be read",
        "stage.draft": "draft",
        "stage.held": "to be checked",
        "stage.errors": "to be checked ({count} errors)",
        "stage.returned": "sent back",
        "stage.to_sign": "waits for {role}",
        "stage.to_sign_by": "waits for the sign-off of {role}",
        "stage.to_seal": "to be sealed",
        "stage.to_publish": "can be published (version {number})",
        "stage.published": "version {number} is published",
        "stage.withdrawn": "withdrawn by version {number}",
        "stage.changed": "changed since version {number} was published",
        "next.faulty": "The notice has {count} errors and cannot be read; correct them first",
        "next.errors": "The checks find {count} errors; correct each, or write why it need not be",
        "next.site": "content/site.yaml has errors; correct them first, until then nothing is signed, sealed or published",
        "next.review": "The record of sign-offs cannot be read, so nobody can sign; restore this notice's record in content/reviews from a backup",
        "next.draft": "There is no date of publication yet; finish the text, write the date, then have it signed",
        "next.sign": "“{role}” reads the whole text and signs it",
        "next.sign_again": "The text was changed after it was signed, or was sent back; it is signed anew, beginning with “{role}”",
        "next.sign_forged": "The signature of “{role}” does not fit the key on record and does not count; that person signs again",
        "next.sign_unsigned": "“{role}” has signed without a key, which does not count; that person signs again with a key",
        "next.few": "Only {people} different people have signed, which is not enough; “{role}” sends the text back, then different people sign from the beginning",
        "next.returned": "{name} (“{by}”) has sent this text back; change it, then it is signed anew, beginning with “{role}”",
        "next.returned_why": "{name} (“{by}”) has sent this text back, saying: {opinion}; change it, then it is signed anew, beginning with “{role}”",
        "next.changed": "The text was changed since version {number} was published; when it is finished it is signed anew, beginning with “{role}”",
        "next.seal_first": "Everybody has signed; seal it as version 1",
        "next.seal": "Everybody has signed; seal it as version {number}, and say what is new",
        "next.publish": "Version {number} can be published",
        "next.publish_held": "Version {number} can be published, but a site is published whole and {count} notices are not ready: {slugs}; finish them first, or put _ before the names of files that are to wait",
        "next.published": "Version {number} is published; nothing is to be done",
        "next.withdrawn": "version {number} withdrew this notice, and the site says so; nothing to do",
        "next.publish_withdrawal": "version {number} withdrew this notice, and the site does not say so yet; publish it",
        "next.name": "(put the name of the one who signs in place of “{word}”)",
        "next.key": "(put that person's own key file in place of “{word}”)",
        "next.note": "(put a sentence that says what is new in place of “{word}”)",
        "next.all_done": "{count} more are published; nothing is to be done",
        "due.deadline": "{day}  deadline: {what} ({slug})",
        "due.posting": "{day}  end of the posting period: {what} ({slug})",
    }
)
