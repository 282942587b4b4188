"""The values that the judges are handed: a file, and what is known around it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Mapping


@dataclass(frozen=True)
class Digests:
    md5: str
    sha256: str
    blake2_256: str


@dataclass(frozen=True)
class Artifact:
    """The file as it was received: its declared name, and where its bytes lie."""

    filename: str
    content_type: str
    path: str
    size: int
    digests: Digests


@dataclass(frozen=True)
class Known:
    """What the index knows already. The defaults stand for a project nobody has uploaded to."""

    project_name: str
    now: datetime
    project_size: int = 0
    files: Mapping[str, Digests] = field(default_factory=dict)
    retired: frozenset[str] = frozenset()
    release_created: datetime | None = None
    release_has_sdist: bool = False
