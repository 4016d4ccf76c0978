"""Decisions of organs: by which vote they are taken, what an organ may do, whom they bind."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import decisions, final
from charter.elaborate.account import is_light
from charter.elaborate.act import Act
from charter.elaborate.breaches import breach
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import figure
from charter.elaborate.parties import is_who, names, who
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import Decision, Norm, Provision, Who
from charter.rules.terms import Modality, Role, Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def decided(work: Clausework) -> Provision | None:
    """How decisions are taken ("decisions are taken by unanimity"), or that they bind."""
    if not any(node.has("DECISIONS", "VOTING") for node in work.subject):
        return None
    row = work.clause.body
    if obeyed := decisions.obeyed(work):
        return obeyed
    if any(name_of(node) in decisions.BINDING or decisions.are_binding(work, node) for node in row):
        return decisions.binding(work)
    number = _figure_of_votes(work, row) or final.share(work, row, Unit.VOTES) or _votes(work, row)
    if number is None or work.modality is Modality.MUST_NOT:
        return None
    conditions = (*_about(work), *_qualified(work, row))
    organs = names([node for node in work.subject if node.form == "organ"] or _deciding(row))
    final.take_subject(work)
    work.account.take(*(n for n in (work.clause.head, *row) if name_of(n) in TAKEN))
    fields = final.shared(work, bearer=Who(role=Role.ORGAN, names=organs), number=number)
    return Decision.model_validate(fields | {"conditions": (*final.stated(work), *conditions)})


def _deciding(row: Sequence[Node]) -> list[Node]:
    """The organ that decides, where the vote tells it ("by a simple majority of the Council")."""
    said = (node for before, node in pairwise(row) if name_of(before) in ("OF", "BY", "IN"))
    return [n for n in said if n.form in ("organ", "names") and who([n]).role is Role.ORGAN][:1]


def passed(work: Clausework, act: Act) -> Provision | None:
    """As in "Amendments shall be adopted by a two-thirds majority of the Members"."""
    number = final.share(work, act.nodes, Unit.VOTES) or _votes(work, act.nodes)
    amends = any(node.has("AMENDMENT", "DECISIONS") for node in work.clause.subject)
    if number is None or not amends or work.modality is Modality.MUST_NOT:
        return None
    conditions = _qualified(work, act.nodes)
    final.take_subject(work)
    work.account.take(act.verb)
    organs = names(_deciding(act.nodes))
    bearer = Who(role=Role.ORGAN, names=organs) if organs else None
    fields = final.shared(work, bearer=bearer, number=number)
    return Decision.model_validate(fields | {"conditions": (*final.stated(work), *conditions)})


TAKEN = frozenset({"RECEIVED", "TAKE", "OTHER_ACT", "ADOPTED", "REQUIRE", "CONCLUDE"})
"""Verbs of how a decision comes about."""


def of_organ_before(each: Provision, work: Clausework, before: Clausework | None) -> Provision:
    """A decision with the organ that "its decisions" speaks of: the bearer of the clause before."""
    if not isinstance(each, Decision) or each.bearer is None or each.bearer.names:
        return each
    its = any(node.has("DECISIONS") and node.has("POSSESSIVE") for node in work.subject)
    organ = before.bearer if before and its else None
    if organ is None or each.bearer.role is not Role.ORGAN or organ.role is not Role.ORGAN:
        return each
    return each.model_copy(update={"bearer": organ})


def _about(work: Clausework) -> tuple[Condition, ...]:
    """Which decisions are spoken of: those "on questions of procedure", "on all other matters"."""
    row = work.clause.subject
    at = next((n for n, node in enumerate(row) if node.has("DECISIONS")), len(row))
    on = next((n for n in range(at + 1, len(row)) if name_of(row[n]) in ("ON", "REGARDING")), None)
    if on is None:
        return ()
    if any(node.has("ALL", "EVERY") and not node.has("OTHER") for node in row[on + 1 : on + 2]):
        work.account.take(*row[on : on + 2])
        return ()
    return final.other(work, row[on:])


def _qualified(work: Clausework, row: Sequence[Node]) -> tuple[Condition, ...]:
    """What narrows a majority: "of the members present and voting", not "of its members"."""
    account = work.account
    at = next((n for n, node in enumerate(row) if node.has("SHARE", "VOTE")), len(row))
    account.take(*(node for node in row if node.has("VOTE")))
    row = _without_how_many_each_has(work, row, at)
    behind = [node for node in row[at:] if account.is_free(node) and not node.has("SHARE", "VOTE")]
    while len(behind) > 1 and name_of(behind[0]) == name_of(behind[1]) == "OF":
        behind.pop(0)
    whose = next((n for n, node in enumerate(behind[:2]) if is_who(node)), None)
    if whose is not None and all(name_of(node) == "OF" for node in behind[:whose]):
        account.take(*behind[: whose + 1])
        behind = behind[whose + 1 :]
    words = [node for node in behind if node.form != "opener" or name_of(node) == "INCLUDING"]
    plain = all(_says_nothing(account.text(node), node) for node in words)
    if plain:
        account.hold(*words)
    return () if plain else final.other(work, words)


def _without_how_many_each_has(work: Clausework, row: Sequence[Node], at: int) -> Sequence[Node]:
    """A row without that each member has a vote ("…, each member having one vote")."""
    comma = next((n for n in range(at, len(row)) if row[n].form == "comma"), len(row))
    rest = row[comma:]
    if not any(work.account.text(node) == "having" for node in rest):
        return row
    if not any(node.has("VOTE") for node in rest):
        return row
    work.account.take(*rest)
    return row[:comma]


def _says_nothing(text: str, node: Node) -> bool:
    return (is_light(node) and text != "present") or text in ("represented", "cast")


def decide(work: Clausework, act: Act) -> Provision | None:
    """By what share of votes an organ decides, or what it may decide."""
    if work.bearer is None or work.bearer.role is not Role.ORGAN:
        return None
    acts = act.name == "ACT" and act.has("SHARE")
    if act.name != "DECIDE" and not acts and not act.has("DECISIONS"):
        return None
    number = final.share(work, work.clause.body, Unit.VOTES) or _votes(work, act.nodes)
    if work.modality is Modality.MUST_NOT or (number is None and work.modality is not Modality.MAY):
        return None
    work.account.take(act.verb, *(node for node in act.nodes if node.has("DECISIONS")))
    conditions = _qualified(work, _of_the_vote(act))
    work.account.take(*(node for node in act.nodes if _is_matter(node)))
    fields = final.shared(work, modality=work.modality, bearer=work.bearer, number=number)
    return Decision.model_validate(fields | {"conditions": (*final.stated(work), *conditions)})


def _of_the_vote(act: Act) -> tuple[Node, ...]:
    """The phrases of an act up to what is decided."""
    matter = next((n for n, node in enumerate(act.nodes) if node.has("MEASURES")), None)
    return act.nodes[:matter]


def _is_matter(node: Node) -> bool:
    """Whether a phrase is of what an organ decides: measures, steps, "which are to be taken"."""
    force = node.form == "event" and any(kind.has("USE_OF_FORCE") for kind in node.nodes("kind"))
    known = name_of(node) in ("WHICH", "TAKE", "TO", "IS", "ON")
    return known or force or node.form == "means" or node.has("MEASURES")


def empowered(work: Clausework, norm: Norm) -> Provision:
    """What an organ may do is its decision; a permission of anybody else is left as it is."""
    of_organ = norm.bearer is not None and norm.bearer.role is Role.ORGAN
    if norm.kind != "permission" or not of_organ or norm.citation is None:
        return norm
    number = final.share(work, work.clause.body, Unit.VOTES)
    broken = breach(work.clause.body, work.account) if not norm.triggers else None
    return Decision(
        citation=norm.citation,
        modality=norm.modality,
        bearer=norm.bearer,
        triggers=(broken,) if broken else norm.triggers,
        conditions=(*norm.conditions, *norm.exceptions),
        until=norm.until,
        number=number or norm.number,
    )


def has_vote(work: Clausework) -> Provision | None:
    """How many votes a member has ("each Member shall have one vote")."""
    row = (work.clause.head, *work.clause.body)
    at = next((n for n, node in enumerate(row[:2]) if name_of(node) == "HAS"), None)
    if at is None or work.bearer is None or at + 1 >= len(row):
        return None
    number = _votes(work, row)
    if number is None:
        return None
    final.take_subject(work)
    work.account.take(row[at], *_in_organ(row))
    bearer = work.bearer
    if work.subject[0].has("EACH", "EVERY", "EACH_OF", "ALL") and bearer.role is Role.ONE_PARTY:
        bearer = bearer.model_copy(update={"role": Role.EACH_PARTY})
    return Decision.model_validate(
        final.shared(work, modality=work.modality, bearer=bearer, number=number)
    )


def _in_organ(row: Sequence[Node]) -> tuple[Node, ...]:
    """The organ in which a vote is had ("one vote in the Council")."""
    pairs = ((b, n) for b, n in pairwise(row) if name_of(b) == "IN" and n.form == "organ")
    return next(pairs, ())


def no_voter(work: Clausework, act: Act) -> Provision | None:
    """Who takes no part in a vote."""
    voting = any(node.has("VOTE", "VOTING") for node in (*work.clause.leads, *act.nodes))
    return abstain(work, act) if voting else None


def abstain(work: Clausework, act: Act) -> Provision | None:
    """Who is not to vote ("a party to a dispute shall abstain from voting")."""
    final.take_subject(work)
    leads = work.clause.leads
    work.account.take(*(leads if any(node.has("VOTING", "VOTE") for node in leads) else ()))
    work.account.take(act.verb, *(node for node in act.nodes if node.has("VOTE", "VOTING")))
    whole = work.account.words(*(work.clause.subject or work.clause.row))
    outside = tuple(
        each for each in final.stated(work) if not whole.start <= each.words.start < whole.end
    )
    single = work.bearer is not None and work.bearer.role is Role.ATTACKED_PARTY
    bearer = Who(role=Role.ONE_PARTY) if single else work.bearer
    fields = final.shared(work, modality=work.modality, bearer=bearer)
    return Decision.model_validate(fields | {"triggers": (), "conditions": outside})


def _figure_of_votes(work: Clausework, row: Sequence[Node]) -> Number | None:
    """As in "by a majority of five votes": a majority that is a number."""
    told = any(node.has("VOTE") and node.has("COUNT", "NUMBER") for node in row)
    work.account.take(*(node for node in row if told and node.has("SHARE")))
    return _votes(work, row) if told else None


def _votes(work: Clausework, row: Sequence[Node]) -> Number | None:
    """A number of votes: "one vote", "by an affirmative vote of nine members"."""
    at = next((n for n, node in enumerate(row) if node.has("VOTE")), None)
    if at is None:
        return None
    own = row[at].phrases("COUNT", "NUMBER", "ONE_OF")
    for node in row[at : at + 3]:
        for phrase in own or node.phrases("COUNT", "NUMBER"):
            work.account.take(*row[at : at + (1 if own else 3)])
            return Number(value=figure(phrase.text) or 1, unit=Unit.VOTES)
    return None
