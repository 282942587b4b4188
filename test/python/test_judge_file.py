"""Every rejection of the file itself, by the exact start of its message."""

import gzip
import io
import os
import struct
import tempfile
import unittest
import warnings
import zipfile
from datetime import datetime, timedelta, timezone

import places  # noqa: F401
import samples

import judge
from artifact import Artifact, Digests, Known
from judge_platform import is_allowed

NOW = datetime(2026, 5, 1, tzinfo=timezone.utc)
WHEEL, SDIST = "demo_rehearsal-1.0-py3-none-any.whl", "demo_rehearsal-1.0.tar.gz"
INFO = "demo_rehearsal-1.0.dist-info"


def with_flag(data: bytes) -> bytes:
    """Sets the data descriptor's bit in the first local header."""
    return data[:6] + struct.pack("<H", 8) + data[8:]


def twice_the_same_name() -> bytes:
    stream = io.BytesIO(samples.wheel())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("demo_rehearsal/__init__.py", b"ANSWER = 43\n")
    return stream.getvalue()


def with_central_comment() -> bytes:
    stream = io.BytesIO(samples.wheel())
    with zipfile.ZipFile(stream, "a") as archive:
        entry = zipfile.ZipInfo("noted.txt")
        entry.comment = b"hello"
        archive.writestr(entry, b"")
    return stream.getvalue()


def renamed_locally(old=b"demo_rehearsal/__init__.py", new=b"demo_rehearsal/__evil__.py") -> bytes:
    return samples.wheel().replace(old, new, 1)


def local_size_off() -> bytes:
    data = bytearray(samples.wheel())
    data[22:26] = struct.pack("<L", 9999)
    return bytes(data)


def not_utf8() -> bytes:
    return samples.wheel(extra={"x\u00e9.py": b""}).replace("x\u00e9.py".encode(), b"x\xff\xfe.py")


def both_kinds() -> bytes:
    import tarfile

    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("empty"))
    return stream.getvalue() + samples.wheel()


def scripts(text: bytes) -> bytes:
    return samples.wheel(extra={f"{INFO}/entry_points.txt": text})


INVALID = "Invalid distribution file. "
ZIP = INVALID + "ZIP archive not accepted: "

