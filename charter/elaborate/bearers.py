"""Whom a clause binds, by its subject, its agent, or whom it addresses."""

from collections.abc import Sequence

from charter.elaborate import events
from charter.elaborate.account import Account
from charter.elaborate.moods import is_guaranteed
from charter.elaborate.parties import is_who, listed, reference, who
from charter.rules.provision import Who
from charter.rules.terms import Role
from charter.syntax.clauses import Clause
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def bearer(subject: Sequence[Node], account: Account) -> tuple[Who | None, str]:
    """Whom a subject binds, and what its words refer to; none where it is no phrase of who."""
    if len(subject) == 1 and (holder := subject[0].phrases("DEPOSITARY")):
        account.take(*subject)
        name = holder[0].text.lower().removesuffix(" government").removesuffix(" state")
        return Who(role=Role.NAMED, names=(name,)), "names"
    if subject and _are_staffs(subject[0]):
        account.take(subject[0])
        return Who(role=Role.EACH_PARTY), "each_party"
    first = next((at for at, node in enumerate(subject) if is_who(node)), None)
    if first is None or any(events.is_event(node) for node in subject[:first]):
        return None, ""
    if any(node.form not in ("loose", "formula", "joint") for node in subject[:first]):
        return None, ""
    if _are_some_states(subject[first]) or _is_some_realm(subject[first]):
        return None, ""
    if name_of(subject[first]) == "LATTER" and "former" in account.text(subject[first]):
        return None, ""
    end = listed(subject, first)
    if end == first + 1 and _is_no_name(subject[first]):
        return None, ""
    nodes = [node for node in subject[first:end] if is_who(node)]
    account.take(*subject[:end])
    return bound(nodes), reference(nodes[0])


def _are_some_states(node: Node) -> bool:
    """Whether words do not tell if some states are Parties ("the Baltic States")."""
    several = node.form == "state" and node.has("STATES") and not node.has("ALL")
    return several and not _are_the_powers(node) and reference(node) == "state"


STAFFS = ("staff", "command", "authorities", "service")
"""What those are called who act for the armed forces of a Party."""


def _are_staffs(node: Node) -> bool:
    """Whether forces stand for those who act for them ("the staffs of the two armies")."""
    titles = [phrase.text.lower() for phrase in node.phrases("TITLE")]
    return node.form == "asset" and any(word in title for title in titles for word in STAFFS)


REALMS = frozenset({"republic", "government", "kingdom", "empire", "crown", "court", "monarch"})
"""Nouns that alone do not say which of the Parties is meant."""


def _is_some_realm(node: Node) -> bool:
    """Whether a state is spoken of as if only one could be meant ("The Republic shall")."""
    said = [phrase for phrase in node.phrases() if phrase.name not in ("THE", "POSSESSIVE")]
    alone = node.form == "party" and len(said) == 1 and len(node.phrases()) > 1
    return alone and said[0].text.lower() in REALMS and node.node("party_tail") is None


def _is_no_name(node: Node) -> bool:
    """Whether a capital only looks like a name ("each Participant", "both Chancelleries")."""
    return node.form == "names" and node.has("EACH", "EVERY", "BOTH", "EITHER", "ANY", "ALL", "NO")


def bound(nodes: Sequence[Node]) -> Who:
    """Whom phrases of who stand for as those who are bound: "the Powers" are the Parties."""
    if _is_its_ally(nodes[0]):
        return Who(role=Role.OTHER_PARTIES)
    if not _are_the_powers(nodes[0]):
        return who(nodes)
    return Who(role=Role.OTHER_PARTIES if nodes[0].has("OTHER") else Role.EACH_PARTY)


