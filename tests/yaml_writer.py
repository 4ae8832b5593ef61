"""Values as YAML, written by libyaml where PyYAML has it: tests write thousands of notices."""

from typing import Any, Final

import yaml

WRITER: Final = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def as_yaml(data: object, **more: Any) -> str:
    """Return ``data`` as YAML, in its own order, every line as long as it is.

    Args:
        data: what ``yaml.safe_dump`` takes.
        more: its other options, for instance ``default_style``.

    """
    options = {"allow_unicode": True, "sort_keys": False, "width": 10**6} | more
    text: str = yaml.dump(data, Dumper=WRITER, **options)
    return text
