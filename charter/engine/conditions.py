"""The further conditions of a norm, for one event and those whom it strikes."""

from charter.engine.gates import Gate
from charter.engine.matter import Matter
from charter.engine.steps import denied, either
from charter.findings.claims import Met
from charter.findings.derivation import Step
from charter.rules.terms import Author, ConditionKind, Quality


def condition(matter: Matter, gate: Gate, victims: tuple[str | None, ...]) -> Step:
    """Whether a condition is met; one that the engine does not know turns on its words alone.

    A request counts if any of the victims makes it (ICJ, Nicaragua, 1986, para. 199).
    """
    step = _asked(matter, gate, victims)
    step = denied(step) if gate.negated else step
    by_others = tuple(matter.is_author(each) for each in gate.unless_by)
    return either((*by_others, step)) if by_others else step


def _asked(matter: Matter, gate: Gate, victims: tuple[str | None, ...]) -> Step:
    match gate.kind:
        case ConditionKind.UNPROVOKED:
            return matter.happening.has_quality(Quality.UNPROVOKED)
        case ConditionKind.AGGRESSOR_NOT_PARTY:
            return denied(matter.author_of_sort(Author.PARTY))
        case ConditionKind.ON_REQUEST:
            return either(tuple(_met(matter, gate, each) for each in victims))
        case _:
            return _met(matter, gate, None)


def _met(matter: Matter, gate: Gate, party: str | None) -> Step:
    return matter.happening.stated.condition(Met(matter.label, gate.kind, gate.text, party))
