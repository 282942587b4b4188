"""The name of a project that does not exist yet."""

import functools
from typing import Iterable, Iterator

from packaging.utils import canonicalize_name

from judge_form import NAME
from rejection import Rejection, refused, see

LOOKALIKES = str.maketrans({".": None, "_": None, "-": None, "l": "1", "L": "1", "i": "1", "I": "1", "o": "0", "O": "0"})


def rejections(name: str, existing: Iterable[str]) -> Iterator[Rejection]:
    if not NAME.fullmatch(name):
        yield refused(f"The name {name!r} is invalid.")
    if canonicalize_name(name) in standard_library_names():
        yield refused(
            f"The name {name!r} isn't allowed (conflict with Python Standard Library module name). {see('project-name')}"
        )
    if ultranormalized(name) in map(ultranormalized, existing):
        yield refused(f"The name {name!r} is too similar to an existing project. {see('project-name')}")


def ultranormalized(name: str) -> str:
    """Names that a reader could take for each other become one."""
    return name.translate(LOOKALIKES).lower()


@functools.cache
def standard_library_names() -> frozenset[str]:
    """Every module of every Python, and every package above it."""
    import stdlib_list

    names = {name for version in stdlib_list.short_versions for name in stdlib_list.stdlib_list(version)}
    prefixes = {".".join(name.split(".")[:depth]) for name in names for depth in range(1, name.count(".") + 2)}
    return frozenset(canonicalize_name(prefix.strip("-_.")) for prefix in prefixes)
