"""The rules PyPI adds to those of core metadata."""

import email.utils
from typing import Iterator

from packaging.metadata import InvalidMetadata, Metadata
from packaging.requirements import InvalidRequirement, Requirement

VERSIONS = {"1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"}
SUMMARY_LIMIT = 512
LABEL_LIMIT = 32

# PEP 643, with the fields of PEP 794.
DYNAMIC = set(
    """
    platform supported-platform summary description description-content-type keywords home-page download-url
    author author-email maintainer maintainer-email license license-expression license-file classifier
    requires-dist requires-python requires-external project-url provides-extra provides-dist obsoletes-dist
    requires provides obsoletes import-name import-namespace
    """.split()
)


def faults(meta: Metadata) -> Iterator[InvalidMetadata]:
    yield from version_faults(meta)
    if isinstance(meta.summary, str) and len(meta.summary) > SUMMARY_LIMIT:
        yield InvalidMetadata("summary", f"'summary' field must be {SUMMARY_LIMIT} characters or less.")
    yield from email_faults("author-email", meta.author_email)
    yield from email_faults("maintainer-email", meta.maintainer_email)
    yield from classifier_faults(set(meta.classifiers or []))
    yield from url_faults(meta)
    yield from unparsed_dependency_faults("provides-dist", meta.provides_dist)
    yield from unparsed_dependency_faults("obsoletes-dist", meta.obsoletes_dist)
    for requirement in meta.requires_dist or []:
        if requirement.url is not None:
            yield InvalidMetadata("requires-dist", f"Can't have direct dependency: {requirement}")
    for name in meta.dynamic or []:
        if name not in DYNAMIC:
            yield InvalidMetadata("dynamic", f"Dynamic field {name!r} is not a valid dynamic field.")
    if meta.license and meta.license_expression:
        rule = "License is deprecated when License-Expression is present. Only License-Expression should be present."
        yield InvalidMetadata("license", rule)


def version_faults(meta: Metadata) -> Iterator[InvalidMetadata]:
    if meta.metadata_version not in VERSIONS:
        yield InvalidMetadata("metadata-version", f"{meta.metadata_version!r} is not a valid metadata version")
    if meta.version.local:
        yield InvalidMetadata("version", f"The use of local versions in '{meta.version}' is not allowed.")


def email_faults(field: str, given: str | None) -> Iterator[InvalidMetadata]:
    """Only the first address is looked at, and a bare name is fine."""
    address = email.utils.parseaddr(given)[1] if given is not None else ""
    if not address:
        return
    import email_validator

    try:
        email_validator.validate_email(address, check_deliverability=False)
    except email_validator.EmailNotValidError as fault:
        yield InvalidMetadata(field, f"{address!r} is not a valid email address: {fault}")


def classifier_faults(given: set[str]) -> Iterator[InvalidMetadata]:
    from trove_classifiers import classifiers, deprecated_classifiers

    for classifier in sorted(given - set(classifiers) - set(deprecated_classifiers)):
        yield InvalidMetadata("classifier", f"{classifier!r} is not a valid classifier.")
    for classifier in sorted(given & set(deprecated_classifiers)):
        instead = deprecated_classifiers[classifier]
        advice = f", use one of {instead} instead." if instead else "."
        yield InvalidMetadata("classifier", f"The classifier {classifier!r} has been deprecated{advice}")


def url_faults(meta: Metadata) -> Iterator[InvalidMetadata]:
    for field, url in (("home-page", meta.home_page), ("download-url", meta.download_url)):
        if url is not None and not is_web_address(url):
            yield InvalidMetadata(field, f"{url!r} is not a valid url.")
    for label, url in (meta.project_urls or {}).items():
        if fault := project_url_fault(label, url):
            yield InvalidMetadata("project-url", fault)


def project_url_fault(label: str, url: str) -> str | None:
    if not label:
        return "Must have a label"
    if len(label) > LABEL_LIMIT:
        return f"{label!r} must be {LABEL_LIMIT} characters or less."
    if not url:
        return "Must have a URL"
    return None if is_web_address(url) else f"{url!r} is not a valid url"


def is_web_address(url: str) -> bool:
    from rfc3986 import exceptions, uri_reference, validators

    validator = validators.Validator().allow_schemes("http", "https").require_presence_of("scheme")
    validator.check_validity_of("scheme", "host", "port", "path", "query")
    try:
        validator.validate(uri_reference(url).normalize())
    except exceptions.RFC3986Exception:
        return False
    return True


def unparsed_dependency_faults(field: str, given: list[str] | None) -> Iterator[InvalidMetadata]:
    """`packaging` reads Requires-Dist, and leaves these two to the index."""
    for text in given or []:
        try:
            requirement = Requirement(text)
        except InvalidRequirement as fault:
            yield InvalidMetadata(field, f"{text!r} is invalid: {fault}")
            continue
        if requirement.url is not None:
            yield InvalidMetadata(field, f"Can't have direct dependency: {text!r}")
