"""Charters made up for the coding sheet, and what the sheet says of them."""

from charter.coding.sheet import Sheet, sheet
from charter.elaborate.charter import read_charter, treaty
from charter.source import Source

TWO = ("Ruritania", "Graustark")
THREE = (*TWO, "Strelsau")


def coded(*articles: str, parties: tuple[str, ...] = TWO) -> Sheet:
    """The sheet of a charter of these articles."""
    return sheet(treaty(read_charter(Source("made.charter", text(articles, parties)), "made")))


def text(articles: tuple[str, ...], parties: tuple[str, ...]) -> str:
    acts = "Signed: 1 May 1900\nIn force: on signature\n"
    head = f"Charter: Pact\nParties: {', '.join(parties)}\n{acts}"
    numbered = (f"\nArticle {at}. Matter\n  {each}\n" for at, each in enumerate(articles, start=1))
    return head + "".join(numbered)


def values(found: Sheet) -> dict[str, int | None]:
    return {column: each.value for column, each in found.alliance.items()}


def not_zero(found: Sheet) -> dict[str, int | None]:
    """The columns whose code is not 0."""
    return {column: value for column, value in values(found).items() if value != 0}
