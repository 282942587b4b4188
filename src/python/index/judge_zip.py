"""Zip archives that every reader understands alike: stored or deflated, no bombs, no second meaning."""

import os
import tarfile
import zipfile
from typing import TYPE_CHECKING, Callable, Iterator

from judge_zip_records import Records, ZipFault
from rejection import Rejection, refused

if TYPE_CHECKING:
    from artifact import Artifact

RATIO_LIMIT, RATIO_FLOOR = 50, 64 << 20
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}

Contents = Callable[[zipfile.ZipFile], Iterator[str]]


def rejections(artifact: "Artifact", contents: Contents) -> Iterator[Rejection]:
    """`contents` says what the kind of distribution must hold."""
    for fault in faults(artifact.path, contents):
        yield refused(f"Invalid distribution file. {fault}")
        return


def faults(path: str, contents: Contents) -> Iterator[str]:
    if not zipfile.is_zipfile(path):
        yield "File is not a zipfile"
        return
    if tarfile.is_tarfile(path):
        yield "File is both a zip and a tar file"
    try:
        with zipfile.ZipFile(path) as archive:
            yield from bomb_faults(archive, os.path.getsize(path))
            yield from contents(archive)
            yield from framing_faults(path, archive)
    except (zipfile.BadZipFile, NotImplementedError, UnicodeError):
        yield "None"


def bomb_faults(archive: zipfile.ZipFile, compressed: int) -> Iterator[str]:
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > RATIO_FLOOR and unpacked / compressed > RATIO_LIMIT:
        yield f"File exceeds compression ratio of {RATIO_LIMIT}"
    if any(entry.compress_type not in METHODS for entry in archive.infolist()):
        yield "File does not use a supported compression type"


def framing_faults(path: str, archive: zipfile.ZipFile) -> Iterator[str]:
    sizes = {entry.orig_filename: (entry.compress_size, entry.file_size) for entry in archive.filelist}
    try:
        with open(path, "rb") as file:
            Records(file, sizes).read()
    except ZipFault as fault:
        yield f"ZIP archive not accepted: {fault}. See /help/#archives for more information"
