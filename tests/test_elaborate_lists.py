"""Lists in an article: an item is a rule of its own, cited by its letter."""

from charter.elaborate.charter import read_charter, treaty
from charter.rules.provision import Norm
from charter.source import Source

PACT = """Charter: River Pact
Parties: Mali, Niger, Togo
Signed: 1 March 1950
In force: on signature

Article 4. Duties
{text}
"""


def limbs(text):
    body = "\n".join(f"  {line}" for line in text.splitlines())
    source = Source("pact.charter", PACT.format(text=body))
    made = treaty(read_charter(source, "pact")).provisions
    return [(each.citation.limb, each.action.value) for each in made if isinstance(each, Norm)]


def test_each_item_is_cited_by_its_letter():
    text = """The Parties undertake:
(a) to refrain from the threat or use of force against one another;
(b) to consult each other if one of them is attacked."""
    assert limbs(text) == [("4(a)", "refrain_from_force"), ("4(b)", "consult")]


def test_an_item_of_a_numbered_paragraph_is_cited_by_both():
    text = """1. Each Party shall:
(a) respect the sovereignty of the others; and
(b) assist the Party attacked.
2. The Parties shall consult each other."""
    assert limbs(text) == [("4(1)(a)", "respect"), ("4(1)(b)", "assist"), ("4(2)", "consult")]


def test_what_stands_behind_a_list_is_no_item_of_it():
    text = """The Parties shall:
1. respect the sovereignty of one another;
2. remain neutral.
They shall consult each other."""
    assert [action for _, action in limbs(text)] == ["respect", "remain_neutral", "consult"]
