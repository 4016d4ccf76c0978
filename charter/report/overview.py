"""The obligation report of one run."""

from collections.abc import Iterator
from dataclasses import replace

from charter.dates import Day
from charter.engine.run import Run
from charter.findings.checked import Checked
from charter.findings.outcome import Bound
from charter.report import days, norms, phrases
from charter.report.answer import in_short
from charter.report.document import (
    Block,
    Column,
    Document,
    Listing,
    Paragraph,
    Section,
    Style,
    Table,
    Text,
    cell,
    text,
)
from charter.report.document import Run as Styled
from charter.report.explain import circumstances
from charter.report.happenings import happened, timeline
from charter.report.prose import Prose
from charter.report.refused import not_owed
from charter.report.rows import breaches, duties, permissions
from charter.report.turning import turned
from charter.rules.provision import Unread
from charter.rules.treaty import Treaty

LIMITS = (
    "Each charter is one reading of its treaty, not legal advice. No law is applied here but that "
    "of these charters."
)


def report(run: Run, checked: tuple[Checked, ...] = (), *, everyone: bool = False) -> Document:
    """The whole answer to a case: who is bound, what happens, what is owed, and why not more."""
    blocks = (
        *_question(run),
        in_short(run),
        _charters(run),
        *_events(run),
        duties(run),
        *permissions(run),
        *breaches(run),
        *not_owed(run, everyone=everyone),
        *_readings(run),
        *_unread(run),
        *expectations(checked),
    )
    return Document(run.case.title, circumstances(run), blocks)


def _question(run: Run) -> Iterator[Block]:
    if run.case.question:
        yield Paragraph(text(Styled(run.case.question, Style.STRONG)))
    if run.case.sources:
        yield Listing(tuple(text("Source: ", each) for each in run.case.sources))


def _charters(run: Run) -> Section:
    items = tuple(_charter(each) for each in run.treaties)
    bound = tuple(_bound_lines(run))
    note = text(Styled(LIMITS, Style.FAINT))
    more: tuple[Block, ...] = (Listing(bound),) if bound else ()
    return Section("Charters, and whom they bind", (Listing(items), *more, Paragraph(note)))


def _charter(treaty: Treaty) -> Text:
    name = f" ({treaty.short_name})" if treaty.short_name else ""
    source = f"Source: {treaty.source}" if treaty.source else "No source is named"
    told = "".join(f" {each.rstrip('.')}." for each in (source, treaty.note) if each)
    return text(Styled(treaty.title, Style.STRONG), f"{name}.{told}")


def _bound_lines(run: Run) -> Iterator[Text]:
    """Who is bound by what on the day of which event, parties that stand alike in one line."""
    words = Prose.of(run.treaties, run.case.world)
    on = {event.label: event.day for event in run.case.world.events}
    alike: dict[tuple[str, Bound], list[str]] = {}
    for label, bound in run.outcome.bound:
        alike.setdefault((label, replace(bound, party="")), []).append(bound.party)
    events: dict[tuple[Bound, tuple[str, ...]], list[str]] = {}
    for (label, bound), parties in alike.items():
        events.setdefault((bound, tuple(parties)), []).append(label)
    for (bound, together), labels in events.items():
        when = phrases.listed(tuple(_on_day(each, on.get(each)) for each in labels))
        treaty = Styled(words.treaty(bound.treaty), Style.STRONG)
        yield text(f"{phrases.capital(when)}, ", treaty, f" {words.bound(bound, together)}.")


def _on_day(label: str, on: Day | None) -> str:
    known = f" ({days.day(on).removeprefix('on ')})" if on and on.exact else ""
    return f"on the day of {label}{known}"


def _events(run: Run) -> tuple[Section, ...]:
    words = Prose.of(run.treaties, run.case.world)
    rows = tuple(
        (
            cell(phrases.capital(days.day(each.day).removeprefix("on "))),
            cell(f"{phrases.capital(happened(each, words))}."),
        )
        for each in timeline(run.case.world)
    )
    columns = (Column("When"), Column("What happens", yields=True))
    return (Section("What happens", (Table(columns, rows),)),) if rows else ()


def _readings(run: Run) -> tuple[Section, ...]:
    """What each reading not chosen would change, taken alone."""
    return (Section("What another reading would turn", (turned(run),)),) if run.turns else ()


def _unread(run: Run) -> tuple[Section, ...]:
    """Words of the charters that were not read; the answers that rest on them say so themselves."""
    items = tuple(line for treaty in run.treaties for line in _unread_of(treaty))
    if not items:
        return ()
    note = text(Styled("Words that no rule rests on; they may matter to an answer.", Style.FAINT))
    return (Section("Warnings: words not read", (Listing(items), Paragraph(note))),)


def _unread_of(treaty: Treaty) -> Iterator[Text]:
    for each in treaty.provisions:
        where = f"{norms.cited(each.citation)} of {treaty.label}: "
        if isinstance(each, Unread):
            yield text(where, Styled(f"“{each.citation.words.text}”", Style.BAD))
        for words in each.unread:
            yield text(where, Styled(f"“{words.text}”", Style.BAD))


def expectations(checked: tuple[Checked, ...]) -> tuple[Section, ...]:
    """What was expected, and whether it held."""
    items = tuple(_expectation(each) for each in checked)
    return (Section("Expectations", (Listing(items),)),) if items else ()


def _expectation(checked: Checked) -> Text:
    contested = " (contested)" if checked.contested else ""
    if checked.held:
        return text(Styled("held", Style.GOOD), f"{contested}: {checked.text}")
    style = Style.OPEN if checked.contested else Style.BAD
    head = Styled("failed" if not checked.contested else "not met", style)
    found = f" (line {checked.line}). Expected: {checked.expected}. Found: {checked.found}."
    return text(head, f"{contested}: {checked.text}{found}")
