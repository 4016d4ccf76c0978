"""Made-up treaties as typed rules: more kinds of clauses than the grammar reads today."""

from functools import cache
from typing import Any

from hypothesis import strategies as st

from charter.dates import Day
from charter.rules.model import HEADING, Citation, Number, Words
from charter.rules.provision import (
    Accession,
    CountsAs,
    EntryIntoForce,
    Norm,
    Provision,
    Who,
    Withdrawal,
)
from charter.rules.terms import (
    Act,
    Action,
    Modality,
    Role,
    Unit,
)
from charter.rules.treaty import ActOn, Treaty
from charter.testing.strategies.cast import (
    OUTSIDER,
    STATES,
    dates,
    days,
    early,
    mostly,
    some_of,
)
from charter.testing.strategies.patterns import conditions, patterns, places, several, words_of

DUTIES = (
    Action.ASSIST,
    Action.CONSULT,
    Action.GUARANTEE,
    Action.REMAIN_NEUTRAL,
    Action.WITHHOLD_HELP_TO_ENEMY,
    Action.PREVENT_OR_SETTLE_REBELLION,
    Action.REPORT,
)
BEARERS = (
    Role.ALL_PARTIES,
    Role.OTHER_PARTIES,
    Role.EACH_PARTY,
    Role.ATTACKED_PARTY,
    Role.NAMED,
    Role.ORGAN,
)
BENEFICIARIES = (
    Role.ATTACKED_PARTY,
    Role.EACH_OTHER,
    Role.OTHER_PARTIES,
    Role.ALL_PARTIES,
    Role.NAMED,
)


@st.composite
def treaties(draw: st.DrawFn, *, name: str = "made-up") -> Treaty:
    """A small treaty among two to four states, with dated acts and clauses of many kinds.

    Every signature and ratification is known, lies between two days, or is not known. There is
    at most one clause on entry into force, one on accession and one on withdrawal.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None, database=None)
    ... @given(treaties())
    ... def each_clause_is_cited(treaty):
    ...     assert all(each.citation.article for each in treaty.provisions)
    >>> each_clause_is_cited()
    """
    parties = STATES[: draw(st.integers(2, len(STATES)))]
    articles = draw(_articles(parties))
    return Treaty(
        name=name,
        title="Pact of Strelsau",
        short_name=None,
        parties=parties,
        acts=draw(_acts(parties)),
        provisions=(*draw(_treaty_law(parties)), *articles),
    )


@cache
def _articles(parties: tuple[str, ...]) -> st.SearchStrategy[tuple[Provision, ...]]:
    """A duty and other clauses of substance, each under an article of its own."""
    others = several(_substance(parties), most=2)
    return st.tuples(_duties(parties), others).map(
        lambda found: tuple(
            each.model_copy(update={"citation": cite(number)})
            for number, each in enumerate((found[0], *found[1]), 1)
        )
    )


@cache
def _treaty_law(parties: tuple[str, ...]) -> st.SearchStrategy[tuple[Provision, ...]]:
    on_signature = st.just(EntryIntoForce(citation=cite(None), by="signature"))
    entries = mostly(on_signature, st.none() | _entries(parties), times=3)
    return st.tuples(entries, st.none() | _accessions(), st.none() | _withdrawals()).map(
        lambda found: tuple(each for each in found if each)
    )


def cite(number: int | None) -> Citation:
    """The citation of a made-up article by its number, or of the heading."""
    article = HEADING if number is None else str(number)
    words = f"the words of article {number}"
    start = 100 * (number or 0)
    return Citation(article=article, words=Words(text=words, start=start, end=start + len(words)))


@cache
def _acts(parties: tuple[str, ...]) -> st.SearchStrategy[tuple[ActOn, ...]]:
    """Signatures and ratifications of the parties, and what some states did later."""
    later = st.sampled_from((Act.NOTICE_OF_WITHDRAWAL, Act.WITHDRAWAL))
    leavers = st.tuples(st.sampled_from(parties), later)
    joiners = st.tuples(st.sampled_from((OUTSIDER, parties[-1])), st.just(Act.ACCESSION))
    consents = [_consents(parties, act) for act in (Act.SIGNATURE, Act.RATIFICATION)]
    others = mostly(
        st.just({}), st.dictionaries(leavers | joiners, days(), min_size=1, max_size=2), times=3
    )
    return st.tuples(*consents, others).map(
        lambda done: tuple(
            _act(party, act, day) for each in done for (party, act), day in each.items()
        )
    )


