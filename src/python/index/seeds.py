"""Projects that nobody uploaded: what tests and demonstrations need to find, with releases of any age and state."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from artifact import Artifact, Digests
from store import STATUSES, Project, Release, Store, StoredFile

ABOUT = (
    "summary description description_content_type license license_expression license_files classifiers author author_email"
    " maintainer maintainer_email project_urls provides_extra home_page download_url dynamic keywords platform requires_dist"
)


def plant(store: Store, order: dict[str, Any]) -> None:
    """Puts a project in the place of what was there: `name`, `status`, `reason`, and `releases` as `plant_release` reads them."""
    from reading import normalize

    status = order.get("status", "active")
    if status not in STATUSES:
        raise ValueError(f"a project is one of {', '.join(STATUSES)}")
    store.serial += 1
    project = Project(order["name"], normalize(order["name"]), status=status, status_reason=order.get("reason"), serial=store.serial)
    for each in order.get("releases", []):
        plant_release(store, project, each)
    store.projects[project.normalized] = project


def plant_release(store: Store, project: Project, order: dict[str, Any]) -> None:
    """`version`, `uploadedAt` or `daysOld`, `requiresPython`, `yanked`, `vulnerabilities`, and `files`; a wheel if none are named."""
    from packaging.utils import canonicalize_version

    created = moment(store, order)
    about = {**dict.fromkeys(ABOUT.split()), "name": project.name, "version": order["version"], "requires_python": order.get("requiresPython")}
    release = Release(order["version"], created, about, vulnerabilities=order.get("vulnerabilities", []))
    wheel = f"{project.normalized.replace('-', '_')}-{order['version']}-py3-none-any.whl"
    for each in order.get("files", [{"filename": wheel}]):
        release.files.append(planted_file({"yanked": order.get("yanked", False), **each}, created))
    project.releases[canonicalize_version(order["version"])] = release


def moment(store: Store, order: dict[str, Any]) -> datetime:
    if "uploadedAt" in order:
        return datetime.fromisoformat(order["uploadedAt"])
    return store.now() - timedelta(days=order.get("daysOld", 400))


def planted_file(order: dict[str, Any], created: datetime) -> StoredFile:
    """Its bytes are nowhere; unless `sha256` is given, its digests are those of its name."""
    name = order["filename"].encode()
    digests = Digests(
        hashlib.md5(name, usedforsecurity=False).hexdigest(),
        order.get("sha256", hashlib.sha256(name).hexdigest()),
        hashlib.blake2b(name, digest_size=32).hexdigest(),
    )
    return StoredFile(
        artifact=Artifact(order["filename"], "application/octet-stream", "", order.get("size", len(name)), digests),
        file_type="sdist" if order["filename"].endswith(".tar.gz") else "bdist_wheel",
        python_version="source" if order["filename"].endswith(".tar.gz") else "py3",
        uploaded=created,
        listed_from=created,
        metadata=None,
        yanked=order["yanked"],
        publisher=order.get("publisher"),
    )
