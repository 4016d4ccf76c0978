"""The final clauses: entry into force, accession, duration, withdrawal, votes, offices, scope."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from charter.elaborate import events
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.context import Context
from charter.elaborate.numbers import calendar_date, period
from charter.elaborate.parties import is_who, names
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import (
    Accession,
    Decision,
    Duration,
    EntryIntoForce,
    Institution,
    Provision,
    Purpose,
    Savings,
    Scope,
    Who,
    Withdrawal,
)
from charter.rules.terms import ConditionKind, Modality, Role, Unit
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


def provision(work: Clausework, act: Act) -> Provision | None:
    """The provision that an act of the treaty's own law makes, or none where it is no such act."""
    reader = READERS.get(act.name)
    return reader(work, act) if reader else None


def _shared(work: Clausework, **more: object) -> dict[str, object]:
    return {
        "citation": work.account.context.citation,
        "conditions": (
            *work.qualifiers.conditions,
            *work.qualifiers.exceptions,
            *work.adverbials.conditions,
        ),
        "until": work.qualifiers.until,
        "triggers": work.qualifiers.triggers,
    } | more


def _about_the_treaty(work: Clausework) -> bool:
    return any(
        node.form == "charter" or name_of(node) in ("IT", "ALLIANCE", "VALIDITY", "ORGAN")
        for node in work.clause.subject or work.subject
    )


def _take_subject(work: Clausework) -> None:
    work.account.take(*work.clause.subject)


# ------------------------------------------------------------------ figures


def _period(work: Clausework, nodes: Sequence[Node]) -> Number | None:
    """The first period of time in some phrases, as a figure."""
    found = next((node for node in nodes if node.form == "period"), None)
    if found is None:
        return None
    work.account.take(found)
    return period(found)


# ------------------------------------------------------------------ entry into force


def _entry(work: Clausework, act: Act) -> Provision | None:
    if not _about_the_treaty(work):
        return None
    _take_subject(work)
    work.account.take(act.verb)
    nodes = act.nodes
    date = next((node for node in nodes if node.form == "date"), None)
    if date is not None:
        work.account.take(*nodes)
        day = calendar_date(date)
        return EntryIntoForce.model_validate(
            _shared(work, by="date", date=day.isoformat() if day else None)
        )
    if act.has("SIGNATURE"):
        _take(work, act, "SIGNATURE", "DATE")
        return EntryIntoForce.model_validate(_shared(work, by="signature"))
    return _by_ratification(work, act)


def _by_ratification(work: Clausework, act: Act) -> EntryIntoForce:
    _take(work, act, "RATIFICATION", "INSTRUMENT", "DEPOSIT", "DATE", "ACCESSION")
    named = [node for node in act.nodes if node.form == "names"]
    delay = _period(work, act.nodes)
    number = _share(work, act.nodes)
    work.account.take(*named)
    parties = [node for node in act.nodes if node.form == "party"]
    if (
        parties
        and number is None
        and any(node.has("ALL", "EACH_OF", "EACH", "PARTIES") for node in parties)
    ):
        work.account.take(*parties)
        number = Number(value="all", unit=Unit.RATIFICATIONS)
    return EntryIntoForce.model_validate(
        _shared(work, by="ratification", names=names(named), number=number, delay=delay)
    )


def _share(work: Clausework, nodes: Sequence[Node]) -> Number | None:
    for node in nodes:
        if node.form == "term" and node.has("SHARE"):
            work.account.take(node)
            text = work.account.text(node)
            value = "majority" if "majority" in text else "2/3" if "third" in text else "all"
            return Number(value=value, unit=Unit.RATIFICATIONS)
    return None


def _take(work: Clausework, act: Act, *wanted: str) -> None:
    work.account.take(
        *(node for node in act.nodes if any(phrase.name in wanted for phrase in node.phrases()))
    )


# ------------------------------------------------------------------ duration and withdrawal


