"""By what means something is done: "including armed force", "with all the means in its power"."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.soil import use_of_soil
from charter.rules.pattern import Condition, MeansUse
from charter.rules.terms import ConditionKind, Means, Part, Rank
from charter.syntax.phrases import is_judgment, name_of
from charter.syntax.tree import Node

Used = tuple[Node, MeansUse]
"""The phrase for a means, and what it says of it."""

MEANT = {
    "MEANS": Means.OTHER,
    "PROCEDURES": Means.PEACEFUL_MEANS,
    "ALL_IN_ITS_POWER": Means.ALL_MEANS,
    "WHOLE_STRENGTH": Means.ARMED_FORCE,
    "FORCES": Means.ARMED_FORCE,
    "SHIPS": Means.ARMED_FORCE,
    "AIRCRAFT": Means.ARMED_FORCE,
    "OTHER_SORT": Means.OTHER,
    "USE_OF_FORCE": Means.ARMED_FORCE,
}
INTRODUCING = frozenset({"INCLUDING", "BY", "WITH", "FAVOURING", "USING"})


def means(row: Sequence[Node], at: int, account: Account) -> tuple[int, list[Used]]:
    """The means behind "including", "by", "with" or "favouring", and where they end.

    Where there are none, they end where they begin.
    """
    rank = Rank.FAVOURED if name_of(row[at]) == "FAVOURING" else Rank.INCLUDED
    if soil := use_of_soil(row, at, account):
        return soil.end, [(soil.node, soil.use)]
    by = at + 1 < len(row) and name_of(row[at + 1]) == "BY"
    end, uses = _listed(row, at + 2 if by else at + 1, rank, None, account)
    if not uses:
        return at, []
    account.take(*row[at:end])
    account.note(Part.MEANS, *row[at:end])
    end, resort = _last_resort(row, end, account)
    return end, [*uses, *resort]


def _listed(
    row: Sequence[Node], at: int, rank: Rank, when: Condition | None, account: Account
) -> tuple[int, list[Used]]:
    uses: list[Used] = []
    end = at
    while at < len(row):
        if _is_bare(row[at]):
            account.take(row[at])
        elif _is_means(row[at]) and account.is_free(row[at]):
            uses.append((row[at], used(row[at], rank, when, account)))
            end = at + 1
        elif uses and _is_other_alone(row, at):
            use = MeansUse(means=Means.OTHER, words=account.words(row[at]), rank=rank, when=when)
            uses.append((row[at], use))
            end = at + 1
        elif row[at].form not in ("joint", "comma", "loose") and not is_judgment(row[at]):
            break
        at += 1
    return end, uses


def _is_other_alone(row: Sequence[Node], at: int) -> bool:
    """Whether "other" ends a list of means ("military, economic and other")."""
    alone = row[at].form == "loose" and name_of(row[at]) == "OTHER" and len(row[at].parts) == 1
    return alone and row[at - 1].form == "joint"


def _is_bare(node: Node) -> bool:
    """Whether "means" are named without which ("by such means as it judges fit")."""
    said = {phrase.name for phrase in node.phrases()}
    bare = node.form == "means" and said <= {"SUCH", "THE", "THIS", "POSSESSIVE", "MEANS"}
    return bare and node.phrases()[-1].text.lower() == "means"


def _is_means(node: Node) -> bool:
    if node.form == "means" or name_of(node) == "WHOLE_STRENGTH":
        return True
    if node.form == "asset":
        return node.phrases()[-1].name in ("FORCES", "SHIPS", "AIRCRAFT")
    return node.form == "event" and any(kind.has("USE_OF_FORCE") for kind in node.nodes("kind"))


def used(node: Node, rank: Rank, when: Condition | None, account: Account) -> MeansUse:
    """The use of the means that a phrase names."""
    inner = node.nodes("kind")[0] if node.form == "event" else node
    name = inner.phrases()[-1].name
    all_of_them = name == "MEANS" and node.has("ALL", "EVERY")
    meant = Means.ALL_MEANS if all_of_them else MEANT.get(name) or Means(name.lower())
    return MeansUse(means=meant, words=account.words(node), rank=rank, when=when)


def _last_resort(row: Sequence[Node], at: int, account: Account) -> tuple[int, list[Used]]:
    """As in "… and, if necessary, using armed force where peace breaks down"."""
    end = at
    while end < len(row) and (
        row[end].form in ("comma", "joint") or name_of(row[end]) in ("IF_NECESSARY", "USING")
    ):
        end += 1
    resort = [name_of(node) for node in row[at:end]]
    if "IF_NECESSARY" not in resort:
        return at, []
    where = next((n for n in range(end, len(row) - 1) if name_of(row[n]) == "WHERE"), None)
    when = None
    if where is not None:
        account.hold(*row[where:])
        words = account.words(*row[where + 1 :])
        when = Condition(kind=ConditionKind.OTHER, words=words)
    stop, uses = _listed(row, end, Rank.IF_NECESSARY, when, account)
    account.take(*row[at:stop])
    return len(row) if where is not None else stop, uses
