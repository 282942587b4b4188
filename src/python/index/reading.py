"""What the index answers to a reader: the simple API (PEP 503, PEP 691), the project JSON, files and pages."""

import hashlib
import json
import posixpath
import re
from typing import Any
from urllib.parse import unquote

import advisories
import pages
from answer import JSON_TYPE, Answer, html, missing, moved, preferred, unchanged
from store import Project, Release, Store, StoredFile

API_VERSION = "1.4"


class ReadingRoom:
    """Looks things up; `web_url` is the address under which the reader knows this index."""

    def __init__(self, store: Store, web_url: str) -> None:
        self._store, self._web_url = store, web_url

    def answer(self, path: str, accept: str, if_none_match: str) -> Answer:
        parts = [unquote(part) for part in path.split("?")[0].strip("/").split("/")]
        with self._store.lock:
            return unchanged(self._route(parts, path.endswith("/"), accept), if_none_match)

    def _route(self, parts: list[str], slash: bool, accept: str) -> Answer:
        match parts:
            case [""]:
                return html(pages.home(list(self._store.projects.values()), self._web_url))
            case ["help"]:
                return html(pages.help_page())
            case ["simple"]:
                return self._simple_list(accept) if slash else moved("/simple/")
            case ["simple", name]:
                return self._simple_project(name, slash, accept)
            case ["pypi", name, "json"]:
                return self._project_json(name, None)
            case ["pypi", name, version, "json"]:
                return self._project_json(name, version)
            case ["project", name, *version]:
                return self._page(name, version)
            case ["integrity", name, version, filename, "provenance"]:
                return self._provenance(name, version, filename)
            case ["v1", "vulns", identifier]:
                return advisories.record(self._store.advisories, identifier)
            case ["files", sha256, filename]:
                return self._file(sha256, filename)
        return missing()

    def _simple_list(self, accept: str) -> Answer:
        shown = [each for each in self._sorted_projects() if each.status != "quarantined"]
        listing = {
            "meta": {"api-version": API_VERSION, "_last-serial": self._store.serial},
            "projects": [{"name": each.name, "_last-serial": each.serial} for each in shown],
        }
        return self._simple(accept, listing, pages.simple_list(shown), self._store.serial)

    def _simple_project(self, name: str, slash: bool, accept: str) -> Answer:
        normalized = normalize(name)
        if name != normalized or not slash:
            return moved(f"/simple/{normalized}/")
        project = self._store.projects.get(normalized)
        if not project:
            return missing()
        listing = self._simple_detail(project)
        return self._simple(accept, listing, pages.simple_project(listing), project.serial)

    def _simple(self, accept: str, listing: dict[str, Any], page: str, serial: int) -> Answer:
        chosen = "text/html" if self._store.flags.html_only else preferred(accept)
        if chosen is None:
            return Answer(406, b"Not acceptable", "text/plain; charset=utf-8")
        headers = {"X-PyPI-Last-Serial": str(serial), "Vary": "Accept", "Cache-Control": "no-cache"}
        if chosen == JSON_TYPE:
            return Answer(200, json.dumps(listing).encode(), JSON_TYPE, headers)
        return Answer(200, page.encode(), "text/html; charset=utf-8", headers)

    def _simple_detail(self, project: Project) -> dict[str, Any]:
        releases = [] if project.status == "quarantined" else in_order(project)
        files = [(release, file) for release in releases for file in self._store.listed_files(release)]
        return {
            "meta": {"api-version": API_VERSION, "_last-serial": project.serial},
            "name": project.normalized,
            "project-status": project_status(project),
            "versions": list(dict.fromkeys(release.version for release, _ in files)),
            "files": [self._simple_file(project, release, file) for release, file in files],
        }

    def _simple_file(self, project: Project, release: Release, file: StoredFile) -> dict[str, Any]:
        return {
            "filename": file.artifact.filename,
            "url": self._url_of(file),
            "hashes": {"sha256": file.artifact.digests.sha256},
            "requires-python": release.about["requires_python"],
            "size": file.artifact.size,
            "upload-time": instant(file),
            "yanked": file.yanked,
            "core-metadata": metadata_hash(file),
            "data-dist-info-metadata": metadata_hash(file),
            "provenance": self._provenance_url(project, release, file),
        }

    def _project_json(self, name: str, version: str | None) -> Answer:
        normalized = normalize(name)
        if name != normalized:
            return moved(posixpath.join("/pypi", normalized, *([version] if version else []), "json"))
        release = self._find_release(normalized, version)
        if not release:
            return Answer(404, b'{"message": "Not Found"}', "application/json")
        project = self._store.projects[normalized]
        found = self._describe(project, release)
        if version is None:
            found["releases"] = {each.version: self._file_list(each) for each in in_order(project)}
        headers = {"X-PyPI-Last-Serial": str(project.serial), "Cache-Control": "no-cache"}
        return Answer(200, json.dumps(found).encode(), "application/json", headers)

    def _find_release(self, normalized: str, version: str | None) -> Release | None:
        """Quarantined projects and projects without a release count as unknown."""
        project = self._store.projects.get(normalized)
        if not project or project.status == "quarantined":
            return None
        releases = [each for each in in_order(project) if self._store.listed_files(each)]
        if version is None:
            return newest(releases)
        return next((each for each in releases if each.version == version), None)

    def _describe(self, project: Project, release: Release) -> dict[str, Any]:
        address = f"{self._web_url}project/{project.normalized}/"
        roles = [{"role": "Owner", "user": project.owner}] if project.owner else []
        about = {**release.about, **yanked_fields(release.files), "package_url": address, "project_url": address}
        return {
            "info": {**about, "release_url": f"{address}{release.version}/"},
            "urls": self._file_list(release),
            "vulnerabilities": release.vulnerabilities,
            "last_serial": project.serial,
            "ownership": {"roles": roles, "organization": None},
        }

    def _file_list(self, release: Release) -> list[dict[str, Any]]:
        return [self._file_json(release, file) for file in self._store.listed_files(release)]

    def _file_json(self, release: Release, file: StoredFile) -> dict[str, Any]:
        digests = file.artifact.digests
        return {
            "filename": file.artifact.filename,
            "packagetype": file.file_type,
            "python_version": file.python_version,
            "digests": {"md5": digests.md5, "sha256": digests.sha256, "blake2b_256": digests.blake2_256},
            "core-metadata": metadata_hash(file),
            "size": file.artifact.size,
            "upload_time": instant(file)[:19],
            "upload_time_iso_8601": instant(file),
            "url": self._url_of(file),
            "requires_python": release.about["requires_python"],
            **yanked_fields([file]),
        }

    def _page(self, name: str, version: list[str]) -> Answer:
        project = self._store.projects.get(normalize(name))
        release = self._find_release(normalize(name), version[0] if version else None)
        if not project or not release or len(version) > 1:
            return missing()
        files = [(file, self._url_of(file)) for file in self._store.listed_files(release)]
        return html(pages.release(project, release, files, [each.version for each in in_order(project)]))

    def _file(self, sha256: str, filename: str) -> Answer:
        for file in (file for project in self._store.projects.values() for file in project.files()):
            if file.artifact.digests.sha256 != sha256:
                continue
            if filename == file.artifact.filename and file.artifact.path:
                with open(self._store.path_of(file.artifact.digests), "rb") as stored:
                    return Answer(200, stored.read(), "application/octet-stream")
            if filename == f"{file.artifact.filename}.metadata" and file.metadata is not None:
                return Answer(200, file.metadata, "text/plain; charset=utf-8")
        return missing()

    def _provenance(self, name: str, version: str, filename: str) -> Answer:
        """PEP 740, without the attestations themselves: nobody verifies what is made up."""
        project = self._store.projects.get(normalize(name))
        for release in project.releases.values() if project else []:
            for file in release.files:
                if release.version == version and file.artifact.filename == filename and file.publisher:
                    found = {"version": 1, "attestation_bundles": [{"publisher": file.publisher, "attestations": []}]}
                    return Answer(200, json.dumps(found).encode(), "application/vnd.pypi.integrity.v1+json")
        return missing()

    def _provenance_url(self, project: Project, release: Release, file: StoredFile) -> str | None:
        path = f"{project.normalized}/{release.version}/{file.artifact.filename}"
        return f"{self._web_url}integrity/{path}/provenance" if file.publisher else None

    def _url_of(self, file: StoredFile) -> str:
        return f"{self._web_url}files/{file.artifact.digests.sha256}/{file.artifact.filename}"

    def _sorted_projects(self) -> list[Project]:
        return [self._store.projects[name] for name in sorted(self._store.projects)]


def normalize(name: str) -> str:
    """PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def in_order(project: Project) -> list[Release]:
    from packaging.version import Version

    return sorted(project.releases.values(), key=lambda release: Version(release.version))


def newest(releases: list[Release]) -> Release | None:
    """The last one that is no preview, if there is any."""
    from packaging.version import Version

    return max(releases, key=lambda each: (not Version(each.version).is_prerelease, Version(each.version)), default=None)


def project_status(project: Project) -> dict[str, str]:
    reason = {"reason": project.status_reason} if project.status_reason else {}
    return {"status": project.status, **reason}


def yanked_fields(files: list[StoredFile]) -> dict[str, Any]:
    reasons = [file.yanked for file in files if file.yanked]
    is_yanked = bool(files) and len(reasons) == len(files)
    return {"yanked": is_yanked, "yanked_reason": next((each for each in reasons if isinstance(each, str)), None) if is_yanked else None}


def instant(file: StoredFile) -> str:
    return file.uploaded.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def metadata_hash(file: StoredFile) -> dict[str, str] | bool:
    return {"sha256": hashlib.sha256(file.metadata).hexdigest()} if file.metadata is not None else False
