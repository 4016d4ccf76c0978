"""A card put into one sentence of treaty English is read as the same card again.

For made-up cards of every form that the rules allow, and for the clauses of the shared corpus
where that is at hand (of its clauses every third is left out: they are kept unseen).
"""

import json
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import law

from charter.elaborate.bare import read_clause
from charter.report.card import Card, CountedAs, card
from charter.report.read_back import in_one_sentence, reads_as
from charter.report.restated import restated
from charter.report.treaty_english import Unworded
from charter.rules.model import Number
from charter.source import Source

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "clauses.jsonl"
PLACES = ("in Europe", "in the area covered by the alliance", "within the treaty area")
NAMES = (("France",), ("France", "Russia"), ("Belgium", "Burkina Faso", "Mali"))
ORGANS = (("Council",), ("Security Council",))
KINDS = (
    "armed_attack", "attack", "aggression", "threat", "war", "invasion", "blockade", "mobilisation",
    "rebellion", "terrorism", "danger", "occupation", "economic_pressure", "disaster", "infraction",
    "territorial_change", "other",
)  # fmt: skip
SINGLED_OUT = ("one_party", "one_or_more_parties", "other_party", "named", "forces_of_party")
TARGETS = (*SINGLED_OUT, "all_parties", "third_states", "any", None)
AUTHORS = ("anyone", "third_state", "several_powers", "party", "non_state", "named")
BEARERS = ("each_party", "other_parties", "one_party", "attacked_party", "named", "organ")
MEANS = (
    "armed_force", "all_means", "military", "economic", "political", "peaceful_means", "financial",
    "other",
)  # fmt: skip
STATED = ("on_request", "own_constitutional_process", "un_charter", "after_consultation", "other")
MODALITIES = {
    "must": "duty",
    "must_own_judgment": "duty",
    "may": "permission",
    "must_not": "prohibition",
    "declares": "declaration",
}
FORBIDDING = (
    "refrain_from_force", "refrain_from_hostile_alliance", "withhold_help_to_enemy",
)  # fmt: skip
JOINT = ("consult", "cooperate")
BENEFICIARIES = {
    "assist": ("attacked_party", "each_other", "named", "organ"),
    "consult": ("each_other", "organ"),
    "cooperate": ("each_other",),
    "refrain_from_force": (None, "each_other", "named"),
    "refrain_from_hostile_alliance": ("each_other",),
    "remain_neutral": (None, "third_states"),
    "withhold_help_to_enemy": (None,),
    "guarantee": ("each_other", "named", "third_states"),
    "respect": ("each_other", "named", "third_states"),
    "deny_territory": (None,),
    "report": ("organ", "all_parties"),
    "no_separate_peace": ("each_other",),
    "other": (None,),
}
OF_STATES = ("no_separate_peace", "remain_neutral", "deny_territory")
VICTIMS = ("assist", "remain_neutral", "withhold_help_to_enemy")


def some(values, *, least=0, most=2):
    return st.lists(st.sampled_from(values), unique=True, min_size=least, max_size=most).map(tuple)


@st.composite
def events(draw):
    """The fields of a card that speak of an event, with the conditions that it states."""
    target, by = draw(st.sampled_from(TARGETS)), draw(st.sampled_from(AUTHORS))
    place = draw(st.none() | st.sampled_from(PLACES))
    conditions = draw(some(("unprovoked",), most=1))
    conditions += ("named_adversary",) if by == "named" else ()
    conditions += ("region",) if place else ()
    return {
        "trigger": draw(some(KINDS, least=1)),
        "trigger_target": target,
        "trigger_target_names": draw(st.sampled_from(NAMES)) if target == "named" else (),
        "trigger_by": by,
        "trigger_by_names": draw(st.sampled_from(NAMES)) if by == "named" else (),
        "place": place,
        "conditions": conditions,
    }


def names(role):
    of_role = {"named": NAMES, "organ": ORGANS}.get(role, ((),))
    return st.sampled_from(of_role)


@st.composite
def norms(draw):
    """Duties, prohibitions, permissions and declarations of every action that has words."""
    action = draw(st.sampled_from(sorted(BENEFICIARIES)))
    firmly = ("must_not",) if action in FORBIDDING else tuple(MODALITIES)
    modality = draw(st.sampled_from(firmly))
    event = draw(st.just({}) | events())
    bearer = draw(st.sampled_from(BEARERS))
    bearer = "all_parties" if action in JOINT and bearer == "each_party" else bearer
    is_no_norm = action in OF_STATES or modality == "may"  # what an organ may do is a decision
    bearer = "named" if is_no_norm and bearer == "organ" else bearer
    beneficiary = draw(st.sampled_from(BENEFICIARIES[action]))
    is_singled_out = event.get("trigger_target") in SINGLED_OUT
    with_the_victim = action in JOINT and (bearer, beneficiary) == ("other_parties", "each_other")
    if is_singled_out and (action in VICTIMS or with_the_victim):
        beneficiary = "attacked_party"
    anywhere = event or action == "deny_territory"
    place = None if anywhere else draw(st.none() | st.sampled_from(PLACES))
    region = ("region",) if place else ()
    conditions = (*event.pop("conditions", ()), *region, *draw(some(STATED)))
    return Card(
        provision=MODALITIES[modality],
        modality=modality,
        action=None if (modality, action) == ("declares", "other") else action,
        bearer=bearer,
        bearer_names=draw(names(bearer)),
        beneficiary=beneficiary,
        beneficiary_names=draw(names(beneficiary)),
        means=draw(some(MEANS)) if MODALITIES[modality] == "duty" else (),
        until=draw(st.sampled_from((None, "until peace is restored"))),
        conditions=conditions,
        **{"place": place, **event},
    )


