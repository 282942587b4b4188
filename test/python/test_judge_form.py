"""Every rejection of the form and its metadata, by the exact start of its message; and a quiet example."""

import unittest

import places  # noqa: F401
import samples

import judge
from artifact import Artifact, Known
from datetime import datetime, timezone

# the change to a good form, and how the message starts
FORM = [
    ({"name": "-demo"}, "'-demo' is an invalid value for Name. Error: Start and end with a letter or numeral containing only ASCII"),
    ({"name": None}, "'' is an invalid value for Name. Error: This field is required."),
    ({"name": "dem\u00f6"}, "'dem\u00f6' is an invalid value for Name."),
    ({"name": "x" * 60 + "-"}, "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxxxxxxxxxxxxxx-' is an invalid value for Name."),
    ({"filetype": "bdist_egg"}, "Invalid value for filetype. Error: Use a known file type."),
    ({"filetype": None}, "Invalid value for filetype. Error: This field is required."),
    ({"pyversion": None}, "Invalid value for pyversion. Error: Python version is required for binary distribution uploads."),
    ({"filetype": "sdist", "pyversion": "py3"}, "Invalid value for pyversion. Error: Use 'source' as Python version for an sdist."),
    ({"sha256_digest": None}, "Error: Include at least one message digest."),
    ({"sha256_digest": "12"}, "Invalid value for sha256_digest. Error: Use a valid, hex-encoded, SHA256 message digest."),
    ({"blake2_256_digest": "zz"}, "Invalid value for blake2_256_digest. Error: Use a valid, hex-encoded, BLAKE2 message digest."),
    ({"protocol_version": "2"}, "Unknown protocol version."),
]

METADATA = [
    ({"metadata_version": "2.0"}, "'2.0' is not a valid metadata version"),
    ({"metadata_version": "9.9"}, "'9.9' is not a valid metadata version"),
    ({"metadata_version": None}, "None is not a valid metadata version"),
    ({"version": None}, "'version' is a required field"),
    ({"version": "one"}, "'one' is invalid for 'version'"),
    ({"version": "1.0+local"}, "The use of local versions in '1.0+local' is not allowed."),
    ({"summary": "two\nlines"}, "'summary' must be a single line"),
    ({"summary": "x" * 513}, "'summary' field must be 512 characters or less."),
    ({"description_content_type": "text/html"}, "'description-content-type' must be one of ["),
    ({"description_content_type": "text/markdown; charset=latin-1"}, "'description-content-type' can only specify the UTF-8 charset, not 'latin-1'"),
    ({"description_content_type": "text/markdown; variant=Odd"}, "valid Markdown variants for 'description-content-type' are ["),
    ({"requires_python": "three"}, "'three' is invalid for 'requires-python'"),
    ({"requires_dist": ["!!"]}, "'!!' is invalid for 'requires-dist'"),
    ({"requires_dist": ["other @ https://files.example/o.whl"]}, "Can't have direct dependency: other @ https://files.example/o.whl"),
    ({"provides_dist": ["!!"]}, "'!!' is invalid"),
    ({"obsoletes_dist": ["o @ https://files.example/o.whl"]}, "Can't have direct dependency: 'o @ https://files.example/o.whl'"),
    ({"provides_extra": ["-bad-"]}, "'-bad-' is invalid for 'provides-extra'"),
    ({"license_expression": "Nonsense"}, "'Nonsense' is invalid for 'license-expression'"),
    ({"license": "MIT", "license_expression": "MIT"}, "License is deprecated when License-Expression is present."),
    ({"license_file": ["../LICENSE"]}, "'../LICENSE' is invalid for 'license-file'"),
    ({"license_file": ["LICEN*"]}, "'LICEN*' is invalid for 'license-file'"),
    ({"dynamic": ["Name"]}, "'name' is not allowed as a dynamic field"),
    ({"dynamic": ["Colour"]}, "'colour' is not a valid dynamic field"),
    ({"metadata_version": "2.1", "license_expression": "MIT"}, "license-expression introduced in metadata version 2.4"),
    ({"metadata_version": "2.5", "import_name": ["1x"]}, "'1x' is invalid for 'import-name'"),
    ({"classifiers": ["Private :: Do Not Upload"]}, "'Private :: Do Not Upload' is not a valid classifier."),
    ({"classifiers": ["Natural Language :: Ukranian"]}, "The classifier 'Natural Language :: Ukranian' has been deprecated, use one of"),
    ({"home_page": "ftp://files.example"}, "'ftp://files.example' is not a valid url."),
    ({"download_url": "somewhere"}, "'somewhere' is not a valid url."),
    ({"project_urls": [", https://x.example"]}, "Must have a label"),
    ({"project_urls": ["x" * 33 + ", https://x.example"]}, f"'{'x' * 33}' must be 32 characters or less."),
    ({"project_urls": ["Home"]}, "Must have a URL"),
    ({"project_urls": ["Home, mailto:x"]}, "'mailto:x' is not a valid url"),
    ({"project_urls": ["Home, https://a.example", "Home, https://b.example"]}, "'project_urls' has invalid data"),
    ({"author_email": "anna@home"}, "'anna@home' is not a valid email address: "),
    ({"maintainer_email": "Anna <a..b@x.example>"}, "'a..b@x.example' is not a valid email address: "),
    ({"summary": ["one", "two"]}, "'summary' has invalid data"),
]

