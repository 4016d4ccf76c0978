"""The reference evaluator: what follows from a world under a plan."""

from charter.engine.conflicts import conflicts
from charter.engine.duties import enter_duties
from charter.engine.happening import Happening
from charter.engine.ledger import Ledger
from charter.engine.matter import Matter
from charter.engine.participation import standing
from charter.engine.plan import Plan
from charter.engine.prohibitions import enter_prohibition
from charter.engine.stated import stated
from charter.engine.states import has_happened
from charter.findings.outcome import Bound, Outcome, State
from charter.scenario.model import World
from charter.truth import Truth


def evaluate(
    plan: Plan, world: World, *, explain: bool = True, about: tuple[str, ...] = ()
) -> Outcome:
    """All that follows from a world: duties, prohibitions, breaches, and who is bound by what.

    With ``explain`` every row carries its derivation, and whatever is not owed is a refusal with
    the conditions that fail; without it the rows are the same and come sooner. An event known to
    lie after the day that the world is asked about has not happened; where it may lie after that
    day, what follows from it is undetermined. Those asked ``about`` are
    weighed as the parties are, so that there is an answer why they owe nothing and are owed none.
    """
    facts = stated(world)
    ledger = Ledger(world, explain)
    bound: list[tuple[str, Bound]] = []
    happenings = [
        Happening(each, facts)
        for each in world.events
        if has_happened(world, each.day) is not Truth.FALSE
    ]
    for treaty in plan.treaties:
        life = standing(treaty.terms, world, facts, about)
        matters = tuple(
            Matter(treaty, happening, life, world.actors, explain) for happening in happenings
        )
        for matter in matters:
            for norm in treaty.triggered:
                enter_duties(matter, norm, ledger)
            for norm in treaty.forbidding:
                enter_prohibition(matter, norm, ledger, matters)
            moment = matter.happening.moment
            bound += [(matter.label, life.bound(party, moment)) for party in life.members]
    return _outcome(ledger, tuple(bound))


def _outcome(ledger: Ledger, bound: tuple[tuple[str, Bound], ...]) -> Outcome:
    duties, prohibitions = tuple(ledger.duties), tuple(ledger.prohibitions)
    rows = (*duties, *prohibitions)
    return Outcome(
        duties=duties,
        prohibitions=prohibitions,
        breaches=tuple(each for each in rows if each.state is State.BREACHED),
        permissions=tuple(ledger.permissions),
        conflicts=conflicts(rows, ledger.world),
        refusals=tuple(ledger.refusals),
        bound=bound,
    )
