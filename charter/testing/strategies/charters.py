"""The text of made-up charter files, in words that the grammar reads."""

from datetime import date

from hypothesis import strategies as st

from charter.testing.strategies.cast import PLACES, STATES, dates

CLAUSES = (
    "If an armed attack occurs against a Party, the other Parties shall assist it.",
    "Any attack on the territorial integrity of one or more Parties shall be considered an "
    "aggression against the other Parties and shall give rise to a duty of assistance by all the "
    "Parties, individually or collectively, including the use of armed force.",
    "Each Party shall refrain from the threat or use of force against another Party.",
    "No Party shall blockade the ports, roads or coasts of another Party.",
    "The Parties undertake to combat terrorism in all its forms in the common area.",
    "In the event of a threat to the security of a Party, the Parties shall consult together.",
    "Should an invasion of a Party occur, the other Parties shall assist it by all means, unless "
    "the Council decides otherwise.",
    "If a Party is attacked by a third State, the other Parties shall assist it until peace is "
    "restored.",
    "Aggression also includes any attack on the ships or aircraft of a Party.",
    "The Parties shall prevent and settle any armed rebellion in the territory of the Parties.",
    "No Party shall allow armed groups to attack another Party from its territory.",
    "Any Party may denounce this Charter in writing, with six months' notice.",
    "This Charter is open to any State. Accession requires the unanimous agreement of the Parties.",
    "The Parties shall whistle at dawn.",
)
CONTESTED = (
    "Any attack on the sovereignty and political independence of one or more Parties shall give "
    "rise to a duty of assistance by all the Parties."
)
READINGS = """\
Reading "either" (default)
  In Article 1, "sovereignty and political independence" means either.
  Reason: "and" lists them.

Reading "both"
  In Article 1, "sovereignty and political independence" means both.
  Reason: "and" joins them.

Reading "any infringement"
  In Article 1, "attack" means infringement.
  Reason: an attack is one of several infringements.

Reading "attack alone" (default)
  In Article 1, "attack" means attack.
  Reason: the words say no more.
"""


@st.composite
def charters(draw: st.DrawFn, *, contested: bool | None = None) -> str:
    """The text of a small charter that can be read, in canonical layout.

    Its clauses are of many kinds, and one of them cannot be read in full. A ``contested`` charter
    has readings of its first article; ``None`` leaves open whether it has.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None, database=None)
    ... @given(charters())
    ... def a_charter_begins_with_its_name(text):
    ...     assert text.startswith("Charter: Pact of Strelsau\\n")
    >>> a_charter_begins_with_its_name()
    """
    from charter.source import Source
    from charter.syntax.layout import format_charter

    parties = STATES[: draw(st.integers(2, len(STATES)))]
    is_contested = draw(st.booleans()) if contested is None else contested
    clauses = draw(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=4, unique=True))
    articles = [CONTESTED, *clauses] if is_contested else clauses
    parts = [
        *draw(_heading(parties)),
        *(_article(number, clause) for number, clause in enumerate(articles, 1)),
        READINGS if is_contested else "",
    ]
    return format_charter(Source("made-up.charter", "\n".join(parts)))


@st.composite
def _heading(draw: st.DrawFn, parties: tuple[str, ...]) -> list[str]:
    lines = [
        f"Charter: Pact of {PLACES[0]}",
        "Short name: Pact",
        f"Parties: {', '.join(parties)}",
    ]
    signed = draw(st.none() | dates())
    if signed:
        lines.append(f"Signed: {written(signed)}, at {PLACES[0]}")
    for party in parties:
        day = draw(st.none() | _act_days())
        if day:
            lines.append(f"Ratification: {party}, {day}")
    entries = ("on signature", "on ratification by all the Parties", "on 1 March 1950")
    entry = draw(st.none() | st.sampled_from(entries))
    return [*lines, f"In force: {entry}"] if entry else lines


def _act_days() -> st.SearchStrategy[str]:
    one = dates().map(written)
    either = st.tuples(one, one).map(" or ".join)
    return st.one_of(one.map("on {}".format), either.map("on {}".format), st.just("not known"))


def _article(number: int, clause: str) -> str:
    ordinals = ("first", "second", "third", "fourth", "fifth")
    return f"\nArticle {number}. Of the {ordinals[number - 1]} matter\n{clause}\n"


def written(day: date) -> str:
    """A date as texts write it.

    >>> written(date(1950, 3, 1))
    '1 March 1950'
    """
    return f"{day.day} {day:%B %Y}"
