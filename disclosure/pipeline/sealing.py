"""Sealing: what the build makes of a notice becomes a version that is never touched again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import disclosure
from disclosure.archive.kinds import media_type
from disclosure.archive.listing import LISTING, make_listing
from disclosure.archive.log import Entry, head_of
from disclosure.archive.store import Store
from disclosure.archive.verify import RECORD
from disclosure.clock import moment_in_china
from disclosure.diagnostics import Diagnostic, has_errors
from disclosure.errors import OutputError, UsageError
from disclosure.files import exclusive, sha256_hex
from disclosure.model.canonical import canonical_bytes, content_digest
from disclosure.model.review import SignOff
from disclosure.pipeline.checking import Checked, Desk
from disclosure.pipeline.inventory import read_attachments
from disclosure.pipeline.papers import report_files
from disclosure.pipeline.reviews import Review
from disclosure.pipeline.signing import review_of
from disclosure.render.notice_pages import NoticeSource, compose
from disclosure.render.sealed import SealedAs, render_sealed
from disclosure.render.studio import open_studio
from disclosure.settings import Settings
from disclosure.source.load import LoadedNotice

_PRINTED_NOTE = 400


class Reason(StrEnum):
    """Why there is a new version."""

    FIRST = "首次公布"
    PROGRESS = "进展更新"
    CORRECTION = "更正"
    WITHDRAWAL = "撤回"


class Sealed(NamedTuple):
    """A version that was just sealed, and the digest that proves the log up to it."""

    entry: Entry
    head: str


def store_of(settings: Settings) -> Store:
    """Return the archive of a project."""
    return Store(settings.content / "archive")


@contextmanager
def archive_lock(settings: Settings) -> Iterator[Store]:
    """Hold the archive for the length of the block, and complete what was interrupted.

    Raises:
        OutputError: another process holds it, or it cannot be written.

    """
    lock = settings.cache / "sealing.lock"
    with exclusive(lock):
        store = store_of(settings)
        store.recover()
        yield store


def seal(checked: Checked, desk: Desk, note: str, reason: str) -> Sealed:
    """Seal a notice as its next version.

    Args:
        checked: the notice, through all rules.
        desk: what it was checked against.
        note: what is new, in words.
        reason: one of ``Reason``; empty takes 首次公布 for the first version, else 进展更新.

    Raises:
        UsageError: no note, or an unknown reason.
        OutputError: errors, no complete sign-off, nothing new, or the archive cannot be written.

    """
    if not note.strip() or not note.isprintable() or len(note) > _PRINTED_NOTE:
        raise UsageError("seal.note", limit=str(_PRINTED_NOTE))
    loaded = checked.loaded
    if loaded is None or has_errors(checked.diagnostics):
        raise OutputError("seal.errors", path=checked.file.path.name)
    review = review_of(checked, desk)
    if review is None or review.found or not review.verdict.complete:
        raise OutputError("seal.unsigned", path=checked.file.path.name)
    with archive_lock(desk.settings) as store:
        before = store.versions(checked.file.slug)
        content = content_digest(canonical_bytes(loaded.notice))
        why = _reason(reason, first=not before)
        if before and before[-1].content == content and why is not Reason.WITHDRAWAL:
            raise OutputError("seal.nothing", number=str(before[-1].number))
        entry = Entry(
            slug=checked.file.slug,
            number=len(before) + 1,
            sealed=_now(before),
            reason=why,
            note=note.strip(),
            title=loaded.notice.title,
            content=content,
            listing="",
            previous=head_of(store.lines()),
        )
        files = _files(checked, loaded, desk, review, entry)
        entry = entry._replace(listing=sha256_hex(files[LISTING]))
        return Sealed(entry, store.append(entry, files))


def current_text(checked: Checked, desk: Desk) -> bytes:
    """Return the plain text of a notice as it is now.

    Raises:
        OutputError: it cannot be read.

    """
    if checked.loaded is None:
        raise OutputError("seal.errors", path=checked.file.path.name)
    loaded = checked.loaded
    source = NoticeSource(checked.file.slug, loaded.notice, loaded.figures, loaded.outline, {})
    studio = open_studio(desk.site, desk.settings.templates, desk.settings.compiled)
    return compose(source, studio).data["notice.txt"]


def _reason(asked: str, *, first: bool) -> Reason:
    if not asked:
        return Reason.FIRST if first else Reason.PROGRESS
    try:
        return Reason(asked)
    except ValueError:
        known = "、".join(Reason)
        raise UsageError("cli.bad_choice", name="--reason", what=asked, known=known) from None


def _now(before: tuple[Entry, ...]) -> str:
    shown = moment_in_china()
    if before and shown < before[-1].sealed:
        raise OutputError("sign.clock", at=shown)
    return shown


def _files(
    checked: Checked, loaded: LoadedNotice, desk: Desk, review: Review, entry: Entry
) -> dict[str, bytes]:
    """Return every file of the version, the listing among them."""
    settings = desk.settings
    names = [each.file for each in loaded.notice.attachments if each.file is not None]
    attached = read_attachments(checked.file, names, settings)
    signed = tuple(step.signed for step in review.verdict.steps if step.signed)
    source = NoticeSource(
        entry.slug, loaded.notice, loaded.figures, loaded.outline, attached.content, signed
    )
    studio = open_studio(desk.site, settings.templates, settings.compiled)
    sealed = SealedAs(entry.number, entry.sealed, entry.reason, entry.note)
    files, _ = render_sealed(source, studio, sealed)
    local = settings._replace(root=settings.content.parent)
    portable = _portable(checked, local)
    page, data = report_files(local, portable.diagnostics, (portable,))
    files |= {"notice.yaml": checked.data, "reviews.yaml": review.data}
    files |= {"check.html": page, "check.json": data}
    files[RECORD] = _record(loaded, desk, signed, entry, files)
    files[LISTING] = make_listing(files)
    return files


def _portable(checked: Checked, settings: Settings) -> Checked:
    """Return a check whose findings name no folder of this machine."""

    def moved(diagnostic: Diagnostic) -> Diagnostic:
        return diagnostic._replace(path=settings.shown(Path(diagnostic.path)))

    return checked._replace(
        diagnostics=tuple(moved(each) for each in checked.diagnostics),
        waived=tuple(each._replace(diagnostic=moved(each.diagnostic)) for each in checked.waived),
    )


def _record(
    loaded: LoadedNotice,
    desk: Desk,
    signed: tuple[SignOff, ...],
    entry: Entry,
    files: dict[str, bytes],
) -> bytes:
    """Return the version's metadata (档案法实施条例 39条; names after GB/T 42147 where known)."""
    notice, site = loaded.notice, desk.site
    record: dict[str, Any] = {
        "log": {name: value for name, value in entry._asdict().items() if name != "listing"},
        "题名": notice.title,
        "索引号": notice.index_number,
        "发文字号": notice.document_number,
        "文种": "公开通报",
        "发布机构": notice.issuer,
        "信息来源": notice.source or notice.issuer,
        "网站名称": site.name,
        "网站标识码": site.site_code,
        "栏目名称": site.column.name,
        "关键词": list(notice.keywords),
        "成文日期": notice.signature.date.isoformat() if notice.signature else None,
        "发布时间": f"{notice.published.isoformat()} {notice.published_time or ''}".strip(),
        "归档时间": entry.sealed,
        "版本号": entry.number,
        "版本说明": f"{entry.reason}：{entry.note}",
        "保管期限": "30年",
        "生成软件": f"Disclosure {disclosure.__version__}",
        # Names stand in reviews.yaml, which is kept and not published.
        "审签记录": [
            {"步骤": each.role, "意见": each.decision, "时间": each.at, "内容摘要": each.digest}
            for each in signed
        ],
        "文件": [
            {
                "名称": name,
                "格式": media_type(name),
                "字节数": len(data),
                "sha256": sha256_hex(data),
            }
            for name, data in sorted(files.items())
        ],
    }
    kept = {name: value for name, value in record.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, indent=2).encode() + b"\n"
