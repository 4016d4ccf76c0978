"""What is consulted, reported or worked on: it limits nothing, whatever it is."""

from collections.abc import Sequence

from charter.elaborate.account import TURNING
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import tells_more
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node

RELATIVE = frozenset({"WHICH", "AS", "WHERE"})


def take(work: Clausework, act: Act) -> None:
    """Take what the act is about: it limits nothing, whichever questions it names.

    Words that nobody knows and events stay unread, and so does whatever turns or conditions.
    """
    row = [node for node in work.clause.body if act.covers(node)]
    for at, node in enumerate(row):
        if work.account.is_free(node) and _is_of_matter(row, at):
            work.account.take(node)


def _is_of_matter(row: Sequence[Node], at: int) -> bool:
    node = row[at]
    if node.form == "modal" or name_of(node) == "SHOULD":
        return any(name_of(each) in RELATIVE or is_that(each) for each in row[:at])
    if tells_more(node) and not node.has("DEFENCE"):
        return False
    if node.form in ("names", "unread", "negation", "frame"):
        return False
    return node.form != "opener" or name_of(node) not in TURNING
