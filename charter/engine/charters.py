"""What a scenario may say of the charters it names, found in the library or beside it."""

from pathlib import Path
from types import MappingProxyType

from charter.dates import Day
from charter.diagnostics import Diagnostic
from charter.engine.kept import load
from charter.rules.terms import Act
from charter.rules.treaty import Treaty
from charter.scenario import register
from charter.scenario.names import CharterNames


def doubts(name_or_path: str, *, base: Path | None = None) -> tuple[Diagnostic, ...]:
    """All that a check finds in a charter, its names held against the register of actors.

    >>> [each.code for each in doubts("liptako-gourma")]
    ['C207']
    """
    from charter.elaborate.check import check

    return check(name_or_path, base=base, meant=_meant)


def _meant(name: str) -> tuple[str, ...] | None:
    return None if register.find(name) else register.suggest(name)


def resolve(name: str, base: Path) -> CharterNames:
    """The names of a charter: its own, its parties, its articles and its readings.

    Raises ``Refused`` where there is no such charter, or it cannot be read.

    >>> resolve("liptako-gourma", Path()).aliases
    ('Liptako-Gourma Charter', 'AES')
    """
    treaty = load(name, base=base)
    aliases = tuple(each for each in (treaty.title, treaty.short_name) if each)
    numbers = tuple(each.number for each in treaty.articles)
    cited = (each.citation for each in treaty.provisions)
    limbs = (each.limb for each in cited if each.paragraph)
    articles = tuple(dict.fromkeys((*numbers, *limbs)))
    readings = tuple(each.name for each in treaty.readings)
    return CharterNames(
        treaty.name, aliases, treaty.parties, articles, readings, MappingProxyType(_signed(treaty))
    )


def _signed(treaty: Treaty) -> dict[str, Day]:
    acceded = {each.party for each in treaty.acts if each.act is Act.ACCESSION}
    return {
        each.party: Day(each.earliest, each.latest)
        for each in treaty.acts
        if each.act is Act.SIGNATURE and each.party not in acceded
    }