@st.composite
def countings(draw):
    """What an event counts as, and against whom."""
    against = ("other_parties", "all_parties", "other_party", "one_party", "one_or_more_parties")
    deemed = CountedAs(
        event=draw(some(KINDS, least=1)), against=draw(st.none() | st.sampled_from(against))
    )
    return Card(provision="counts_as", counts_as=deemed, **draw(events()))


def periods():
    units = st.sampled_from(("years", "months", "days"))
    return st.builds(Number, value=st.integers(1, 90), unit=units)


@st.composite
def final_clauses(draw):
    """Scope, savings, entry into force, accession, duration, withdrawal and decisions."""
    ratifications = st.sampled_from(("all", "majority", "2/3", 1, 3, 22)).map(
        lambda value: Number(value=value, unit="ratifications")
    )
    votes = st.sampled_from(("all", "majority", "2/3")).map(
        lambda value: Number(value=value, unit="votes")
    )
    unanimity = Number(value="all", unit="votes")
    stated = draw(some(("un_charter", "other"), most=1))
    until = st.sampled_from((None, "until peace is restored"))
    one_party = {"modality": "may", "bearer": "one_party"}
    notice = {"trigger": ("notice",), "trigger_by": "party"}
    ratified = {"trigger": ("ratification",), "trigger_by": "party"}
    joined = {"trigger": ("ratification",), "trigger_by": "third_state"}
    made = (
        {"provision": "savings", "conditions": stated},
        {"provision": "scope"},
        {"provision": "entry_into_force", **ratified, "number": draw(ratifications | periods())},
        {"provision": "entry_into_force", "trigger": ("other",), "trigger_by": "party"},
        {"provision": "entry_into_force", "modality": "must"},
        {"provision": "accession", "number": unanimity},
        {"provision": "accession", "modality": "may", "bearer": "others", **joined},
        {"provision": "accession", "modality": "may", "bearer": "others"},
        {"provision": "accession", "modality": "must"},
        {"provision": "duration", "number": draw(st.none() | periods()), "until": draw(until)},
        {"provision": "withdrawal", **one_party, **notice, "number": draw(st.none() | periods())},
        {"provision": "decision", "bearer": "organ", "number": draw(votes)},
        {"provision": "institution", "bearer": "all_parties"},
        {"provision": "institution", "modality": "must", "bearer": "all_parties"},
    )
    return Card.model_validate(draw(st.sampled_from(made)))


@law(400)
@given(norms() | countings() | final_clauses())
def test_what_a_card_is_restated_as_is_read_as_the_same_card(found):
    try:
        sentence = restated(found)
    except Unworded:
        return
    assert reads_as(sentence, found), sentence


@pytest.mark.parametrize("action", BENEFICIARIES)
def test_every_action_has_words_for_whoever_it_is_done_for(action):
    modality = "must_not" if action in FORBIDDING else "must"
    for beneficiary in BENEFICIARIES[action]:
        named = {"named": ("France",), "organ": ("Council",)}.get(beneficiary, ())
        found = Card(
            provision=MODALITIES[modality],
            modality=modality,
            action=action,
            bearer="all_parties" if action in JOINT else "each_party",
            beneficiary=beneficiary,
            beneficiary_names=named,
        )
        assert reads_as(restated(found), found)


@pytest.mark.parametrize(
    "fields",
    [
        {"provision": "duty", "modality": "must", "action": "withhold_help_to_enemy"},
        {"provision": "duty", "modality": "must", "action": "mobilise"},
        {"provision": "definition"},
        {"provision": "duration", "until": "the same duration as another treaty"},
        {"provision": "scope", "place": "a European Power", "conditions": ("region",)},
    ],
)
def test_what_has_no_words_of_its_own_is_said_to_have_none(fields):
    with pytest.raises(Unworded):
        restated(Card(bearer="each_party", **fields))


def clauses():
    """The clauses of the corpus that may be looked at."""
    if not CORPUS.is_file():
        return []
    lines = CORPUS.read_text("utf-8").splitlines()
    return [json.loads(line) for at, line in enumerate(lines) if at % 3 != 2]


needs_corpus = pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus is not at hand")


@needs_corpus
def test_a_lawyers_cards_are_read_back_but_for_quoted_words_that_are_not_read():
    found = [Card.model_validate(each) for clause in clauses() for each in clause["cards"]]
    said = list(chain.from_iterable(map(worded, found)))
    failing = [each for each, sentence in said if not reads_as(sentence, each)]
    assert [each for each in failing if not (each.place or each.until)] == []
    assert len(said) - len(failing) >= 0.7 * len(found)


def worded(found):
    try:
        return [(found, restated(found))]
    except Unworded:
        return []


@needs_corpus
def test_most_of_what_clauses_provide_is_shown_in_one_sentence():
    read = [
        provision
        for clause in clauses()
        for provision in read_clause(Source(clause["id"], clause["text"])).provisions
        if card(provision)
    ]
    shown = [each for each in read if in_one_sentence(each)]
    assert 3 * len(shown) >= 2 * len(read)