# file name, bytes, changes to the form, start of the message (None: taken)
FILES = [
    (WHEEL, samples.wheel(), {}, None),
    (SDIST, samples.sdist(), {}, None),
    ("demo\x07.whl", b"", {}, "Cannot upload a file with non-printable characters (ordinals 0-31)"),
    ("demo\x7f.whl", b"", {}, "Cannot upload a file with non-printable"),
    ("../demo.whl", b"", {}, "Cannot upload a file with '/' or '\\' in the name."),
    ("a\\demo.whl", b"", {}, "Cannot upload a file with '/' or '\\' in the name."),
    ("demo-1.0.exe", b"", {}, "Invalid file extension: Use .tar.gz, .whl or .zip extension."),
    (WHEEL, b"", {"filetype": "sdist", "pyversion": "source"}, "Invalid file extension: Extension .whl is invalid for filetype sdist."),
    (WHEEL, samples.wheel(), {"sha256_digest": "0" * 64}, "The digest supplied does not match a digest calculated from the uploaded file."),
    (WHEEL, samples.wheel(), {"blake2_256_digest": "0" * 64}, "The digest supplied does not match"),
    (WHEEL, b"no archive", {}, INVALID + "File is not a zipfile"),
    (SDIST, b"no archive", {}, INVALID + "File is not a tarfile"),
    (SDIST, samples.sdist()[:-60], {}, INVALID),
    (WHEEL, both_kinds(), {}, INVALID + "File is both a zip and a tar file"),
    (WHEEL, samples.wheel(extra={"zeros": bytes(70 << 20)}), {}, INVALID + "File exceeds compression ratio of 50"),
    (WHEEL, samples.wheel(method=zipfile.ZIP_BZIP2), {}, INVALID + "File does not use a supported compression type"),
    ("demo-1.whl", samples.wheel(), {}, INVALID + "Unable to parse name and version from wheel filename"),
    (WHEEL, samples.wheel(without=["WHEEL"]), {}, INVALID + f"WHEEL not found at {INFO}/WHEEL"),
    (WHEEL, with_flag(samples.wheel()), {}, ZIP + "ZIP contains a data descriptor. See"),
    (WHEEL, twice_the_same_name(), {}, ZIP + "Duplicate filename in local headers"),
    (WHEEL, renamed_locally(), {}, ZIP + "Filename not in central directory"),
    (WHEEL, local_size_off(), {}, ZIP + "Mis-matched file size"),
    (WHEEL, with_central_comment(), {}, ZIP + "Comment in central directory"),
    (WHEEL, samples.wheel() + b"tail", {}, INVALID),
    (WHEEL, b"head" + samples.wheel(), {}, ZIP + "Unknown record signature"),
    (WHEEL, samples.wheel(extra={"a\x01b": b""}), {}, ZIP + "Invalid character in filename"),
    (SDIST, samples.sdist(files={"one/PKG-INFO": b"", "two/x": b""}), {}, INVALID + "Incorrect number of top-level directories in sdist"),
    (SDIST, samples.sdist(files={}), {}, INVALID + "Incorrect number of top-level directories in sdist"),
    (SDIST, samples.sdist(files={"demo/setup.py": b"", "demo/x": b""}), {}, INVALID + "PKG-INFO not found at demo/PKG-INFO"),
    (SDIST, samples.sdist(sparse=True), {}, INVALID + "tar archive not accepted: Sparse members are not allowed."),
    ("demo-rehearsal-1.0.tar.gz", samples.sdist(), {}, "Filename 'demo-rehearsal-1.0.tar.gz' is invalid, should be 'demo_rehearsal-1.0.tar.gz'."),
    ("demo_rehearsal-1.0.0.tar.gz", samples.sdist(), {}, "Filename 'demo_rehearsal-1.0.0.tar.gz' is invalid, should be"),
    ("other-1.0.tar.gz", samples.sdist(), {}, "Start filename for 'demo-rehearsal' with 'demo_rehearsal'."),
    ("demo_rehearsal.tar.gz", samples.sdist(), {}, "Invalid source distribution filename: demo_rehearsal.tar.gz"),
    (SDIST, samples.sdist(), {"license_file": ["LICENSE"]}, f"License-File LICENSE does not exist in distribution file {SDIST} at demo_rehearsal-1.0/LICENSE"),
    (WHEEL, samples.wheel(), {"license_file": ["LICENSE"]}, f"License-File LICENSE does not exist in distribution file {WHEEL} at {INFO}/licenses/LICENSE"),
    (WHEEL, samples.wheel(extra={f"{INFO}/licenses/LICENSE": b"MIT"}), {"license_file": ["LICENSE"]}, None),
    ("demo_rehearsal-1.0-none-any.whl", samples.wheel(), {}, "Invalid wheel filename (wrong number of parts): 'demo_rehearsal-1.0-none-any'"),
    ("demo_rehearsal-1.0-py3-none-linux_x86_64.whl", samples.wheel(), {}, "Binary wheel 'demo_rehearsal-1.0-py3-none-linux_x86_64.whl' has an unsupported platform tag 'linux_x86_64'."),
    ("other-1.0-py3-none-any.whl", samples.wheel(name="other"), {}, "Start filename for 'demo-rehearsal' with 'demo_rehearsal'."),
    ("Demo_Rehearsal-1.0-py3-none-any.whl", samples.wheel(name="Demo_Rehearsal"), {}, "Filename 'Demo_Rehearsal-1.0-py3-none-any.whl' should contain the normalized project name 'demo_rehearsal', not 'Demo_Rehearsal'."),
    ("demo_rehearsal-2.0-py3-none-any.whl", samples.wheel(version="2.0"), {}, "Version in filename should be '1.0' not '2.0'."),
    (WHEEL, samples.wheel(without=["RECORD"]), {}, f"Wheel '{WHEEL}' does not contain the required RECORD file: {INFO}/RECORD"),
    (WHEEL, scripts(b"[console_scripts]\n../evil = demo:main\n"), {}, f"Wheel '{WHEEL}' has invalid entry points defined in the entry_points.txt file"),
    (WHEEL, scripts(b"no section"), {}, f"Wheel '{WHEEL}' has invalid entry points"),
    (WHEEL, scripts(b"\xff\xfe"), {}, f"Wheel '{WHEEL}' has invalid entry points"),
    (WHEEL, scripts(b"[console_scripts]\ndemo-run = demo:main\n"), {}, None),
    (WHEEL, samples.wheel(without=["METADATA"]), {}, f"Wheel '{WHEEL}' does not contain the required METADATA file: {INFO}/METADATA"),
    (WHEEL, not_utf8(), {}, INVALID),
    (f"demo_rehearsal-1.0-py3-none-{'.'.join(['any'] * 60)}.whl", samples.wheel(), {}, "Filename is too long: "),
]

SAME = Digests("m", "s", "b")

