"""The built-in index: for rehearsals, tests and demonstrations. Run as `PYTHON -I -B src/python/index`.

Prints one JSON line with its addresses, serves the loopback only, and forgets everything when it ends.
"""

import argparse
import importlib
import json
import os
import signal
import tempfile
import threading

from controls import ControlHandler
from faults import FaultQueue
from loopback import Index, LoopbackServer
from server import PublicHandler
from store import Store
from tokens import TokenBooth


def main() -> None:
    arguments = read_arguments()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    with tempfile.TemporaryDirectory(prefix="countersign-index-", ignore_cleanup_errors=True) as folder:
        serve(Index(Store(folder), TokenBooth(), FaultQueue(), stopping), arguments)


def read_arguments() -> argparse.Namespace:
    about = "An index on this machine that judges uploads by PyPI's rules."
    parser = argparse.ArgumentParser(prog="index", description=about)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=0)
    parser.add_argument("--exit-with-stdin", action="store_true", help="end as soon as standard input is closed")
    return parser.parse_args()


def serve(index: Index, arguments: argparse.Namespace) -> None:
    public = LoopbackServer(arguments.port, PublicHandler, index)
    control = LoopbackServer(arguments.control_port, ControlHandler, index)
    for task in (public.serve_forever, control.serve_forever):
        threading.Thread(target=task, daemon=True).start()
    announce(public.url, control.url)
    if arguments.exit_with_stdin:
        threading.Thread(target=stop_with_stdin, args=(index.stopping,), daemon=True).start()
    threading.Thread(target=warm_up, daemon=True).start()
    while not index.stopping.wait(1):
        pass
    public.server_close()
    control.server_close()


def announce(public: str, control: str) -> None:
    urls = {"uploadUrl": f"{public}legacy/", "readUrl": f"{public}simple/", "webUrl": public, "controlUrl": control}
    print(json.dumps(urls, separators=(",", ":")), flush=True)


def stop_with_stdin(stopping: threading.Event) -> None:
    """By the descriptor: a thread that waits inside `sys.stdin` cannot be left behind at the end."""
    while os.read(0, 1024):
        pass
    stopping.set()


def warm_up() -> None:
    """What the first upload needs, loaded while the person is still reading."""
    for name in ("uploads", "pypitoken", "trove_classifiers", "readme_renderer.rst", "email_validator"):
        importlib.import_module(name)
    importlib.import_module("judge_project").standard_library_names()


if __name__ == "__main__":
    main()
