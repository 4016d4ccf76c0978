"""The verbs of norms, each with what reads it."""

from collections.abc import Callable

from charter.elaborate import (
    alliances,
    concerting,
    forcing,
    helping,
    lending,
    neutral,
    preventing,
    regarding,
    terminating,
    territories,
    undertaking,
)
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import OTHERS, Done, other

UNKNOWN = "UNREAD"
"""The name of a word that nobody knows where a verb stands; it stays unread."""

BY_VERB: dict[str, Callable[[Clausework, Act], Done | None]] = {
    **dict.fromkeys((*OTHERS, UNKNOWN), other),
    **helping.READERS,
    **lending.READERS,
    **neutral.READERS,
    **preventing.READERS,
    **territories.READERS,
    **alliances.READERS,
    **forcing.READERS,
    **regarding.READERS,
    **undertaking.READERS,
    "TERMINATE": terminating.terminate,
}
"""The verbs by themselves."""

READERS = lending.first(BY_VERB | concerting.in_common(BY_VERB))
"""The verbs, with what their object makes of them where it is done in common."""
