"""What may have been meant: names and words that are close to those that are not known."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

CLOSE_NAME = 0.6
CLOSE_WORDS = 0.7
MOST_COMPARED = 20_000
"""How much of a text is searched for words; no article is as long."""


def listed(names: Iterable[str], *, last: str = "and") -> str:
    """Names in backticks, with a word before the last of them.

    >>> listed(("Mali", "Niger", "Togo"), last="or")
    '`Mali`, `Niger` or `Togo`'
    """
    marked = [f"`{each}`" for each in names]
    if len(marked) < 2:
        return "".join(marked) or "none"
    return f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """A question after the name that is closest, if one is close.

    >>> did_you_mean("both interest", ("either", "both interests"))
    'did you mean `both interests`?'
    """
    folded = {each.casefold(): each for each in known}
    close = get_close_matches(name.casefold(), folded, n=1, cutoff=CLOSE_NAME)
    return f"did you mean `{folded[close[0]]}`?" if close else None


def closest_words(words: str, text: str) -> str | None:
    """The run of words of a text that is most like some others, if any is much like them.

    >>> closest_words("armed atack", "Any armed attack on a Party")
    'armed attack'
    """
    found = [each.span() for each in re.finditer(r"\w+", text[:MOST_COMPARED])]
    wanted, length = words.casefold(), len(words.split())
    runs = {
        " ".join(text[found[at][0] : found[at + size - 1][1]].split())
        for size in (length - 1, length, length + 1)
        for at in range(len(found) - size + 1)
        if size
    }
    scored = ((SequenceMatcher(None, wanted, each.casefold()).ratio(), each) for each in runs)
    likeness, closest = max(scored, default=(0.0, ""))
    return closest if likeness >= CLOSE_WORDS else None
