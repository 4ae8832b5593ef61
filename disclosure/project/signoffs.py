"""Sign-offs on disk: ``content/reviews/<slug>.yaml``, read, judged and added to."""

import json
import os
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from disclosure.bounded_reading import read_file
from disclosure.diagnostics import Diagnostic, Level
from disclosure.errors import OutputError, UsageError
from disclosure.files import explain_os_error, replace_file
from disclosure.model.review import (
    ReviewPolicy,
    ReviewRecord,
    ReviewVerdict,
    SignOff,
    StepState,
    judge,
)
from disclosure.model.site import Site
from disclosure.project.settings import REVIEWS, SIGNERS, Settings
from disclosure.project.ssh_signatures import fits
from disclosure.source.load import load_model, read_bytes

_HEAD = """\
# 审签记录，由 sign 命令写入，请勿手工修改；它只对内容摘要相同的文字有效。
signatures:
"""
_FIELDS = ("role", "name", "decision", "opinion", "at", "clock", "digest", "signature")


class Review(NamedTuple):
    """How the sign-off of one notice stands.

    Attributes:
        record: the signatures given.
        data: bytes of the file; empty where there is none.
        verdict: what they amount to for the text as it is now.
        found: what is wrong with the file.
    """

    record: ReviewRecord
    data: bytes
    verdict: ReviewVerdict
    found: tuple[Diagnostic, ...]


def review_path(settings: Settings, slug: str) -> Path:
    """Return where the sign-offs of a notice stand."""
    return settings.content / REVIEWS / f"{slug}.yaml"


def signers_path(settings: Settings) -> Path:
    """Return where OpenSSH's list of names and keys stands."""
    return settings.content / SIGNERS


def keys_known(settings: Settings) -> bool:
    """Say whether the office has listed the keys of those who sign."""
    signers = signers_path(settings)
    return signers.exists() or signers.is_symlink()


def policy_of(site: Site) -> ReviewPolicy:
    """Return the steps that a site asks for; the usual three where it does not say."""
    return site.review or ReviewPolicy()


def look_at_review(settings: Settings, site: Site, slug: str, digest: str) -> Review:
    """Judge the sign-offs of a notice.

    Args:
        settings: the project.
        site: says which steps are asked for.
        slug: of the notice.
        digest: of its text as it is now.

    Raises:
        OutputError: a key is to be verified and OpenSSH is not there.

    """
    path = review_path(settings, slug)
    record, data, found = _load(path, settings)
    signers = signers_path(settings)
    forged = frozenset(
        each
        for each in record.signatures
        if each.signature and not fits(each.statement, each.signature, each.name, signers)
    )
    verdict = judge(policy_of(site), record, digest, forged, keyed=keys_known(settings))
    return Review(record, data, verdict, found)


def state_of(review: Review, path: Path, settings: Settings) -> tuple[Diagnostic, ...]:
    """Return what a build has to say of a sign-off that is not complete.

    Args:
        review: how it stands.
        path: the notice's file.
        settings: the project.

    """
    verdict = review.verdict
    if verdict.complete or review.found:
        return review.found
    shown = settings.display_path(path)
    for step in verdict.steps:
        if code := _CODES.get(step.state):
            name = step.signed.name if step.signed else ""
            whose = (("role", step.step.role), ("name", name))
            return (Diagnostic(shown, 0, 0, Level.WARNING, code, whose),)
        if step.state is StepState.MISSING:
            missing = (("role", step.step.role),)
            return (Diagnostic(shown, 0, 0, Level.WARNING, "review.pending", missing),)
    params = (("people", str(verdict.people)),)
    return (Diagnostic(shown, 0, 0, Level.WARNING, "review.too_few", params),)


_CODES = {
    StepState.STALE: "review.stale",
    StepState.FORGED: "review.forged",
    StepState.UNSIGNED: "review.unsigned",
    StepState.RETURNED: "review.returned",
    StepState.REOPENED: "review.reopened",
}


def add_sign_off(path: Path, before: bytes, sign_off: SignOff) -> None:
    """Add a signature to the file, whole or not at all; those before it stay as they are.

    Args:
        path: the file; made if it is not there.
        before: its bytes as they were judged.
        sign_off: what is added.

    Raises:
        OutputError: the file cannot be written, or has changed since it was judged.
        UsageError: it could not be read again.

    """
    data = with_sign_off(before, sign_off)
    try:
        if (read_file(path) if os.path.lexists(path) else b"") != before:
            raise OutputError("fix.changed", path=path.name)
        replace_file(path, data, durable=True)
    except OSError as error:
        raise explain_os_error(error, path) from error


def with_sign_off(before: bytes, sign_off: SignOff) -> bytes:
    """Return a file of sign-offs with one more.

    Raises:
        UsageError: the loader would refuse it, or read something else.

    """
    values = sign_off.model_dump(mode="json")
    # Quoted as JSON, which is YAML: no value can become anything else.
    rows = [
        f"{name}: {json.dumps(values[name], ensure_ascii=False)}\n"
        for name in _FIELDS
        if values[name] is not None
    ]
    text = before.decode() if before else _HEAD
    data = (text.rstrip("\n") + "\n  - " + "    ".join(rows)).encode("utf-8", "replace")
    loaded = load_model(data, PurePosixPath("reviews.yaml"), ReviewRecord)
    if loaded.model is None or loaded.model.signatures[-1:] != (sign_off,):
        raise UsageError("sign.unreadable")
    return data


def _load(path: Path, settings: Settings) -> tuple[ReviewRecord, bytes, tuple[Diagnostic, ...]]:
    if not os.path.lexists(path):
        return ReviewRecord(), b"", ()
    data, unreadable = read_bytes(path, settings.display_path(path), settings.content)
    if unreadable:
        return ReviewRecord(), b"", unreadable
    loaded = load_model(data, settings.display_path(path), ReviewRecord)
    return loaded.model or ReviewRecord(), data, loaded.diagnostics
