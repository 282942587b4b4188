"""Faults on order: what a network or an index can do to a request, asked for by a test or a rehearsal."""

import threading
from dataclasses import dataclass

KINDS = ("status", "drop-before-store", "drop-after-store", "stall", "never-answer", "slow")


@dataclass
class Fault:
    """`seconds` is how long it holds, or how much slower it makes; `filename` narrows it to one file."""

    on: str
    kind: str
    status: int = 503
    reason: str = ""
    retry_after: int | None = None
    seconds: float = 60
    times: int = 1
    filename: str = ""


class FaultQueue:
    """First ordered, first used; each is used as often as it was ordered."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._faults.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def take(self, on: str, filename: str | None) -> Fault | None:
        """With None for a name that is not known yet, only faults that are for every file."""
        with self._lock:
            for fault in self._faults:
                if fault.on == on and (not fault.filename or (filename is not None and fault.filename in filename)):
                    fault.times -= 1
                    if fault.times <= 0:
                        self._faults.remove(fault)
                    return fault
        return None
