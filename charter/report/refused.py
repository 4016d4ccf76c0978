"""What is not owed, and the closest reason why not."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from charter.engine.closeness import closest, closest_of_each, nearest_way
from charter.engine.matching import duty_refusals
from charter.engine.run import Run
from charter.findings.derivation import Step
from charter.findings.outcome import Obligation, Refusal
from charter.report import norms, phrases
from charter.report.document import Listing, Section, Style, Text, text
from charter.report.document import Run as Styled
from charter.report.prose import Prose
from charter.rules.terms import Action
from charter.truth import Truth

MOST_CONDITIONS = 3
"""How many conditions a reason names; beyond that it names those of one nearest way."""


class Rule(NamedTuple):
    """What an article speaks of on account of an event."""

    treaty: str
    article: str | None
    action: Action
    event: str


def _rule(row: Obligation | Refusal) -> Rule:
    return Rule(row.treaty, row.article, row.norm.action, row.event)


def not_owed(run: Run, *, everyone: bool) -> tuple[Section, ...]:
    """What nobody owes, with the closest reason; with ``everyone`` each party that owes nothing."""
    words = Prose.of(run.treaties, run.case.world)
    items = (*_nobody(run, words), *(_each_party(run, words) if everyone else ()))
    return (Section("What is not owed, and why", (Listing(items),)),) if items else ()


def nothing_owed(run: Run, words: Prose) -> str:
    """That nobody owes anything, with the reason where it is one and the same for everybody."""
    nearest = [row for each in closest_of_each(duty_refusals(run.outcome)) for row in each]
    reasons = {reason_against(row, run, words) for row in nearest}
    because = f", because {reasons.pop()}" if len(reasons) == 1 else ""
    return f"nobody owes anything{because}"


def _nobody(run: Run, words: Prose) -> Iterator[Text]:
    """A line for each reason for which nobody owes what some articles speak of."""
    owed = {_rule(row) for row in run.outcome.asked}
    rules = _by_rule(duty_refusals(run.outcome))
    found: dict[tuple[str, str, str], list[Rule]] = {}
    for rule, refused in rules.items():
        if rule not in owed:
            reason = reason_against(closest(refused)[0], run, words)
            found.setdefault((rule.treaty, rule.event, reason), []).append(rule)
    several = len({rule.event for rule in rules}) > 1
    for (treaty, event, reason), failing in found.items():
        all_rules = (
            rule for rule in (*rules, *owed) if (rule.treaty, rule.event) == (treaty, event)
        )
        alone = all(rule in failing for rule in all_rules)
        what = f"anything under {words.treaty(treaty)}" if alone else _what(failing, words)
        for_it = f" on account of {event}" if several else ""
        yield text(Styled("Nobody", Style.STRONG), f" owes {what}{for_it}, because {reason}.")


def _what(rules: Iterable[Rule], words: Prose) -> str:
    """What some articles speak of: "assistance under Article 6 of AES"."""
    each = (f"{phrases.OWED[rule.action]} {words.under(*rule[:2])}" for rule in rules)
    return phrases.listed(tuple(dict.fromkeys(each)), last="or")


def _by_rule(rows: Iterable[Refusal]) -> dict[Rule, list[Refusal]]:
    found: dict[Rule, list[Refusal]] = {}
    for row in rows:
        found.setdefault(_rule(row), []).append(row)
    return found


def reason_against(row: Refusal, run: Run, words: Prose) -> str:
    """Why something is not owed: its failing conditions, where a treaty binds anybody at all.

    Where a condition must not hold and does, that it does is the reason.
    """
    if _binds_nobody(row, run):
        return f"{words.treaty(row.treaty)} is not in force on {words.day_of(row.event)}"
    failing = row.failing if len(row.failing) <= MOST_CONDITIONS else nearest_way(row.why)
    said = words.reasons(tuple((step.claim, step.truth) for step in failing))
    return said or "its conditions are not met"


def _binds_nobody(row: Refusal, run: Run) -> bool:
    """Whether the treaty is in force for nobody on the day of the event."""
    bound = [
        each.truth
        for event, each in run.outcome.bound
        if (event, each.treaty) == (row.event, row.treaty)
    ]
    return bool(bound) and all(truth is Truth.FALSE for truth in bound)


def _each_party(run: Run, words: Prose) -> Iterator[Text]:
    """A line for parties that bear no duty at all and for one and the same closest reason."""
    bearers = {row.bearer for row in run.outcome.asked}
    parties: dict[str, list[Refusal]] = {}
    for row in duty_refusals(run.outcome):
        if row.bearer not in bearers:
            parties.setdefault(row.bearer, []).append(row)
    alike: dict[str, list[str]] = {}
    for party, rows in parties.items():
        alike.setdefault(_closest_reason(closest(rows)[0], run, words), []).append(party)
    for reason, together in alike.items():
        owes = "owes" if len(together) == 1 else "owe"
        yield text(
            Styled(phrases.listed(tuple(together)), Style.STRONG), f" {owes} nothing{reason}"
        )
    yield from _outsiders(run, {*bearers, *parties})


def _closest_reason(row: Refusal, run: Run, words: Prose) -> str:
    """The closest thing that a party might have owed, and why it does not."""
    reason = reason_against(row, run, words)
    if _binds_nobody(row, run):
        return f", because {reason}."
    return f"; the closest is {_what((_rule(row),), words)}, not owed because {reason}."


def _outsiders(run: Run, known: set[str]) -> tuple[Text, ...]:
    """Actors of the scenario of whom the charters ask nothing, being no party to any of them."""
    parties = {bound.party for _, bound in run.outcome.bound}
    outside = [each for each in involved(run) if each not in known | parties]
    return tuple(
        text(Styled(each, Style.STRONG), " owes nothing: it is no party to any charter here.")
        for each in outside
    )


def involved(run: Run) -> tuple[str, ...]:
    """Everybody who does something or is struck in the scenario, in order."""
    world = run.case.world
    authors = (author for event in world.events for author in event.authors or ())
    victims = (struck.actor for event in world.events for struck in event.struck)
    helpers = (done.party for done in world.performances)
    return tuple(dict.fromkeys((*authors, *victims, *helpers)))


def condition_state(step: Step) -> str:
    """Whether a condition is met, not met, not stated, or what defeats the norm.

    A condition that must fail is met when its claim is false.
    """
    match step.truth, step.negated:
        case Truth.UNKNOWN, _:
            return "not stated"
        case (Truth.TRUE, True):
            return "defeated by"
        case (Truth.TRUE, False) | (Truth.FALSE, True):
            return "met"
        case _:
            return "not met"


def citation_of(step: Step, words: Prose) -> str:
    """The article that a step rests on, with the words that carried it; empty where none."""
    if step.cite is None:
        return ""
    cited = norms.cited(step.cite.citation)
    return f"{cited} of {words.treaty(step.cite.treaty)}"
