"""A passage of an article to the provisions it makes; the one way from words to rules."""

from charter.elaborate import constitutive, norms, treaty_law
from charter.elaborate.account import Account, is_sign
from charter.elaborate.clausework import Clausework, take_apart
from charter.elaborate.context import Context
from charter.rules.pattern import EventPattern
from charter.rules.provision import Provision, Unread
from charter.rules.terms import Action
from charter.source import Span
from charter.syntax.build import Stopped, parse_sentence
from charter.syntax.clauses import clauses, span_of
from charter.syntax.passage import Passage
from charter.syntax.tree import Node
from charter.syntax.wording import Wording


def provisions(passage: Passage, wording: Wording, article: str | None) -> tuple[Provision, ...]:
    """The provisions of a passage, in the order of its words.

    A sentence that the grammar does not read becomes an ``Unread`` provision with the words that
    stopped it; nothing is left out.
    """
    return tuple(
        provision
        for sentence in passage.sentences
        for provision in read(Context(wording, article, sentence.paragraph, sentence.span))
    )


def read(context: Context) -> tuple[Provision, ...]:
    """The provisions that one sentence makes."""
    tree = parse_sentence(context.wording.text, context.sentence)
    if isinstance(tree, Stopped):
        return (unread(context, tree.span),)
    row = tree.nodes()
    account = Account(context)
    found = _read(row, account)
    if not found:
        return (unread(context, _stop(row)),)
    left = account.unread(row)
    stops = account.deciding(row)
    if any(is_sign(node) for node in stops):
        return (unread(context, stops[0].span),)
    made = tuple(each.model_copy(update={"unread": left}) for each in found)
    return (*made, unread(context, stops[0].span)) if stops else made


def _stop(row: tuple[Node, ...]) -> Span:
    """The words at which a sentence that makes no provision stopped the reader."""
    words = [node for node in row if node.form == "unread" and len(node.phrases()[0].text) > 1]
    signs = [node for node in row if is_sign(node)]
    return (words or signs)[0].span if words or signs else span_of(row)


def _read(row: tuple[Node, ...], account: Account) -> tuple[Provision, ...]:
    if defined := constitutive.definition(row, account):
        return defined
    found: list[Provision] = []
    before: Clausework | None = None
    event: EventPattern | None = None
    for clause in clauses(row):
        work = take_apart(clause, account, before)
        made, event = _clause(work, event)
        found.extend(made)
        before = work
    return tuple(found)


def _clause(
    work: Clausework, event: EventPattern | None
) -> tuple[tuple[Provision, ...], EventPattern | None]:
    """The provisions of a clause, and the event that the sentence speaks of so far."""
    subject = constitutive.subject_event(work.clause, work.account)
    event = subject or (event if work.clause.shares_subject else None)
    if special := treaty_law.purpose(work) or treaty_law.office(work) or treaty_law.decided(work):
        return (special,), event
    if event and work.acts and work.acts[0].name == "CONSIDERED":
        rule = constitutive.considered(work, event)
        return ((rule,), constitutive.counted(event, rule)) if rule else ((), event)
    if work.acts and work.acts[0].name == "INCLUDES":
        return constitutive.inclusion(work), event
    if event and work.acts and work.acts[0].name in ("GIVE_RISE", "OBLIGE"):
        duty = norms.given_rise(work, event)
        return ((duty,) if duty else ()), event
    return tuple(_acts(work)), event


def _acts(work: Clausework) -> list[Provision]:
    found: list[Provision] = []
    for act in work.acts:
        made = treaty_law.provision(work, act) or norms.norm(work, act)
        if made is not None:
            found.append(made)
    return _merged(found)


def _merged(found: list[Provision]) -> list[Provision]:
    """Verbs that share bearer, modality and action are one provision."""
    kept: list[Provision] = []
    for each in found:
        last = kept[-1] if kept else None
        if _same(last, each):
            continue
        kept.append(each)
    return kept


def _same(last: Provision | None, each: Provision) -> bool:
    from charter.rules.provision import Norm

    if not isinstance(last, Norm) or not isinstance(each, Norm):
        return False
    alike = (last.action, last.modality, last.triggers) == (
        each.action,
        each.modality,
        each.triggers,
    )
    return alike and last.action is not Action.OTHER


def unread(context: Context, stopped_at: Span) -> Unread:
    """The provision that stands for a sentence that could not be read."""
    return Unread(
        citation=context.citation,
        unread=(context.citation.words,),
        stopped_at=context.words(stopped_at),
    )
