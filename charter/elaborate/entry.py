"""How a treaty comes into force, and for how long: entry, later parties, instruments, duration."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import final, leaving, numbers, savings
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.context import Context
from charter.elaborate.numbers import calendar_date
from charter.elaborate.parties import names
from charter.rules.model import Number
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Accession, Duration, EntryIntoForce, Provision
from charter.rules.terms import Author, ConditionKind, Unit
from charter.syntax.clauses import name_of
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
    conditions = (*_further(work), *_constitutional(work, nodes))
    return EntryIntoForce.model_validate(fields | {"conditions": conditions})


def _constitutional(work: Clausework, nodes: Sequence[Node]) -> tuple[Condition, ...]:
    """As in "on the completion of their constitutional procedures"."""
    return tuple(
        Condition(kind=ConditionKind.OWN_CONSTITUTIONAL_PROCESS, words=work.account.words(node))
        for node in nodes
        if "constitutional" in work.account.text(node)
    )[:1]


def _further(work: Clausework) -> tuple[Condition, ...]:
    """The conditions of an entry into force that are not the ratifications themselves."""
    return tuple(
        each
        for each in work.qualifiers.conditions
        if not _is_of_ratifications(each.words.text.lower())
    )


def _counted(nodes: Sequence[Node]) -> Number | None:
    """The number of states by which ratifications are asked for ("by three States")."""
    for before, node in pairwise(nodes):
        counts = node.phrases("COUNT", "NUMBER") if node.form in ("party", "state") else ()
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
    return EntryIntoForce.model_validate(
        final.shared(work, by="ratification", of="act", modality=work.modality)
    )


def _for_a_time(work: Clausework) -> Number | None:
    """The period behind "for", wherever it stands."""
    for before, node in pairwise(work.clause.body):
        if name_of(before) == "FOR" and node.form == "period":
            return final.figure(work, [node])
    return None


def extension(work: Clausework) -> list[Provision]:
    """A further term ("shall be deemed extended for another five years")."""
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if name_of(node) == "EXTENDED"), None)
    time = next((n for n in row[at:] if n.form == "period"), None) if at is not None else None
    if time is None or any(act.name == "EXTENDED" for act in work.acts):
        return []
    citation = work.account.context.citation
    return [Duration(citation=citation, number=numbers.period(time))]


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
        *(each for each in work.qualifiers.conditions if each not in conditional),
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


def lasting(work: Clausework) -> Provision | None:
    """As in "shall have the same duration as the Triple Alliance"."""
    term = next((node for node in work.clause.body if node.has("VALIDITY")), None)
    if term is None or name_of(work.clause.body[0]) != "HAS":
        return None
    if not final.is_about_the_treaty(work) or name_of(work.clause.head) != "MUST":
        return None
    final.take_subject(work)
    work.account.take(*work.clause.body)
    if number := final.figure(work, work.clause.body):
        return Duration.model_validate(final.shared(work, number=number))
    words = work.account.words(*(n for n in work.clause.body if n.span.start >= term.span.start))
    return Duration.model_validate(final.shared(work, until=words))


def cease(work: Clausework, act: Act) -> Provision | None:
    """When the treaty ceases: "if the number of Parties should become less than sixteen"."""
    if not final.is_about_the_treaty(work):
        return None
    final.take_subject(work)
    row = work.clause.leads
    account = work.account
    account.take(act.verb, *row)
    number = final.figure(work, act.nodes)
    account.take(*act.nodes)
    at = next((n for n, node in enumerate(row) if node.has("FEWER_THAN")), None)
    number = None
    if (
        at is not None
        and at + 1 < len(row)
        and (value := numbers.figure(account.text(row[at + 1])))
    ):
        number = Number(value=value, unit=Unit.PARTIES)
    notices = [node for node in row if node.has("NOTICE")]
    triggers = tuple(
        EventPattern(kinds=("notice",), words=account.words(node), author=Author.PARTY)
        for node in notices[:1]
    )
    until = account.words(*row) if row else None
    fields = final.shared(work, number=number, until=until, triggers=triggers)
    return Duration.model_validate(fields | {"conditions": ()})


def remain(work: Clausework, act: Act) -> Provision | None:
    """For how long the treaty remains in force."""
    if not final.is_about_the_treaty(work):
        return None
    if savings.of_other_treaties(work):
        return savings.left_in_force(work, act)
    final.take_subject(work)
    work.account.take(act.verb)
    number = final.figure(work, act.nodes) or _for_a_time(work)
    consulted = _by_agreement(work, act)
    final.take(work, act.nodes, "DATE", "EXPIRY")
    work.account.take(*(node for node in act.nodes if node.form == "party"))
    fields = final.shared(work, number=number)
    conditions = (*work.qualifiers.conditions, *work.qualifiers.exceptions, *consulted)
    return Duration.model_validate(fields | {"conditions": conditions} if consulted else fields)


def _by_agreement(work: Clausework, act: Act) -> tuple[Condition, ...]:
    """As in "may be renewed by agreement of the Parties"."""
    agreed = [node for node in act.nodes if node.has("AGREEMENT")][:1]
    work.account.take(*agreed)
    return tuple(
        Condition(kind=ConditionKind.AFTER_CONSULTATION, words=work.account.words(node))
        for node in agreed
    )
