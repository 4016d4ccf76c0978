"""A passage of an article to the provisions it makes; the one way from words to rules."""

from collections.abc import Callable

from charter.elaborate import norms, treaty_law
from charter.elaborate.context import Context
from charter.rules.model import Citation
from charter.rules.provision import Provision, Unread
from charter.source import Span
from charter.syntax.build import Stopped, parse_sentence
from charter.syntax.passage import Passage
from charter.syntax.tree import Node
from charter.syntax.wording import Wording

SENTENCES: dict[str, Callable[[Node, Context], tuple[Provision, ...]]] = {
    "norm": norms.norm,
    "consequences": norms.consequences,
    "inclusion": norms.inclusion,
    "definition": treaty_law.definition,
    "entry": treaty_law.entry,
    "opening": treaty_law.opening,
    "accession": treaty_law.accession,
    "decision": treaty_law.decision,
    "office": treaty_law.office,
    "completion": treaty_law.completion,
    "scope": treaty_law.scope,
    "purpose": treaty_law.purpose,
}


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
    (inner,) = tree.nodes()
    return SENTENCES[inner.form](inner, context)


def unread(context: Context, stopped_at: Span) -> Unread:
    """The provision that stands for a sentence that could not be read."""
    citation: Citation = context.citation
    return Unread(
        citation=citation,
        unread=(citation.words,),
        stopped_at=context.words(stopped_at),
    )
