"""Requirements files with the traps that installers, and whoever judges files for them, fall into."""

from fileCases import empties, encodings, garbage, options
from includeCases import constraints, includes
from lineCases import comments, continuations, markers, names, placements
from mixtures import mixtures
from pinCases import digests_and_algorithms, pins
from referenceCases import duplicates, editables, references

# Every tool accepts them, though each passes over a part of a line, or takes it for something else than the next does.
MISREAD = {
    "place-require-behind",
    "place-pre-behind",
    "place-index-behind",
    "place-recursion-behind",
    "join-swallows-next",
    "option-flag-and-stray",
    "option-index-space-in-url",
    "option-trusted-host-bad",
}


def all_cases() -> list[dict]:
    named = [
        *pins(),
        *digests_and_algorithms(),
        *placements(),
        *continuations(),
        *comments(),
        *names(),
        *markers(),
        *references(),
        *editables(),
        *duplicates(),
        *includes(),
        *constraints(),
        *options(),
        *encodings(),
        *garbage(),
        *empties(),
    ]
    return [*named, *mixtures(named)]
