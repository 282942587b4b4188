"""The file seen from outside: its name, size and digests, and its place in the release."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Iterator, Mapping

from rejection import Rejection, refused, see

if TYPE_CHECKING:
    from artifact import Artifact, Known

Fields = Mapping[str, list[str]]

MEBIBYTE, GIBIBYTE = 1 << 20, 1 << 30
FILE_LIMIT, PROJECT_LIMIT = 100 * MEBIBYTE, 10 * GIBIBYTE
RELEASE_OPEN_DAYS = 14
EXTENSION = re.compile(r".+?(\.(tar\.gz|zip|whl))", re.IGNORECASE | re.DOTALL)
EXTENSIONS = {"sdist": {".zip", ".tar.gz"}, "bdist_wheel": {".whl"}}


def shape_rejections(fields: Fields, artifact: "Artifact", known: "Known") -> Iterator[Rejection]:
    yield from name_rejections(artifact.filename, fields["filetype"][0])
    if not artifact.content_type or artifact.content_type.startswith("image/"):
        yield refused("Invalid distribution file.")
    yield from size_rejections(artifact.size, known)
    given = {kind: (fields.get(f"{kind}_digest") or [""])[0].lower() for kind in ("md5", "sha256", "blake2_256")}
    if any(digest and digest != getattr(artifact.digests, kind) for kind, digest in given.items()):
        yield refused("The digest supplied does not match a digest calculated from the uploaded file.")


def name_rejections(filename: str, file_type: str) -> Iterator[Rejection]:
    if any(ord(character) < 32 or ord(character) == 127 for character in filename):
        yield refused(
            "Cannot upload a file with non-printable characters (ordinals 0-31)"
            " or the DEL character (ordinal 127) in the name."
        )
    if "/" in filename or "\\" in filename:
        yield refused("Cannot upload a file with '/' or '\\' in the name.")
    extension = EXTENSION.fullmatch(filename)
    if not extension:
        yield refused(
            "Invalid file extension: Use .tar.gz, .whl or .zip extension."
            " See https://peps.python.org/pep-0527 for more information."
        )
    elif extension[1] not in EXTENSIONS[file_type]:
        yield refused(
            f"Invalid file extension: Extension {extension[1]} is invalid for filetype {file_type}."
            " See https://peps.python.org/pep-0527 for more information."
        )


def size_rejections(size: int, known: "Known") -> Iterator[Rejection]:
    if size > FILE_LIMIT:
        limit = f"Limit for project {known.project_name!r} is {FILE_LIMIT // MEBIBYTE} MB."
        yield refused(f"File too large. {limit} {see('storage-limits')}")
    if size + known.project_size > PROJECT_LIMIT:
        limit = f"Limit for project {known.project_name!r} total size is {PROJECT_LIMIT // GIBIBYTE} GB."
        yield refused(f"Project size too large. {limit} {see('storage-limits')}")


def place_rejections(fields: Fields, artifact: "Artifact", known: "Known") -> Iterator[Rejection]:
    taken = {digests.blake2_256 for digests in known.files.values()}
    if artifact.filename in known.files or artifact.digests.blake2_256 in taken:
        described = f"({artifact.filename!r}, with blake2_256 hash {artifact.digests.blake2_256!r})"
        yield refused(f"File already exists {described}. {see('file-name-reuse')}")
    if artifact.filename in known.retired:
        yield refused(
            "This filename was previously used by a file that has since been deleted."
            f" Use a different version. {see('file-name-reuse')}"
        )
    if known.release_created and known.release_created < known.now - timedelta(days=RELEASE_OPEN_DAYS):
        yield refused(f"Uploading new files to releases older than {RELEASE_OPEN_DAYS} days is not allowed.")
    if fields["filetype"][0] == "sdist" and known.release_has_sdist:
        yield refused("Only one sdist may be uploaded per release.")
