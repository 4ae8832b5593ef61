"""The matters' part of a build: pages that show something of other notices, and when it moved.

Whoever continues nobody and is continued by nobody costs a look at the bytes of its file when it
is made, and nothing else. What the notices of a matter show of one another is worked out only
where one of them is made anew, or where others belong to it than before.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.files import sha256_hex
from disclosure.pipeline.cache import NoticeRecord
from disclosure.pipeline.notice_job import MadeNotice
from disclosure.pipeline.plan import Plan
from disclosure.project.fingerprint import digest_in
from disclosure.project.former import Former
from disclosure.project.matter_sources import matter_sources
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings
from disclosure.render.matter import MatterPage
from disclosure.render.renderer import Renderer


class Matters(NamedTuple):
    """What there is to know of matters for one build.

    Attributes:
        written: which notice each follow-up continues, as its file has it.
        chains: the notices of its matter, of each notice that has one.
        pages: what pages show of others, by slug.
        read: digests of the bytes that this was read from, by slug.
        stale: notices that have not changed themselves, and show other things now.
        found: what is wrong.

    """

    written: Mapping[str, str]
    chains: Mapping[str, tuple[str, ...]]
    pages: Mapping[str, MatterPage]
    read: Mapping[str, str]
    stale: tuple[NoticeFile, ...]
    found: tuple[Diagnostic, ...]

    @classmethod
    def none(cls) -> "Matters":
        """Return what is known before anything was looked at."""
        return cls({}, {}, {}, {}, (), ())

    def noted(self, slug: str, made: Mapping[str, MadeNotice]) -> tuple[str, str, str]:
        """Return what is to be noted of a notice that was made, as ``NoticeRecord`` has it."""
        shown = _digest(self.pages.get(slug))
        return self.written.get(slug, ""), self._chain(slug, made), shown

    def noted_again(
        self, slug: str, record: NoticeRecord, made: Mapping[str, MadeNotice]
    ) -> NoticeRecord:
        """Return what is to be noted of a notice that stayed as it was."""
        known = slug in self.chains and slug not in self.read
        matter = record.matter if known else self._chain(slug, made)
        # The same record where nothing is new, for it stands in the cache already.
        return record if matter == record.matter else record._replace(matter=matter)

    def _chain(self, slug: str, made: Mapping[str, MadeNotice]) -> str:
        """Return the notices of its matter.

        Where one of them was changed while the build was at work, nobody knows what was shown of
        it: then nothing is noted, and the matter is looked at again next time.
        """
        chain = self.chains.get(slug, ())
        moved = any(
            each in made and digest_in(made[each].source) != self.read.get(each) for each in chain
        )
        return "" if moved else " ".join(chain)


def look_at_matters(
    files: Sequence[NoticeFile],
    seen: Plan,
    former: Former,
    settings: Settings,
    renderer: Renderer,
) -> Matters:
    """Return what pages show of other notices, as far as something of it may have changed.

    Args:
        files: all notices that stand.
        seen: what has changed itself.
        former: what became of others.
        settings: the project.
        renderer: tools of all pages.

    """
    known = {slug: record.continues for slug, record in seen.current.items()}
    sources = matter_sources(files, settings, seen.last_versions, former.moved, known)
    if not sources.links and not any(
        record.matter or record.shown for record in seen.current.values()
    ):
        return Matters.none()
    # Imported here: most sites have no matter, and nothing to work out.
    from disclosure.model.matters import chains_of
    from disclosure.project.matters import (
        chain_diagnostics,
        follow_faults,
        pages_of,
        read_members,
    )

    chains = chains_of(sources.links, sources.files)
    found = [*chain_diagnostics(sources)]
    pages: dict[str, MatterPage] = {}
    read: dict[str, str] = {}
    for chain in sorted(set(chains.values())):
        if all(_is_noted(seen.current.get(slug), chain) for slug in chain):
            continue
        members = read_members(chain, sources)
        if len(members) < len(chain):
            continue  # what is wrong with it is said where it is made
        read |= {member.slug: sha256_hex(member.data) for member in members}
        faults = follow_faults(members, sources)
        found += faults
        if not faults:
            pages |= pages_of(members, renderer)
    stale = tuple(
        sources.files[slug]
        for slug, record in seen.current.items()
        if (slug in read or slug not in chains) and record.shown != _digest(pages.get(slug))
    )
    return Matters(sources.written, chains, pages, read, stale, tuple(found))


def _digest(page: MatterPage | None) -> str:
    return page.digest if page else ""


def _is_noted(record: NoticeRecord | None, chain: tuple[str, ...]) -> bool:
    return record is not None and record.matter == " ".join(chain)
