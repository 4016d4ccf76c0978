"""The order of clauses, of acts, of facts and of dated events is irrelevant."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from laws import answer, cases, law, whole

from charter.rules.treaty import Treaty
from charter.scenario.model import World


@st.composite
def reordered(draw: st.DrawFn, treaty: Treaty, world: World) -> tuple[Treaty, World]:
    """The same treaty and the same world, told in another order."""
    of_treaty = {
        name: tuple(draw(st.permutations(getattr(treaty, name))))
        for name in ("parties", "acts", "provisions")
    }
    of_world = {
        name: tuple(draw(st.permutations(getattr(world, name))))
        for name in ("events", "performances", "endings", "acts", "memberships")
    }
    told = {
        name: dict(draw(st.permutations(list(getattr(world, name).items()))))
        for name in ("actors", "places", "facts")
    }
    return treaty.model_copy(update=of_treaty), replace(world, **of_world, **told)


@law(80)
@given(cases(), st.data())
def test_the_order_in_which_things_are_told_is_irrelevant(case, data):
    assert whole(answer(*data.draw(reordered(*case)))) == whole(answer(*case))
