"""Texts for makePackagingCases.py: versions, specifiers, requirements and markers at random, right and damaged."""

import random

SEED = 20261122

chance = random.Random(SEED)
pick = chance.choice


def one_in(number):
    return chance.randrange(number) == 0


def number():
    kind = chance.randrange(12)
    if kind < 8:
        return str(chance.randrange(4))
    if kind == 8:
        return str(chance.randrange(200))
    if kind == 9:
        return "0" * chance.randrange(1, 3) + str(chance.randrange(3))
    return pick(["20240131", "9007199254740992", "9007199254740993", "10", "99", "20240131093015123", "18446744073709551616", "9"])


def release():
    return ".".join(number() for _ in range(pick([1, 2, 2, 2, 3, 3, 4])))


def mixed_case(text):
    return text.upper() if one_in(8) else text


def pre():
    letter = pick(["a", "b", "rc", "rc", "alpha", "beta", "c", "pre", "preview"])
    return pick(["", "", "", ".", "-", "_"]) + mixed_case(letter) + pick(["", "", ".", "-", "_"]) + pick([number(), number(), ""])


def post():
    if one_in(4):
        return "-" + number()
    letter = pick(["post", "post", "rev", "r"])
    return pick([".", ".", "", "-", "_"]) + mixed_case(letter) + pick(["", "", ".", "-", "_"]) + pick([number(), number(), ""])


def dev():
    return pick([".", ".", "", "-", "_"]) + mixed_case("dev") + pick(["", "", ".", "-"]) + pick([number(), number(), ""])


def local():
    parts = [pick(["cu121", "cpu", "1", "0", "ubuntu", "01", "abc", "g1a2b3c", "10", "deadbeef", "A"]) for _ in range(pick([1, 1, 2, 3]))]
    return "+" + pick([".", ".", "-", "_"]).join(parts)


def version(with_local=True):
    text = release()
    if one_in(12):
        text = number() + "!" + text
    if one_in(3):
        text += pre()
    if one_in(5):
        text += post()
    if one_in(6):
        text += dev()
    if with_local and one_in(6):
        text += local()
    return "v" + text if one_in(20) else text


# Near each other, so that bounds are met rather than passed.
TAILS = ["", "", "", "a1", "a2", "b1", "rc1", "rc2", ".post0", ".post1", ".dev0", ".dev1", "a1.dev1", ".post1.dev1", "rc1.post1", "a1.post1.dev2"]
HEADS = ["1", "1.0", "1.0.0", "1.1", "1.0.1", "2", "2.0", "0", "0.0", "0.9", "1.0.0.0", "1!1.0", "1!0", "1.10", "1.9", "10", "0.0.0.1"]


def near_version(with_local=True):
    text = pick(HEADS) + pick(TAILS)
    return text + (pick(["+cpu", "+1", "+cpu.1", "+0"]) if with_local and one_in(6) else "")


def some_version(with_local=True):
    return near_version(with_local) if chance.randrange(3) else version(with_local)


ODD = [" ", "  ", "\t", "\n", ",", ";", "@", "(", ")", "[", "]", "=", "<", ">", "!", "~", "^", "*", ".*", ".", "-", "_", "+", "#", "'", '"', "\\"]
ODDER = ["\u00a0", "\u2003", "\ufeff", "\x1c", "\x85", "\u200b", "\u202e", "\u0430", "\u03bf", "\uff11", "\u0661", "\u00e9", "\U0001f40d", "\x00", "\u2265", "\u0301"]
WORDS = ["and", "or", "in", "not", "a1", "rc", "dev", "post", "1.0", "x", "==", ">=", "===", "v", "0", "9", "python_version", "extra", "e", "\\n", "\\x4", "egg"]


def odd():
    return pick(pick([ODD, ODD, ODD, WORDS, WORDS, ODDER]))


def mutated(text):
    for _ in range(pick([1, 1, 1, 2, 3])):
        at = chance.randrange(len(text) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            text = text[:at] + odd() + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + 1 :]
        elif kind == 2:
            text = text[:at] + odd() + text[at + 1 :]
        elif kind == 3 and len(text) > 1:
            at = min(at, len(text) - 2)
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        else:
            text = text[:at] + text[max(0, at - chance.randrange(1, 5)) :]
    return text


def blank(most=2):
    return pick(["", "", " ", " ", "  ", "\t"][: most * 3])


def clause():
    operator = pick(["==", ">=", ">=", "<", "<", "!=", "~=", "<=", ">", "==="])
    if operator in ("==", "!="):
        wanted = release() + ".*" if one_in(4) else some_version()
    elif operator == "===":
        wanted = pick([some_version(), "foo", "1.0.*", "latest", ""])
    else:
        wanted = some_version(with_local=one_in(12))
    return operator + pick(["", "", "", " "]) + wanted


def near_clause():
    operator = pick(["==", "==", ">=", "<", "!=", "~=", "<=", ">"] if chance.randrange(12) else ["==="])
    if operator in ("==", "!=") and one_in(3):
        return operator + pick([head for head in HEADS]) + ".*"
    if operator == "~=":
        return operator + pick([head for head in HEADS if "." in head]) + pick(TAILS)
    return operator + near_version(with_local=operator in ("==", "!=", "==="))


def specifier():
    return pick([",", ",", ", ", " ,"]).join(clause() for _ in range(pick([1, 1, 2, 2, 3])))


