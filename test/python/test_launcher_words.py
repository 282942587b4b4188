"""What the launcher makes of an answer, where the reason phrase says nothing."""

import sys
import unittest
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

from places import PYTHON

sys.path.insert(0, str(PYTHON))

import launcher  # noqa: E402

BODIES = [
    ("<html><head><title>400 File already &#39;here&#39;</title></head><body><h1>x</h1></body></html>", "File already 'here'"),
    ("<h1>Not\n allowed</h1><p>Ask  an owner.</p>", "Not allowed Ask an owner."),
    ('{"message": "Package exists\\n"}', "Package exists"),
    ('{"error": "denied"}', "denied"),
    ("[1, 2]", "[1, 2]"),
    ("", ""),
    ("x" * 5000, "x" * 1000),
]


class Words(unittest.TestCase):
    def test_the_body_speaks(self):
        for body, words in BODIES:
            with self.subTest(body[:60]):
                self.assertEqual(launcher.body_words(body), words)

    def test_retry_after_is_seconds_or_a_date(self):
        later = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=90), usegmt=True)
        for text, seconds in (("30", 30), ("", None), ("soon", None), ("-5", None), ("Mon, 01 Jan 2024 00:00:00 GMT", 0)):
            self.assertEqual(launcher.seconds_until(text), seconds, text)
        self.assertAlmostEqual(launcher.seconds_until(later), 90, delta=3)


if __name__ == "__main__":
    unittest.main()
