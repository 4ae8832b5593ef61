"""Versions sealed with what is refused today stay verified, rebuilt, compared and shown."""

import pytest

from disclosure.archive.verify import verify
from disclosure.editorial.check import check_project
from disclosure.pipeline.build import build_site
from disclosure.project.sealed_archive import store_of
from disclosure.project.versions import compare_versions, sealed_text
from disclosure.versioning.rebuild import rebuild
from disclosure.versioning.seal import seal
from tests.conftest import NOTICE, Project
from tests.versioning.sealer import sign_and_seal, sign_off

EMPTY = "remark:\n备注:\n"
SHARED = """\
      - title: 招引不够。
        id: own
        kind: 问题
        deadline: 2024年13月底前
        content:
          - answer: {text: 一并整改。, about: [own, other, other]}
      - title: 落实不够。
        id: other
        kind: 问题
contact:"""


def test_keys_without_a_value(project: Project) -> None:
    """A version sealed when unknown keys could stand there empty is made again as it was."""
    settings = project.settings
    sign_off(settings, "first")
    checking = check_project(settings, ("first",))
    assert checking.context is not None
    checked = next(iter(checking.notices))
    # As an older program read it: the same notice, whose file has keys that say nothing.
    seal(checked._replace(data=checked.data + EMPTY.encode()), checking.context, "首次公布", "")
    store = store_of(settings)
    (entry,) = store.versions("first")
    assert EMPTY.encode() in store.read(entry, "notice.yaml")
    assert verify(project.content / "archive")[1] == ()
    assert rebuild(store, entry, settings).different == ()
    assert build_site(settings).built
    assert (project.output / "archive/first/index.html").is_file()
    project.write("first", NOTICE + EMPTY)
    assert not build_site(settings).built


def test_what_is_refused_since(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deadline of no calendar and a problem named twice, sealed before they were refused."""
    settings = project.settings
    project.write("first", NOTICE.replace("contact:", SHARED, 1))
    assert not build_site(settings).built
    with monkeypatch.context() as before:
        before.setattr("disclosure.source.load.refused_since", lambda _: ())
        sign_and_seal(settings, "first", "首次公布")
    store = store_of(settings)
    (entry,) = store.versions("first")
    assert rebuild(store, entry, settings).different == ()
    text = sealed_text(store, entry)
    assert compare_versions(text, text).structure == ()
