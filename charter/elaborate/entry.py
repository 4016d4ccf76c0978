"""How a treaty comes into force: entry, later parties, the instruments and their exchange."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import entry_conditions, final, formal, leaving, ratifiers
from charter.elaborate.account import is_sign
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.context import Context
from charter.elaborate.numbers import calendar_date
from charter.elaborate.parties import is_who, names
from charter.rules.model import Number
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import EntryIntoForce, Provision
from charter.rules.terms import Author, Modality, Unit
from charter.syntax.phrases import is_that, name_of
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


RATIFYING = ("RATIFICATION", "RATIFY")
"""What says that ratifiers are spoken of, and not only those that accede."""
LATE = frozenset({"FOR", "REGARDING", "IN_EVENT_OF"})
"""What opens a phrase for those to whom a treaty applies from a day of their own."""


def entry(work: Clausework, act: Act) -> Provision | None:
    """When the treaty enters into force: on a day, on signature, or on ratifications."""
    if any(node.has("WITHDRAWAL", "NOTICE", "EXPIRY") for node in work.subject):
        return leaving.effect(work, act)
    if work.clause.antecedent is not None:
        return _told_of(work, act)
    if not _is_of_the_treaty(work) or _is_denied(work):
        return None
    final.take_subject(work)
    work.account.take(act.verb)
    row = (*work.clause.leads, *_stretch(work, act))
    if date := next((node for node in act.nodes if node.form == "date"), None):
        work.account.take(date)
        day = calendar_date(date)
        iso = day.isoformat() if day else None
        return EntryIntoForce.model_validate(final.shared(work, by="date", date=iso))
    if _is_on_signature(work, act):
        return _on_signature(work, act)
    if any(name_of(node) == "PROVISIONALLY" for node in row):
        return None
    if any(node.has(*entry_conditions.INSTRUMENTS) for node in row):
        return _on_ratifications(work, row)
    return _on_another_event(work)


def _on_another_event(work: Clausework) -> EntryIntoForce | None:
    """As in "as soon as peace is concluded between Mali and Niger"."""
    when = next(
        (n for n in work.clause.body if name_of(n) in ("AS_SOON_AS", "WHEN", "AFTER")), None
    )
    if when is None:
        return None
    told = [n for n in work.clause.body if n.span.start > when.span.start]
    named = [n for n in told if n.form == "names"]
    if not told or any(is_sign(node) for node in told):
        return None
    work.account.hold(when, *told)
    event = EventPattern(
        kinds=("other",),
        words=work.account.words(when, *told),
        author=Author.NAMED if named else Author.ANYONE,
        author_names=names(named),
    )
    fields = final.shared(work, by="date", triggers=(event,), conditions=())
    return EntryIntoForce.model_validate(fields)


def _told_of(work: Clausework, act: Act) -> Provision | None:
    """When what the clause before ends with takes effect: "a notification, which shall …"."""
    sentence = work.account.context.citation.words
    said = sentence.text[: work.account.words(*work.clause.row).start - sentence.start].lower()
    last = said.removesuffix("which ").rstrip(", ").rsplit(" ", 8)[1:]
    told = ("notification", "notice", "denunciation", "withdrawal")
    return leaving.effect(work, act) if any(word in told for word in last) else None


def _is_on_signature(work: Clausework, act: Act) -> bool:
    signed = any(node.has("SIGNATURE", "SIGNED") for node in _stretch(work, act))
    return signed and not any(node.has("RATIFICATION") for node in work.clause.leads)


def joined(work: Clausework, act: Act, states: Node) -> Provision | None:
    """As in "a State shall become a Party on the date of the deposit of its instrument"."""
    row = work.clause.body
    if not any(node.has("INSTRUMENT", "RATIFICATION", "ACCESSION", "DEPOSIT") for node in row):
        return None
    work.account.take(states, *(node for node in act.verbs))
    formal.take(work.account, work.clause.row)
    named = states.form == "names"
    acceding = any(accedes(work, node) for node in work.clause.row)
    ratifying = any(is_of_ratification(work, node) for node in row)
    by_others = acceding and not ratifying and not named
    delay = final.figure(work, row)
    fields = final.shared(work, by="ratification", of="later_party", delay=delay)
    if by_others:
        fields |= {"triggers": (_of_third_states(work),)}
    return EntryIntoForce.model_validate(
        fields | {"conditions": entry_conditions.further(work, later=True)}
    )


def _stretch(work: Clausework, act: Act) -> tuple[Node, ...]:
    """The phrases behind the head up to where the next act begins."""
    return tuple(node for node in work.clause.body if node.span.start < act.until)


def _is_of_the_treaty(work: Clausework) -> bool:
    """Whether the treaty, an amendment to it or an accession is what takes effect."""
    own = any(node.has("ACCESSION", "AMENDMENT", "RATIFICATION") for node in work.subject)
    return own or final.is_about_the_treaty(work)


def _is_denied(work: Clausework) -> bool:
    """Whether the treaty is said to be without force, and not only until something is done."""
    if work.modality is not Modality.MUST_NOT:
        return False
    return not any(name_of(node) in ("UNTIL", "BEFORE", "UNLESS") for node in work.clause.body)


def _on_signature(work: Clausework, act: Act) -> EntryIntoForce:
    delay = final.figure(work, _stretch(work, act))
    row = _stretch(work, act)
    conditions = (*entry_conditions.further(work, later=False, by=("SIGNED",)), *_provisional(work))
    at = max(n for n, node in enumerate(row) if node.has("SIGNATURE", "SIGNED"))
    who_signs = next((n for n in range(at + 1, len(row)) if name_of(row[n]) == "BY"), None)
    formal.take(work.account, row[: at + 1] if who_signs is None else row)
    fields = final.shared(work, by="signature", delay=delay)
    return EntryIntoForce.model_validate(fields | {"conditions": conditions})


def _provisional(work: Clausework) -> tuple[Condition, ...]:
    """That a treaty is applied only provisionally."""
    found = [node for node in work.clause.body if name_of(node) == "PROVISIONALLY"][:1]
    work.account.take(*found)
    return final.other(work, found)


def provisional(work: Clausework, act: Act) -> Provision | None:
    """As in "shall be applied provisionally from the date of signature"."""
    row = (*work.clause.leads, *work.clause.body)
    meant = any(name_of(node) == "PROVISIONALLY" for node in row)
    treaty = act.nodes[:1] and act.nodes[0].form == "charter"
    about = treaty or final.is_about_the_treaty(work)
    if not meant or not about or work.modality is Modality.MUST_NOT:
        return None
    work.account.take(*(node for node in work.clause.leads if name_of(node) == "UNTIL"))
    formal.take(work.account, work.clause.leads)
    final.take_subject(work)
    work.account.take(act.verb)
    signed = any(node.has("SIGNATURE", "SIGNED") for node in work.clause.body)
    if signed:
        return _on_signature(work, act)
    fields = final.shared(work, by="date", conditions=_provisional(work))
    formal.take(work.account, act.nodes)
    return EntryIntoForce.model_validate(fields)


def _on_ratifications(work: Clausework, nodes: Sequence[Node]) -> EntryIntoForce:
    later = _latecomers(work)
    conditions = (*entry_conditions.further(work, later=later is not None), *_provisional(work))
    if later:
        _take_latecomers(work)
    named = [node for node in nodes if node.form == "names" and ratifiers.ratifies(nodes, node)]
    delay = final.figure(work, nodes)
    number = None if later else ratifiers.asked(work, nodes)
    work.account.take(*named)
    work.account.take(*(node for node in nodes if ratifiers.is_some(nodes, node)))
    formal.take(work.account, nodes)
    if number is None and later is None and (asked := ratifiers.every_one(nodes)):
        work.account.take(*asked)
        number = Number(value="all", unit=Unit.RATIFICATIONS)
    fields = final.shared(
        work,
        by="ratification",
        of="later_party" if later else "treaty",
        names=names(named),
        of_others=bool(named) and any(node.form == "party" and node.has("OTHER") for node in nodes),
        number=number,
        delay=delay,
        until=None,
    )
    if later is Author.THIRD_STATE:
        fields |= {"triggers": (_of_third_states(work),)}
    conditions = (*conditions, *entry_conditions.constitutional(work, nodes))
    return EntryIntoForce.model_validate(fields | {"conditions": conditions})


def _of_third_states(work: Clausework) -> EventPattern:
    words = work.account.context.citation.words
    return EventPattern(kinds=("ratification",), words=words, author=Author.THIRD_STATE)


def _latecomers(work: Clausework) -> Author | None:
    """Who those are for whom the treaty enters into force later: ratifiers, or only acceders."""
    row = work.clause.row
    late = any(
        name_of(before) in LATE and node.form in ("party", "state") and _comes_late(row, at)
        for at, (before, node) in enumerate(pairwise(row))
    )
    acceding = any(accedes(work, node) for node in row)
    ratifying = any(node.has(*RATIFYING) or is_of_ratification(work, node) for node in row)
    if not late and (ratifying or not acceding):
        return None
    return Author.THIRD_STATE if acceding and not ratifying else Author.PARTY


def _comes_late(row: Sequence[Node], at: int) -> bool:
    """Whether those for whom a treaty enters into force are not all of its first Parties."""
    whom = row[at + 1]
    already = at + 3 < len(row) and name_of(row[at + 3]) == "HAS" and whom.has("THIS", "THE")
    if already and not any(name_of(node) == "AT_LATER_DATE" for node in row):
        return False
    behind = row[at + 2] if at + 2 < len(row) else whom
    told = (
        behind.has(*RATIFYING, "ACCEDE", "DEPOSIT", "INSTRUMENT")
        or name_of(behind) == "WHICH"
        or is_that(behind)
    )
    return told or whom.has("OTHER", "EACH", "EVERY", "ANY", "SUCH", "ANOTHER")


def _take_latecomers(work: Clausework) -> None:
    """Take the words for those who come later: "for each State which ratifies thereafter"."""
    row = work.clause.row
    whom = [n for before, n in pairwise(row) if name_of(before) in LATE and is_who(n)]
    opening = [n for n, after in pairwise(row) if name_of(n) in LATE and is_who(after)]
    later = [node for node in row if name_of(node) == "AT_LATER_DATE"]
    work.account.take(*opening, *whom, *later)
    formal.take(work.account, work.clause.leads)


def accedes(work: Clausework, node: Node) -> bool:
    """Whether a phrase speaks of an accession."""
    text = work.account.text(node)
    papers = node.has("INSTRUMENT", "NOTICE") and any(w in text for w in ("accession", "adhe"))
    states = node.form == "state" and any(w in text for w in ("acceding", "adhering"))
    return papers or states or node.has("ACCESSION", "ACCEDE")


def is_of_ratification(work: Clausework, node: Node) -> bool:
    """Whether a phrase speaks of an instrument other than one of accession."""
    told = any(w in work.account.text(node) for w in ("ratif", "accept", "approv"))
    return told or (node.has("INSTRUMENT") and not accedes(work, node))
