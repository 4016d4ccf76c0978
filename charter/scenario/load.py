"""Scenario files to cases that can be run; all that is wrong with a file is said at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from charter.diagnostics import Collector, Diagnostic, Place, Refused
from charter.scenario.case import Case, Expectation, ExpectedBreach, ExpectedDuty, ScenarioFile
from charter.scenario.causes import without_consequences
from charter.scenario.consistency import contradictions
from charter.scenario.draft import Draft
from charter.scenario.expected import expectations_of
from charter.scenario.names import CharterNames, Mistake, Names, ResolveCharter
from charter.scenario.outline import Outline, VariationOutline, outlines
from charter.scenario.worlds import Statement, draft_of
from charter.source import Source, Span
from charter.syntax.build import Stopped
from charter.syntax.prescan import read_source
from charter.syntax.scenario_build import parse_scenario_sentence
from charter.syntax.scenario_hints import unreadable
from charter.syntax.scenario_layout import (
    Part,
    ScenarioLayout,
    misplaced,
    read_scenario_layout,
)


def load_scenarios(path: str | Path, charters: ResolveCharter) -> ScenarioFile:
    """The cases of a scenario file; ``charters`` finds the charters it names.

    Raises ``Refused`` with every error of the file.
    """
    return read_scenarios(read_source(path), charters)


def read_scenarios(source: Source, charters: ResolveCharter) -> ScenarioFile:
    """The cases of a text; paths of charters in it start from the folder that its name is in."""
    layout = read_scenario_layout(source)
    collector = Collector(source)
    _stop_at_another_sort(layout, collector)
    collector.found.extend(misplaced(layout))
    cases: list[Case] = []
    for outline in outlines(layout, collector):
        cases.extend(Reading(source, charters, collector).cases(outline))
    collector.found = list(dict.fromkeys(collector.found))
    collector.stop_at_errors()
    return ScenarioFile(source, tuple(cases))


def _stop_at_another_sort(layout: ScenarioLayout, collector: Collector) -> None:
    """A charter is no scenario, nor is a text that has nothing of one."""
    charter = re.search(r"^Charter[ \t]*:", layout.source.text, re.MULTILINE)
    titles = [each for each in layout.parts if each.word == "Scenario"]
    if charter and not titles:
        help = "check it with `charter check`; a scenario names it under `Charters:`"
        message = "this is a charter, not a scenario"
        collector.error("C301", message, Span(*charter.span()), help=help)
    elif not titles:
        help = "begin with `Scenario:` and a title"
        collector.error("C301", "there is no scenario in this file", Span(0, 0), help=help)
    collector.stop_at_errors()


@dataclass(slots=True)
class Reading:
    """One scenario of a file while it is read."""

    source: Source
    resolve: ResolveCharter
    collector: Collector
    read: dict[Span, Statement | None] = field(default_factory=dict)

    def cases(self, outline: Outline) -> Iterator[Case]:
        """The scenario's own case and one for each of its variations."""
        found = Collector(self.source)
        whole, self.collector = self.collector, found
        charters = self._charters(outline)
        base = tuple(self._statements(outline.parts, "stated"))
        for variation in (None, *outline.variations):
            yield self._case(outline, variation, base, charters)
        known = 0 < len(charters) == len(outline.charters)
        whole.found.extend(
            without_consequences(found.found, self.source, self.read, charters_known=known)
        )

    def _case(
        self,
        outline: Outline,
        variation: VariationOutline | None,
        base: tuple[Statement, ...],
        charters: tuple[CharterNames, ...],
    ) -> Case:
        parts = variation.parts if variation else outline.parts
        change = tuple(self._statements(parts, "stated")) if variation else ()
        draft = draft_of(charters, (base, change) if variation else (base,), self.collector)
        expected = tuple(self._expectations(parts, draft))
        for mistake in contradictions(expected):
            self._note(mistake)
        return Case(
            scenario=outline.title,
            variation=variation.title if variation else None,
            charters=outline.charters,
            world=draft.world(),
            expectations=expected,
            line=(variation or outline).line,
            question=outline.question,
            sources=outline.sources,
            marks=outline.marks,
        )

    def _charters(self, outline: Outline) -> tuple[CharterNames, ...]:
        folder = Path(self.source.name).parent
        found = []
        for name in outline.charters:
            try:
                found.append(self.resolve(name, folder))
            except Refused as refused:
                self.collector.found.extend(_placed(refused, self.source, outline.charters_at))
        for first, second in combinations(found, 2):
            if first.name == second.name:
                help = "name it once; two charters that are compared need file names of their own"
                message = f"two charters here are called `{first.name}`"
                self.collector.error("C330", message, outline.charters_at, help=help)
        return tuple({each.name: each for each in found}.values())

    def _statements(self, parts: tuple[Part, ...], start: str) -> Iterator[Statement]:
        """The sentences of the parts that can be read; of the others an error says why not."""
        for part in parts:
            if (part.word == "Then") is not (start == "expected"):
                continue
            for sentence in part.sentences:
                if sentence.span not in self.read:
                    self.read[sentence.span] = self._statement(part, sentence.span, start)
                    if not sentence.is_closed:
                        help = "end the sentence with `.`"
                        end = Span(sentence.span.end - 1, sentence.span.end)
                        self.collector.error(
                            "C303", "this sentence has no full stop", end, help=help
                        )
                statement = self.read[sentence.span]
                if statement:
                    yield statement

    def _statement(self, part: Part, span: Span, start: str) -> Statement | None:
        node = parse_scenario_sentence(part.bare, span, start)
        if isinstance(node, Stopped):
            self.collector.take(unreadable(self.source, span, node, start))
            return None
        words = " ".join(part.bare[span.start : span.end].split())
        return Statement(node, span, words, part.word, self.source.position(span.start)[0])

    def _expectations(self, parts: tuple[Part, ...], draft: Draft) -> Iterator[Expectation]:
        for each in self._statements(parts, "expected"):
            try:
                yield from expectations_of(each, draft)
            except Mistake as mistake:
                self._note(mistake)

    def _note(self, mistake: Mistake) -> None:
        self.collector.error(mistake.code, mistake.message, *mistake.spans, help=mistake.help)


