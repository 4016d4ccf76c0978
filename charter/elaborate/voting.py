"""How an organ votes, told by the vote itself: what it asks, who must be there, who is not counted.

As in "Unanimity is required for all decisions of the Council", "The quorum shall be two thirds of
its members" and "Abstentions shall not prevent the adoption of a decision".
"""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import final
from charter.elaborate.account import is_sign
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, names, who
from charter.rules.pattern import Condition
from charter.rules.provision import Decision, Provision, Who
from charter.rules.terms import Modality, Role, Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def told(work: Clausework) -> Provision | None:
    """The decision that a clause makes whose subject is a share, a quorum or votes."""
    return asked(work) or quorum(work) or counted(work)


def asked(work: Clausework) -> Provision | None:
    """As in "A majority of two thirds shall be required for decisions on the budget"."""
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if node.has("DECISIONS", "ADOPTED", "VOTING")), None)
    asks = at is not None and any(_is_needed(work, node) for node in row[:at])
    denied = name_of(work.clause.head) == "MUST_NOT" or any(n.form == "negation" for n in row)
    if at is None or not asks or not work.clause.subject[:1] or denied:
        return None
    number = final.share(work, work.clause.subject, Unit.VOTES)
    if number is None:
        return None
    held = _members(work.clause.subject)
    work.account.take(*held, *row[: at + 1])
    organ = _of_organ(row, at)
    work.account.take(*organ)
    about = _about(work, row[at + 1 + len(organ) :])
    bearer = Who(role=Role.ORGAN, names=names(organ[1:]))
    fields = final.shared(work, bearer=bearer, number=number)
    return Decision.model_validate(fields | {"conditions": (*final.stated(work), *about)})


NEEDED = frozenset({"required", "necessary", "requisite", "needed", "requires", "need"})


def _is_needed(work: Clausework, node: Node) -> bool:
    return name_of(node) == "REQUIRE" or work.account.text(node) in NEEDED


def _members(subject: Sequence[Node]) -> tuple[Node, ...]:
    """Those of whom a share is one: "of the members", not "of the members present and voting"."""
    pairs = ((b, n) for b, n in pairwise(subject) if name_of(b) == "OF" and is_who(n))
    return next(pairs, ())


def _of_organ(row: Sequence[Node], at: int) -> tuple[Node, ...]:
    """The organ whose decisions they are ("of the Council", "at any meeting of the Council")."""
    for before, node in pairwise(row[at:]):
        if name_of(before) in ("OF", "BY", "IN") and is_organ(node):
            return before, node
    return ()


def is_organ(node: Node) -> bool:
    """Whether a phrase is of an organ, or a name that ends as those of organs do."""
    return node.form in ("organ", "names") and who([node]).role is Role.ORGAN


def _about(work: Clausework, row: Sequence[Node]) -> tuple[Condition, ...]:
    """Which decisions are spoken of ("concerning the use of force")."""
    left = [node for node in row if work.account.is_free(node) and not is_sign(node)]
    if any(name_of(node) in ("ON", "REGARDING", "WHICH") for node in left):
        return final.other(work, left)
    return ()


def quorum(work: Clausework) -> Provision | None:
    """How many must be there ("Half of the members shall form a quorum")."""
    row = (*work.clause.subject, *work.clause.body)
    if not any(node.has("QUORUM") for node in row) or work.modality is Modality.MUST_NOT:
        return None
    number = final.share(work, row, Unit.PARTIES)
    if number is None and "presence" in work.account.text(*row):
        return None
    _take_told(work)
    organs = [node for node in row if is_organ(node)][:1]
    bearer = Who(role=Role.ORGAN, names=names(organs)) if organs else None
    return Decision.model_validate(final.shared(work, bearer=bearer, number=number))


def counted(work: Clausework) -> Provision | None:
    """Whose votes, or what abstentions, make no difference to a vote."""
    subject = work.clause.subject
    missing = any(node.has("ABSTENTION") for node in subject)
    votes = any(node.has("VOTE") for node in subject) and any(
        work.account.text(node) in COUNTED for node in work.clause.body
    )
    if not (missing or votes):
        return None
    _take_told(work)
    return Decision.model_validate(final.shared(work, modality=work.modality, bearer=None))


COUNTED = frozenset({"counted", "reckoned", "included", "considered", "taken into account"})


def _take_told(work: Clausework) -> None:
    """Take what is told of a vote: no key holds who is counted, or where."""
    row = (*work.clause.leads, *work.clause.subject, *work.clause.body)
    work.account.hold(*(node for node in row if not is_sign(node)))


def calls_upon(work: Clausework, act: Act) -> Provision | None:
    """As in "The Council may call upon the Members to apply measures": what an organ may ask."""
    of_organ = work.bearer is not None and work.bearer.role is Role.ORGAN
    denied = any(name_of(node) in ("NOT", "NEVER") for node in work.clause.body)
    if not of_organ or denied or work.modality is not Modality.MAY:
        return None
    work.account.take(act.verb)
    work.account.take(*(node for node in act.nodes if not is_sign(node) and node.form != "loose"))
    number = final.share(work, work.clause.body, Unit.VOTES)
    fields = final.shared(work, modality=work.modality, bearer=work.bearer, number=number)
    return Decision.model_validate(fields)
