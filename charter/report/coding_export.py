"""The coding sheet as data: columns named as in the data set, beside the articles they rest on."""

from collections.abc import Mapping

from charter.coding.finding import Code, Doubt, Ground
from charter.coding.sheet import Member, Sheet
from charter.report.coding_words import COLUMNS, REASONS
from charter.scenario import register


def coding_data(found: Sheet) -> dict[str, object]:
    """The codes of the alliance and of each member; an unknown code is ``None``.

    ``articles`` holds the words that each code rests on, ``reasons`` why one is unknown, and
    ``as_read`` the code that would stand if what was not read added nothing.
    """
    return {
        "scheme": "atop",
        "treaty": found.treaty.name,
        "title": found.treaty.title,
        "readings": found.treaty.taken,
        **_codes(found.alliance),
        "members": [_member(each, found.alliance) for each in found.members],
        "not_read": [_doubt(each) for each in found.not_read],
    }


def _member(member: Member, alliance: Mapping[str, Code]) -> dict[str, object]:
    """One row of the data set; ``member`` is its Correlates of War code, if the register has it."""
    actor = register.find(member.name)
    named = {"member": actor.cow if actor else None, "member_name": member.name}
    return {**named, **_codes({**alliance, **member.codes})}


def _codes(codes: Mapping[str, Code]) -> dict[str, object]:
    ordered = {column: codes[column] for column in COLUMNS if column in codes}
    return {
        "columns": {column: each.value for column, each in ordered.items()},
        "articles": {
            column: [_ground(g) for g in each.grounds] for column, each in ordered.items()
        },
        "reasons": {
            column: [_doubt(doubt) for doubt in each.doubts]
            for column, each in ordered.items()
            if each.doubts
        },
        "as_read": {
            column: each.as_read for column, each in ordered.items() if each.as_read is not None
        },
    }


def _ground(ground: Ground) -> dict[str, object]:
    words = ground.words.quoted if ground.words else None
    return {"article": ground.citation.article, "words": words}


def _doubt(doubt: Doubt) -> dict[str, object]:
    where = _ground(doubt.ground) if doubt.ground else {"article": None, "words": None}
    return {**where, "reason": REASONS[doubt.reason]}
