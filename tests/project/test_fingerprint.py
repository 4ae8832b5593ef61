"""What a file was when it was last looked at."""

import os
from pathlib import Path

import pytest

from disclosure.files import sha256_hex
from disclosure.project.fingerprint import (
    FileProbe,
    FileState,
    opened,
    stat_of,
    state_of_file,
)


@pytest.mark.parametrize("from_inside", [True, False])
def test_what_stands_and_what_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_inside: bool
) -> None:
    """A file of the site is known by its stats, on systems that look from a folder and on others."""
    if not from_inside:
        monkeypatch.setattr(os, "supports_dir_fd", set())
    site = tmp_path / "site"
    with opened(site) as folder:
        assert not FileProbe().all_stand(folder, "a/", {"page": FileState("x")})
        assert FileProbe().all_stand(folder, "a/", {})
    page = site / "a" / "page"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"1")
    noted = {"page": state_of_file(sha256_hex(b"1"), stat_of(page.as_posix()))}
    with opened(site) as folder:
        assert (folder.descriptor is None) is not from_inside
        assert FileProbe().all_stand(folder, "a/", noted)
        assert not FileProbe().all_stand(folder, "", noted)
        forged = {"page": state_of_file(sha256_hex(b"2"), stat_of(page.as_posix()))}
        assert FileProbe().all_stand(folder, "a/", forged)
        probe = FileProbe(every=True)
        assert probe.all_stand(folder, "a/", noted)
        assert not probe.all_stand(folder, "a/", forged)
        page.write_bytes(b"22")
        assert not FileProbe().all_stand(folder, "a/", noted)
        page.unlink()
        assert not FileProbe().all_stand(folder, "a/", noted)
