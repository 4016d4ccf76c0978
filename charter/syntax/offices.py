"""Names that are put together of phrases: organs, monarchs, realms."""

from collections.abc import Sequence

from charter.source import Span
from charter.syntax.tree import Node, Phrase

DETERMINERS = frozenset({"THE", "A", "THIS", "POSSESSIVE", "EACH", "ANY"})
MINISTERS = ("ministers", "heads", "chiefs", "foreign", "defence", "defense", "plenipotentiaries")
"""How the words begin for those of whom an organ is made up."""
MONARCHS = ("majesty", "highness", "majesty's government", "majesty’s government")


def organs(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with the names of organs whole ("the Permanent Military Commission")."""
    found: list[Node] = []
    at = 0
    while at < len(row):
        end = _organ_end(row, at)
        behind = _members_end(row, end)
        if end > at + 1 or behind > end:
            found.append(_organ(row[at:behind]))
            at = behind
        else:
            found.append(row[at])
            at += 1
    return tuple(found)


def _organ_end(row: Sequence[Node], at: int) -> int:
    """Where an organ ends whose name begins at a place with words that have capitals."""
    step = at
    while step < min(at + 5, len(row)) and _is_capital(row[step], first=step == at):
        step += 1
        if row[step - 1].form == "organ":
            return step
    return at


def _is_capital(node: Node, *, first: bool) -> bool:
    """Whether every word of a phrase has a capital, determiners at the front aside."""
    phrases = [
        phrase
        for each in (node, *node.nodes())
        for phrase in each.phrases()
        if not (first and phrase.name in DETERMINERS)
    ]
    if node.form not in ("loose", "means", "area", "names", "organ", "term", "unread", "asset"):
        return False
    return bool(phrases) and all(word[0].isupper() for p in phrases for word in p.text.split())


def _members_end(row: Sequence[Node], end: int) -> int:
    """Where what an organ is made up of ends ("the Council of Foreign Ministers")."""
    if not end or end + 1 >= len(row) or row[end - 1].form not in ("organ", "names"):
        return end
    if row[end].name != "OF" or not _is_organ(row[end - 1]):
        return end
    words = " ".join(phrase.text for phrase in row[end + 1].phrases()).lower()
    return end + 2 if words.startswith(MINISTERS) and row[end + 1].form == "names" else end


def _is_organ(node: Node) -> bool:
    last = node.phrases()[-1].text.lower().split()[-1] if node.phrases() else ""
    return last in ("council", "conference", "committee", "assembly", "commission", "meeting")


def _organ(nodes: Sequence[Node]) -> Node:
    """The phrases of an organ's name as one name."""
    phrases = list(nodes[0].phrases())
    before = []
    while len(phrases) > 1 and phrases[0].name in DETERMINERS:
        before.append(phrases.pop(0))
    start = phrases[0].span.start if phrases else nodes[0].span.start
    texts = [p.text for p in phrases] + [
        p.text for node in nodes[1:] for each in (node, *node.nodes()) for p in each.phrases()
    ]
    name = Phrase("NAME", " ".join(texts), Span(start, nodes[-1].span.end))
    return Node("names", (*before, name), Span(nodes[0].span.start, nodes[-1].span.end))


def belonging(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with states that are said to be parties or members as parties."""
    found: list[Node] = []
    for node in row:
        before = found[-1] if found else None
        if before is not None and before.form == "state" and _are_members(node):
            span = Span(before.span.start, node.span.end)
            found[-1] = Node("party", (*before.parts, *node.parts), span)
        elif node.form == "state" and any(t.has("BELONGING") for t in node.nodes("state_tail")):
            found.append(Node("party", node.parts, node.span))
        else:
            found.append(node)
    return tuple(found)


def _are_members(node: Node) -> bool:
    """Whether a phrase goes on with a state ("the States Members of the League")."""
    text = node.phrases()[0].text.lower() if node.form == "party" else ""
    return text.startswith(("members of", "member of"))


def depositaries(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with the depositary as a name where it is who acts."""
    return tuple(_depositary(row, at) for at in range(len(row)))


def _depositary(row: Sequence[Node], at: int) -> Node:
    node = row[at]
    if node.form != "term" or not node.has("DEPOSITARY"):
        return node
    behind = next((each for each in row[at + 1 :] if each.form not in ("formula", "comma")), None)
    acts = behind is not None and behind.form == "modal" and at == 0
    if not acts and (not at or row[at - 1].name != "BY"):
        return node
    last = node.phrases()[-1]
    return Node("names", (*node.parts[:-1], Phrase("NAME", last.text, last.span)), node.span)


def realms(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with monarchs by title only, and "the State of" a name, as names."""
    found: list[Node] = []
    at = 0
    while at < len(row):
        if _is_state_of(row, at):
            found.append(_state_of(row[at : at + 3]))
            at += 3
            continue
        found.append(_monarch(row[at]))
        at += 1
    return tuple(found)


REALMS = ("State", "Republic", "Kingdom", "Empire", "Government", "Confederation", "Union")
"""Words that begin the name of a state ("the Kingdom of Greece")."""


def _is_state_of(row: Sequence[Node], at: int) -> bool:
    if row[at].form not in ("state", "party") or at + 2 >= len(row) or row[at + 1].name != "OF":
        return False
    last, named = row[at].parts[-1], row[at + 2]
    is_realm = isinstance(last, Phrase) and last.text in REALMS
    return is_realm and named.form == "names" and named.name in ("NAME", "THE")


def _state_of(nodes: Sequence[Node]) -> Node:
    realm, of, named = nodes
    told = [realm.phrases()[-1], *of.phrases(), *named.phrases()]
    text = " ".join(phrase.text for phrase in told)
    name = Phrase("NAME", text, Span(told[0].span.start, named.span.end))
    return Node("names", (*realm.parts[:-1], name), Span(realm.span.start, named.span.end))


def _monarch(node: Node) -> Node:
    """A monarch who is named by title alone ("Her Britannic Majesty") as a name."""
    last = node.phrases()[-1] if node.form == "loose" else None
    if last is None or last.name != "TITLE" or not last.text.lower().endswith(MONARCHS):
        return node
    return Node("names", (*node.parts[:-1], Phrase("NAME", last.text, last.span)), node.span)
