"""Wheels: the archive, the exact name, and the files of `.dist-info` that the index reads."""

import configparser
import csv
import re
import zipfile
from typing import TYPE_CHECKING, Iterator

from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

import judge_zip
from judge_platform import is_allowed
from rejection import Rejection, refused

if TYPE_CHECKING:
    from packaging.metadata import Metadata

    from artifact import Artifact

ENTRY_POINT = re.compile(r"[\w.-]+")
FILENAME_BYTES = 255


def rejections(meta: "Metadata", artifact: "Artifact", project_name: str) -> Iterator[Rejection]:
    archive_is_sound = True
    for rejection in judge_zip.rejections(artifact, lambda archive: wheel_file_faults(archive, artifact.filename)):
        archive_is_sound = False
        yield rejection
    yield from name_rejections(meta, artifact.filename, project_name)
    if archive_is_sound:
        with zipfile.ZipFile(artifact.path) as archive:
            yield from content_rejections(meta, archive, artifact.filename)


def wheel_file_faults(archive: zipfile.ZipFile, filename: str) -> Iterator[str]:
    if filename.count("-") < 2:
        yield "Unable to parse name and version from wheel filename"
    elif f"{info_folder(filename)}/WHEEL" not in archive.namelist():
        yield f"WHEEL not found at {info_folder(filename)}/WHEEL"


def info_folder(filename: str) -> str:
    """As written in the file's name, without any normalisation."""
    name, version, _ = filename.split("-", 2)
    return f"{name}-{version}.dist-info"


def name_rejections(meta: "Metadata", filename: str, project_name: str) -> Iterator[Rejection]:
    try:
        name, version, _, tags = parse_wheel_filename(filename)
    except InvalidWheelFilename as fault:
        yield refused(str(fault))
        return
    for platform in sorted({tag.platform for tag in tags}):
        if not is_allowed(platform):
            yield refused(f"Binary wheel '{filename}' has an unsupported platform tag '{platform}'.")
    expected = canonicalize_name(meta.name).replace("-", "_")
    if name != canonicalize_name(meta.name):
        yield refused(f"Start filename for {project_name!r} with {expected!r}.")
    if (given := filename.split("-", 1)[0]) != expected:
        yield refused(f"Filename {filename!r} should contain the normalized project name {expected!r}, not {given!r}.")
    if meta.version != version:
        yield refused(f"Version in filename should be {str(meta.version)!r} not {str(version)!r}.")


def content_rejections(meta: "Metadata", archive: zipfile.ZipFile, filename: str) -> Iterator[Rejection]:
    folder, names = info_folder(filename), set(archive.namelist())
    for licence in meta.license_files or []:
        target = f"{folder}/licenses/{licence}"
        if target not in names:
            yield refused(f"License-File {licence} does not exist in distribution file {filename} at {target}")
    if not has_record(archive, f"{folder}/RECORD"):
        yield refused(f"Wheel '{filename}' does not contain the required RECORD file: {folder}/RECORD")
    if not has_sound_entry_points(archive, f"{folder}/entry_points.txt"):
        yield refused(f"Wheel '{filename}' has invalid entry points defined in the entry_points.txt file")
    if f"{folder}/METADATA" not in names:
        yield refused(f"Wheel '{filename}' does not contain the required METADATA file: {folder}/METADATA")
    if len(f"{filename}.metadata".encode()) > FILENAME_BYTES:
        yield refused(f"Filename is too long: '{filename}'")


def has_record(archive: zipfile.ZipFile, record: str) -> bool:
    """A RECORD that tells of other files is taken, and the owners get a letter."""
    try:
        rows = list(csv.reader(archive.read(record).decode().splitlines()))
    except (KeyError, UnicodeError, csv.Error):
        return False
    return all(rows)


class CaseSensitiveParser(configparser.ConfigParser):
    def optionxform(self, optionstr: str) -> str:
        return optionstr


def has_sound_entry_points(archive: zipfile.ZipFile, entry_points: str) -> bool:
    """The entry points specification: an INI file with `=`, and names that are no paths."""
    if entry_points not in archive.namelist():
        return True
    parser = CaseSensitiveParser(delimiters=("=",))
    try:
        parser.read_string(archive.read(entry_points).decode())
        sections = [parser[name] for name in ("console_scripts", "gui_scripts") if name in parser]
        return all(ENTRY_POINT.fullmatch(name) for section in sections for name in section)
    except (UnicodeError, configparser.Error):
        return False
