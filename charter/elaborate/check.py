"""What is worth knowing of a charter before anybody relies on it: a tuple of checks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from charter.diagnostics import Collector, Diagnostic
from charter.elaborate import library
from charter.elaborate.charter import Charter, treaty, unread_words
from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import CountsAs, Norm, Provision, Scope
from charter.rules.terms import Role
from charter.rules.treaty import Treaty
from charter.source import Span
from charter.suggest import did_you_mean, listed

Meant = Callable[[str], tuple[str, ...] | None]
"""Says ``None`` of the name of an actor, and of any other which names may have been meant."""


def check(
    name_or_path: str, *, base: Path | None = None, meant: Meant = lambda _: None
) -> tuple[Diagnostic, ...]:
    """All that is found in a charter, under its default readings and each other one by itself.

    ``meant`` knows the names of actors. Raises ``Refused`` where the file cannot be read as a
    charter at all.
    """
    charter = library.charter(name_or_path, base=base)
    found = list(charter.notes)
    found.extend(_found(charter, (), meant))
    found.extend(_left_open(charter))
    for reading in charter.stated:
        name = reading.reading.name
        more = (each for each in _found(charter, (name,), meant) if each not in found)
        found.extend(_under(name, each) for each in more)
    return tuple(sorted(dict.fromkeys(found), key=Diagnostic.order))


def _found(charter: Charter, chosen: tuple[str, ...], meant: Meant) -> tuple[Diagnostic, ...]:
    rules = treaty(charter, chosen)
    return tuple(found for each in CHECKS for found in each(charter, rules, meant))


def _left_open(charter: Charter) -> Iterator[Diagnostic]:
    """A note of every point that the charter's words leave open, and of how it is taken."""
    collector = Collector(charter.source)
    usual = {each.reading.point: each.reading for each in charter.found if each.reading.is_default}
    for each in charter.found:
        if each.reading.is_default:
            continue
        ((said,), default) = each.interpretations, usual[each.reading.point]
        message = f"`{said.words}` can also be read as `{said.read_as}`"
        help = f"the default is `{default.name}`, this is the reading `{each.reading.name}`"
        collector.note("C207", message, each.head, help=help)
    yield from collector.found


def _under(reading: str, found: Diagnostic) -> Diagnostic:
    """What is found under a reading only, said to be so."""
    return replace(found, message=f"under the reading `{reading}`, {found.message}")


def _unread(charter: Charter, rules: Treaty, _: Meant) -> Iterator[Diagnostic]:
    yield from unread_words(charter, rules)


def _unknown_names(charter: Charter, rules: Treaty, meant: Meant) -> Iterator[Diagnostic]:
    """Names in articles that are neither parties nor actors that the register knows."""
    collector = Collector(charter.source)
    for name, words in _names(rules):
        if name not in rules.parties:
            _note_unknown(name, _place(charter, name, words), meant, collector)
    yield from collector.found


def _unknown_parties(charter: Charter, rules: Treaty, meant: Meant) -> Iterator[Diagnostic]:
    """Parties that the register does not know, and acts of somebody who is no party."""
    collector = Collector(charter.source)
    for name, span in charter.heading.named:
        _note_unknown(name, span, meant, collector)
    for act in rules.acts:
        if act.party not in rules.parties and act.act != "accession":
            help = did_you_mean(act.party, rules.parties) or "name it under `Parties`, or leave it"
            place = _place(charter, act.party, act.words)
            message = f"`{act.party}` is not among the Parties"
            collector.warning("C202", message, place, help=help)
    yield from collector.found


def _note_unknown(name: str, span: Span, meant: Meant, collector: Collector) -> None:
    """Warn of a name that looks like a misspelt one; only note one that is like no other."""
    close = meant(name)
    if close:
        message = f"`{name}` is not a state or organisation that is known"
        collector.warning("C201", message, span, help=f"did you mean {listed(close, last='or')}?")
    elif close is not None:
        help = "right for a state of the past or a made-up one; otherwise mend its spelling"
        message = f"`{name}` is not in the register and is taken for a state"
        collector.note("C201", message, span, help=help)


def _place(charter: Charter, name: str, words: Words) -> Span:
    """Where a name stands among words of the charter, or else where the words do."""
    pattern = r"\s+".join(map(re.escape, name.split()))
    found = re.compile(pattern).search(charter.source.text, words.start, words.end)
    return Span(*found.span()) if found else Span(words.start, words.end)


def _missing_articles(charter: Charter, rules: Treaty, _: Meant) -> Iterator[Diagnostic]:
    """References to articles that the charter does not have."""
    collector = Collector(charter.source)
    numbers = {article.number for article in rules.articles}
    for provision in rules.provisions:
        for reference in _references(provision):
            if reference.split("(")[0] not in numbers:
                place = _place(charter, f"Article {reference}", provision.citation.words)
                help = f"its articles: {listed(each.number for each in rules.articles)}"
                collector.warning("C203", f"there is no article {reference}", place, help=help)
    yield from collector.found


def _never_apply(charter: Charter, rules: Treaty, _: Meant) -> Iterator[Diagnostic]:
    """Norms that no event can set off, and norms that bind nobody.

    VCLT art. 34: a treaty creates no obligations for a third State without its consent.
    """
    collector = Collector(charter.source)
    counted = {
        kind for each in rules.provisions if isinstance(each, CountsAs) for kind in each.as_kinds
    }
    for norm in rules.provisions:
        if not isinstance(norm, Norm):
            continue
        never = _why_never(norm, rules, counted)
        if never:
            place = Span(norm.citation.words.start, norm.citation.words.end)
            message = f"this can never apply: {never}"
            collector.warning("C204", message, place, help="mend the words, or leave them out")
        for name in _strangers(norm, rules):
            at = _place(charter, name, norm.citation.words)
            help = f"the Parties are {listed(rules.parties)}"
            collector.warning("C206", f"this binds `{name}`, which is no Party", at, help=help)
    yield from collector.found


def _strangers(norm: Norm, rules: Treaty) -> tuple[str, ...]:
    """The names among the bearers that are no parties."""
    return (
        tuple(each for each in norm.bearer.names if each not in rules.parties)
        if norm.bearer
        else ()
    )


def _why_never(norm: Norm, rules: Treaty, counted: set[str]) -> str | None:
    """Why nothing sets a norm off, or nobody is there whom it could bind."""
    if norm.triggers and not any(
        not each.as_counted or counted & set(each.kinds) for each in norm.triggers
    ):
        return "no article says of what events this is the effect"
    roles = {each.role for each in (norm.bearer, norm.beneficiary) if each}
    if len(rules.parties) < 2 and roles & {Role.OTHER_PARTIES, Role.EACH_OTHER}:
        return "there is no other Party"
    return None


def _contradictions(charter: Charter, rules: Treaty, _: Meant) -> Iterator[Diagnostic]:
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
                help="say in which case the one holds, and in which the other",
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
                yield name, provision.citation.words


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
