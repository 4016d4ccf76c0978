"""For how long a treaty binds: its terms, their renewal, and what ends it."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import ending, final, formal, leaving, numbers, revising, savings
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import has_figure
from charter.rules.model import Number
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Duration, Provision
from charter.rules.terms import Author, Modality, Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def _every_year(work: Clausework, act: Act) -> Number | None:
    """As in "shall be renewed every year"."""
    each = next((n for n in act.nodes if n.form == "period" and n.has("EVERY", "EACH")), None)
    if each is None or act.name != "EXTENDED":
        return None
    work.account.take(each)
    return numbers.period(each)


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
    time = time or _next_term(row)
    if time is None or any(act.name == "EXTENDED" for act in work.acts):
        return []
    citation = work.account.context.citation
    return [Duration(citation=citation, number=numbers.period(time))]


def _next_term(row: Sequence[Node]) -> Node | None:
    """The term behind a notice that is not given ("if not denounced, for three more years")."""
    leaves = next((n for n in range(len(row)) if _goes_on(row, n)), len(row))
    behind = pairwise(row[leaves:])
    return next((node for b, node in behind if name_of(b) == "FOR" and node.form == "period"), None)


def _goes_on(row: Sequence[Node], at: int) -> bool:
    """Whether a further term may follow: a notice not given, "thereafter" behind a first term."""
    text = row[at].phrases()[0].text.lower() if row[at].form == "formula" else ""
    first = any(node.form == "period" and has_figure(node) for node in row[:at])
    return (text == "thereafter" and first) or name_of(row[at]) == "DENOUNCE"


def lasting(work: Clausework) -> Provision | None:
    """As in "shall have the same duration as the Triple Alliance", "its duration shall be …"."""
    row = work.clause.body
    if name_of(work.clause.head) not in ("MUST", "HAS", "IS") or not final.is_about_the_treaty(
        work
    ):
        return None
    term = next((node for node in row if node.has("VALIDITY", "NO_LIMIT")), None)
    has = name_of(work.clause.head) == "HAS" or (bool(row) and name_of(row[0]) == "HAS")
    if has and term:
        return _of_a_term(work, term)
    is_term = any(_is_of_a_term(work, node) for node in work.clause.subject) and not work.acts
    be = name_of(work.clause.head) == "IS" or (bool(row) and name_of(row[0]) == "IS")
    if is_term and be and (number := final.figure(work, row)):
        return _for_its_term(work, number)
    return None


def _is_of_a_term(work: Clausework, node: Node) -> bool:
    """Whether a phrase is of how long a treaty lasts: "the duration of", "the term of"."""
    term = node.has("DATE") and work.account.text(node).endswith(("term", "period"))
    return node.has("VALIDITY") or term


def _for_its_term(work: Clausework, number: Number) -> Provision:
    final.take_subject(work)
    formal.take(work.account, work.clause.body)
    return Duration.model_validate(final.shared(work, number=number))


def _of_a_term(work: Clausework, term: Node) -> Provision:
    row = work.clause.body
    final.take_subject(work)
    if number := final.figure(work, row):
        work.account.take(term)
        formal.take(work.account, row)
        return Duration.model_validate(final.shared(work, number=number))
    work.account.take(*row)
    words = work.account.words(*(n for n in row if n.span.start >= term.span.start))
    return Duration.model_validate(final.shared(work, until=words))


def cease(work: Clausework, act: Act) -> Provision | None:
    """When the treaty ceases: "if the number of Parties should become less than sixteen"."""
    if not final.is_about_the_treaty(work) or work.modality is Modality.MUST_NOT:
        return None
    number = _fewer_than(work)
    if number is None and _is_for_one(work):
        return leaving.effect(work, act)
    final.take_subject(work)
    row = work.clause.leads
    account = work.account
    account.hold(act.verb, *row)
    number = number or final.figure(work, act.nodes)
    account.hold(*act.nodes)
    ends = row or work.clause.body[1:]
    until = account.words(*ends) if ends else None
    triggers = (*work.qualifiers.triggers, *_notices(work))
    _leave_shares(work)
    fields = final.shared(work, number=number, until=until, triggers=triggers)
    return Duration.model_validate(fields | {"conditions": work.qualifiers.exceptions})


def _leave_shares(work: Clausework) -> None:
    """Leave a share of those who leave unread, and its condition: no figure holds it."""
    row = work.clause.row
    if any(node.has("SHARE") for node in row):
        left = (node.span.start for node in row if node.has("SHARE") or node.form == "opener")
        work.account.taken.difference_update(left)


def terminate(work: Clausework, act: Act) -> Provision | None:
    """Who may terminate the treaty, or when it terminates by itself."""
    by_itself = work.modality is Modality.MUST and not act.has("CHARTER", "IT")
    passive = name_of(next(iter(work.clause.body), act.verb)) == "IS"
    if by_itself and not passive and final.is_about_the_treaty(work):
        return cease(work, act)
    return ending.terminate(work, act)


def _notices(work: Clausework) -> tuple[EventPattern, ...]:
    found = [node for node in work.clause.leads if node.has("NOTICE")][:1]
    words = work.account.words
    return tuple(
        EventPattern(kinds=("notice",), words=words(node), author=Author.PARTY) for node in found
    )


def _fewer_than(work: Clausework) -> Number | None:
    """The number of Parties below which the treaty ceases."""
    for node, after in pairwise(work.clause.row):
        if node.has("FEWER_THAN"):
            work.account.take(node, after)
            text = work.account.text(after).split()
            value = next((figure for word in text if (figure := numbers.figure(word))), None)
            return Number(value=value, unit=Unit.PARTIES) if value else None
    return None


def _is_for_one(work: Clausework) -> bool:
    """Whether the treaty ceases only for a Party that has given notice, or after its notice."""
    row = work.clause.row
    noticed = any(node.has("NOTICE", "RECEIPT") or name_of(node) == "DENOUNCE" for node in row)
    return noticed and any(node.form == "period" for node in row)


def remain(work: Clausework, act: Act) -> Provision | None:
    """For how long the treaty remains in force."""
    if work.modality is not Modality.MUST_NOT and _is_of_its_validity(act):
        return _prolonged(work, act)
    if not final.is_about_the_treaty(work) or work.modality is Modality.MUST_NOT:
        return None
    if savings.of_other_treaties(work):
        return savings.left_in_force(work, act)
    final.take_subject(work)
    work.account.take(act.verb)
    kept = tuple(each for each in final.stated(work) if not _is_of_no_moment(work, each))
    number = final.figure(work, act.nodes) or _for_a_time(work) or _every_year(work, act)
    _take_end_of_term(work)
    triggers = (*work.qualifiers.triggers, *_on_notice(work, kept))
    kept = tuple(each for each in kept if all(each.words != t.words for t in triggers))
    agreed = revising.by_agreement(work, act)
    formal.take(work.account, act.nodes)
    work.account.take(*(node for node in act.nodes if node.has("NO_LIMIT")))
    work.account.take(*(node for node in act.nodes if node.form == "party"))
    fields = final.shared(work, number=number, triggers=triggers)
    return Duration.model_validate(fields | {"conditions": (*kept, *agreed)})


def prolong(work: Clausework, act: Act) -> Provision | None:
    """As in "agree to extend the validity of the Treaty for a further twenty years"."""
    extends = work.account.text(act.verb) in ("extend", "extends")
    return _prolonged(work, act) if extends and _is_of_its_validity(act) else None


def _is_of_its_validity(act: Act) -> bool:
    first = next((node for node in act.nodes if node.form != "loose"), None)
    return first is not None and (first.form == "charter" or first.has("VALIDITY"))


def _prolonged(work: Clausework, act: Act) -> Provision:
    work.account.take(act.verb)
    number = final.figure(work, act.nodes)
    work.account.take(*(node for node in act.nodes if node.has("VALIDITY")))
    formal.take(work.account, act.nodes)
    return Duration.model_validate(final.shared(work, number=number))


def _take_end_of_term(work: Clausework) -> None:
    """Take what says only that a term is over: "on the expiration of this period of ten years"."""
    row = [node for node in work.clause.leads if node.form != "comma"]
    ends = any(node.has("EXPIRY") for node in row) and row[0].form == "preposition"
    if ends and formal.is_wholly(row):
        work.account.take(*row)


def _on_notice(work: Clausework, stated: Sequence[Condition]) -> tuple[EventPattern, ...]:
    """The notice on which a treaty lasts on or ends ("in the event of denunciation by one")."""
    found: list[EventPattern] = []
    for each in stated:
        nodes = formal.spanned(work, each.words)
        row = [n for n in work.clause.leads if nodes and n.span.start < nodes[0].span.start]
        on = bool(row) and name_of(row[-1]) == "IN_EVENT_OF"
        if on and any(node.has("NOTICE", "WITHDRAWAL") for node in nodes):
            event = EventPattern(kinds=("notice",), words=each.words, author=Author.PARTY)
            found.append(event)
    return tuple(found)


def _is_of_no_moment(work: Clausework, stated: Condition) -> bool:
    """Whether a condition adds nothing: "without limit of time", "after the end of that term"."""
    nodes = formal.spanned(work, stated.words)
    endless = any(node.has("NO_LIMIT") for node in nodes)
    ended = any(node.has("EXPIRY") for node in nodes) and formal.is_wholly(nodes)
    if ended and any(node.form == "period" and has_figure(node) for node in nodes):
        return False
    if endless or ended:
        work.account.take(*nodes)
    return endless or ended
