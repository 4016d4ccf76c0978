"""Classes of events: kinds, victims, authors, places, and what a treaty counts as what."""

import pytest
from engine_worlds import (
    ACTORS,
    ATTACK,
    BOTH,
    BURKINA,
    ECOWAS,
    GUINEA,
    LIPTAKO,
    MALI,
    NIGER,
    REBELS,
    TOGO,
    attack,
    counts,
    event,
    limit,
    norm,
    of,
    outcome,
    rows,
    simple,
    treaty,
    world,
)

from charter.engine.happening import Happening
from charter.engine.matter import Matter
from charter.engine.participation import standing
from charter.engine.plan import plan
from charter.engine.stated import stated
from charter.findings.claims import (
    AuthorIs,
    AuthorOfSort,
    Counted,
    EnteredIntoForce,
    Infringes,
    IsKind,
    Within,
)
from charter.findings.derivation import Basis
from charter.rules.pattern import EventPattern
from charter.rules.terms import Action, Asset, Author, Interest, Quality, Role, Target
from charter.rules.treaty import Treaty
from charter.scenario.model import Event, Struck, World
from charter.truth import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NAME = "liptako-gourma"


def consult(*triggers: EventPattern, **more: object):
    return norm(Action.CONSULT, "4", triggers=triggers, **more)


def matter(rules: Treaty, what: Event, scene: World | None = None, *, thorough=True) -> Matter:
    scene = scene or world(what)
    facts = stated(scene)
    planned = plan((rules,)).treaties[0]
    life = standing(planned.terms, scene, facts)
    return Matter(planned, Happening(what, facts), life, scene.actors, thorough)


def falls(pattern: EventPattern, what: Event, scene: World | None = None, bearer=BURKINA) -> Truth:
    """Whether an event falls under a class, done to any of its victims."""
    found = matter(simple(consult(pattern)), what, scene)
    classes = found.treaty.triggered[0].triggers
    return found.engages(classes, found.victims, bearer).truth


@pytest.mark.parametrize(
    ("target", "victim", "truth"),
    [
        (Target.ONE_OR_MORE_PARTIES, NIGER, T),
        (Target.ONE_OR_MORE_PARTIES, GUINEA, F),
        (Target.ONE_PARTY, NIGER, T),
        (Target.ALL_PARTIES, NIGER, T),
        (Target.OTHER_PARTY, NIGER, T),
        (Target.OTHER_PARTY, BURKINA, F),
        (Target.THIRD_STATES, GUINEA, T),
        (Target.THIRD_STATES, NIGER, F),
        (Target.THIRD_STATES, REBELS, F),
        (Target.OTHER_PARTY_OR_THIRD_STATE, GUINEA, T),
        (Target.OTHER_PARTY_OR_THIRD_STATE, NIGER, T),
        (Target.OTHER_PARTY_OR_THIRD_STATE, BURKINA, F),
        (Target.OTHER_PARTY_OR_THIRD_STATE, REBELS, F),
        (Target.ANY, REBELS, T),
        (None, REBELS, T),
    ],
)
def test_a_class_speaks_of_certain_victims(target, victim, truth):
    assert falls(of("attack", target=target), attack(victim)) is truth


def test_a_class_on_named_victims_speaks_of_them_only():
    named = of("attack", target=Target.NAMED, target_names=(GUINEA,))
    assert falls(named, attack(GUINEA)) is T
    assert falls(named, attack(NIGER)) is F
    assert falls(named, event("attack", NIGER, GUINEA)) is T


def test_an_event_that_strikes_nobody_falls_under_classes_without_a_victim_only():
    quake = event("disaster")
    assert falls(of("disaster", target=None), quake) is T
    assert falls(of("disaster", target=Target.ANY), quake) is T
    assert falls(of("disaster"), quake) is F
    assert falls(of("disaster", target=None, assets=(Asset.PORTS,)), quake) is F
    assert falls(of("disaster", target=None, interests=BOTH), quake) is F


def test_the_forces_of_a_party_are_struck_as_such_or_in_the_part_named():
    forces = of("attack", target=Target.FORCES_OF_PARTY)
    assert falls(forces, attack()) is F
    assert falls(forces, event("attack", Struck(NIGER, Asset.FORCES_ABROAD))) is T
    assert falls(forces, event("attack", Struck(GUINEA, Asset.FORCES))) is F
    ships = of("attack", target=Target.FORCES_OF_PARTY, assets=(Asset.SHIPS, Asset.AIRCRAFT))
    assert falls(ships, event("attack", Struck(NIGER, Asset.AIRCRAFT))) is T
    assert falls(ships, event("attack", Struck(NIGER, Asset.FORCES))) is F


def test_both_interests_or_either_must_be_infringed():
    overflight = event("overflight", NIGER)
    assert falls(of("infringement", interests=BOTH), overflight) is U
    one = {Infringes("it", Interest.TERRITORIAL_INTEGRITY, NIGER): False}
    scene = world(overflight, facts=one)
    assert falls(of("infringement", interests=BOTH), overflight, scene) is F
    assert falls(of("infringement", interests=ATTACK.interests), overflight, scene) is T


