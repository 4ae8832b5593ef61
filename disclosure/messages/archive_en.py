"""English: sealing, verifying, comparing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.seal": "keep a signed notice as a version that is never touched again",
        "cli.verify": "verify that nothing in the archive was changed, lost or added; a site or a zip may be named",
        "cli.diff": "compare the last version with the text as it is, or two versions: diff notice 1 2",
        "cli.record_options": "options of seal and verify",
        "cli.note": "what is new in this version; required by seal",
        "cli.reason": "why there is a version: 首次公布, 进展更新, 更正 or 撤回",
        "cli.head": "known digest of the last line, to see whether the log was cut",
        "seal.note": "say with --note what is new, in one line of at most {limit} characters",
        "seal.which": "name the notice to seal, such as seal 2022-02-23-jxzszx --note 首次公布",
        "seal.errors": "{path} has errors that are neither mended nor waived; run check first",
        "seal.unsigned": "{path} is not signed off, or was changed since; use sign first",
        "seal.nothing": "the text is that of version {number}; there is nothing new to seal",
        "seal.done": "sealed: version {number}, {folder}",
        "seal.head": "head {head} (note it elsewhere; verify --head checks it)",
        "timing.archive": "archive",
        "archive.unreadable": "the archived file {path} cannot be read: {reason}; check disk and rights",
        "archive.moved": "the archive {path} has this version already, or its log was changed; run verify first",
        "archive.no_source": "the archived {path} cannot be read; run verify first",
        "archive.no_log": "the log cannot be read; check disk and rights",
        "archive.line": "this line cannot be read, the program has not written it so",
        "archive.chain": "this line does not follow the one before: that was changed, lost or moved",
        "archive.number": "version numbers are not in order: lost, doubled or moved",
        "archive.missing": "the file is gone",
        "archive.changed": "the file was changed since it was sealed",
        "archive.extra": "the file was not there when the version was sealed",
        "archive.record": "this line differs from the version's record.json",
        "archive.tail": "the log does not have the given head: it was cut, or is another one",
        "verify.sound": "nothing found",
        "verify.faults": "{count} faults",
        "verify.versions": "{versions} versions",
        "verify.no_archive": "{path} holds no log.jsonl; name an archive, a site or a zip",
        "diff.which": "write diff notice, or diff notice 1 2",
        "diff.no_version": "{slug} was never sealed, there is nothing to compare",
        "diff.unknown": "there is no version {number}; there are {known}",
        "diff.same": "the text has not changed",
    }
)
