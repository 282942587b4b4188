"""The form itself, before anyone looks at the metadata or the file."""

import re
from typing import Iterator, Mapping

from rejection import METADATA_HELP, Rejection, refused

NAME = re.compile(r"([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])", re.IGNORECASE | re.ASCII)
NAME_RULE = "Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'."
HEX_DIGEST = re.compile(r"[A-F0-9]{64}\n?", re.IGNORECASE)
FILE_TYPES = ("bdist_wheel", "sdist")


def rejections(fields: Mapping[str, list[str]], tuples: set[str]) -> Iterator[Rejection]:
    for field in sorted(tuples):
        yield refused(f"{field}: Should not be a tuple.")
    if value(fields, "protocol_version", "1") != "1":
        yield refused("Unknown protocol version.")
    faults = [*name_faults(fields), *digest_faults(fields), *file_type_faults(fields)]
    for fault in faults or [*pairing_faults(fields)]:
        yield refused(fault)


def value(fields: Mapping[str, list[str]], field: str, default: str = "") -> str:
    return (fields.get(field) or [default])[0]


def name_faults(fields: Mapping[str, list[str]]) -> Iterator[str]:
    name = value(fields, "name")
    rule = "This field is required." if not name.strip() else None if NAME.fullmatch(name) else NAME_RULE
    if rule:
        shown = name[:30] + "..." + name[-30:] if len(name) > 60 else name
        yield f"{shown!r} is an invalid value for Name. Error: {rule} {METADATA_HELP}"


def digest_faults(fields: Mapping[str, list[str]]) -> Iterator[str]:
    for field, title in (("blake2_256_digest", "BLAKE2"), ("sha256_digest", "SHA256")):
        digest = value(fields, field)
        if digest.strip() and not HEX_DIGEST.fullmatch(digest):
            yield f"Invalid value for {field}. Error: Use a valid, hex-encoded, {title} message digest."


def file_type_faults(fields: Mapping[str, list[str]]) -> Iterator[str]:
    file_type = value(fields, "filetype")
    if not file_type.strip():
        yield "Invalid value for filetype. Error: This field is required."
    elif file_type not in FILE_TYPES:
        yield "Invalid value for filetype. Error: Use a known file type."


def pairing_faults(fields: Mapping[str, list[str]]) -> Iterator[str]:
    """Rules between fields, asked only where each field is sound by itself."""
    python, is_sdist = value(fields, "pyversion").strip(), value(fields, "filetype") == "sdist"
    if not is_sdist and not python:
        yield "Invalid value for pyversion. Error: Python version is required for binary distribution uploads."
    elif is_sdist and python not in ("", "source"):
        yield "Invalid value for pyversion. Error: Use 'source' as Python version for an sdist."
    elif not any(value(fields, f"{kind}_digest").strip() for kind in ("md5", "sha256", "blake2_256")):
        yield "Error: Include at least one message digest."
