"""What is not owed, and the closest reason why not."""

from collections.abc import Iterable

from charter.engine.closeness import closest
from charter.engine.matching import duty_refusals
from charter.engine.run import Run
from charter.findings.derivation import Step
from charter.findings.outcome import Refusal
from charter.report import phrases, prose
from charter.report.document import Listing, Section, Style, Text, text
from charter.report.document import Run as Styled
from charter.report.prose import Prose
from charter.truth import Truth

Rule = tuple[str, str | None, str, str]
"""A treaty, an article, an action and an event."""


def not_owed(run: Run, *, everyone: bool) -> tuple[Section, ...]:
    """What nobody owes, with the closest reason; with ``everyone`` each party that owes nothing."""
    nobody = _nobody(run)
    single = _each_party(run) if everyone else ()
    items = (*nobody, *single)
    return (Section("What is not owed, and why", (Listing(items),)),) if items else ()


def _nobody(run: Run) -> tuple[Text, ...]:
    """A line for each article under which nobody owes anything on account of an event."""
    words = Prose.of(run.treaties)
    owed = {
        (row.treaty, row.article, row.norm.action.value, row.event) for row in run.outcome.duties
    }
    found: dict[str, list[str]] = {}
    for rule, refused in _by_rule(duty_refusals(run.outcome)).items():
        if rule not in owed:
            where = _what(refused[0], words)
            found.setdefault(why_not(closest(refused)[0], words), []).append(where)
    return tuple(_nobody_line(tuple(what), reason) for reason, what in found.items())


def _nobody_line(what: tuple[str, ...], reason: str) -> Text:
    owed = phrases.listed(tuple(dict.fromkeys(what)), last="or")
    return text(Styled("Nobody", Style.STRONG), f" owes {owed}, because {reason}.")


def _what(row: Refusal, words: Prose) -> str:
    where = words.under(row.treaty, row.article)
    return f"{phrases.OWED[row.norm.action]} {where}"


def _by_rule(rows: Iterable[Refusal]) -> dict[Rule, list[Refusal]]:
    found: dict[Rule, list[Refusal]] = {}
    for row in rows:
        key = (row.treaty, row.article, row.norm.action.value, row.event)
        found.setdefault(key, []).append(row)
    return found


def why_not(row: Refusal, words: Prose) -> str:
    """The failing conditions of a refusal as a reason.

    Where a condition must not hold and does, that it does is the reason.
    """
    said = words.reasons(tuple((step.claim, step.truth) for step in row.failing))
    return said or "its conditions are not met"


def _each_party(run: Run) -> tuple[Text, ...]:
    """A line for each party that bears no duty at all, with its closest reason."""
    words = Prose.of(run.treaties)
    bearers = {row.bearer for row in run.outcome.duties}
    parties: dict[str, list[Refusal]] = {}
    for row in duty_refusals(run.outcome):
        if row.bearer not in bearers:
            parties.setdefault(row.bearer, []).append(row)
    refused = tuple(_party_line(party, rows, words) for party, rows in parties.items())
    return (*refused, *_outsiders(run, {*bearers, *parties}))


def _party_line(party: str, rows: list[Refusal], words: Prose) -> Text:
    row = closest(rows)[0]
    where = _what(row, words)
    return text(
        Styled(party, Style.STRONG),
        f" owes nothing; the closest is {where}, not owed because {why_not(row, words)}.",
    )


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
    cited = prose.cited(step.cite.citation)
    return f"{cited} of {words.treaty(step.cite.treaty)}"
