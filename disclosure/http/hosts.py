"""Which hosts may be asked: an address is looked up once, judged, and then connected to."""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import NamedTuple

from disclosure.http.limits import HttpError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Guard = Callable[[str, Address], bool]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_UNICAST = ipaddress.IPv6Network("2000::/3")  # RFC 4291, 2.4: all else is of some inner net
_COMPATIBLE = ipaddress.IPv6Network("::/96")  # RFC 4291, 2.5.5.1; long deprecated, never dead


class Place(NamedTuple):
    """Where to connect to.

    Attributes:
        family: of the socket.
        at: address and port, as the socket takes them.
    """

    family: socket.AddressFamily
    at: tuple[str, int] | tuple[str, int, int, int]


def places_of(host: str, port: int, guard: Guard | None) -> list[Place]:
    """Return where a host can be connected to.

    Args:
        host: a name or an address, in any spelling that the system knows.
        port: of the service.
        guard: says of a host and one of its addresses whether it may be asked; None for all.

    Raises:
        HttpError: there is no such host, or one of its addresses may not be asked.

    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise HttpError("http.system", reason=str(reason)) from error
    places = []
    for family, _, _, _, at in found:
        if family not in {socket.AF_INET, socket.AF_INET6}:
            continue
        # One inner address among others is enough: which one is taken is chance.
        if guard is not None and not guard(host, ipaddress.ip_address(at[0])):
            raise HttpError("http.inner", host=host)
        places.append(Place(family, at))  # type: ignore[arg-type]
    return places


def is_public(address: Address) -> bool:
    """Say whether an address is one of the open network: none of this machine or of an inner net.

    Addresses that carry another one inside (IPv4 mapped or compatible, 6to4, Teredo, NAT64) are
    judged by it.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if any(not is_public(inner) for inner in _carried(address)):
            return False
        if address in _NAT64 or address.ipv4_mapped is not None:
            return True
        if address not in _UNICAST:
            return False
    return address.is_global and not address.is_multicast


def _carried(address: ipaddress.IPv6Address) -> Iterator[ipaddress.IPv4Address]:
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if address in _NAT64 or address in _COMPATIBLE:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
