"""English: publishing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "target.name": 'the target\'s name "{value}" should be of small letters, digits and hyphens, such as web',
        "target.address": 'the target\'s address "{value}" is not understood; it may begin with {known}, such as sftp://www@192.0.2.1/srv/www',
        "target.password": "write no password into an address; put it into the environment, or use an SSH key",
        "target.fingerprint": 'the fingerprint "{value}" of the host key is wrong; it should be SHA256: and 43 characters',
        "target.unreachable": "{target} cannot be reached: {reason}; look at address and network and run this again, it goes on",
        "target.login": "{target} refuses the login: {reason}; look at the user name, and put the password into the environment variable {variable}",
        "target.host_key": "the host key of {target} does not fit: {reason}; this may be another machine, nothing was uploaded. When you are sure, put the fingerprint into host_key in site.yaml",
        "target.certificate": "the certificate of {target} does not fit: {reason}; this may be another machine, nothing was uploaded",
        "target.denied": "{target} refuses access: {reason}; look at the rights of the folder",
        "target.full": "{target} has no room left: {reason}; the old pages are all there, make room and run this again, it goes on",
        "target.failed": "{target} failed: {reason}; the old pages are all there, run this again and it goes on",
    }
)
