"""The hierarchy of kinds of events."""

import pytest

from charter.rules.kinds import ancestors, infringed_by, is_a, kinds, possible
from charter.rules.terms import Interest
from charter.truth import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def test_parents_come_before_their_children_and_all_are_listed():
    seen: set[str] = set()
    for kind in kinds().values():
        assert seen.issuperset(kind.parents)
        seen.add(kind.name)
    assert all(seen.issuperset(kind.may_be) for kind in kinds().values())


@pytest.mark.parametrize(
    ("kind", "wanted", "truth"),
    [
        ("invasion", "aggression", T),
        ("attack", "armed_attack", U),
        ("attack", "use_of_force", U),
        ("attack", "sanctions", F),
        ("cyber_operation", "armed_attack", U),
        ("cyber_operation", "bombardment", U),
        ("cyber_operation", "overflight", F),
        ("rebellion", "threat", T),
        ("rebellion", "armed_attack", F),
        ("overflight", "infringement", T),
        ("overflight", "attack", F),
        ("event", "disaster", U),
    ],
)
def test_an_event_of_one_kind_is_is_not_or_may_be_of_another(kind, wanted, truth):
    assert is_a(kind, wanted) is truth


@pytest.mark.parametrize(
    ("kind", "truth"),
    [("armed_attack", U), ("border_incursion", U), ("sanctions", F), ("rebellion", F)],
)
def test_an_attack_by_an_armed_group_may_be_terrorism_and_one_by_a_state_is_not(kind, truth):
    assert is_a(kind, "terrorism", by_group=True) is truth
    assert is_a(kind, "terrorism") is F


@pytest.mark.parametrize("by_group", [True, False])
def test_knowing_more_of_a_kind_never_turns_what_was_known(by_group):
    for kind in kinds():
        for narrower in possible(kind, by_group=by_group):
            for wanted in kinds():
                known = is_a(kind, wanted, by_group=by_group)
                found = is_a(narrower, wanted, by_group=by_group)
                if known is F:
                    assert found is F, (kind, narrower, wanted)
                if known is T and kind in ancestors(narrower):
                    assert found is T, (kind, narrower, wanted)


def test_a_kind_infringes_what_it_names_or_else_what_the_kinds_above_it_do():
    both = {Interest.SOVEREIGNTY, Interest.TERRITORIAL_INTEGRITY}
    assert infringed_by("attack_on_forces") == both
    assert infringed_by("war") == infringed_by("overflight") == {Interest.SOVEREIGNTY}
    assert infringed_by("event") == frozenset()
