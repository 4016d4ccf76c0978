"""The text of made-up scenario files, in sentences that the grammar reads."""

from hypothesis import strategies as st

from charter.elaborate.library import load
from charter.testing.strategies.cast import (
    GROUP,
    ORGANISATION,
    OUTSIDER,
    PLACES,
    dates,
    some_of,
)
from charter.testing.strategies.charters import written
from charter.testing.strategies.worlds import LABELS

DEEDS = (
    "launches an armed attack on",
    "attacks",
    "invades",
    "blockades",
    "shells",
    "threatens to use force against",
    "imposes sanctions on",
    "takes up arms against",
    "carries out a terrorist attack on",
)
WITH = (
    "",
    " without provocation",
    " by armed forces",
    f" in {PLACES[0]}",
    f" near {PLACES[1]}",
    " from its territory",
)
GIVEN = (
    f"{OUTSIDER} is a state.",
    f"{ORGANISATION} is an international organisation.",
    f"{GROUP} is an armed group.",
)
FACTS = (
    "{event} is not unprovoked.",
    "{event} is an invasion.",
    "{event} infringes the sovereignty of {party}.",
    "{event} does not strike {party}.",
    "{event} strikes the forces of {party}.",
    "{party} did not carry out {event}.",
    "it is not known who carried out {event}.",
    "it is not known when {event} happened.",
    "{party} is not a party.",
    "{party} requests assistance.",
    "armed forces are used in {event}.",
    "security is not restored.",
    'it is the case that "peace and stability break down".',
)
EXPECTED = (
    "nobody owes anything.",
    "{party} owes {other} assistance.",
    "{party} does not owe {other} anything, because {event} is not an armed attack.",
    "it is undetermined whether {party} owes {other} assistance.",
    "{party} breaches Article 1.",
    "contested: {party} must assist {other}.",
)


@st.composite
def scenarios(draw: st.DrawFn, *, charter: str = "liptako-gourma") -> str:
    """The text of a scenario file that can be read, in canonical layout.

    It is a what-if under ``charter``, a library name or a path, with a variation or none. What it
    expects need not hold: it is there to be read, not to be believed.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None, database=None)
    ... @given(scenarios(charter="liptako-gourma"))
    ... def a_scenario_says_what_happens_and_what_is_expected(text):
    ...     assert text.index("When") < text.index("Then")
    >>> a_scenario_says_what_happens_and_what_is_expected()
    """
    from charter.source import Source
    from charter.syntax.scenario_format import format_scenario

    parties = load(charter).parties
    labels = LABELS[: draw(st.integers(1, len(LABELS)))]
    homes = (f"{each} is a place in {draw(st.sampled_from(parties))}." for each in PLACES)
    deeds = (draw(_deeds(parties, label)) for label in labels)
    parts = [
        f"Scenario: A made-up case\nCharters: {charter}",
        _block("Given", (*GIVEN, *homes, *draw(_sentences(FACTS, parties, labels, most=2)))),
        _block("When", tuple(deeds)),
        _block("Then", tuple(draw(_sentences(EXPECTED, parties, labels, most=1, least=1)))),
        *draw(_variation(parties, labels)),
    ]
    return format_scenario(Source("made-up.scenario", "\n".join(parts)))


def _block(word: str, sentences: tuple[str, ...]) -> str:
    return "\n".join((f"\n{word}", *sentences))


@st.composite
def _deeds(draw: st.DrawFn, parties: tuple[str, ...], label: str) -> str:
    actors = (*parties, OUTSIDER, ORGANISATION, GROUP)
    author = draw(st.sampled_from((*actors, "somebody not known")))
    deed = draw(st.sampled_from(DEEDS))
    others = tuple(each for each in actors if each != author)
    targets = " and ".join(draw(some_of(others, least=1, most=2)))
    said = draw(st.sampled_from(WITH))
    own = said == " from its territory" and author == "somebody not known"
    return f"{draw(_dates())}, {author} {deed} {targets}{'' if own else said} ({label})."


def _dates() -> st.SearchStrategy[str]:
    one = dates().map(written)
    return st.one_of(
        one.map("on {}".format),
        st.just("in February 1950"),
        st.just("between 1 February 1950 and 1 March 1950"),
        st.just("on a date not known"),
    )


@st.composite
def _sentences(
    draw: st.DrawFn,
    forms: tuple[str, ...],
    parties: tuple[str, ...],
    labels: tuple[str, ...],
    *,
    most: int,
    least: int = 0,
) -> list[str]:
    """Some of the forms, each at most once, about some of the parties and events."""
    party, other = draw(st.permutations(parties))[:2]
    event = draw(st.sampled_from(labels))
    chosen = draw(some_of(forms, least=least, most=most))
    return [each.format(party=party, other=other, event=event) for each in chosen]


@st.composite
def _variation(
    draw: st.DrawFn, parties: tuple[str, ...], labels: tuple[str, ...]
) -> tuple[str, ...]:
    if not draw(st.booleans()):
        return ()
    party, other = draw(st.permutations(parties))[:2]
    changes = (
        f"{labels[0]} happens on {draw(dates().map(written))}.",
        f"the attacker of {labels[0]} is not known.",
        f"the attacker of {labels[0]} is {party}.\nthe victim of {labels[0]} is {other}.",
        f"{labels[0]} is a threat of force instead.",
    )
    change = draw(st.sampled_from(changes))
    return ("\nVariation: otherwise", change, _block("Then", ("nobody owes anything.",)))