def _remain(work: Clausework, act: Act) -> Provision | None:
    if not _about_the_treaty(work):
        return None
    _take_subject(work)
    work.account.take(act.verb)
    number = _period(work, act.nodes) or work.qualifiers.number
    _take(work, act, "DATE")
    return Duration.model_validate(_shared(work, number=number))


def _denounce(work: Clausework, act: Act) -> Provision | None:
    """A withdrawal by the subject ("any Party may denounce"), or of the treaty ("may be …")."""
    account = work.account
    _take_subject(work)
    account.take(act.verb)
    _take(work, act, "CHARTER", "ORGAN", "NOTICE", "IT", "OTHER", "PARTIES")
    account.take(
        *(node for node in act.nodes if node.form in ("party", "charter", "organ", "pronoun"))
    )
    number = _period(work, act.nodes) or work.qualifiers.number
    addressed = [
        account.words(node, after).text
        for node, after in pairwise(act.nodes)
        if name_of(node) == "TO" and after.form == "party"
    ]
    return Withdrawal.model_validate(
        _shared(
            work,
            modality=Modality.MAY if work.modality is not Modality.MUST_NOT else work.modality,
            bearer=Who(role=Role.ONE_PARTY),
            number=number,
            in_writing=work.adverbials.in_writing,
            manner=(*work.adverbials.manner, *addressed),
        )
    )


# ------------------------------------------------------------------ accession, votes, offices


def _open(work: Clausework, act: Act) -> Provision | None:
    if not _about_the_treaty(work):
        return None
    _take_subject(work)
    states = next((node for node in act.nodes if node.form == "state"), None)
    if states is None:
        return None
    at = act.nodes.index(states)
    merits = act.nodes[at + 1 :]
    work.account.take(act.verb, *act.nodes)
    condition = (
        (Condition(kind=ConditionKind.OTHER, words=work.account.words(*merits)),) if merits else ()
    )
    return Accession.model_validate(
        _shared(
            work,
            modality=Modality.MAY,
            bearer=Who(role=Role.OTHERS),
            open_to=work.account.words(states),
            conditions=(*work.qualifiers.conditions, *condition),
        )
    )


def _require(work: Clausework, act: Act) -> Provision | None:
    """As in "Accession requires the unanimous agreement of the Parties"."""
    if not any(node.has("ACCESSION") for node in work.clause.subject):
        return None
    shares = [node for node in act.nodes if node.has("SHARE", "AGREEMENT")]
    if not shares:
        return None
    _take_subject(work)
    work.account.take(act.verb, *shares, *(node for node in act.nodes if is_who(node)))
    votes = Number(value="all", unit=Unit.VOTES)
    return Accession.model_validate(_shared(work, number=votes))


def decided(work: Clausework) -> Provision | None:
    """How decisions are taken ("decisions are taken by unanimity")."""
    row = work.clause.body
    if not any(node.has("DECISIONS") for node in work.clause.subject):
        return None
    share = next((node for node in row if node.has("SHARE")), None)
    if share is None:
        return None
    _take_subject(work)
    work.account.take(share, *(node for node in row if name_of(node) == "TAKE"))
    text = work.account.text(share)
    value = "majority" if "majority" in text else "2/3" if "third" in text else "all"
    return Decision.model_validate(
        _shared(work, bearer=Who(role=Role.ORGAN), number=Number(value=value, unit=Unit.VOTES))
    )


def office(work: Clausework) -> Provision | None:
    """Who holds an office under the charter ("Mali is the depositary")."""
    row = work.clause.body
    what = next((node for node in row if node.has("DEPOSITARY")), None)
    if what is None or name_of(work.clause.head) != "IS":
        return None
    work.account.take(what, *(node for node in row if node.form == "charter"))
    holder = next(iter(names(work.subject)), None)
    return Institution.model_validate(_shared(work, what=work.account.words(what), holder=holder))


