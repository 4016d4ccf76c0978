"""What is worth knowing of a charter before anybody relies on it: a tuple of checks."""

from collections.abc import Callable, Iterator
from pathlib import Path

from charter.diagnostics import Collector, Diagnostic
from charter.elaborate import library
from charter.elaborate.charter import Charter, treaty, unread_words
from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import CountsAs, Norm, Provision, Scope
from charter.rules.treaty import Treaty
from charter.source import Span

Known = Callable[[str], bool]


def check(
    name_or_path: str, *, base: Path | None = None, known: Known = lambda _: True
) -> tuple[Diagnostic, ...]:
    """All that is found in a charter, under its default readings and each other one by itself.

    ``known`` says whether a name is that of an actor. Raises ``Refused`` where the file cannot be
    read as a charter at all.
    """
    charter = library.charter(name_or_path, base=base)
    found = list(charter.notes)
    for chosen in ((), *((each.reading.name,) for each in charter.readings)):
        rules = treaty(charter, chosen)
        for each in CHECKS:
            found.extend(each(charter, rules, known))
    return tuple(sorted(dict.fromkeys(found), key=Diagnostic.order))


def _unread(charter: Charter, rules: Treaty, _: Known) -> Iterator[Diagnostic]:
    yield from unread_words(charter, rules)


def _unknown_names(charter: Charter, rules: Treaty, known: Known) -> Iterator[Diagnostic]:
    """Names in articles that are neither parties nor actors that the register knows."""
    collector = Collector(charter.source)
    for name, words in _names(rules):
        if name not in rules.parties and not known(name):
            collector.warning(
                "C201",
                f"`{name}` is not a party, nor a state or organisation that is known",
                Span(words.start, words.end),
            )
    yield from collector.found


def _unknown_parties(charter: Charter, rules: Treaty, known: Known) -> Iterator[Diagnostic]:
    collector = Collector(charter.source)
    for key, span in charter.heading.places:
        if key == "Parties":
            for party in rules.parties:
                if not known(party):
                    collector.warning("C201", f"`{party}` is not a state that is known", span)
    for act in rules.acts:
        if act.party not in rules.parties and act.act != "accession":
            place = Span(act.words.start, act.words.end)
            collector.warning("C202", f"`{act.party}` is not among the parties", place)
    yield from collector.found


def _missing_articles(charter: Charter, rules: Treaty, _: Known) -> Iterator[Diagnostic]:
    """References to articles that the charter does not have."""
    collector = Collector(charter.source)
    numbers = {article.number for article in rules.articles}
    for provision in rules.provisions:
        for reference in _references(provision):
            if reference.split("(")[0] not in numbers:
                place = Span(provision.citation.words.start, provision.citation.words.end)
                collector.warning("C203", f"there is no article {reference}", place)
    yield from collector.found


def _never_apply(charter: Charter, rules: Treaty, _: Known) -> Iterator[Diagnostic]:
    """Norms that no event can set off: a party named in them is none, or nothing so counts."""
    collector = Collector(charter.source)
    counted = {
        kind for each in rules.provisions if isinstance(each, CountsAs) for kind in each.as_kinds
    }
    for norm in rules.provisions:
        if isinstance(norm, Norm) and norm.triggers and not _can_be_set_off(norm, counted):
            place = Span(norm.citation.words.start, norm.citation.words.end)
            collector.warning("C204", "no event can set this off", place)
    yield from collector.found


def _can_be_set_off(norm: Norm, counted: set[str]) -> bool:
    return any(not each.as_counted or counted & set(each.kinds) for each in norm.triggers)


def _contradictions(charter: Charter, rules: Treaty, _: Known) -> Iterator[Diagnostic]:
    """A duty and a prohibition of the same action on the same bearers, without a condition."""
    collector = Collector(charter.source)
    norms = [each for each in rules.provisions if isinstance(each, Norm)]
    duties = {(n.action, n.bearer, n.beneficiary): n for n in norms if _is_plain(n, "duty")}
    for norm in norms:
        other = duties.get((norm.action, norm.bearer, norm.beneficiary))
        if other and _is_plain(norm, "prohibition"):
            collector.warning(
                "C205",
                f"`{norm.action_words.text}` is both a duty and forbidden",
                Span(other.citation.words.start, other.citation.words.end),
                Span(norm.citation.words.start, norm.citation.words.end),
            )
    yield from collector.found


def _is_plain(norm: Norm, kind: str) -> bool:
    return norm.kind == kind and not (norm.conditions or norm.exceptions or norm.triggers)


def _names(rules: Treaty) -> Iterator[tuple[str, Words]]:
    for provision in rules.provisions:
        if isinstance(provision, Norm):
            for who in (provision.bearer, provision.beneficiary):
                for name in who.names if who else ():
                    yield name, provision.citation.words
        for pattern in _patterns(provision):
            for name in (*pattern.author_names, *pattern.target_names):
                yield name, pattern.words


def _patterns(provision: Provision) -> tuple[EventPattern, ...]:
    match provision:
        case Norm():
            return (*provision.triggers, *provision.conduct)
        case CountsAs():
            return (provision.pattern,)
        case _:
            return ()


def _references(provision: Provision) -> tuple[str, ...]:
    match provision:
        case CountsAs():
            return provision.for_articles
        case Scope():
            return provision.articles
        case _:
            return ()


CHECKS = (
    _unread,
    _unknown_names,
    _unknown_parties,
    _missing_articles,
    _never_apply,
    _contradictions,
)
