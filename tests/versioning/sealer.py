"""Signing and sealing within a test's own process."""

from disclosure.editorial.check import check_project
from disclosure.model.review import Decision, SignOff
from disclosure.project.settings import Settings
from disclosure.project.signoffs import add_sign_off, policy_of, review_path
from disclosure.versioning.adding import Sealed
from disclosure.versioning.seal import seal

NAMES = ("张三", "李四", "王五")


def sign_off(settings: Settings, slug: str) -> None:
    """Let three people sign a notice by the steps of its site."""
    checking = check_project(settings, (slug,))
    context, checked = checking.context, next(iter(checking.notices))
    assert context is not None
    digest = checked.digest
    assert digest, checked.diagnostics
    path = review_path(settings, slug)
    for step, name in zip(policy_of(context.site).steps, NAMES, strict=True):
        at = "2024-01-10T09:30:00+08:00"
        given = SignOff(role=step.role, name=name, decision=Decision.AGREED, at=at, digest=digest)
        add_sign_off(path, path.read_bytes() if path.exists() else b"", given)


def sign_and_seal(settings: Settings, slug: str, note: str, reason: str = "") -> Sealed:
    """Sign a notice as it stands and seal it."""
    sign_off(settings, slug)
    return seal_signed(settings, slug, note, reason)


def seal_signed(settings: Settings, slug: str, note: str, reason: str = "") -> Sealed:
    """Seal a notice that is signed."""
    checking = check_project(settings, (slug,))
    assert checking.context is not None
    return seal(next(iter(checking.notices)), checking.context, note, reason)
