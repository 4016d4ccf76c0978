"""A treaty as it is read under one choice of readings."""

from datetime import date

from charter.rules.model import Model, Words
from charter.rules.provision import Provision
from charter.rules.terms import Act

SCHEMA = "charter/rules/1"


class ActOn(Model):
    """A dated act of a state towards the treaty, as its heading states it.

    The day lies between ``earliest`` and ``latest``, both included; both ``None`` means that the
    act's date (or whether it was done) is not known.
    """

    party: str
    act: Act
    earliest: date | None
    latest: date | None
    words: Words


class ArticleText(Model):
    """An article's number, title and words, a line for each of its numbered paragraphs.

    ``gap`` is what the charter says was not seen; it is no part of the words.
    """

    number: str
    title: str | None
    text: str
    gap: str | None = None


class Reading(Model):
    """One interpretation of a contested point, with the reason for it.

    ``point`` names what is contested; readings of one point exclude each other, and exactly one
    of them is the default. ``is_found`` is true of a reading that the charter does not state, but
    that its words leave open.
    """

    name: str
    point: str
    reason: str
    is_default: bool
    is_found: bool = False


class Treaty(Model):
    """A treaty's rules, and what a report needs to cite them.

    ``name`` is the charter's name in the library or the stem of its file; ``chosen`` names the
    readings under which ``provisions`` were read, one for each contested point.
    """

    schema_version: str = SCHEMA
    name: str
    title: str
    short_name: str | None
    parties: tuple[str, ...]
    acts: tuple[ActOn, ...] = ()
    source: str | None = None
    note: str | None = None
    articles: tuple[ArticleText, ...] = ()
    provisions: tuple[Provision, ...] = ()
    readings: tuple[Reading, ...] = ()
    chosen: tuple[str, ...] = ()
    path: str | None = None

    @property
    def label(self) -> str:
        """The name by which reports cite the treaty: its short name, else its title."""
        return self.short_name or self.title

    @property
    def taken(self) -> tuple[str, ...]:
        """The readings chosen that are worth naming: not the defaults of what words leave open."""
        usual = {each.name for each in self.readings if each.is_found and each.is_default}
        return tuple(name for name in self.chosen if name not in usual)

    def article_text(self, number: str | None) -> str | None:
        """The words of an article, or ``None`` where the charter has no such article."""
        return next((each.text for each in self.articles if each.number == number), None)
