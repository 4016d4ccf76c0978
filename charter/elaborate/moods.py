"""How firmly a clause binds: must, must by its own judgment, may, must not, only declares."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate.acts import OF_A_BOND
from charter.elaborate.subordinates import split
from charter.rules.terms import Modality
from charter.syntax.clauses import Clause
from charter.syntax.phrases import is_judgment, name_of
from charter.syntax.tree import Node

MODALITIES = {
    "MUST": Modality.MUST,
    "WORK_TO": Modality.MUST,
    "MUST_NOT": Modality.MUST_NOT,
    "MAY": Modality.MAY,
    "WOULD": Modality.MUST,
    "SHOULD": Modality.DECLARES,
    "AIM_TO": Modality.DECLARES,
}
PERFORMED = frozenset({"GUARANTEE", "REFRAIN", "RESPECT", "AID", "GO_TO_AID", "DEFEND", "GIVE"})
"""Verbs that bind by being said: "the Powers guarantee …", "they renounce war"."""


def is_declared(clause: Clause) -> bool:
    """Whether a clause only declares something ("declares that …")."""
    declares = name_of(clause.head) in ("DECLARE", "DECLARE_THAT")
    framed = clause.frame is not None and name_of(clause.frame) in ("DECLARE", "DECLARE_THAT")
    tells = clause.head.form != "modal" or name_of(clause.head) in ("WOULD", "SHOULD")
    return declares or (framed and tells)


def modality(
    clause: Clause, said: str, governing: Sequence[Node], *, by_own_judgment: bool
) -> Modality | None:
    """How firmly a clause binds, or nothing where it does not.

    ``said`` is what its subject refers to, ``governing`` what stands before a clause that it goes
    on with, ``by_own_judgment`` whether an adverbial leaves something to those bound.
    """
    if is_declared(clause):
        return Modality.DECLARES
    mood = _by_head(clause)
    if mood in (Modality.MUST, Modality.MAY) and (_is_denied(clause) or said == "no_party"):
        mood = Modality.MUST_NOT
    if mood is Modality.MUST_NOT:
        return None if _is_bond(clause) else mood
    judged = by_own_judgment or _has_judgment(clause, governing)
    return Modality.MUST_OWN_JUDGMENT if mood is Modality.MUST and judged else mood


def _by_head(clause: Clause) -> Modality | None:
    """How firmly the head of a clause binds by itself."""
    name = name_of(clause.head)
    if clause.head.form == "verb" and name in ("RECOGNISE", "CONDEMN"):
        return Modality.DECLARES
    if _is_performed(clause) or (name == "IS" and is_guaranteed(clause)):
        return Modality.MUST
    return MODALITIES.get(name)


def _is_performed(clause: Clause) -> bool:
    """Whether a clause binds by what its verb says in the present ("lend each other help")."""
    name = name_of(clause.head)
    if clause.head.form not in ("verb", "term") or name not in PERFORMED:
        return False
    return name != "GIVE" or any(node.has("AID", "GUARANTEE") for node in clause.body)


def _has_judgment(clause: Clause, governing: Sequence[Node]) -> bool:
    """Whether the words leave the measures, or whether the event happened, to those bound."""
    if any(is_judgment(node) for node in (*governing, *clause.row)):
        return True
    return any(map(_is_judged, (clause.leads, governing, _conditional(clause.body))))


def _is_denied(clause: Clause) -> bool:
    """Whether a negation stands before the head: "under no circumstances", "none of their arms"."""
    own = split(clause.leads, is_lead=True)[0].nodes
    fronted = any(
        name_of(node) == "NOT" and before.form != "finite"
        for before, node in pairwise((clause.head, *own))
    )
    first = clause.subject[0] if clause.subject else None
    return fronted or (first is not None and first.has("NO", "NEITHER", "NEITHER_OF"))


def _is_bond(clause: Clause) -> bool:
    """Whether a head speaks of being bound, so that to deny it forbids nothing.

    As in "No Party shall be obliged to assist": there is no duty, and no prohibition.
    """
    phrases = (phrase for node in (clause.head, *clause.body[:2]) for phrase in node.phrases())
    words = {word for phrase in phrases for word in phrase.text.lower().split()}
    head = clause.head.phrases()[-1].text.lower().split()
    return not OF_A_BOND.isdisjoint(words) or "obligation" in head or "duty" in head


def _conditional(body: Sequence[Node]) -> Sequence[Node]:
    """The conditional at the end of a clause ("shall consult whenever one considers that …")."""
    at = (n for n, node in enumerate(body) if name_of(node) in ("IF", "WHEN", "IN_CASE"))
    return body[next(at, len(body)) :]


def _is_judged(leads: Sequence[Node]) -> bool:
    """Whether an event is one that a Party "considers" to be so ("If any Party considers that")."""
    thinks = ("considers", "consider", "deems", "believes")
    return any(
        (name_of(node) == "THINKS" or _says(node) in thinks) and _says(after) == "that"
        for node, after in pairwise(leads)
    )


def _says(node: Node) -> str:
    """The first phrase of a construct, in lower case."""
    return next((phrase.text.lower() for phrase in node.phrases()), "")


def is_guaranteed(clause: Clause) -> bool:
    """Whether a clause says by itself that something is guaranteed, and so binds."""
    verbs = [name_of(node) for node in clause.body if node.form == "verb"]
    return verbs[:1] == ["GUARANTEE"]
