"""What every rule is made of: frozen models, and the words that carry them."""

import re

from pydantic import BaseModel, ConfigDict

HEADING = "heading"
"""What stands for an article's number where the lines at the top of a charter are cited."""


def limb(article: str | None, paragraph: str | None) -> str:
    """The number of an article with that of its paragraph, as one cites it.

    >>> limb("8", "3"), limb("4", "1(b)"), limb("6", None)
    ('8(3)', '4(1)(b)', '6')
    """
    marks = re.findall(r"[^\W_]+", paragraph or "")
    return (article or "") + "".join(f"({mark})" for mark in marks)


class Model(BaseModel):
    """A frozen value; a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Model):
    """Words of a charter that carry a part of a rule.

    ``start`` and ``end`` are offsets in characters in the charter's file, half-open. Where a
    reading replaced the words, ``text`` is what was read, the offsets are of the words replaced,
    and ``quotation`` has what was read in square brackets.
    """

    text: str
    start: int
    end: int
    quotation: str | None = None

    @property
    def quoted(self) -> str:
        """The words as one quotes them, so that nothing is put into the treaty's mouth."""
        return self.quotation or self.text


class Citation(Model):
    """The place in a treaty that a rule comes from.

    ``article`` is the number as cited ("6", "9-16"), "heading" for the lines at the top, or
    ``None`` for a bare clause; ``paragraph`` is the number or letter of the sentence ("2", "2(a)").
    """

    article: str | None
    words: Words
    paragraph: str | None = None

    @property
    def limb(self) -> str:
        """The number of the article with that of its paragraph: "8(3)"."""
        return limb(self.article, self.paragraph)


class Number(Model):
    """A figure that decides: a whole number or a share ("majority", "2/3", "all")."""

    value: int | str
    unit: str
