"""One upload, decided in PyPI's order: flags, identity, form, metadata, file, project, token, then the judges."""

import os
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Iterator

import judge
from artifact import Artifact, Known
from caveats import Situation
from forms import Form
from judge_wheel import info_folder
from rejection import Rejection, forbidden, refused, see
from store import Project, Store, StoredFile
from tokens import Identity, TokenBooth, credentials, user_id_of

if TYPE_CHECKING:
    from packaging.metadata import Metadata


class UploadDesk:
    """Takes a form or refuses it; nothing half-taken stays behind."""

    def __init__(self, store: Store, tokens: TokenBooth) -> None:
        self._store, self._tokens = store, tokens

    def decide(self, form: Form, authorization: str) -> Rejection | None:
        """None: the file is published, or was there already with the same bytes."""
        with self._store.lock:
            identity = self._gate(authorization)
            if isinstance(identity, Rejection):
                return identity
            if rejection := judge.first(judge.form_rejections(form.fields, form.tuples)):
                return rejection
            meta = judge.read_metadata(form.fields)
            if isinstance(meta, Rejection):
                return meta
            return self._decide_file(form, meta, identity)

    def _gate(self, authorization: str) -> Identity | Rejection:
        if self._store.flags.read_only:
            return forbidden("Read-only mode: Uploads are temporarily disabled.")
        if self._store.flags.uploads_disabled:
            return forbidden(f"New uploads are temporarily disabled. {see('admin-intervention')}")
        pair = credentials(authorization)
        if pair and self._store.accounts.get(pair[0]) == pair[1]:
            return Identity(pair[0], user_id_of(pair[0]))
        if pair and pair[0] != "__token__":
            instead = "Migrate to API Tokens or Trusted Publishers instead."
            return forbidden(f"Username/Password authentication is no longer supported. {instead} {see('apitoken')}")
        identity = self._tokens.identify(pair[1]) if pair else None
        return identity or forbidden(f"Invalid or non-existent authentication information. {see('invalid-auth')}")

    def _decide_file(self, form: Form, meta: "Metadata", identity: Identity) -> Rejection | None:
        from packaging.utils import canonicalize_name, canonicalize_version

        if form.content is None:
            return refused("Upload payload does not have a file.")
        part = form.content
        artifact = Artifact(part.filename, part.content_type, part.path, part.size, judge.digests_of(part.path))
        normalized = canonicalize_name(meta.name)
        project = self._store.projects.get(normalized) or Project(meta.name, normalized, owner=identity.user)
        version = canonicalize_version(meta.version)
        known = replace(self._store.known(project, version), project_name=meta.name)
        if rejection := judge.first(self._before_duplicates(form, meta, identity, project, artifact, known)):
            return rejection
        if judge.is_same_file(artifact, known):
            return None
        if rejection := judge.first(judge.release_rejections(form.fields, meta, artifact, known)):
            return rejection
        self._keep(form, meta, project, artifact, version)
        return None

    def _before_duplicates(
        self, form: Form, meta: "Metadata", identity: Identity, project: Project, artifact: Artifact, known: Known
    ) -> Iterator[Rejection]:
        if project.normalized not in self._store.projects:
            existing = [each.name for each in self._store.projects.values()]
            yield from judge.new_project_rejections(meta.name, existing)
        yield from self._permission_rejections(identity, project)
        yield from judge.description_rejections(meta)
        yield from judge.file_rejections(form.fields, artifact, known)

    def _permission_rejections(self, identity: Identity, project: Project) -> Iterator[Rejection]:
        now = int(self._store.timestamp())
        situation = Situation(project.name, project.normalized, project.id, identity.user_id, now)
        fault = self._tokens.refusal(identity, situation) if identity.raw else None
        if fault:
            yield forbidden(f"Invalid API Token: {fault}")
        if project.status == "archived" or project.owner not in (None, identity.user):
            whose = f"The user '{identity.user}' isn't allowed to upload to project '{project.name}'."
            yield forbidden(f"{whose} {see('project-name')}")

    def _keep(self, form: Form, meta: "Metadata", project: Project, artifact: Artifact, version: str) -> None:
        file_type = form.fields["filetype"][0]
        stored = StoredFile(
            artifact=artifact,
            file_type=file_type,
            python_version="source" if file_type == "sdist" else form.fields["pyversion"][0],
            uploaded=self._store.now(),
            listed_from=self._store.now() + self._store.lag(),
            metadata=wheel_metadata(artifact) if file_type == "bdist_wheel" else None,
        )
        self._store.keep(project, version, about(meta), stored)


def wheel_metadata(artifact: Artifact) -> bytes:
    with zipfile.ZipFile(artifact.path) as archive:
        return archive.read(f"{info_folder(artifact.filename)}/METADATA")


def about(meta: "Metadata") -> dict[str, Any]:
    """What the index tells of a release, under the names of its JSON."""
    plain = (
        "summary description description_content_type license license_expression license_files classifiers author"
        " author_email maintainer maintainer_email project_urls provides_extra home_page download_url dynamic"
    )
    return {
        "name": meta.name,
        "version": str(meta.version),
        "keywords": ",".join(meta.keywords) if meta.keywords else None,
        "platform": meta.platforms[0] if meta.platforms else None,
        "requires_python": str(meta.requires_python) if meta.requires_python else None,
        "requires_dist": [str(requirement) for requirement in meta.requires_dist or []] or None,
        **{name: getattr(meta, name) or None for name in plain.split()},
    }


def discard(form: Form | None) -> None:
    if form and form.content and os.path.exists(form.content.path):
        os.remove(form.content.path)
