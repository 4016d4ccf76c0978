"""The parts of a scenario file as scenarios, each with its heading lines and its variations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charter.diagnostics import Collector
from charter.source import Span
from charter.syntax.scenario_layout import Part, ScenarioLayout

ORDER = ("Given", "When", "Then")
SINGULAR = {"Charter": "Charters", "Sources": "Source", "Mark": "Marks"}
"""The heading words that mean the same as another."""


@dataclass(frozen=True, slots=True)
class VariationOutline:
    """A variation: its title, and the parts with its sentences."""

    title: str
    parts: tuple[Part, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A scenario: what its heading lines say, the parts with its sentences, and its variations."""

    title: str
    charters: tuple[str, ...]
    charters_at: Span
    question: str | None
    sources: tuple[str, ...]
    marks: tuple[str, ...]
    parts: tuple[Part, ...]
    variations: tuple[VariationOutline, ...]
    line: int


def outlines(layout: ScenarioLayout, collector: Collector) -> Iterator[Outline]:
    """The scenarios of a file, in order; what is out of order goes to the collector."""
    _check_titles(layout.parts, collector)
    for group in _groups(layout.parts, "Scenario"):
        if group[0].word == "Scenario":
            yield _outline(group, collector)
        else:
            help = "put it below a line `Scenario:` with a title"
            collector.error(
                "C304", "this stands before the first scenario", group[0].head, help=help
            )


def _groups(parts: Iterable[Part], word: str) -> list[tuple[Part, ...]]:
    """The parts in groups, each begun by a part with the word, save that the first may not be."""
    groups: list[list[Part]] = []
    for part in parts:
        if part.word == word or not groups:
            groups.append([])
        groups[-1].append(part)
    return [tuple(group) for group in groups]


def _outline(group: tuple[Part, ...], collector: Collector) -> Outline:
    own, *varied = _groups(group, "Variation")
    heading = _heading(own, collector)
    for parts in (own, *varied):
        _check_order(parts, collector)
    charters = heading.get("Charters")
    wrong = any(each.code in {"C302", "C305"} for each in collector.found)
    if charters is None and not wrong:
        help = "name one below the title: `Charters: liptako-gourma`"
        collector.error("C306", "the scenario names no charter", group[0].head, help=help)
    return Outline(
        title=group[0].title,
        charters=_items(heading.get("Charters"), ","),
        charters_at=charters.value if charters else group[0].head,
        question=heading["Question"].header_text if "Question" in heading else None,
        sources=tuple(item for part in own if _key(part) == "Source" for item in _items(part, ";")),
        marks=_items(heading.get("Marks"), ","),
        parts=tuple(part for part in own if part.has_sentences),
        variations=tuple(_variation(parts) for parts in varied),
        line=_line(group[0]),
    )


def _variation(parts: tuple[Part, ...]) -> VariationOutline:
    return VariationOutline(parts[0].title, parts, _line(parts[0]))


def _line(part: Part) -> int:
    return part.source.position(part.head.start)[0]


def _key(part: Part) -> str:
    return SINGULAR.get(part.word, part.word)


def _heading(own: tuple[Part, ...], collector: Collector) -> dict[str, Part]:
    """The heading lines of a scenario by their word; each word may stand once, and not be empty."""
    found: dict[str, Part] = {}
    for part in own[1:]:
        key = _key(part)
        if part.has_sentences:
            continue
        if key in found and key != "Source":
            message = f"`{key}:` stands twice in one scenario"
            collector.error(
                "C304", message, found[key].head, part.head, help="put both in one line"
            )
        if not part.header_text.strip(",; "):
            collector.error(
                "C305", f"`{part.word}:` says nothing", part.head, help="fill it or leave it out"
            )
        else:
            found[key] = part
    return found


def _items(part: Part | None, sign: str) -> tuple[str, ...]:
    if part is None:
        return ()
    return tuple(item.strip() for item in part.header_text.split(sign) if item.strip())


def _check_titles(parts: tuple[Part, ...], collector: Collector) -> None:
    """Every scenario has a title of its own in its file, every variation one in its scenario."""
    seen: dict[tuple[str, str], Part] = {}
    scenario = ""
    for part in parts:
        if part.word not in ("Scenario", "Variation"):
            continue
        if not part.title:
            help = "say in a few words what it is about"
            collector.error("C305", f"this `{part.word}:` has no title", part.head, help=help)
        scenario = "" if part.word == "Scenario" else scenario
        key = (scenario, part.title)
        if part.title and key in seen:
            message = f"there is another {part.word.lower()} with the title `{part.title}`"
            collector.error(
                "C305", message, part.value, seen[key].value, help="titles tell them apart"
            )
        seen.setdefault(key, part)
        scenario = part.title if part.word == "Scenario" else scenario


def _check_order(parts: tuple[Part, ...], collector: Collector) -> None:
    """Heading lines come first, then Given, When and Then."""
    last = -1
    for part in parts[1:]:
        place = ORDER.index(part.word) if part.is_block else -1
        if place < last:
            help = "the order is: heading lines, Given, When, Then, and then variations"
            message = f"`{part.word}` stands after `{ORDER[last]}`"
            collector.error("C304", message, part.head, help=help)
        last = max(last, place)