def test_every_quality_asked_for_must_be_there():
    pattern = of("attack", qualities=(Quality.ARMED_FORCES_USED, Quality.UNPROVOKED))
    assert falls(pattern, attack()) is U
    assert falls(pattern, attack(qualities={Quality.UNPROVOKED: True})) is T
    assert falls(pattern, attack(qualities={Quality.UNPROVOKED: False})) is F


@pytest.mark.parametrize(
    ("sort", "authors", "truth"),
    [
        (Author.ANYONE, (), T),
        (Author.ANYONE, None, T),
        (Author.STATE, (GUINEA,), T),
        (Author.STATE, (ECOWAS,), T),
        (Author.STATE, (REBELS,), F),
        (Author.STATE, (), F),
        (Author.STATE, None, U),
        (Author.THIRD_STATE, (GUINEA,), T),
        (Author.THIRD_STATE, (ECOWAS,), T),
        (Author.THIRD_STATE, (MALI,), F),
        (Author.THIRD_STATE, (REBELS,), F),
        (Author.THIRD_STATE, None, U),
        (Author.PARTY, (MALI, GUINEA), T),
        (Author.PARTY, (GUINEA,), F),
        (Author.PARTY, (), F),
        (Author.PARTY, None, U),
        (Author.NON_STATE, (REBELS,), T),
        (Author.NON_STATE, (GUINEA, REBELS), T),
        (Author.NON_STATE, (GUINEA,), F),
        (Author.NON_STATE, (), F),
        (Author.NON_STATE, None, U),
        (Author.SEVERAL_POWERS, (GUINEA, TOGO), T),
        (Author.SEVERAL_POWERS, (GUINEA, ECOWAS), F),
        (Author.SEVERAL_POWERS, None, U),
    ],
)
def test_a_class_speaks_of_certain_authors(sort, authors, truth):
    assert falls(of("attack", author=sort), attack(by=authors)) is truth


def test_named_authors_are_looked_for_by_name():
    named = of("attack", author=Author.NAMED, author_names=(GUINEA, TOGO))
    assert falls(named, attack(by=TOGO)) is T
    assert falls(named, attack(by=ECOWAS)) is F
    assert falls(named, attack(by=None)) is U


def test_what_is_stated_of_an_unknown_author_counts():
    unknown = attack(by=None)
    stated_sort = world(unknown, facts={AuthorOfSort("it", Author.STATE, NAME): False})
    assert falls(of("attack", author=Author.STATE), unknown, stated_sort) is F
    one_known = world(unknown, facts={AuthorIs("it", MALI): True})
    assert falls(of("attack", author=Author.STATE), unknown, one_known) is T
    assert falls(of("attack", author=Author.PARTY), unknown, one_known) is T
    assert falls(of("attack", author=Author.THIRD_STATE), unknown, one_known) is U


def test_whether_the_author_is_a_third_state_may_turn_on_entry_into_force():
    rules = treaty(consult(of("attack", target=Target.ANY, author=Author.THIRD_STATE)))
    found = matter(rules, attack(by=MALI))
    step = found.author_of_sort(Author.THIRD_STATE)
    assert step.truth is U
    assert step.premises[0].negated
    assert found.author_of_sort(Author.THIRD_STATE) is step


def place(text: str, what: Event, **more: object) -> Truth:
    return falls(of("attack", target=Target.ANY, place=limit(text)), what, world(what, **more))


def test_an_area_holds_what_is_stated_to_lie_in_it():
    somewhere = attack(place="Téra")
    places = {"Téra": ("Tillabéri",), "Tillabéri": ("the border region", "Niger")}
    assert place("in the border region", somewhere, places=places) is T
    assert place("in the Sahara", somewhere, places=places) is U
    assert place("in the Sahara", somewhere, places=places, closed=True) is F
    assert falls(of("attack", place=limit("any place", anywhere=True)), somewhere) is T


@pytest.mark.parametrize("where", [None, "Téra"])
@pytest.mark.parametrize("value", [True, False])
def test_a_fact_on_an_area_stands_above_all(where, value):
    facts = {Within("it", where, "The Border Region"): value}
    found = place("in the border region", attack(place="Téra"), facts=facts)
    assert found is Truth.of(value)


def test_the_parties_territory_is_where_a_party_is():
    area = "the territories of the Parties"
    at_home = attack(place="Téra")
    assert place(area, at_home, places={"Téra": ("Niger",)}) is T
    assert place(area, attack(place="Mali")) is T
    assert place(area, at_home, places={"Téra": ("Guinea",)}) is F
    assert place(area, at_home) is U


def test_where_no_place_is_stated_a_party_struck_itself_is_struck_at_home():
    area = "the common area of the Alliance"
    assert place(area, attack(NIGER)) is T
    assert place(area, attack(GUINEA)) is U
    assert place(area, event("attack", Struck(NIGER, Asset.SHIPS))) is U
    assert place(area, event("attack")) is U


