"""English: head and foot of a notice, and its dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "notice.draft": "published is not given, so this is a draft: it can be checked and delivered, and in the preview its page is notices/<name of the file>/; it is in no list and cannot be signed, sealed or published. Give the date once it is known, like 2022-02-23",
        "notice.time_alone": "there is a time of publication without a date; give published, like 2022-02-23",
        "field.coarse_day": "the date '{value}' is not understood; write 2022-02-23, a month like 2022-02, a third of one like 2022年2月上旬, or Han numerals like 二〇二二年二月二十三日",
        "inspection.half": "only one of the inspection's two dates is given; give start and end, or neither",
        "posting.half": "only one of the posting period's two dates is given; give start and end, or text alone",
        "posting.empty": "the posting period has neither dates nor words; give start and end, or text as the notice prints it",
        "signature.empty": "the signature holds nothing; give name or date",
        "notice.no_text": "there is no text; with headings, write its chapters in sections; without, write it in content",
        "notice.two_texts": "the text stands in one place: with headings in sections, without in content; delete one",
        "notice.headed": "this content is for a text without headings; with headings, write sections, and the opening words in lead",
        "closing.one": "a block of closing has exactly one key (part or table); text is written without one",
        "closing.twice": "closing names {part} twice; it is printed in one place only, delete one",
        "closing.nothing": "closing prints {part} here, but the notice does not hold it; add it, or delete this line",
        "inspection.order": "the inspection's dates are out of order; start ≤ end ≤ feedback",
        "posting.order": "the posting period ends before it starts; look at both dates",
        "notice.before_feedback": "the notice was published before the feedback; look at published and inspection.feedback",
        "notice.before_signature": "the notice was published before it was signed; look at published and signature.date",
        "notice.no_time": "published_time is not given, the page tag says 00:00; give it, like 09:30",
        "notice.no_source": "source is not given, the issuer is taken for it",
        "notice.no_contact": "there is no contact; give one here, or one for all in site.yaml",
    }
)
