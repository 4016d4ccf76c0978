"""Why a claim holds, fails or cannot be told: a tree down to articles and stated facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from charter.findings.claims import Claim
from charter.rules.model import Citation
from charter.truth import Truth


class Basis(Enum):
    """What a step rests on."""

    STATED = "stated in the scenario"
    SILENT = "not stated in the scenario"
    PRESUMED = "taken so unless a fact says otherwise"
    BY_ARTICLE = "by the article"
    BY_LOGIC = "follows"


@dataclass(frozen=True, slots=True)
class Cite:
    """A rule in a treaty: the treaty's library name and the rule's citation."""

    treaty: str
    citation: Citation


class Step(NamedTuple):
    """A claim with its truth, what it rests on, and the steps it follows from.

    A tuple, since an evaluation makes dozens, and a frozen dataclass takes far longer to make.

    With ``any_of`` one premise suffices (each true premise is a sufficient ground); otherwise the
    step needs them all. ``negated`` premises are those whose claim must fail ("is not the author").
    """

    claim: Claim
    truth: Truth
    basis: Basis
    cite: Cite | None = None
    premises: "tuple[Step, ...]" = ()
    any_of: bool = False
    negated: bool = False

    def leaves(self) -> "Iterator[Step]":
        """The steps without premises under this one, from left to right."""
        stack = [self]
        while stack:
            step = stack.pop()
            if step.premises:
                stack.extend(reversed(step.premises))
            else:
                yield step