def test_the_area_takes_in_the_parties_territory_and_may_reach_further():
    area = "within the area"
    assert place(area, attack(NIGER)) is T
    assert place(area, attack(GUINEA)) is U
    assert place(area, attack(GUINEA), closed=True) is F
    assert place(area, attack(GUINEA), places={GUINEA: ("the area",)}) is T
    assert place(area, attack(GUINEA, place="Téra"), places={GUINEA: ("the area",)}) is U


def test_the_parties_territory_may_turn_on_entry_into_force():
    pattern = of("attack", target=Target.ANY, place=limit("the territory of the Parties"))
    found = matter(treaty(consult(pattern)), attack())
    step = found.within("the territory of the Parties")
    assert step.truth is U
    assert [leaf.claim for leaf in step.leaves() if leaf.truth is U] == [
        EnteredIntoForce(NAME, "it")
    ]


def test_a_counting_makes_an_event_one_of_a_kind_for_the_treaty():
    aircraft = event("armed_attack", Struck(MALI, Asset.AIRCRAFT), by=GUINEA)
    step = matter(LIPTAKO, aircraft).counted(MALI)[("aggression", ())]
    assert (step.claim, step.truth) == (Counted("it", "aggression", MALI, NAME), T)
    grounds = [each.cite.citation.article for each in step.premises if each.truth is T]
    assert (step.any_of, grounds) == (True, ["7"])


def test_all_sufficient_grounds_of_a_counting_are_kept():
    both = event("armed_attack", NIGER, Struck(NIGER, Asset.FORCES))
    step = matter(LIPTAKO, both).counted(NIGER)[("aggression", ())]
    assert [each.truth for each in step.premises] == [T, T, F]


def test_one_counting_feeds_another_to_a_fixpoint():
    rules = simple(
        counts(of("danger", as_counted=True), "threat", start=2),
        counts(of("dispute"), "danger"),
        counts(of("threat", as_counted=True), "danger", start=3),
        consult(of("threat")),
    )
    found = matter(rules, event("dispute", NIGER))
    counted = found.counted(NIGER)
    assert counted[("threat", ())].truth is T
    assert [each.truth for each in counted[("danger", ())].premises] == [T, T]
    assert rows(outcome(rules, event("dispute", NIGER))) == {
        (each, None, "4"): "owed" for each in (BURKINA, MALI, NIGER)
    }


def test_a_counting_that_only_feeds_itself_derives_nothing():
    rules = simple(
        counts(of("danger", as_counted=True), "threat"),
        counts(of("threat", as_counted=True), "danger", start=3),
    )
    counted = matter(rules, event("dispute", NIGER)).counted(NIGER)
    assert {step.truth for step in counted.values()} == {F}


def test_one_counting_may_bring_an_event_under_several_kinds():
    found = matter(simple(counts(of("dispute"), "threat", "danger")), event("dispute", NIGER))
    assert {key[0]: step.truth for key, step in found.counted(NIGER).items()} == {
        "threat": T,
        "danger": T,
    }


def test_a_counting_for_some_articles_serves_those_alone():
    rules = simple(
        counts(of("dispute"), "threat", for_articles=("4",)),
        norm(Action.CONSULT, "4", triggers=(of("threat"),)),
        norm(Action.CONSULT, "5", triggers=(of("threat"),)),
    )
    found = rows(outcome(rules, event("dispute", NIGER)))
    assert {article for _, _, article in found} == {"4"}


def test_a_kind_under_the_one_asked_for_is_enough_to_count_and_one_above_is_not():
    rules = simple(counts(of("dispute"), "invasion"), consult(of("attack")))
    assert rows(outcome(rules, event("dispute", NIGER)))
    above = simple(counts(of("dispute"), "attack"), consult(of("invasion")))
    assert not rows(outcome(above, event("dispute", NIGER)))


def test_as_counted_the_events_own_kind_is_nothing():
    rules = simple(consult(of("attack", as_counted=True)))
    found = outcome(rules, attack())
    assert not rows(found)
    assert found.refusals[0].failing[0].claim == Counted("it", "attack", NIGER, NAME)


def test_a_class_without_victims_may_be_counted_too():
    rules = simple(
        counts(of("terrorism", target=None), "threat"),
        consult(of("threat", target=None, as_counted=True)),
    )
    assert len(rows(outcome(rules, event("terrorism")))) == 3


def test_short_of_thoroughness_a_class_fails_at_once():
    found = matter(LIPTAKO, event("sanctions", NIGER), thorough=False)
    assist = next(each for each in found.treaty.triggered if each.article == "6")
    step = found.falls_under(assist.triggers[0], NIGER, None)
    assert [each.claim for each in step.premises] == [IsKind("it", "attack")]
    assert found.falls_under(assist.triggers[0], NIGER, None) is step
    assert not found.may_engage(assist.triggers)


def test_an_area_once_stated_says_so():
    found = matter(simple(), attack(place="Téra"), world(places={"Téra": ("the border region",)}))
    assert found.within("the border region").basis is Basis.STATED
    assert ACTORS[NIGER].name == NIGER
    assert Role.ALL_PARTIES
