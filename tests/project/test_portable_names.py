"""What export would refuse is refused by check, build, seal and deliver."""

import pytest

from disclosure.archive.names import is_safe_name
from disclosure.diagnostics import has_errors
from disclosure.editorial.check import check_project
from disclosure.errors import OutputError
from disclosure.handover.deliver import make_delivery
from disclosure.pipeline.build import build_site
from disclosure.versioning.seal import seal
from tests.conftest import NOTICE, Project


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("Table.pdf", "table.pdf"), "attachment.same_name"),
        (("a.pdf", "b.pdf", "A.PDF"), "attachment.same_name"),
        (("con.txt",), "attachment.unsafe_name"),
        (("aux",), "attachment.unsafe_name"),
        (("a.pdf.",), "attachment.unsafe_name"),
        (("NUL.tar.gz",), "attachment.unsafe_name"),
        (("Com1.csv",), "attachment.unsafe_name"),
        (("lpt9",), "attachment.unsafe_name"),
    ],
)
def test_attachments(project: Project, names: tuple[str, ...], code: str) -> None:
    """An attachment that could not be handed over stops check, build, seal and delivery."""
    rows = "".join(f"  - {{title: 附件, file: {name}}}\n" for name in names)
    project.write("first", NOTICE.replace("lead:", f"attachments:\n{rows}lead:"))
    folder = project.content / "notices/first"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"x")
    checking = check_project(project.settings)
    checked = next(iter(checking.notices))
    assert [each.code for each in checked.diagnostics if each.level == 3] == [code]
    assert not build_site(project.settings).built
    assert checking.context is not None
    with pytest.raises(OutputError) as caught:
        make_delivery(checked, checking.context)
    assert caught.value.code == code
    with pytest.raises(OutputError) as caught:
        seal(checked, checking.context, "首次公布", "")
    assert caught.value.code == "seal.errors"


@pytest.mark.parametrize("slug", ["con", "nul", "prn", "aux", "com1", "com9", "lpt1", "com0"])
def test_slugs(project: Project, slug: str) -> None:
    """A notice cannot be named as a device of Windows."""
    project.write(slug, NOTICE)
    assert "slug.reserved" in [each.code for each in check_project(project.settings).found]
    result = build_site(project.settings)
    assert has_errors(result.diagnostics)
    assert not result.built
    # Nothing but the single word is kept: find_notices takes names of several words as they are.
    assert not is_safe_name(slug)
    assert is_safe_name(f"{slug}-1")
    assert is_safe_name(f"2022-{slug}")
