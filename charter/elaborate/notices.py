"""How long a notice runs, and the withdrawals that a clause on duration implies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from charter.elaborate import formal
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import has_figure, period
from charter.rules.pattern import Condition
from charter.rules.provision import Provision, Who, Withdrawal
from charter.rules.terms import ConditionKind, Modality, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

OPENING = frozenset(
    {
        "SHOULD",
        "WHILE",
        "SUBJECT_TO",
        "UNLESS",
        "IF",
        "IN_CASE",
        "UNTIL",
        "PROVIDED_THAT",
        "INSOFAR",
        "ABSENT",
    }
)


@dataclass(frozen=True, slots=True)
class Times:
    """The figures of a right to leave: how long before, and since when the treaty must bind."""

    notice: Node | None = None
    in_force: Node | None = None


def times(row: Sequence[Node]) -> Times:
    """The period that goes with a notice and the one that a treaty has been in force."""
    figures = [at for at, node in enumerate(row) if is_figure(node)]
    notice = next((at for at in figures if _goes_with_notice(row, at)), None)
    others = [at for at in figures if at != notice]
    return Times(
        row[notice] if notice is not None else None,
        row[others[0]] if others else None,
    )


def _goes_with_notice(row: Sequence[Node], at: int) -> bool:
    """Whether a period is one of notice: "six months' notice", "one year before its expiry"."""
    behind = [node for node in row[at + 1 : at + 9] if node.form != "formula"]
    if not behind:
        return False
    own = behind[0].has("NOTICE") or name_of(behind[0]) == "BEFORE"
    said = [phrase.text.lower() for phrase in row[at + 1].phrases()]
    advance = any("in advance" in text or "beforehand" in text for text in said)
    since = name_of(behind[0]) in ("AFTER", "FROM") and any(
        node.has("NOTICE", "RECEIPT", "RECEIVED") or name_of(node) in ("DENOUNCE", "IT", "REPORT")
        for node in behind[1:6]
    )
    of_it = at > 1 and row[at - 2].has("NOTICE") and name_of(row[at - 1]) in ("OF", "AT", "FOR")
    entry = any(node.has("ENTRY") for node in behind[1:5])
    return own or advance or of_it or (since and not entry)


Counts = Literal["notice", "in_force", "before_term"]


def counts(row: Sequence[Node], found: Times) -> Counts:
    """What the figure of a withdrawal counts: its notice, a time in force, the time to an end."""
    if found.notice is None:
        return "in_force" if found.in_force else "notice"
    at = next(n for n, node in enumerate(row) if node is found.notice)
    behind = [node for node in row[at + 1 : at + 9] if node.form != "formula"]
    ends = any(node.has("EXPIRY") for node in behind[:4])
    return "before_term" if ends and name_of(behind[0]) == "BEFORE" else "notice"


def implied(work: Clausework, row: Sequence[Node]) -> list[Provision]:
    """The withdrawal that a conditional or an end of a clause on duration speaks of, if any."""
    told = [node for node in row if leaves(node)]
    sure = any(name_of(node) == "DENOUNCE" or node.has("NOTICE") for node in told)
    opens = any(name_of(node) in OPENING for node in row) or _is_left_undone(row)
    time = times(row).notice or _time_of_notice(row)
    counted = any(node.has("FEWER_THAN", "SHARE") for node in row)
    if counted or not (told and opens and (time or sure)):
        return []
    work.account.take(*(each for each in (time,) if each))
    if _is_left_undone(row):
        known = ("NOT", "FOR", "AS", "REGARDING", "GIVE")
        work.account.take(*(node for node in row if name_of(node) in known))
        work.account.take(*(node for node in row if node.form == "party"))
        formal.take(work.account, row)
    return [
        Withdrawal(
            citation=work.account.context.citation,
            modality=Modality.MAY,
            bearer=Who(role=Role.ONE_PARTY),
            number=period(time) if time else None,
            counts="before_term" if any(node.has("EXPIRY") for node in row) else "notice",
            conditions=_after_a_term(work, row),
        )
    ]


def _after_a_term(work: Clausework, row: Sequence[Node]) -> tuple[Condition, ...]:
    """That a right to leave is one for after a term, where the clause says both."""
    right = any(name_of(node) == "SUBJECT_TO" for node in row)
    leads = work.clause.leads
    ended = any(name_of(node) == "AFTER" for node in leads)
    if not (right and ended and any(node.has("EXPIRY") for node in leads)):
        return ()
    return (Condition(kind=ConditionKind.OTHER, words=work.account.words(*leads)),)


def _is_left_undone(row: Sequence[Node]) -> bool:
    """As in "for such Parties as have not denounced it": a notice that some have not given."""
    whom = any(
        name_of(before) in ("FOR", "REGARDING") and node.form in ("party", "state")
        for before, node in pairwise(row)
    )
    return whom and any(name_of(node) == "NOT" for node in row)


def _time_of_notice(row: Sequence[Node]) -> Node | None:
    """The period that goes with a notice: the first behind it, else the last in front of it."""
    at = next((n for n, node in enumerate(row) if leaves(node)), 0)
    after = any(p.text.lower() == "thereafter" for node in row for p in node.phrases("FILLER"))
    pairs = () if after else pairwise(row)
    terms = {id(node) for before, node in pairs if name_of(before) == "FOR"}
    known = [n for n in row if is_figure(n) and id(n) not in terms and not n.has("YEAR_TERM")]
    start = row[at].span.start if row else 0
    behind = (node for node in known if node.span.start >= start)
    before = (node for node in reversed(known) if node.span.start < start)
    return next(behind, None) or next(before, None)


def is_figure(node: Node) -> bool:
    """Whether a phrase is a period that says how long."""
    return node.form == "period" and has_figure(node)


def leaves(node: Node) -> bool:
    """Whether a phrase speaks of giving notice, or of leaving by it."""
    return name_of(node) in ("DENOUNCE", "REPORT") or node.has("NOTICE")


def is_passed_on(act: Act) -> bool:
    """Whether it is not who leaves that gives a notice, but who passes it on to the others."""
    pairs = pairwise(act.nodes)
    return act.name == "REPORT" and any(
        name_of(by) == "BY" and whom.form in ("names", "organ") for by, whom in pairs
    )
