"""Measures that end or are ended, by whichever verb: terminated, discontinued, come to an end."""

from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done
from charter.rules.terms import Action


def ended(work: Clausework, act: Act) -> Done | None:
    """The end of measures, where an act says that they end."""
    if not _ends_measures(work, act):
        return None
    work.account.take(act.verb)
    return terminate(work, act)


def _ends_measures(work: Clausework, act: Act) -> bool:
    """Whether measures end or are ended, by whichever verb that is said."""
    first = next(iter(work.clause.subject), None)
    if first is not None and first.form in ("charter", "article"):
        return False
    ended = act.name in ENDING or work.account.text(act.verb).startswith("discontinue")
    of_subject = any(node.has("MEASURES") for node in work.clause.subject)
    of_object = act.name == "REFRAIN" and any(node.has("MEASURES") for node in act.nodes[:1])
    return work.modality is not None and ended and (of_subject or of_object)


ENDING = frozenset({"TERMINATE", "CEASE_IN_FORCE", "EXPEL"})
"""Verbs that say of measures that they end."""


def terminate(work: Clausework, act: Act) -> Done:
    """Ending measures: those of the subject, or those that its bearers take."""
    passive = any(node.has("MEASURES") for node in work.subject)
    row = work.subject if passive else act.nodes
    at = next((n for n, node in enumerate(row) if node.has("MEASURES")), None)
    work.account.take(*(work.subject if at is None else row[: at + 1]))
    if at is None:
        return Done(Action.OTHER)
    if passive:
        work.account.take(*work.subject)
    return Done(Action.TERMINATE_MEASURES, is_agentless=passive)
