"""Source distributions: the archive, then the exact name of PEP 625, then its licence files."""

import posixpath
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING, Iterator

from packaging.utils import InvalidSdistFilename, canonicalize_name, parse_sdist_filename
from packaging.version import InvalidVersion, Version

import judge_zip
from rejection import Rejection, refused

if TYPE_CHECKING:
    from packaging.metadata import Metadata

    from artifact import Artifact


def rejections(meta: "Metadata", artifact: "Artifact", project_name: str) -> Iterator[Rejection]:
    if artifact.filename.endswith(".zip"):
        yield from judge_zip.rejections(artifact, zipped_sdist_faults)
        yield from name_rejections(meta, artifact.filename, project_name)
        return
    members = read_members(artifact.path)
    if isinstance(members, str):
        yield refused(f"Invalid distribution file. {members}")
        return
    yield from name_rejections(meta, artifact.filename, project_name)
    yield from licence_rejections(meta, artifact.filename, members)


def read_members(path: str) -> list[str] | str:
    """The members' names, or what is wrong. Reading them decompresses the whole stream, which also proves it sound."""
    if not tarfile.is_tarfile(path):
        return "File is not a tarfile"
    if zipfile.is_zipfile(path):
        return "File is both a zip and a tar file"
    try:
        with tarfile.open(path, "r:gz") as archive:
            members = archive.getmembers()
    except (tarfile.ReadError, EOFError, zlib.error, OSError):
        return "None"
    names = [member.name for member in members]
    if any(member.issparse() for member in members):
        return "tar archive not accepted: Sparse members are not allowed. See /help/#archives for more information"
    return top_level_fault(names) or names


def zipped_sdist_faults(archive: zipfile.ZipFile) -> Iterator[str]:
    if fault := top_level_fault(archive.namelist()):
        yield fault


def top_level_fault(names: list[str]) -> str | None:
    top_level = top_of(names)
    if top_level in (".", "/", ""):
        return "Incorrect number of top-level directories in sdist"
    target = posixpath.join(top_level, "PKG-INFO")
    return None if target in names else f"PKG-INFO not found at {target}"


def top_of(names: list[str]) -> str:
    try:
        return posixpath.commonpath(names) if names else ""
    except ValueError:
        return ""


def name_rejections(meta: "Metadata", filename: str, project_name: str) -> Iterator[Rejection]:
    try:
        name = str(parse_sdist_filename(filename)[0])
    except InvalidSdistFilename:
        yield refused(f"Invalid source distribution filename: {filename}")
        return
    expected = canonicalize_name(project_name).replace("-", "_")
    if canonicalize_name(name_before_post_release(meta, filename, name)) != canonicalize_name(project_name):
        yield refused(f"Start filename for {project_name!r} with {expected!r}.")
    if filename != f"{expected}-{meta.version}.tar.gz":
        yield refused(f"Filename {filename!r} is invalid, should be '{expected}-{meta.version}.tar.gz'.")


def name_before_post_release(meta: "Metadata", filename: str, name: str) -> str:
    """`name-1.0-1.tar.gz`: the post release of old has a hyphen of its own."""
    if not meta.version.is_postrelease or name == canonicalize_name(meta.name) or filename.count("-") < 2:
        return name
    earlier, *version = filename.removesuffix(".tar.gz").rsplit("-", 2)
    try:
        Version("-".join(version))
    except InvalidVersion:
        return name
    return earlier


def licence_rejections(meta: "Metadata", filename: str, names: list[str]) -> Iterator[Rejection]:
    """PEP 639: every License-File lies in the archive."""
    for licence in meta.license_files or []:
        target = posixpath.join(top_of(names), licence)
        if target not in names:
            yield refused(f"License-File {licence} does not exist in distribution file {filename} at {target}")