def _are_the_powers(node: Node) -> bool:
    """Whether a bearer that is no "Party" by its words is: "the Powers", "the other State"."""
    said = {phrase.name for phrase in node.phrases()}
    if node.form != "state" or not said <= {"THE", "OTHER", "STATE", "STATES", *TELLING_NOTHING}:
        each = bool(said & {"EACH", "EVERY"}) and said <= {"THE", "EACH", "EVERY", *TELLING_NOTHING}
        return node.form == "state" and each
    plain = [phrase.text.lower() for phrase in node.phrases("STATE", "STATES")]
    is_plain = plain[0] in ("state", "power", "powers", "states", "countries", "country")
    return is_plain and "THE" in said and ("OTHER" in said or (node.has("STATES")))


ALLIES = frozenset(
    {
        "ally", "allies", "partner", "partners", "co-signatory", "co-signatories", "cosignatory",
        "cosignatories", "confederate", "confederates", "co-contractant",
    }
)  # fmt: skip
"""Words for a Party as seen from another."""


def _is_its_ally(node: Node) -> bool:
    """Whether a bearer is somebody's ally, so another than who was spoken of."""
    said = [phrase.text.lower() for phrase in node.phrases("PARTY", "PARTIES")]
    ally = any(text.split()[-1] in ALLIES for text in said)
    return ally and node.has("POSSESSIVE")


TELLING_NOTHING = frozenset({"STATE", "COUNT", "THIS", "QUALITY", "UNREAD", "TITLE"})
"""Determiners that leave it to the others who is meant ("the said Powers")."""


def guarantor(clause: Clause, account: Account) -> Who | None:
    """Those by whom something "is guaranteed"."""
    row = clause.body
    at = next((n for n, node in enumerate(row[:-1]) if _leads_to_guarantor(node)), None)
    if name_of(clause.head) != "IS" or at is None or not is_who(row[at + 1]):
        return None
    if not is_guaranteed(clause):
        return None
    end = listed(row, at + 1)
    account.take(*row[at if name_of(row[at]) == "BY" else at + 1 : end])
    return who([node for node in row[at + 1 : end] if is_who(node)])


def _leads_to_guarantor(node: Node) -> bool:
    """Whether a phrase stands before those who guarantee ("by", "under the guarantee of")."""
    return name_of(node) == "BY" or (
        name_of(node) == "GUARANTEE" and node.phrases()[0].text.lower().endswith(" of")
    )


def of_forces(clause: Clause, account: Account) -> Who | None:
    """Those whose forces do something ("the troops of the Allies may pass through …")."""
    row = clause.subject
    passive = any(name_of(node) == "IS" for node in (clause.head, *clause.body[:2]))
    moves = len(row) > 2 and row[0].form == "asset" and row[0].has("FORCES", "SHIPS", "AIRCRAFT")
    if passive or not moves or name_of(row[1]) != "OF" or not is_who(row[2]):
        return None
    end = listed(row, 2)
    account.take(*row[:end])
    return bound([node for node in row[2:end] if is_who(node)])


def addressee(clause: Clause, account: Account) -> Who | None:
    """Whom the body of a clause begins by addressing, before its verb."""
    row = clause.body
    at = next((n for n, node in enumerate(row) if node.form != "comma"), 0)
    end = _addressed(row, at)
    if end is None:
        return None
    is_named = name_of(row[at]) == "TO" and row[at + 1].form == "names"
    if not is_named and name_of(row[min(end, len(row) - 1)]) not in ("TO", "NOT"):
        return None
    whom = row[end - 1 - (row[end - 1].form == "comma")]
    account.take(*row[at:end])
    is_other = reference(whom) in ("other_parties", "another_party", "each_other", "the_parties")
    return Who(role=Role.EACH_OTHER) if is_other else who([whom])


def _addressed(row: Sequence[Node], at: int) -> int | None:
    """Where the words for whom somebody promises something to end, if there are any."""
    if at + 2 < len(row) and row[at].form == "mutual":
        end = at + 1
    elif at + 3 < len(row) and name_of(row[at]) in ("TO", "TOWARDS") and is_who(row[at + 1]):
        end = at + 2
    elif at + 2 < len(row) and row[at].form == "names" and name_of(row[at + 1]) in ("TO", "NOT"):
        end = at + 1
    else:
        return None
    return end + 1 if row[end].form == "comma" else end