NAMES = [
    ("json", "The name 'json' isn't allowed (conflict with Python Standard Library module name)."),
    ("OS.path", "The name 'OS.path' isn't allowed (conflict"),
    ("d3mo-rehearsa1", None),
    ("dem0rehearsaI", "The name 'dem0rehearsaI' is too similar to an existing project."),
    ("_x_", "The name '_x_' is invalid."),
    ("another-demo", None),
]

DESCRIPTIONS = [
    ({"description": "Hello\n=====\n"}, None),
    ({"description": "Hello\n==\n\n.. bad::\n"}, "The description failed to render in the default format of reStructuredText."),
    ({"description": "`open\n\n.. bad::", "description_content_type": "text/x-rst"}, "The description failed to render for 'text/x-rst'."),
    ({"description": "# fine `open", "description_content_type": "text/markdown"}, None),
    ({"description": "`anything", "description_content_type": "text/plain"}, None),
]


def first_fault(**changes) -> str | None:
    fields = samples.form(**changes)
    if rejection := judge.first(judge.form_rejections(fields, set())):
        return rejection.message
    meta = judge.read_metadata(fields)
    if isinstance(meta, judge.Rejection):
        return meta.message
    rejection = judge.first(judge.description_rejections(meta))
    return rejection.message if rejection else None


class FormJudge(unittest.TestCase):
    def test_takes_a_good_form(self):
        good = {"summary": "x" * 512, "author_email": "Anna <anna@x.example>", "home_page": "https://x.example", "requires_dist": ["other>=1"]}
        self.assertIsNone(first_fault(**good, classifiers=["Programming Language :: Python :: 3"], project_urls=["Home, https://x.example"]))

    def test_refuses_each_faulty_form(self):
        for change, start in FORM:
            with self.subTest(change):
                self.assert_starts(first_fault(**change), start)

    def test_refuses_each_faulty_metadata_field(self):
        for change, start in METADATA:
            with self.subTest(change):
                message = first_fault(**change)
                self.assert_starts(message, start)
                self.assertTrue(message.endswith("for more information."), message)

    def test_names_the_most_telling_field_first(self):
        self.assert_starts(first_fault(version="1+l", summary="x" * 600, classifiers=["x"]), "The use of local versions")

    def test_refuses_fields_that_came_as_files(self):
        rejection = judge.first(judge.form_rejections(samples.form(), {"summary"}))
        self.assertEqual(rejection.message, "summary: Should not be a tuple.")

    def test_judges_the_name_of_a_new_project(self):
        for name, start in NAMES:
            with self.subTest(name):
                rejection = judge.first(judge.new_project_rejections(name, ["demo-rehearsal"]))
                self.assert_starts(rejection.message if rejection else None, start)

    def test_renders_the_description(self):
        for change, start in DESCRIPTIONS:
            with self.subTest(change):
                self.assert_starts(first_fault(**change), start)

    def test_a_preflight_sees_more_than_the_first_fault(self):
        data = samples.wheel()
        known = Known("demo-rehearsal", datetime.now(timezone.utc))
        artifact = Artifact("Demo-2.0-py3-none-linux_x86_64.whl", "application/octet-stream", self.written(data), len(data), None)
        artifact = Artifact(*[getattr(artifact, name) for name in ("filename", "content_type", "path", "size")], judge.digests_of(artifact.path))
        messages = [each.message for each in judge.rejections(samples.form(data=data), set(), artifact, known)]
        self.assertTrue(any("unsupported platform tag 'linux_x86_64'" in message for message in messages), messages)
        self.assertTrue(any(message.startswith("Start filename for") for message in messages), messages)

    def written(self, data: bytes) -> str:
        import os
        import tempfile

        handle, path = tempfile.mkstemp()
        self.addCleanup(os.remove, path)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        return path

    def assert_starts(self, message: str | None, start: str | None):
        self.assertTrue(message is start if start is None else (message or "").startswith(start), f"{message!r}, wanted {start!r}")


if __name__ == "__main__":
    unittest.main()
