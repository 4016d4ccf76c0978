"""What an organ may decide against a member that breaks the treaty: to expel or to suspend it."""

from collections.abc import Sequence

from charter.elaborate import final
from charter.elaborate.act import Act
from charter.elaborate.breaches import breach
from charter.elaborate.clausework import Clausework
from charter.elaborate.decisions import organ_decides
from charter.elaborate.events import is_event
from charter.elaborate.parties import names
from charter.rules.pattern import EventPattern
from charter.rules.provision import Decision, Provision, Who
from charter.rules.terms import Author, Modality, Role, Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def expelling(work: Clausework) -> Provision | None:
    """As in "The Council may consider as excluded any State which does not fulfil its duties"."""
    if work.modality is not Modality.MAY or not work.bearer or work.bearer.role is not Role.ORGAN:
        return None
    act = work.acts[0] if work.acts else None
    if act is None or act.name != "CONSIDERED":
        return None
    broken = breach(work.clause.body, work.account)
    out = any(name_of(n) in ("EXPEL", "CEASE_PARTY") for n in work.clause.body)
    if not (broken and out):
        return None
    work.account.take(
        act.verb, *(n for n in act.row if name_of(n) in ("EXPEL", "CEASE_PARTY", "TAKE"))
    )
    work.account.take(*(n for n in act.row if n.form in ("organ", "charter", "party", "term")))
    _take_abstention(work)
    number = final.share(work, work.clause.body, Unit.VOTES)
    fields = final.shared(work, modality=work.modality, bearer=work.bearer, number=number)
    return Decision.model_validate(fields | {"triggers": (broken,)})


def _take_abstention(work: Clausework) -> None:
    """Take that somebody has no part in the vote ("the State concerned not voting")."""
    row = work.clause.body
    for at in range(1, len(row) - 1):
        if row[at].form == "negation" and row[at + 1].has("VOTING"):
            work.account.take(*row[at - 1 : at + 2])


def expel(work: Clausework, act: Act) -> Provision | None:
    """What an organ may decide against a Party: "may be expelled by the General Assembly"."""
    organs = [n for n in (*work.subject, *work.clause.body) if n.form == "organ"]
    if not organs or work.modality is not Modality.MAY:
        return None
    work.account.hold(act.verb, *act.nodes)
    by = _agent(work.clause.body)
    own = work.bearer if work.bearer and work.bearer.role is Role.ORGAN else None
    bearer = Who(role=Role.ORGAN, names=names([by])) if by else own
    broken = None if work.qualifiers.triggers else breach(act.nodes, work.account) or _guilty(work)
    triggers = (broken,) if broken else work.qualifiers.triggers
    number = final.share(work, work.clause.body, Unit.VOTES)
    fields = final.shared(
        work, modality=work.modality, bearer=bearer, triggers=triggers, number=number
    )
    decided = () if own and not _asks_another(work) else organ_decides(work)
    return Decision.model_validate(fields | {"conditions": (*decided, *final.stated(work))})


def _asks_another(work: Clausework) -> bool:
    """Whether an organ acts "on the recommendation of" another."""
    texts = [work.account.text(node) for node in work.clause.body]
    return any("recommend" in text or "proposal" in text for text in texts)


def _guilty(work: Clausework) -> EventPattern | None:
    """As in "a Member guilty of a breach of the Pact"."""
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if is_event(node) and _is_breach(node)), None)
    if at is None:
        return None
    work.account.hold(*row[max(0, at - 2) : at + 3])
    words = work.account.words(row[at])
    return EventPattern(kinds=("infraction",), words=words, author=Author.PARTY)


def _is_breach(node: Node) -> bool:
    return any(kind.has("INFRACTION") for kind in node.nodes("kind"))


def _agent(nodes: Sequence[Node]) -> Node | None:
    by = next((n for n, node in enumerate(nodes) if name_of(node) == "BY"), len(nodes))
    behind = [n for n in nodes[by + 1 : by + 4] if not n.has("DECISIONS") and name_of(n) != "OF"]
    return behind[0] if behind and behind[0].form == "organ" else None
