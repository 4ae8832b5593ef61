"""English: what the buttons of the desk will do, and have done."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "act.will_sign": "Agrees to this text as “{role}”; whatever is changed afterwards, in the text or its attachments, must be signed anew",
        "act.will_return": "Sends this text back; once it is changed, everybody signs anew, beginning with “{role}”",
        "act.signed": "{name} has agreed as “{role}”; “{next}” signs next",
        "act.signed_all": "{name} has agreed as “{role}”; everybody has signed, the text can be sealed",
        "act.returned": "{name} has sent this text back as “{role}”; once it is changed, these sign anew: {again}",
        "act.will_seal": "Keeps the text as it is now as version {number}; that is never changed again, and changes become another version",
        "act.sealed": "Sealed as version {number} ({reason}); it can be published",
        "act.compared": "Since version {number} this has changed ({count} paragraphs of the text)",
        "act.compared_same": "Nothing has changed since version {number}",
        "act.will_deliver": "Packs page, text, Word file and others into a zip, for an office that publishes by pasting; the notice stays as it is",
        "act.delivered": "{count} files are packed: {name}; begin with its README.txt",
        "act.will_publish": "Checks all notices, builds the whole site, brings what has changed to {name} ({where}), and reads it back file by file",
        "act.will_publish_chosen": "Checks all notices, builds the whole site, brings what has changed to the chosen place, and reads it back file by file",
        "act.will_go_back": "Puts the site at {name} back to what was published before; the notices here stay as they are",
        "act.plan": "To {name}: {written} files would travel, {deleted} would go, {unchanged} stay",
        "act.published": "Published to {name}: {written} files travelled, {deleted} are gone, {unchanged} stayed",
        "act.refused": "It cannot be published yet: {count} things are not done",
        "act.errors": "{path} has errors, or its record of sign-offs is damaged; correct them under “check”, or write why they need not be",
        "act.no_key": "The keys of those who sign are on record, and without one a signature does not count; choose your own key",
        "act.already": "“{role}” has signed this text already",
        "act.character": "The name or opinion holds the invisible character {point}, nothing was recorded; delete it and sign again",
        "act.note": "Write a sentence that says what is new in this version, of at most {limit} characters",
        "act.unsigned": "Not everybody has signed {path}, or it was changed since; it must be signed first",
        "act.attributes": "Note: content/.gitattributes does not make git keep line ends; where git is used, tell whoever administers it",
        "act.no_version": "{slug} was never sealed, so there is nothing to compare with",
        "act.unsigned_now": "Not everybody has signed, or the text was changed since; it must be signed first",
        "act.unsealed": "The text as it is now was not sealed; seal it first",
        "act.moved": "Something was changed after the checks, nothing was published: {places}; sign and seal it, then publish",
        "act.no_target": "site.yaml does not say where to publish; fill in a target first",
        "act.with_errors": "Note: {path} has {count} errors; correct them before it goes out",
        "act.without_date": "Note: {path} has no date of publication, it is a draft; write the date and have it signed before it goes out",
        "act.without_signs": "Note: not everybody has signed {path}, or it was changed since; have it signed before it goes out",
        "act.not_sealed": "Note: {path} differs from version {number}; seal it before it goes out",
        "act.bad_choice": "There is no “{what}”; it can be {known}",
        "act.date_none": "There is no date of publication yet, so nothing is signed, sealed or published; the date is signed, too, so fill it in first",
        "act.date_far": "The date of publication {published} lies more than two months behind today, {today}; nothing is signed or sealed until it is right",
        "act.date_future": "The date of publication {published} is still to come (today is {today}); correct it, or publish on that day",
        "act.date_before": "The date of publication {published} lies before a date of the notice itself, {day}; compare the two",
        "act.date_early": "The date of publication {published} lies more than two years before the earliest date of the text ({year}); correct it",
        "act.no_name": "Write the name of the one who signs",
        "act.will_unlock": "Lifts the lock that was left on “{name}”, and goes on from this machine; if another machine is publishing after all, the two disturb each other",
        "act.claimed": "{by} has been publishing there from another machine since {since}; nothing was published. Wait until it has ended; if it was interrupted for certain, the lock can be lifted",
        "act.claim_garbled": "A lock was left there that cannot be read, {place}; a disk may have been full, or a publication interrupted; nothing was published. When nobody is publishing, it can be lifted",
        "act.claim_refused": "The lock that was left there, {place}, names files that are none of the site; it was not believed, and they were not touched: {places}; nothing was published. When nobody is publishing, it can be lifted",
    }
)
