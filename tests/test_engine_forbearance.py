"""What an event asks the parties to leave: not to help the aggressor."""

from said import said

CHARTER = """
Charter: Pact
Short name: P
Parties: Mali, Niger, Togo
Signed: 1 January 2020, at Bamako
In force: on signature
Source: made up
Note: Not a real treaty.

Article 1. No help to the aggressor
  Should one of the Parties be attacked by a third Power, the other Parties shall not support the
  aggressor.
"""
SCENARIO = """
Scenario: Attack
Charters: ./pact.charter

When
  on 1 May 2021, Algeria launches an armed attack on Niger (the attack).

Then
  Mali does not breach Article 1.
"""


def test_leaving_something_is_asked_and_is_no_breach(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pact.charter").write_text(CHARTER, "utf-8")
    (tmp_path / "attack.scenario").write_text(SCENARIO, "utf-8")
    told = said("run", "attack.scenario", "--format", "plain", "--width", "80")
    assert "Mali and Togo must not “support the aggressor” (Article 1)" in " ".join(
        told.out.split()
    )
    assert "Breaches" not in told.out
    assert "- held: Mali does not breach Article 1" in told.out
