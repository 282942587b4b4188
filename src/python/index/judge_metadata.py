"""Core metadata as the form carries it: read by `packaging`, then PyPI's own rules on top."""

from typing import Any, Iterator, Mapping

from packaging import metadata as core
from packaging.metadata import InvalidMetadata, Metadata

import judge_metadata_values
from rejection import METADATA_HELP, Rejection, refused

Fields = Mapping[str, list[str]]

# The index builds its form from these tables of `packaging`, private as they are; the lock pins them.
EMAIL_NAMES: dict[str, str] = core._RAW_TO_EMAIL_MAPPING
STRING_FIELDS, LIST_FIELDS = core._STRING_FIELDS, core._LIST_FIELDS
FORM_NAMES = {
    "platforms": "platform",
    "supported_platforms": "supported_platform",
    "license_files": "license_file",
    "import_names": "import_name",
    "import_namespaces": "import_namespace",
}
RAW_NAMES = {FORM_NAMES.get(raw, raw): raw for raw in EMAIL_NAMES}
MOST_TELLING = ("metadata-version", "name", "version")
LOCAL_HELP = (
    "See https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers"
    " for more information."
)


def read(fields: Fields) -> Metadata | Rejection:
    """The validated metadata, or the one fault that the index would report."""
    raw, unreadable = to_raw(fields)
    if unreadable:
        return worst([InvalidMetadata(name, f"{name!r} has invalid data") for name in unreadable])
    try:
        meta = Metadata.from_raw(raw)
        # Values are validated when they are first read: so read them all.
        faults = list(judge_metadata_values.faults(meta))
    except InvalidMetadata as fault:
        return worst([fault])
    except Exception as group:  # an ExceptionGroup, which Python 3.10 does not know by that name
        grouped = [fault for fault in getattr(group, "exceptions", ()) if isinstance(fault, InvalidMetadata)]
        if not grouped:
            raise
        return worst(grouped)
    return worst(faults) if faults else meta


def to_raw(fields: Fields) -> tuple[Any, list[str]]:
    raw: dict[str, Any] = {}
    unreadable = []
    for name, values in fields.items():
        if name not in RAW_NAMES or values == [""]:
            continue
        try:
            raw[RAW_NAMES[name]] = raw_value(RAW_NAMES[name], values)
        except (KeyError, ValueError):
            unreadable.append(name)
    return raw, unreadable


def raw_value(raw_name: str, values: list[str]) -> Any:
    """A field given twice where one is meant is as unreadable as a project URL given twice."""
    if raw_name in LIST_FIELDS:
        return values
    if raw_name == "project_urls":
        return core._parse_project_urls(values)
    (only,) = values
    if raw_name == "keywords":
        return core._parse_keywords(only)
    if raw_name not in STRING_FIELDS:
        raise KeyError(raw_name)
    return only


def worst(faults: list[InvalidMetadata]) -> Rejection:
    """One fault is reported: of the most telling field, else of the first by name."""
    return refused(next(sentences(faults)))


def sentences(faults: list[InvalidMetadata]) -> Iterator[str]:
    rank = {name: place for place, name in enumerate(MOST_TELLING)}
    for fault in sorted(faults, key=lambda fault: (rank.get(fault.field, len(rank)), fault.field)):
        text = str(fault)
        help_text = LOCAL_HELP if "use of local versions" in text else METADATA_HELP
        yield f"{text}{'' if text.endswith('.') else '.'} {help_text}"
