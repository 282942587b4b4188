"""Where the code under test lies. Importing this makes the index's modules importable, as running its folder does."""

import pathlib
import sys

PYTHON = pathlib.Path(__file__).resolve().parents[2] / "src" / "python"
INDEX, LAUNCHER = str(PYTHON / "index"), str(PYTHON / "launcher.py")

if INDEX not in sys.path:
    sys.path.insert(0, INDEX)
