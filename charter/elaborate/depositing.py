"""The acts by which a treaty comes into force: ratifying, depositing, exchanging instruments."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import bearers, entry, entry_conditions, final, formal, leaving
from charter.elaborate.account import is_sign
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import listed, who
from charter.rules.pattern import Condition
from charter.rules.provision import Accession, EntryIntoForce, Norm, Provision, Who
from charter.rules.terms import Action, Modality, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def deposit(work: Clausework, act: Act) -> Provision | None:
    """The act of depositing or exchanging instruments."""
    subject = work.clause.subject
    instruments = [n for n in subject if n.has("INSTRUMENT", "RATIFICATION", "ACCESSION")]
    passive = bool(instruments)
    instruments = instruments or [n for n in act.nodes if n.has("INSTRUMENT", "RATIFICATION")]
    if work.modality in (None, Modality.MUST_NOT):
        return None
    if not instruments:
        return kept(work, act)
    return _of_the_act(work, act, instruments, passive=passive)


def _of_the_act(
    work: Clausework, act: Act, instruments: Sequence[Node], *, passive: bool
) -> Provision:
    work.account.take(*act.verbs)
    number = final.figure(work, work.clause.body)
    formal.take(work.account, work.clause.subject)
    _take_known(work, act)
    joining = any(node.has("ACCESSION") or entry.accedes(work, node) for node in instruments)
    bearer = None if passive else work.bearer
    ratifying = any("ratif" in work.account.text(node) for node in instruments)
    if joining and not ratifying:
        whose = Who(role=Role.OTHERS) if bearer else None
        fields = final.shared(work, modality=work.modality, bearer=whose)
        return Accession.model_validate(fields)
    fields = final.shared(
        work, by="ratification", of="act", modality=work.modality, number=number, bearer=bearer
    )
    return EntryIntoForce.model_validate(
        fields | {"conditions": entry_conditions.further(work, later=True)}
    )


def _take_known(work: Clausework, act: Act) -> None:
    """Take what goes with a deposit: the instruments, the place, the holder, in how many days."""
    row = act.row
    formal.take(work.account, row)
    work.account.take(*(node for node in row if node.form in ("names", "organ", "article")))


def kept(work: Clausework, act: Act) -> Provision | None:
    """What becomes of the paper: it is registered, kept in archives, sent in certified copies."""
    passive = name_of(next(iter(work.clause.body), act.verb)) == "IS"
    row = work.clause.subject if passive else act.nodes
    paper = bool(row) and (row[0].form == "charter" or row[0].has("FORMALITY", "TEXTS"))
    if not paper or work.modality is not Modality.MUST:
        return None
    account = work.account
    account.take(act.verb, row[0])
    formal.take(account, (row[0], act.verb, *work.clause.body))
    if _is_of_language(account.text(*row)):
        account.take(*(node for node in row if not is_sign(node)))
    formal.take(account, row)
    return Norm(
        kind="duty",
        citation=account.context.citation,
        modality=Modality.MUST,
        action=Action.OTHER,
        action_words=account.words(*act.row),
        bearer=_keeper(work) if passive else work.bearer,
        conditions=tuple(each for each in final.stated(work) if not _is_only_when(work, each)),
        until=work.qualifiers.until,
        number=final.figure(work, work.clause.body),
    )


def _keeper(work: Clausework) -> Who | None:
    """By whom a paper is registered or sent, if the words say so."""
    row = work.clause.body
    by = next((n for b, n in pairwise(row) if name_of(b) == "BY"), None)
    whom = bearers.bearer([by], work.account)[0] if by is not None else None
    return None if whom and whom.role is Role.ATTACKED_PARTY else whom


def _is_only_when(work: Clausework, stated: Condition) -> bool:
    """Whether a condition only says when: "after its entry into force"."""
    nodes = formal.spanned(work, stated.words)
    return formal.is_wholly(nodes) and any(node.has("ENTRY", "SIGNATURE") for node in nodes)


def _is_of_language(text: str) -> bool:
    """Whether the subject tells in which languages the treaty is done."""
    return "text" in text or "copies" in text or "original" in text


def effected(work: Clausework, act: Act) -> Provision | None:
    """As in "Denunciation shall be effected by a notification": how what is done is done."""
    if any(node.has("NOTICE", "WITHDRAWAL") for node in work.subject):
        return leaving.notified(work, act)
    return deposit(work, act)


def exchanged(work: Clausework) -> Provision | None:
    """As in "The exchange of ratifications shall take place at Warsaw", "…, which shall …"."""
    row = work.clause.body
    place = next((n for n, node in enumerate(row[:2]) if name_of(node) in ("OCCUR", "EFFECTED")), 2)
    instruments = any(node.has("RATIFICATION", "INSTRUMENT") for node in work.clause.subject)
    exchange = any(name_of(node) in ("EXCHANGE", "DEPOSIT") for node in work.clause.subject)
    first = next(iter(work.clause.subject), None)
    itself = first is not None and first.has("RATIFICATION")
    own = instruments and (exchange or itself)
    told = own if work.clause.subject else _goes_on_from_ratifications(work)
    if place >= len(row[:2]) or not told or work.modality is not Modality.MUST:
        return None
    number = final.figure(work, row)
    formal.take(work.account, work.clause.subject)
    formal.take(work.account, row)
    cities = (node for node in row[place:] if node.form == "names")
    work.account.take(*cities, *(node for node in work.clause.row if name_of(node) == "WHICH"))
    fields = final.shared(work, by="ratification", of="act", modality=work.modality, number=number)
    return EntryIntoForce.model_validate(fields)


def _goes_on_from_ratifications(work: Clausework) -> bool:
    """Whether a clause with "which" speaks of the exchange that the clause before ends with."""
    which = any(name_of(node) == "WHICH" for node in work.clause.row) or work.clause.antecedent
    sentence = work.account.context.citation.words
    said = sentence.text[: work.account.words(*work.clause.row).start - sentence.start]
    said = said.lower().rstrip(", ").removesuffix("which").rstrip(", ")
    return bool(which) and said.endswith(("ratification", "ratifications"))


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
        *entry_conditions.constitutional(
            work, [n for n in work.clause.body if n.form == "formula"]
        ),
    )
    fields = final.shared(work, by="ratification")
    return EntryIntoForce.model_validate(fields | {"conditions": others})


def ratify(work: Clausework, act: Act) -> Provision | None:
    """As in "this Treaty shall be ratified"."""
    if not final.is_about_the_treaty(work) or work.modality is Modality.MUST_NOT:
        return None
    final.take_subject(work)
    work.account.take(act.verb)
    by = _ratifiers(act)
    work.account.take(*by)
    formal.take(work.account, act.nodes)
    named = [node for node in by if node.form == "names"]
    if named and work.modality is Modality.MUST:
        fields = final.shared(work, by="ratification", of="act", modality=work.modality)
        return EntryIntoForce.model_validate(fields | {"bearer": who(named)})
    return EntryIntoForce.model_validate(final.shared(work, by="ratification", of="treaty"))


def _ratifiers(act: Act) -> Sequence[Node]:
    """Those by whom a treaty is to be ratified, if the words say so."""
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) == "BY"), len(act.nodes))
    behind = act.nodes[at + 1 :]
    if not behind or behind[0].form not in ("party", "names"):
        return ()
    return behind[: listed(behind, 0)]
