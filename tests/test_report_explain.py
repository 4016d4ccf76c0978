"""Derivations as trees: every way that suffices, nothing twice, nothing beside the point."""

from engine_worlds import cited

from charter.engine.steps import all_of, any_of, denied
from charter.findings.claims import AuthorIs, Counted, Either, IsKind, Owes
from charter.findings.derivation import Basis, Cite, Step
from charter.report.document import Branch
from charter.report.explain import Teller
from charter.report.prose import Prose
from charter.rules.terms import Action
from charter.truth import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
HEAD = Owes("Mali", "Niger", Action.ASSIST, "t", "6", "the raid")
COUNTED = Counted("the raid", "aggression", "Niger", "t")
WORDS = Prose({"t": "Pact"})
IS_COUNTED, IS_NOT = WORDS.claim(COUNTED, T), WORDS.claim(COUNTED, F)
SIX, SEVEN = Cite("t", cited("6")), Cite("t", cited("7"))


def leaf(kind: str, truth: Truth) -> Step:
    return Step(IsKind("the raid", kind), truth, Basis.STATED)


def lines(step: Step, *, only_open: bool = False, depth: int = 0) -> list[str]:
    return list(_lines(Teller(WORDS, only_open).branch(step), depth))


def _lines(branch: Branch, depth: int):
    yield "  " * depth + str(branch.text).partition(" — stated")[0]
    for each in branch.branches:
        yield from _lines(each, depth + 1)


def test_every_way_that_suffices_is_marked():
    step = any_of(COUNTED, [leaf("coup", T), leaf("threat", F), leaf("invasion", T)])
    assert lines(step) == [
        f"met: {IS_COUNTED} — any one of these suffices:",
        "  met, sufficient: the raid is a coup",
        "  met, sufficient: the raid is an invasion",
    ]


def test_the_only_way_left_of_several_stands_in_their_place():
    way = all_of(COUNTED, [leaf("coup", T)], cite=SEVEN)
    other = all_of(COUNTED, [leaf("threat", F)], cite=SIX)
    told = lines(any_of(COUNTED, [other, way]))
    assert told[0] == f"met: {IS_COUNTED}, Article 7 of Pact"
    assert told[-1] == "  met: the raid is a coup"
    assert not [each for each in told if "not" in each]


def test_ways_within_ways_stand_side_by_side():
    six = all_of(COUNTED, [leaf("coup", F)], cite=SIX)
    sevens = any_of(COUNTED, [all_of(COUNTED, [leaf(k, F)], cite=SEVEN) for k in ("threat", "war")])
    told = lines(any_of(Either((COUNTED, COUNTED)), [six, sevens]))
    assert told[0].endswith("— not one of these holds:")
    assert sum(each.startswith(f"  not met: {IS_NOT}") for each in told) == 3
    assert sum("not one of these" in each for each in told) == 1


def test_what_is_not_stated_may_still_suffice():
    told = lines(any_of(COUNTED, [leaf("coup", U), leaf("war", U), leaf("threat", F)]))
    assert told[0].endswith("— any one of these would suffice:")
    assert told[1:] == ["  not stated: the raid is a coup", "  not stated: the raid is a war"]


def test_a_condition_that_must_fail_and_holds_defeats():
    author = denied(Step(AuthorIs("the raid", "Mali"), T, Basis.STATED))
    told = lines(all_of(HEAD, [leaf("coup", T), author], cite=SIX))
    assert told[-1] == "  defeated by: Mali is the author of the raid"


def test_what_was_told_is_not_told_again():
    way = all_of(COUNTED, [leaf("coup", T)], cite=SIX)
    told = lines(all_of(HEAD, [way, way], cite=SEVEN))
    assert sum("a coup" in each for each in told) == 1
    assert told[-1].endswith("Article 6 of Pact (as above)")


def test_under_what_is_met_nothing_is_told_of_why_something_fails():
    met = all_of(COUNTED, [leaf("coup", T), leaf("war", T)], cite=SIX)
    told = lines(all_of(HEAD, [met, leaf("threat", F)], cite=SEVEN), only_open=True)
    assert [each for each in told if "coup" in each] == []
    assert told[-1] == "  not met: the raid is not a threat"
