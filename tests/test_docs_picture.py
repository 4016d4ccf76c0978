"""The picture in the README shows what the report says today."""

import html
import re
import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def words(svg: str) -> list[str]:
    """The words of a picture, whatever its letters look like."""
    return html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).split()


def test_the_picture_is_of_the_report():
    drawn = runpy.run_path(str(DOCS / "picture.py"))["picture"]()
    kept = (DOCS / "report.svg").read_text("utf-8")
    assert len(words(kept)) > 100
    assert words(kept) == words(drawn), "draw it again: python docs/picture.py"


def test_the_picture_fetches_nothing():
    kept = (DOCS / "report.svg").read_text("utf-8")
    addresses = set(re.findall(r"https?://[^\s\"'<)]+", kept))
    assert addresses == {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
