"""The judgement of one upload by PyPI's own libraries, in PyPI's order.

Pure: it knows the form, the file and what it is handed about the index; nothing of HTTP or storage.
Each stage is a generator of rejections; PyPI reports the first, a preflight may want to see them all.
"""

import hashlib
from typing import TYPE_CHECKING, Iterator, Mapping

import judge_description
import judge_file
import judge_form
import judge_metadata
import judge_project
import judge_sdist
import judge_wheel
from artifact import Artifact, Digests, Known
from rejection import Rejection, refused

if TYPE_CHECKING:
    from packaging.metadata import Metadata

Fields = Mapping[str, list[str]]


def first(rejections: Iterator[Rejection]) -> Rejection | None:
    return next(rejections, None)


def form_rejections(fields: Fields, tuples: set[str]) -> Iterator[Rejection]:
    yield from judge_form.rejections(fields, tuples)


def read_metadata(fields: Fields) -> "Metadata | Rejection":
    return judge_metadata.read(fields)


def new_project_rejections(name: str, existing: list[str]) -> Iterator[Rejection]:
    yield from judge_project.rejections(name, existing)


def description_rejections(meta: "Metadata") -> Iterator[Rejection]:
    yield from judge_description.rejections(meta.description, meta.description_content_type)


def is_same_file(artifact: Artifact, known: Known) -> bool:
    """The same bytes under the same name are no fault: the index answers 200 and changes nothing."""
    return known.files.get(artifact.filename) == artifact.digests


def file_rejections(fields: Fields, artifact: Artifact, known: Known) -> Iterator[Rejection]:
    """Up to the digests; whether the file is there already is asked after these."""
    yield from judge_file.shape_rejections(fields, artifact, known)


def release_rejections(fields: Fields, meta: "Metadata", artifact: Artifact, known: Known) -> Iterator[Rejection]:
    """Whether this release still takes this file, then what is inside the file."""
    yield from judge_file.place_rejections(fields, artifact, known)
    judge_contents = judge_sdist if fields["filetype"][0] == "sdist" else judge_wheel
    yield from judge_contents.rejections(meta, artifact, known.project_name)


def rejections(fields: Fields, tuples: set[str], artifact: Artifact | None, known: Known) -> Iterator[Rejection]:
    """Everything that needs neither a token nor a project: what a preflight asks."""
    yield from form_rejections(fields, tuples)
    meta = read_metadata(fields)
    if isinstance(meta, Rejection):
        yield meta
        return
    if artifact is None:
        yield refused("Upload payload does not have a file.")
        return
    yield from description_rejections(meta)
    yield from file_rejections(fields, artifact, known)
    if not is_same_file(artifact, known):
        yield from release_rejections(fields, meta, artifact, known)


def digests_of(path: str) -> Digests:
    hashers = (hashlib.md5(usedforsecurity=False), hashlib.sha256(), hashlib.blake2b(digest_size=32))
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            for hasher in hashers:
                hasher.update(chunk)
    return Digests(*(hasher.hexdigest() for hasher in hashers))
