"""How a treaty comes into force: entry, later parties, the instruments and their exchange."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import final, leaving, numbers
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.context import Context
from charter.elaborate.numbers import calendar_date
from charter.elaborate.parties import names
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import Accession, EntryIntoForce, Provision
from charter.rules.terms import ConditionKind, Unit
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def entry_when(node: Node, context: Context) -> EntryIntoForce:
    """The entry into force that a heading states ("on signature")."""
    if node.has("ON_SIGNATURE"):
        return EntryIntoForce(citation=context.citation, by="signature")
    if date := node.node("date"):
        day = calendar_date(date)
        return EntryIntoForce(
            citation=context.citation, by="date", date=day.isoformat() if day else None
        )
    named = node.node("names")
    everyone = Number(value="all", unit=Unit.RATIFICATIONS)
    return EntryIntoForce(
        citation=context.citation,
        by="ratification",
        number=None if named else everyone,
        names=names([named]) if named else (),
    )


INSTRUMENTS = ("RATIFICATION", "INSTRUMENT", "DEPOSIT", "ACCESSION", "NOTICE", "RATIFY")


def entry(work: Clausework, act: Act) -> Provision | None:
    """When the treaty enters into force: on a day, on signature, or on ratifications."""
    if any(node.has("WITHDRAWAL", "NOTICE") for node in work.subject):
        return leaving.effect(work, act)
    if not final.is_about_the_treaty(work):
        return None
    final.take_subject(work)
    work.account.take(act.verb)
    if date := next((node for node in act.nodes if node.form == "date"), None):
        work.account.take(date)
        day = calendar_date(date)
        iso = day.isoformat() if day else None
        return EntryIntoForce.model_validate(final.shared(work, by="date", date=iso))
    if act.has("SIGNATURE"):
        final.take(work, act.nodes, "SIGNATURE", "DATE")
        return EntryIntoForce.model_validate(final.shared(work, by="signature"))
    if not any(node.has(*INSTRUMENTS) for node in work.clause.body):
        return None
    return _on_ratifications(work, act)


def _on_ratifications(work: Clausework, act: Act) -> EntryIntoForce:
    nodes = work.clause.body
    final.take(work, nodes, *INSTRUMENTS, "DATE", "AFTER", "EXCHANGE")
    named = [node for node in nodes if node.form == "names" and _ratifies(nodes, node)]
    delay = final.figure(work, nodes)
    number = final.share(work, nodes, Unit.RATIFICATIONS) or _ordinal(act) or _counted(nodes)
    work.account.take(*named)
    parties = [node for node in nodes if node.form == "party"]
    if any(node.has("ALL", "EACH_OF", "EACH", "BOTH", "ALL_OF") for node in parties):
        number = number or Number(value="all", unit=Unit.RATIFICATIONS)
    work.account.take(*parties)
    later = any(node.has("POSSESSIVE") for node in nodes if node.form == "term")
    latecomers = [node for node in work.clause.leads if name_of(node) in ("RATIFY", "ACCEDE")]
    if latecomers:
        later = True
        work.account.take(*work.clause.leads)
    fields = final.shared(
        work,
        by="ratification",
        of="later_party" if later else "treaty",
        names=names(named),
        number=number,
        delay=delay,
    )
    conditions = (*_further(work, later=later), *_constitutional(work, nodes))
    return EntryIntoForce.model_validate(fields | {"conditions": conditions})


def _constitutional(work: Clausework, nodes: Sequence[Node]) -> tuple[Condition, ...]:
    """As in "on the completion of their constitutional procedures"."""
    return tuple(
        Condition(kind=ConditionKind.OWN_CONSTITUTIONAL_PROCESS, words=work.account.words(node))
        for node in nodes
        if "constitutional" in work.account.text(node)
    )[:1]


def _further(work: Clausework, *, later: bool) -> tuple[Condition, ...]:
    """The conditions of an entry into force that are not the ratifications themselves."""
    return tuple(
        each
        for each in final.stated(work)
        if not _is_of_ratifications(each.words.text.lower())
        and not (later and "entry into force" in each.words.text)
    )


def _counted(nodes: Sequence[Node]) -> Number | None:
    """How many ratifications are asked for ("by three States", "of three instruments")."""
    for before, node in pairwise(nodes):
        is_counted = node.form in ("party", "state") or node.has("INSTRUMENT", "RATIFICATION")
        counts = node.phrases("COUNT", "NUMBER") if is_counted else ()
        if name_of(before) in ("BY", "OF") and counts:
            value = numbers.figure(counts[0].text)
            return Number(value=value, unit=Unit.RATIFICATIONS) if value else None
    return None


def _is_of_ratifications(text: str) -> bool:
    """Whether a condition only says that the ratifications are in, and of no other treaty."""
    in_hand = any(word in text for word in ("ratif", "deposit", "accept"))
    return in_hand and not any(word in text for word in ("protocol", "convention", "(b)"))


def _ratifies(nodes: Sequence[Node], named: Node) -> bool:
    """Whether a name is of a state whose ratification counts, and not of the depositary."""
    before = [node for node in nodes if node.span.start < named.span.start]
    at = max((n for n, node in enumerate(before) if node.form == "preposition"), default=None)
    if at is None or name_of(before[at]) not in ("BY", "OF"):
        return False
    return not any(node.form in ("charter", "verb") for node in before[at:])


def _ordinal(act: Act) -> Number | None:
    """As in "The deposit of the third instrument" asks for three."""
    instruments = (node for node in act.nodes if node.has("INSTRUMENT", "RATIFICATION"))
    figures = (
        numbers.figure(phrase.text)
        for node in instruments
        for phrase in node.phrases("THIRD", "ORDINAL")
    )
    value = next((each for each in figures if each), None)
    return Number(value=value, unit=Unit.RATIFICATIONS) if value else None


def deposit(work: Clausework, act: Act) -> Provision | None:
    """The act of depositing or exchanging instruments."""
    instruments = [node for node in work.subject if node.has("INSTRUMENT", "RATIFICATION")]
    if not instruments:
        return None
    final.take_subject(work)
    work.account.take(act.verb)
    final.take_known(work, act.nodes)
    joining = any("accession" in work.account.text(node) for node in instruments) or any(
        node.has("ACCESSION") for node in work.subject
    )
    if joining:
        return Accession.model_validate(final.shared(work, modality=work.modality))
    number = final.figure(work, work.clause.body)
    return EntryIntoForce.model_validate(
        final.shared(work, by="ratification", of="act", modality=work.modality, number=number)
    )


def exchanged(work: Clausework) -> Provision | None:
    """As in "The exchange of ratifications shall take place at Warsaw"."""
    instruments = any(node.has("RATIFICATION", "INSTRUMENT") for node in work.subject)
    exchange = any(name_of(node) == "EXCHANGE" for node in work.subject)
    row = work.clause.body
    if not (instruments and exchange and row and name_of(row[0]) == "OCCUR"):
        return None
    final.take_subject(work)
    work.account.take(row[0])
    number = final.figure(work, row)
    final.take_known(work, row)
    fields = final.shared(work, by="ratification", of="act", modality=work.modality, number=number)
    return EntryIntoForce.model_validate(fields)


def subject_to_ratification(work: Clausework) -> Provision | None:
    """As in "This Treaty shall be subject to ratification in accordance with …"."""
    conditional = [
        each
        for each in work.qualifiers.conditions
        if each.words.text.split()[0].lower() == "ratification"
    ]
    be = any(name_of(node) == "IS" for node in (work.clause.head, *work.clause.body))
    if not (conditional and be and final.is_about_the_treaty(work) and not work.acts):
        return None
    final.take_subject(work)
    others = (
        *(each for each in final.stated(work) if each not in conditional),
        *work.adverbials.conditions,
        *_constitutional(work, [n for n in work.clause.body if n.form == "formula"]),
    )
    fields = final.shared(work, by="ratification")
    return EntryIntoForce.model_validate(fields | {"conditions": others})


def ratify(work: Clausework, act: Act) -> Provision | None:
    """As in "this Treaty shall be ratified"."""
    if not final.is_about_the_treaty(work):
        return None
    final.take_subject(work)
    work.account.take(act.verb)
    return EntryIntoForce.model_validate(final.shared(work, by="ratification", of="treaty"))
