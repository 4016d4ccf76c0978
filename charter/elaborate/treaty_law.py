"""The final clauses: entry into force, accession, withdrawal, decisions, offices, scope."""

from charter.elaborate import events
from charter.elaborate.context import Context
from charter.elaborate.numbers import calendar_date, period
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import (
    Accession,
    Decision,
    Definition,
    EntryIntoForce,
    Institution,
    Provision,
    Purpose,
    Scope,
)
from charter.rules.terms import ConditionKind, Modality, Unit
from charter.syntax.tree import Node


def entry(node: Node, context: Context) -> tuple[Provision, ...]:
    """When the charter enters into force."""
    (when,) = node.nodes("entry_when")
    delay = node.node("delay")
    return (entry_when(when, context, period(delay.nodes()[0]) if delay else None),)


def entry_when(node: Node, context: Context, delay: Number | None = None) -> EntryIntoForce:
    """The entry into force that a time phrase states ("on signature")."""
    if node.has("ON_SIGNATURE"):
        return EntryIntoForce(citation=context.citation, by="signature", delay=delay)
    date = node.node("date")
    if date:
        day = calendar_date(date)
        return EntryIntoForce(
            citation=context.citation, by="date", date=day.isoformat() if day else None, delay=delay
        )
    (whose,) = node.nodes("parties", "names")
    return EntryIntoForce(
        citation=context.citation,
        by="ratification",
        number=Number(value="all", unit=Unit.RATIFICATIONS) if whose.form == "parties" else None,
        names=events.names(whose),
        delay=delay,
    )


def opening(node: Node, context: Context) -> tuple[Provision, ...]:
    """To whom the charter is open; what a candidate must be is a condition in its own words."""
    merits = node.node("that_clause")
    conditions = (
        (Condition(kind=ConditionKind.OTHER, words=context.words(merits)),) if merits else ()
    )
    (states,) = node.nodes("any_state")
    return (
        Accession(citation=context.citation, open_to=context.words(states), conditions=conditions),
    )


def accession(node: Node, context: Context) -> tuple[Provision, ...]:
    """By whose agreement a state accedes."""
    assert node.node("unanimity")
    votes = Number(value="all", unit=Unit.VOTES)
    return (Accession(citation=context.citation, number=votes),)


def decision(node: Node, context: Context) -> tuple[Provision, ...]:
    """By what share of votes decisions are taken."""
    (share,) = node.nodes("share")
    value = "all" if share.has("UNANIMITY") else "majority"
    return (Decision(citation=context.citation, number=Number(value=value, unit=Unit.VOTES)),)


def office(node: Node, context: Context) -> tuple[Provision, ...]:
    """Who holds an office under the charter."""
    (what,) = node.phrases("DEPOSITARY")
    (holder,) = events.names(node)
    return (Institution(citation=context.citation, what=context.words(what.span), holder=holder),)


def completion(node: Node, context: Context) -> tuple[Provision, ...]:
    """That further texts are to complete the charter."""
    (texts,) = node.phrases("COMPLETING_TEXTS")
    return (
        Institution(
            citation=context.citation, what=context.words(texts.span), modality=Modality.MUST
        ),
    )


def scope(node: Node, context: Context) -> tuple[Provision, ...]:
    """Where the charter, or one of its articles, applies."""
    (limit,) = node.nodes("place")
    reference = node.node("article_reference")
    numbers = tuple(phrase.text for phrase in reference.phrases()) if reference else ()
    return (Scope(citation=context.citation, articles=numbers, place=events.place(limit, context)),)


def definition(node: Node, context: Context) -> tuple[Provision, ...]:
    """What a term means, in the charter's own words."""
    term = node.parts[0]
    (meaning,) = node.nodes("opaque")
    return (
        Definition(
            citation=context.citation,
            term=context.words(term).text.strip('"“”'),
            meaning=context.words(meaning),
        ),
    )


def purpose(node: Node, context: Context) -> tuple[Provision, ...]:
    """What the charter is for: recognised, without operative effect."""
    (aim,) = node.nodes("opaque")
    return (Purpose(citation=context.citation, aim=context.words(aim)),)
