"""What is said to be not known is not known, also where it is else taken to be so or not."""

import pytest
from sessions import charter

SCENARIO = """Scenario: An attack
Charters: liptako-gourma
Given
  JNIM is an armed group.
When
  on 2 October 2023, Togo launches an armed attack on Niger (the attack).
Then
  Mali owes Niger assistance under Article 6.
Variation: otherwise
  {said}
Then
  {expected}
"""

DEPENDS = "it is undetermined whether Mali owes Niger assistance under Article 6"

CASES = {
    "it is not known whether Mali is a party to AES.": (
        f"{DEPENDS}, depending on whether Mali is a party to AES."
    ),
    "it is not known whether Mali is bound by AES.": f"{DEPENDS}.",
    "it is not known whether AES is in force.": f"{DEPENDS}.",
    "it is not known whether Niger signed AES.": f"{DEPENDS}.",
    "it is not known whether the attack infringes the sovereignty and territorial integrity of "
    "Niger.": f"{DEPENDS}.",
    "it is not known whether Mali carried out the attack.": (
        f"{DEPENDS}, depending on whether Mali carried out the attack.\n"
        "  it is undetermined whether Mali breaches Article 8(1).\n"
        "  Burkina Faso owes Niger assistance under Article 6."
    ),
    "it is not known whether JNIM carried out the attack.": (
        "Mali owes Niger assistance under Article 6."
    ),
    "it is not known whether the attack is over.": "Mali owes Niger assistance under Article 6.",
    "it is not known whether the attack is over.\n  security is restored.": f"{DEPENDS}.",
    "Togo did not carry out the attack.": (
        f"{DEPENDS}, depending on whether Mali carried out the attack."
    ),
    "the attack is not an armed attack.": "Mali does not owe Niger assistance.",
    "the attack does not strike Niger.": "nobody owes anything.",
}


@pytest.mark.parametrize("said", CASES)
def test_an_answer_turns_on_what_is_said_to_be_not_known(said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = SCENARIO.format(said=said, expected=CASES[said])
    (tmp_path / "a.scenario").write_text(text, "utf-8")
    ended = charter("test", "a.scenario")
    assert ended.status == 0, ended.out + ended.err


def test_in_a_closed_world_what_is_said_to_be_not_known_is_false(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = "it is not known whether Mali is a party to AES.\n  what is not stated is false."
    text = SCENARIO.format(said=said, expected="Mali owes nothing, because Mali is not a party.")
    (tmp_path / "a.scenario").write_text(text, "utf-8")
    ended = charter("test", "a.scenario")
    assert ended.status == 0, ended.out + ended.err