def _consents(parties: tuple[str, ...], act: Act) -> st.SearchStrategy[dict[tuple[str, Act], Day]]:
    """All do it on one day, or each on a day of its own or never."""
    together = early().map(lambda day: {(each, act): Day.on(day) for each in parties})
    party = st.tuples(st.sampled_from(parties), st.just(act))
    return mostly(together, st.dictionaries(party, days(), max_size=len(parties)))


def _act(party: str, act: Act, day: Day) -> ActOn:
    words = words_of(f"{act} of {party}")
    return ActOn(party=party, act=act, earliest=day.earliest, latest=day.latest, words=words)


@cache
def _periods() -> st.SearchStrategy[Number]:
    units = st.sampled_from((Unit.MONTHS, Unit.DAYS, Unit.YEARS))
    return st.builds(Number, value=st.integers(1, 6), unit=units)


@cache
def _entries(parties: tuple[str, ...]) -> st.SearchStrategy[EntryIntoForce]:
    shares = st.sampled_from(("all", "majority", "2/3", 1, 2, "as agreed"))
    numbers = st.none() | st.builds(Number, value=shares, unit=st.just(Unit.RATIFICATIONS))
    shared: dict[str, Any] = {"citation": st.just(cite(None)), "delay": st.none() | _periods()}
    return st.one_of(
        st.builds(EntryIntoForce, by=st.just("signature"), **shared),
        st.builds(
            EntryIntoForce,
            by=st.just("ratification"),
            number=numbers,
            names=st.just(()) | some_of(parties, least=1),
            **shared,
        ),
        st.builds(EntryIntoForce, by=st.just("date"), date=dates().map(str), **shared),
    )


@cache
def _accessions() -> st.SearchStrategy[Accession]:
    votes = st.sampled_from((None, Number(value="all", unit=Unit.VOTES)))
    return st.builds(Accession, citation=st.just(cite(90)), number=votes)


@cache
def _withdrawals() -> st.SearchStrategy[Withdrawal]:
    return st.builds(Withdrawal, citation=st.just(cite(91)), number=st.none() | _periods())


@cache
def _substance(parties: tuple[str, ...]) -> st.SearchStrategy[Norm | CountsAs]:
    return st.one_of(_duties(parties), _prohibitions(parties), _countings(parties))


@cache
def _who(roles: tuple[Role, ...], parties: tuple[str, ...]) -> st.SearchStrategy[Who]:
    """A role; one that is named has names."""
    names = some_of(parties, least=1, most=2)
    return st.sampled_from(roles).flatmap(
        lambda role: st.builds(
            Who, role=st.just(role), names=names if role is Role.NAMED else st.just(())
        )
    )


@cache
def _duties(parties: tuple[str, ...]) -> st.SearchStrategy[Norm]:
    return st.builds(
        Norm,
        citation=st.just(cite(1)),
        kind=mostly(st.just("duty"), st.sampled_from(("permission", "declaration"))),
        modality=st.just(Modality.MUST),
        action=st.sampled_from(DUTIES),
        action_words=st.just(words_of("assist")),
        bearer=mostly(_who(BEARERS[:3], parties), _who(BEARERS[3:], parties)),
        beneficiary=mostly(
            _who(BENEFICIARIES[:1], parties), st.none() | _who(BENEFICIARIES[1:], parties), times=2
        ),
        triggers=several(patterns(parties), least=1),
        conditions=mostly(st.just(()), several(conditions(), least=1, most=1)),
        exceptions=mostly(st.just(()), several(conditions(), least=1, most=1)),
        place=mostly(st.none(), places()),
        aim=st.sampled_from((None, words_of("restore security"))),
    )


@cache
def _prohibitions(parties: tuple[str, ...]) -> st.SearchStrategy[Norm]:
    return st.builds(
        Norm,
        citation=st.just(cite(1)),
        kind=st.just("prohibition"),
        modality=st.just(Modality.MUST_NOT),
        action=st.just(Action.REFRAIN_FROM_FORCE),
        action_words=st.just(words_of("refrain")),
        bearer=_who((Role.EACH_PARTY, Role.NAMED), parties),
        conduct=several(patterns(parties), least=1),
        triggers=mostly(st.just(()), several(patterns(parties), least=1, most=1)),
        exceptions=mostly(st.just(()), several(conditions(), least=1, most=1)),
    )


@cache
def _countings(parties: tuple[str, ...]) -> st.SearchStrategy[CountsAs]:
    return st.builds(
        CountsAs,
        citation=st.just(cite(1)),
        pattern=patterns(parties),
        as_kinds=some_of(("aggression", "armed_attack"), least=1),
        includes=st.booleans(),
        for_articles=st.sampled_from(((), ("1",), ("2",))),
    )
