"""Steps built from steps by strong Kleene logic, and what a derivation shows."""

from collections.abc import Iterable, Iterator

from charter.findings.claims import Claim, Either
from charter.findings.derivation import Basis, Cite, Step
from charter.truth import Truth, negation


def effective(step: Step) -> Truth:
    """What a step contributes as a premise: its truth, or the opposite where it must fail."""
    return negation(step.truth) if step.negated else step.truth


def all_of(
    claim: Claim, premises: Iterable[Step], *, thorough: bool = True, cite: Cite | None = None
) -> Step:
    """The claim as it follows from all premises together.

    Unless ``thorough``, the first premise that fails is the last one looked at; the truth is the
    same, and so is all that an undetermined step depends on.
    """
    taken: list[Step] = []
    truth = Truth.TRUE
    for premise in premises:
        taken.append(premise)
        value = negation(premise.truth) if premise.negated else premise.truth
        if value is Truth.FALSE:
            truth = value
            if not thorough:
                break
        elif value is Truth.UNKNOWN and truth is Truth.TRUE:
            truth = value
    return Step(claim, truth, _basis(cite), cite, tuple(taken))


def any_of(claim: Claim, premises: Iterable[Step], *, cite: Cite | None = None) -> Step:
    """The claim as it follows from any one premise; every premise is kept as a ground."""
    taken = tuple(premises)
    truth = Truth.FALSE
    for premise in taken:
        value = effective(premise)
        if value is Truth.TRUE:
            truth = value
            break
        if value is Truth.UNKNOWN:
            truth = value
    # INVARIANT: a step without premises is a leaf, so an empty choice is a leaf that fails.
    return Step(claim, truth, _basis(cite), cite, taken, any_of=True)


def _basis(cite: Cite | None) -> Basis:
    return Basis.BY_ARTICLE if cite else Basis.BY_LOGIC


def either(alternatives: tuple[Step, ...]) -> Step:
    """The step that one of several holds; the step itself where there is only one."""
    if len(alternatives) == 1:
        return alternatives[0]
    return any_of(Either(tuple(each.claim for each in alternatives)), alternatives)


def denied(step: Step) -> Step:
    """The same step as a premise that must fail, or, denied twice, that must hold."""
    return Step(
        step.claim,
        step.truth,
        step.basis,
        step.cite,
        step.premises,
        step.any_of,
        not step.negated,
    )


def open_claims(step: Step) -> tuple[Claim, ...]:
    """The claims not stated that could still turn an undetermined step, each once.

    A premise that is settled, and all that lies under it, cannot.
    """
    found: dict[Claim, None] = {}
    stack = [step]
    while stack:
        at = stack.pop()
        if at.truth is not Truth.UNKNOWN:
            continue
        if at.premises:
            stack.extend(reversed(at.premises))
        else:
            found[at.claim] = None
    return tuple(found)


def grounds(step: Step) -> Iterator[Step]:
    """The step and all by which it is as it is, from the head down.

    Of a step that fails they are the premises that fail, and so on below; of any other those that
    do not. An alternative that fails is no ground of what holds by another.
    """
    stack = [step]
    while stack:
        at = stack.pop()
        yield at
        fails = at.truth is Truth.FALSE
        stack.extend(each for each in at.premises if (effective(each) is Truth.FALSE) is fails)


def rests_on(step: Step) -> Iterator[Cite]:
    """The rules on which a step that does not fail rests, from the head down."""
    stack = [step]
    while stack:
        at = stack.pop()
        if at.cite:
            yield at.cite
        stack.extend(
            premise for premise in reversed(at.premises) if effective(premise) is not Truth.FALSE
        )
