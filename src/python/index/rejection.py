"""What a judge says of an upload that the index would refuse."""

from dataclasses import dataclass

METADATA_HELP = "See https://packaging.python.org/specifications/core-metadata for more information."


@dataclass(frozen=True)
class Rejection:
    """The status and the message, which travels in the reason phrase."""

    status: int
    message: str


def refused(message: str) -> Rejection:
    return Rejection(400, message)


def forbidden(message: str) -> Rejection:
    return Rejection(403, message)


def see(topic: str) -> str:
    """Where PyPI points to its help pages, this index points to its own."""
    return f"See /help/#{topic} for more information."
