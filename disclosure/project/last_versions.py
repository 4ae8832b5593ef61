"""What the archive's log says of each notice last; read by every build.

Apart: a build that changes nothing imports this, and nothing that loads models.
"""

from disclosure.bounded_reading import read_file
from disclosure.model.versions import LastVersion
from disclosure.project.settings import ARCHIVE_LOG, Settings


def read_log(settings: Settings) -> tuple[dict[str, LastVersion], str]:
    """Return the last version of each notice, and the digest of the archive's last line."""
    try:
        data = read_file(settings.content / ARCHIVE_LOG, settings.content)
    except OSError:
        return {}, ""
    from disclosure.archive.log import head_of, read_lines  # most projects have no log

    lines = read_lines(data)
    entries = (line.entry for line in lines)
    last_versions = {
        each.slug: LastVersion(each.number, each.sealed, each.reason, each.note)
        for each in entries
        if each
    }
    return last_versions, head_of(lines)
