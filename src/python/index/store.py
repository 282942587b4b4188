"""What the index holds: projects, releases and files, in memory and in one temporary folder."""

import os
import shutil
import threading
import time
import uuid
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from artifact import Artifact, Digests, Known

STATUSES = ("active", "archived", "quarantined", "deprecated")
READS_KEPT = 10_000


@dataclass
class StoredFile:
    artifact: Artifact
    file_type: str
    python_version: str
    uploaded: datetime
    listed_from: datetime
    metadata: bytes | None  # of a wheel: served beside it (PEP 658)
    yanked: bool | str = False  # PEP 592
    publisher: dict[str, Any] | None = None  # of its attestations (PEP 740)


@dataclass
class Release:
    """The metadata of the first file stands for the release; later files do not change it."""

    version: str
    created: datetime
    about: dict[str, Any]
    files: list[StoredFile] = field(default_factory=list)
    vulnerabilities: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Project:
    name: str
    normalized: str
    owner: str | None = None  # None: anybody may upload
    status: str = "active"
    status_reason: str | None = None  # PEP 792
    serial: int = 0
    releases: dict[str, Release] = field(default_factory=dict)  # by canonical version
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def files(self) -> list[StoredFile]:
        return [file for release in self.releases.values() for file in release.files]


@dataclass
class Flags:
    read_only: bool = False
    uploads_disabled: bool = False
    html_only: bool = False
    listing_lag_seconds: float = 0.0
    read_needs_auth: bool = False
    advisory_page: int = 1000


class Store:
    """Guard every use with `lock`; requests come in threads."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.lock = threading.RLock()
        self.clear()

    def clear(self) -> None:
        with self.lock:
            self.projects: dict[str, Project] = {}
            self.accounts: dict[str, str] = {}
            self.flags = Flags()
            self.offset_seconds = 0.0
            self.serial = 0
            self.uploads: list[dict[str, Any]] = []
            self.authorizations: list[str] = []
            self.reads: deque[dict[str, Any]] = deque(maxlen=READS_KEPT)
            self.advisories: list[dict[str, Any]] = []
            shutil.rmtree(os.path.join(self.folder, "files"), ignore_errors=True)
            os.makedirs(os.path.join(self.folder, "files"))

    def timestamp(self) -> float:
        return time.time() + self.offset_seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.timestamp(), timezone.utc)

    def incoming_path(self) -> str:
        return os.path.join(self.folder, f"incoming-{uuid.uuid4().hex}")

    def known(self, project: Project, canonical_version: str) -> Known:
        """What the judges may know. File names and digests are unique over the whole index, as on PyPI."""
        release = project.releases.get(canonical_version)
        everything = [file for each in self.projects.values() for file in each.files()]
        return Known(
            project_name=project.name,
            now=self.now(),
            project_size=sum(file.artifact.size for file in project.files()),
            files={file.artifact.filename: file.artifact.digests for file in everything},
            release_created=release.created if release else None,
            release_has_sdist=any(file.file_type == "sdist" for file in release.files) if release else False,
        )

    def keep(self, project: Project, canonical_version: str, about: dict[str, Any], file: StoredFile) -> None:
        """From here on the file is public; before this nothing is."""
        self.serial += 1
        self.projects[project.normalized] = project
        project.name, project.serial = about["name"], self.serial
        release = project.releases.setdefault(canonical_version, Release(about["version"], self.now(), about))
        os.replace(file.artifact.path, self.path_of(file.artifact.digests))
        release.files.append(file)

    def path_of(self, digests: Digests) -> str:
        return os.path.join(self.folder, "files", digests.sha256)

    def listed_files(self, release: Release) -> list[StoredFile]:
        now = self.now()
        return [file for file in release.files if file.listed_from <= now]

    def lag(self) -> timedelta:
        return timedelta(seconds=self.flags.listing_lag_seconds)

    def make_older(self, release: Release, days: float) -> None:
        """As if the release had been published so many days ago."""
        release.created = self.now() - timedelta(days=days)
        for file in release.files:
            file.uploaded = file.listed_from = release.created
