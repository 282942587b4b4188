"""Parts of the traps put together by chance, always the same."""

import random

from shared import A, ALPHA, B, BETA, D, DELTA, E, G, H, HB, OTHER, PROJECT, T, Z, ZETA, case, sha

SEED = 20261122
MIXTURES = 160

# Whether such a line is met depends on which files there are: its mixtures would be about that.
ABOUT_FILES = ("option-no-binary", "option-only-binary")


def mixtures(named: list[dict]):
    """Parts of other files put together: lines that are right, now and then one that is not, in any layout."""
    chance = random.Random(SEED)
    faults = [one["files"]["requirements.txt"] for one in named if not one["id"].startswith(ABOUT_FILES)]
    faults = [text for text in faults if isinstance(text, str)]
    return [mixture(f"mix-{number:03}", chance, faults) for number in range(MIXTURES)]


GOOD = [(ALPHA, A), (BETA, B), (DELTA, D), (ZETA, Z), ("gamma==3.0rc1", G), ("eta==1!2.0", H), ("theta==4.0.post1", T), ("epsilon==1.0", E)]


def mixture(identity: str, chance: random.Random, faults: list[str]) -> dict:
    lines = [good_line(chance, *one) for one in chance.sample(GOOD, chance.randint(1, 5))]
    files = {}
    if chance.random() < 0.3:
        included = chance.randrange(len(lines))
        files["base_txt"] = lines[included] + "\n"
        lines[included] = chance.choice(["-r base.txt", "--requirement=base.txt", "--requirement base.txt # more"])
    if chance.random() < 0.25:
        files["c_txt"] = chance.choice(["alpha<9\n", "alpha==1.0\n", "zeta==2024.7.4\nalpha==1.0\n", "# none\n", HB + "\n"])
        lines.insert(0, chance.choice(["-c c.txt", "--constraint=c.txt"]))
    if chance.random() < 0.3:
        lines.insert(
            0,
            chance.choice(
                [
                    "--require-hashes",
                    "--index-url https://index.example/simple",
                    "# by a tool",
                    "--no-index",
                    "--pre",
                ]
            ),
        )
    if chance.random() < 0.45:
        fault = chance.choice(faults)
        lines.insert(chance.randint(0, len(lines)), fault.rstrip("\n"))
    if chance.random() < 0.2:
        lines.insert(chance.randint(0, len(lines)), "")
    end = chance.choice(["\n", "\n", "\n", "\r\n"])
    text = end.join(line.replace("\r\n", "\n").replace("\n", end) for line in lines) + chance.choice([end, end, ""])
    return case(identity, text, **files, project__pyproject_toml=PROJECT)


def good_line(chance: random.Random, requirement: str, filename: str) -> str:
    name, version = requirement.split("==")
    spelled = chance.choice([name, name, name.upper(), name.replace("-", "_")]) + chance.choice(["==", "==", " == "]) + version
    marker = chance.choice(["", "", "", ' ; python_version > "3"', " ; sys_platform == 'win32'", '; python_version < "4"'])
    hashes = [f"--hash={sha(filename, chance.choice(['sha256', 'sha256', 'sha512']))}"] + chance.choice([[], [], [OTHER]])
    chance.shuffle(hashes)
    gap = chance.choice([" ", " \\\n    ", " \\\n  "])
    return gap.join([spelled + marker, *hashes]) + chance.choice(["", "", "  # why", "\n    # via base"])
