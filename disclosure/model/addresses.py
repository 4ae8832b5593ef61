"""What became of addresses: what the office writes into ``addresses.yaml``."""

from collections.abc import Mapping

from pydantic import Field

from disclosure.model.faults import Fault
from disclosure.model.fields import Model, Text


class Addresses(Model):
    """Addresses that notices had, and where readers find them now."""

    moved_to: dict[Text, Text] = Field(
        default_factory=dict,
        description="改了网址名的通报，一行一个：原来的名称（文件名去掉 .yaml）: 现在的名称",
    )
    withheld: tuple[Text, ...] = Field((), description="已撤回、各版内容也不再公开的通报名称")


def final_targets(moved_to: Mapping[str, str]) -> dict[str, str]:
    """Return where each old name leads in the end; what goes round in a circle leads nowhere."""
    found = {}
    for old in moved_to:
        seen = [old]
        while seen[-1] in moved_to and moved_to[seen[-1]] not in seen:
            seen.append(moved_to[seen[-1]])
        if seen[-1] not in moved_to:
            found[old] = seen[-1]
    return found


def find_faults(
    addresses: Addresses, standing: frozenset[str], withdrawn: frozenset[str]
) -> list[Fault]:
    """Return what is wrong with addresses.

    Args:
        addresses: as typed.
        standing: names of the notices that the site shows.
        withdrawn: names of those that were withdrawn.

    """
    targets, faults = final_targets(addresses.moved_to), []
    for old, new in addresses.moved_to.items():
        path, target = ("moved_to", old), targets.get(old, "")
        if old in standing:
            faults.append(Fault(path, "moved.standing", (("slug", old),), on_key=True))
        elif not target:
            faults.append(Fault(path, "moved.circle", (("slug", old), ("target", new))))
        elif target not in standing | withdrawn:
            faults.append(Fault(path, "moved.nowhere", (("target", target),)))
    for number, slug in enumerate(addresses.withheld):
        if slug not in withdrawn:
            faults.append(Fault(("withheld", number), "withheld.standing", (("slug", slug),)))
    return faults