def _establish(work: Clausework, act: Act) -> Provision | None:
    """An organisation or an organ is set up: "hereby" at once, or by a duty to do so."""
    things = [node for node in act.nodes if node.has("ORGANS", "ORGAN")]
    if not things:
        return None
    account = work.account
    account.take(act.verb, *act.nodes[: act.nodes.index(things[-1]) + 1])
    account.take(*(node for node in act.nodes if node.form in ("names", "organ")))
    bearer = work.bearer
    if bearer and bearer.role is Role.EACH_PARTY:
        bearer = bearer.model_copy(update={"role": Role.ALL_PARTIES})
    return Institution.model_validate(
        _shared(
            work,
            what=account.words(*_thing(act, things)),
            bearer=bearer,
            modality=work.modality,
            manner=tuple(work.adverbials.manner),
        )
    )


def _thing(act: Act, things: Sequence[Node]) -> Sequence[Node]:
    """The words for what is set up, with the name that it is given."""
    end = max(n for n, node in enumerate(act.nodes) if node is things[-1]) + 1
    if (
        end + 1 < len(act.nodes)
        and name_of(act.nodes[end]) == "OF"
        and act.nodes[end + 1].form == "names"
    ):
        end += 2
    return act.nodes[:end]


def _complete(work: Clausework, act: Act) -> Provision | None:
    texts = next((node for node in act.nodes if node.has("TEXTS")), None)
    if texts is None:
        return None
    _take_subject(work)
    work.account.take(act.verb, texts)
    return Institution.model_validate(
        _shared(work, what=work.account.words(texts), modality=work.modality)
    )


# ------------------------------------------------------------------ scope, savings, purpose


def _apply(work: Clausework, act: Act) -> Provision | None:
    if not any(node.form in ("charter", "article") for node in work.clause.subject):
        return None
    articles = [node for node in work.clause.subject if node.form == "article"]
    _take_subject(work)
    work.account.take(act.verb)
    pattern = events.find(act.nodes, work.account)
    triggers = (*work.qualifiers.triggers, *((pattern,) if pattern else ()))
    numbers = tuple(
        word
        for node in articles
        for word in work.account.text(node).replace(",", " ").split()
        if any(letter.isdigit() for letter in word)
    )
    return Scope.model_validate(
        _shared(work, articles=numbers, place=work.adverbials.place, triggers=triggers)
    )


def _save(work: Clausework, act: Act) -> Provision | None:
    account = work.account
    _take_subject(work)
    account.take(*work.clause.body)
    saved = account.words(*act.row)
    ties = any(
        node.has("UN_CHARTER") or "security council" in account.text(node)
        for node in act.nodes
        if node.form in ("charter", "organ")
    )
    conditions = (Condition(kind=ConditionKind.UN_CHARTER, words=saved),) if ties else ()
    return Savings.model_validate(
        _shared(work, saved=saved) | {"conditions": (*work.qualifiers.conditions, *conditions)}
    )


def purpose(work: Clausework) -> Provision | None:
    """What the charter is for: recognised, without operative effect."""
    if (
        not any(node.has("PURPOSE") for node in work.clause.subject)
        or name_of(work.clause.head) != "IS"
    ):
        return None
    work.account.take(*work.clause.row)
    return Purpose(
        citation=work.account.context.citation,
        aim=work.account.words(*_without_to(work.clause.body)),
    )


def _without_to(body: Sequence[Node]) -> Sequence[Node]:
    return body[1:] if name_of(body[0]) == "TO" and len(body) > 1 else body


READERS: dict[str, Callable[[Clausework, Act], Provision | None]] = {
    "ENTER_INTO_FORCE": _entry,
    "REMAIN_IN_FORCE": _remain,
    "DENOUNCE": _denounce,
    "CEASE_PARTY": _denounce,
    "OPEN_TO": _open,
    "REQUIRE": _require,
    "ESTABLISH": _establish,
    "COMPLETED": _complete,
    "APPLY": _apply,
    "AFFECT": _save,
    "PREVAIL": _save,
    "BE_INTERPRETED": _save,
}
