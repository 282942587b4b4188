"""Writes test/data/packaging: what Python's packaging says of versions, requirements and specifiers.

Run it with a Python that has the newest `packaging`:

    python scripts/makePackagingCases.py

The same seed and the same release of packaging give the same files, byte for byte.
"""

import gzip
import json
from importlib.metadata import version as installed
from pathlib import Path

from packaging.markers import InvalidMarker, Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from packagingTexts import chance, marker, near_specifier, near_version, one_in, perhaps_mutated, pick, plain_marker, requirement, some_version, specifier

FOLDER = Path(__file__).resolve().parent.parent / "test" / "data" / "packaging"
COUNTS = {"versions": 7000, "order": 5500, "specifiers": 4000, "containment": 11000, "satisfiable": 3500, "requirements": 7500, "markers": 3000, "together": 2500}


def unique(make, count):
    seen = {}
    while len(seen) < count:
        seen.setdefault(make(), None)
    return list(seen)


def is_judged(text):
    # Case folding of one letter outside ASCII lets `packaging` take a specifier whose version it then refuses itself.
    return "\u017f" not in text and "\u212a" not in text


def version_row(text):
    try:
        parsed = Version(text)
    except InvalidVersion:
        return [text]
    return [text, str(parsed), parsed.local, int(parsed.is_prerelease)]


def order_row(pair):
    one, other = Version(pair[0]), Version(pair[1])
    return [pair[0], pair[1], (one > other) - (one < other)]


def valid_version():
    while True:
        text = some_version()
        if len(version_row(text)) > 1:
            return text


def respelled(text):
    """Another spelling, which may be of the same version."""
    text = pick([text, text.upper(), "v" + text.lstrip("vV"), text.replace("-", "_"), text.replace(".post", "-r"), text + ".0", " " + text])
    return text if len(version_row(text)) > 1 else valid_version()


def valid_pair():
    one = valid_version()
    return one, respelled(one) if one_in(4) else valid_version()


def clauses_of(specifiers):
    return sorted(str(one) for one in specifiers)


def specifier_row(text):
    try:
        return [text, ",".join(clauses_of(SpecifierSet(text)))]
    except InvalidSpecifier:
        return [text]


def containment_row(pair):
    text, wanted = pair
    among = SpecifierSet(text)
    return [text, wanted, int(among.contains(wanted)), int(among.contains(wanted, prereleases=False))]


def containment_case():
    while True:
        text = near_specifier() if chance.randrange(4) else specifier()
        if len(specifier_row(text)) > 1:
            return text, pick([near_version(), near_version(), some_version(), "latest" if one_in(10) else near_version()])


def satisfiable_case():
    while True:
        text = near_specifier()
        if len(specifier_row(text)) > 1:
            return text


def requirement_row(text):
    try:
        parsed = Requirement(text)
    except (InvalidRequirement, RecursionError):
        return [text]
    return [text, parsed.name, sorted(parsed.extras), ",".join(clauses_of(parsed.specifier)), parsed.url, int(parsed.marker is not None)]


PLATFORMS = [("win32", "nt", "Windows"), ("linux", "posix", "Linux"), ("darwin", "posix", "Darwin"), ("cygwin", "posix", "CYGWIN_NT-10.0"), ("freebsd14", "posix", "FreeBSD")]
PYTHONS = ["2.7.18", "3.5.0", "3.7.9", "3.8.0", "3.8.1", "3.8.10", "3.9.0", "3.10.0", "3.10.4", "3.11.2", "3.13.0", "4.0.0"]


def environments():
    for python in PYTHONS:
        for platform, os_name, system in PLATFORMS:
            for implementation in ("CPython", "PyPy", "GraalVM"):
                for machine, extra in (("x86_64", ""), ("arm64", "socks"), ("x86_64", "dev")):
                    yield {
                        "python_version": python.rpartition(".")[0],
                        "python_full_version": python,
                        "sys_platform": platform,
                        "os_name": os_name,
                        "platform_system": system,
                        "implementation_name": implementation.lower(),
                        "platform_python_implementation": implementation,
                        "platform_machine": machine,
                        "extra": extra,
                    }


ENVIRONMENTS = list(environments())


def can_hold_together(pair):
    one, other = Marker(pair[0]), Marker(pair[1])
    return int(any(one.evaluate(environment) and other.evaluate(environment) for environment in ENVIRONMENTS))


def is_marker(text):
    try:
        Marker(text)
    except (InvalidMarker, RecursionError):
        return 0
    return 1


def write(name, rows):
    text = json.dumps({"source": f"packaging {installed('packaging')}", "rows": rows}, ensure_ascii=True, separators=(",", ":"))
    path = FOLDER / f"{name}.json.gz"
    with path.open("wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=9, mtime=0) as packed:
        packed.write(text.encode("ascii"))
    print(f"{name}: {len(rows)} rows, {path.stat().st_size} bytes")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    write("versions", [version_row(text) for text in unique(lambda: perhaps_mutated(pick(["", "", " ", "\n"]) + some_version(), 3), COUNTS["versions"])])
    write("order", [order_row(pair) for pair in unique(valid_pair, COUNTS["order"])])
    write("specifiers", [specifier_row(text) for text in unique(lambda: perhaps_mutated(specifier(), 3), COUNTS["specifiers"]) if is_judged(text)])
    write("containment", [containment_row(pair) for pair in unique(containment_case, COUNTS["containment"])])
    write("satisfiable", [[text, int(not SpecifierSet(text).is_unsatisfiable())] for text in unique(satisfiable_case, COUNTS["satisfiable"])])
    write("requirements", [requirement_row(text) for text in unique(lambda: perhaps_mutated(requirement(), 2), COUNTS["requirements"]) if is_judged(text)])
    write("markers", [[text, is_marker(text)] for text in unique(lambda: perhaps_mutated(marker(), 2), COUNTS["markers"])])
    write("together", [[*pair, can_hold_together(pair)] for pair in unique(lambda: (plain_marker(), plain_marker()), COUNTS["together"])])


main()
