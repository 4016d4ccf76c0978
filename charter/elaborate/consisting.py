"""Help that is said to consist in something, as the duty of whoever gives it to do that."""

from dataclasses import replace

from charter.elaborate.act import Act
from charter.elaborate.bearers import bearer
from charter.elaborate.clausework import Clausework
from charter.syntax.phrases import name_of


def turned(work: Clausework, act: Act) -> tuple[Clausework, Act]:
    """A clause on what help consists in and its act as what is to be done; others as they are.

    As in "the aid of the King shall consist in furnishing troops": the King shall furnish troops.
    """
    subject = work.clause.subject
    if act.name != "CONSIST" or not any(node.has("AID") for node in subject[:1]):
        return work, act
    verb = next((n for n, node in enumerate(act.nodes) if node.form == "verb"), None)
    of = next((n for n, node in enumerate(subject) if name_of(node) == "OF"), len(subject))
    owed_by, _ = bearer(subject[of + 1 :], work.account)
    if verb is None or owed_by is None:
        return work, act
    work.account.take(*subject[: of + 1], *act.verbs, *act.nodes[:verb])
    inner = replace(act, verbs=(act.nodes[verb],), nodes=act.nodes[verb + 1 :])
    return replace(work, bearer=owed_by, clause=replace(work.clause, subject=())), inner