# what the index knows already, file name, start of the message
PLACES = [
    ({"files": {SDIST: SAME}}, SDIST, f"File already exists ('{SDIST}', with blake2_256 hash '"),
    ({"retired": frozenset([SDIST])}, SDIST, "This filename was previously used by a file that has since been deleted."),
    ({"release_created": NOW - timedelta(days=14, seconds=1)}, SDIST, "Uploading new files to releases older than 14 days is not allowed."),
    ({"release_created": NOW - timedelta(days=14)}, SDIST, None),
    ({"release_has_sdist": True}, SDIST, "Only one sdist may be uploaded per release."),
    ({"release_has_sdist": True}, WHEEL, None),
    ({"project_size": 10 << 30}, WHEEL, "Project size too large. Limit for project 'demo-rehearsal' total size is 10 GB."),
]

PLATFORMS = {
    "any win32 win_amd64 manylinux1_x86_64 manylinux2014_ppc64le manylinux_2_28_riscv64 manylinux_2_17_ppc64 linux_armv7l": True,
    "musllinux_1_2_x86_64 macosx_10_9_intel macosx_11_0_arm64 macosx_26_0_universal2 ios_13_0_arm64_iphoneos": True,
    "android_21_arm64_v8a pyemscripten_2026_0_wasm32": True,
    "linux_x86_64 linux_aarch64 musllinux_1_2_ppc64 macosx_11_3_arm64 macosx_16_0_arm64 manylinux_2_28_loong64": False,
    "manylinux2014_riscv64 win_arm android_21_mips emscripten_3_1_wasm32 ios_13_0_i386_iphonesimulator": False,
}


class FileJudge(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def first_fault(self, filename, data, known=None, content_type="application/octet-stream", **changes):
        path = os.path.join(self.folder.name, "received")
        with open(path, "wb") as file:
            file.write(data)
        fields = samples.form("sdist" if filename.endswith(".tar.gz") else "bdist_wheel", data, **changes)
        artifact = Artifact(filename, content_type, path, len(data), judge.digests_of(path))
        rejection = judge.first(judge.rejections(fields, set(), artifact, known or Known("demo-rehearsal", NOW)))
        self.assertIn(rejection and rejection.status, (None, 400))
        return rejection.message if rejection else None

    def assert_starts(self, message, start):
        self.assertTrue(message is start if start is None else (message or "").startswith(start), f"{message!r}, wanted {start!r}")

    def test_each_file(self):
        for filename, data, changes, start in FILES:
            with self.subTest(filename=filename, start=start):
                self.assert_starts(self.first_fault(filename, data, **changes), start)

    def test_each_place_in_a_release(self):
        for known, filename, start in PLACES:
            with self.subTest(known):
                data = samples.sdist() if filename == SDIST else samples.wheel()
                self.assert_starts(self.first_fault(filename, data, Known("demo-rehearsal", NOW, **known)), start)

    def test_the_same_bytes_under_another_name_exist_already(self):
        data = samples.wheel()
        path = os.path.join(self.folder.name, "first")
        with open(path, "wb") as file:
            file.write(data)
        known = Known("demo-rehearsal", NOW, files={"elsewhere-1.0-py3-none-any.whl": judge.digests_of(path)})
        self.assert_starts(self.first_fault(WHEEL, data, known), f"File already exists ('{WHEEL}', with blake2_256 hash")
        known = Known("demo-rehearsal", NOW, files={WHEEL: judge.digests_of(path)}, release_created=NOW - timedelta(days=99))
        self.assertIsNone(self.first_fault(WHEEL, data, known))

    def test_refuses_pictures_and_untyped_files(self):
        for content_type in ("", "image/png"):
            self.assertEqual(self.first_fault(WHEEL, samples.wheel(), content_type=content_type), "Invalid distribution file.")

    def test_refuses_a_file_over_the_limit(self):
        self.assert_starts(
            self.first_fault(WHEEL, bytes((100 << 20) + 1)), "File too large. Limit for project 'demo-rehearsal' is 100 MB."
        )

    def test_a_corrupt_gzip_stream_is_no_archive(self):
        data = bytearray(samples.sdist())
        data[len(data) // 2] ^= 0xFF
        self.assert_starts(self.first_fault(SDIST, bytes(data)), INVALID)
        self.assert_starts(self.first_fault(SDIST, gzip.compress(b"no tar")), INVALID + "File is not a tarfile")

    def test_each_platform(self):
        for platforms, allowed in PLATFORMS.items():
            for platform in platforms.split():
                with self.subTest(platform):
                    self.assertEqual(is_allowed(platform), allowed)


if __name__ == "__main__":
    unittest.main()