def _placed(refused: Refused, source: Source, span: Span) -> Iterator[Diagnostic]:
    """What is wrong with a charter, shown where the scenario names it if it has no place itself."""
    for each in refused.diagnostics:
        yield each if each.places else replace(each, places=(Place(source, span),))


def parse_question(
    text: str, case: Case, charters: tuple[CharterNames, ...] = ()
) -> ExpectedDuty | ExpectedBreach:
    """The duty or the breach that a question asks about, in the words of a line under Then.

    It speaks of the actors and events of the case. Raises ``Refused`` where it cannot be read, or
    asks about more than one thing.
    """
    words = text.strip().rstrip(".?! ")
    source = Source("question", words)
    whole = Span(0, len(words))
    node = (
        parse_scenario_sentence(words, whole, "expected") if words else Stopped(whole, frozenset())
    )
    if not words or words.split()[0].casefold() in ASKING:
        raise _no_statement(source, whole)
    if isinstance(node, Stopped):
        raise Refused([unreadable(source, whole, node, "expected")])
    collector = Collector(source)
    found: tuple[Expectation, ...] = ()
    try:
        statement = Statement(node, whole, source.words(whole), "Then", 1)
        found = expectations_of(statement, _draft(case, charters))
    except Mistake as mistake:
        collector.error(mistake.code, mistake.message, *mistake.spans, help=mistake.help)
    collector.stop_at_errors()
    if len(found) == 1 and isinstance(found[0], ExpectedDuty | ExpectedBreach) and found[0].party:
        return found[0]
    raise _no_statement(source, whole)


ASKING = frozenset({"does", "do", "did", "must", "is", "are", "who", "what", "which", "why"})


def _no_statement(source: Source, whole: Span) -> Refused:
    message = "a question is put as a statement about one party and one thing"
    help = "ask as in `Mali owes Niger assistance`"
    return Refused([Diagnostic("C327", message, (Place(source, whole),), help)])


def _draft(case: Case, charters: tuple[CharterNames, ...]) -> Draft:
    """The case's world as a draft, for its names."""
    names = Names(charters)
    for name, actor in case.world.actors.items():
        names.add(actor, name)
    names.places.update(case.world.places)
    return Draft(names, events={each.label: each for each in case.world.events})