def near_specifier():
    return ",".join(near_clause() for _ in range(pick([1, 1, 2, 2, 3, 4])))


NAMES = ["requests", "idna", "ruamel.yaml", "zope.interface", "typing_extensions", "A", "x2", "3to2", "Django", "my--pkg", "a_", "b.", "-c", "_d", "Pillow", "os_name"]


def extras():
    if chance.randrange(3):
        return ""
    names = [pick(["socks", "security", "a", "b_c", "d.e", "X", "_", "1"]) for _ in range(pick([0, 1, 1, 2, 3]))]
    return blank() + "[" + blank() + (blank(1) + ",").join(blank(1) + name for name in names) + blank() + "]"


URLS = [
    "https://files.example/x-1.0.zip",
    "git+https://git.example/a/b.git@main#egg=b&subdirectory=c",
    "file:///srv/x.whl",
    "x",
    "https://files.example/x.whl#sha256=" + "0" * 64,
    "git+ssh://git@git.example/a/b.git@" + "a" * 40,
    "https://user:pass@files.example/%20x;y",
    "./here",
]

VALUES = {
    "python_version": ["3.8", "3.10", "2.7", "3", "3.8.*", "2.7, 3.5"],
    "python_full_version": ["3.8.1", "3.10.0rc1", "3.9.*"],
    "sys_platform": ["win32", "linux", "darwin", "cygwin"],
    "os_name": ["nt", "posix"],
    "platform_system": ["Windows", "Linux", "Darwin"],
    "platform_machine": ["x86_64", "arm64"],
    "platform_release": ["5.10"],
    "platform_version": ["#1 SMP"],
    "implementation_name": ["cpython", "pypy"],
    "implementation_version": ["3.8"],
    "platform_python_implementation": ["CPython", "PyPy"],
    "extra": ["socks", "a_B", "dev"],
    "extras": ["socks"],
    "dependency_groups": ["test"],
    "python_implementation": ["CPython"],
    "os.name": ["nt"],
    "sys.platform": ["win32"],
    "platform.machine": ["x86"],
    "platform.version": ["1"],
    "platform.python_implementation": ["PyPy"],
}
ESCAPES = ["\\n", "\\x41", "\\u0041", "\\", "\\x4", "\\U00110000", "\\U0001f40d", "\\101", "\\q", "\\\n", "\n", "\t", "\\'", '\\"', "\\\\"]


def value(text):
    if one_in(25):
        text += pick(ESCAPES) + pick(["", "x"])
    quote = pick(['"', '"', "'"])
    return quote + text + quote


def comparison():
    variable = pick(["python_version", "python_version", "sys_platform", "extra", *VALUES])
    operator = pick(["==", ">=", "<", "<=", ">", "!=", "~=", "===", "in", "not in", "not  in", "=", "is"][: 11 if chance.randrange(15) else 13])
    text = value(pick(VALUES[variable]))
    gap = " " if operator.isidentifier() or " " in operator else blank()
    left, right = (text, variable) if one_in(5) else (variable, text)
    return left + gap + operator + gap + right


def marker(depth=0):
    parts = [marker(depth + 1) if depth < 3 and one_in(5) else comparison() for _ in range(pick([1, 1, 1, 2, 2, 3]))]
    text = parts[0]
    for part in parts[1:]:
        text += " " + pick(["and", "or"]) + " " + part
    return "(" + blank() + text + blank() + ")" if one_in(4) or depth else text


TOGETHER = {
    "python_version": (["==", "!=", "<", "<=", ">", ">="], ["2.7", "3.8", "3.9", "3.10", "3"]),
    "python_full_version": (["<", ">=", "=="], ["3.8.1", "3.10.0", "3.8"]),
    "sys_platform": (["==", "!=", "in"], ["win32", "linux", "darwin", "linux darwin"]),
    "os_name": (["==", "!="], ["nt", "posix"]),
    "platform_system": (["==", "!="], ["Windows", "Linux", "Darwin"]),
    "platform_python_implementation": (["==", "!="], ["CPython", "PyPy"]),
    "implementation_name": (["==", "!="], ["cpython", "pypy"]),
    "platform_machine": (["==", "!="], ["x86_64", "arm64"]),
    "extra": (["=="], ["socks", "dev"]),
}


def plain_marker(depth=0):
    parts = []
    for _ in range(pick([1, 1, 2, 2, 3])):
        variable = pick(["python_version", "python_version", "sys_platform", *TOGETHER])
        operators, values = TOGETHER[variable]
        parts.append(f'({plain_marker(1)})' if depth == 0 and one_in(6) else f'{variable} {pick(operators)} "{pick(values)}"')
    return pick([" and ", " and ", " or "]).join(parts)


def requirement():
    text = pick(["", "", "", " "]) + pick(NAMES) + extras()
    if one_in(6):
        text += blank() + "@" + blank() + pick(URLS)
        if one_in(2):
            text += pick([" ", " ", "  ", ""]) + ";" + blank() + marker()
        return text + pick(["", "", " "])
    written = pick(["", specifier(), specifier(), specifier()])
    text += blank() + ("(" + blank() + written + blank() + ")" if one_in(6) else written)
    text += pick(["", "", "", ","]) if one_in(10) else ""
    if one_in(3):
        text += blank() + ";" + blank() + marker()
    return text + pick(["", "", "", " "])


def perhaps_mutated(text, share=2):
    return mutated(text) if one_in(share) else text
