"""The conditional at the end of a sentence, which governs the clauses before its own as well."""

from collections.abc import Sequence

from charter.elaborate import qualifiers
from charter.elaborate.account import Account
from charter.elaborate.conditionals import Qualifiers
from charter.elaborate.parties import is_who
from charter.elaborate.qualifiers import TRIGGERING
from charter.elaborate.subordinates import split
from charter.syntax.clauses import Clause


def governing(several: Sequence[Clause], account: Account) -> Qualifiers | None:
    """What the conditional behind the last of several clauses says, if they share one subject.

    As in "Each Party shall consult the other and shall assist it, if it is attacked". The words
    are taken where the last clause is read, and not here.
    """
    if len(several) < 2 or not all(each.shares_subject for each in several[1:]):
        return None
    if not several[0].subject or not is_who(several[0].subject[0]):
        return None
    behind = split(several[-1].body, is_lead=False)[1:]
    conditionals = [each for each in behind if each.name in TRIGGERING]
    said = qualifiers.read(conditionals, Account(account.context))
    return said if said.triggers else None
