"""A plain pact of mutual assistance, for laws that need to know beforehand who owes what."""

from charter.dates import Day
from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import EntryIntoForce, Norm, Provision, Who
from charter.rules.terms import Act, Action, Modality, Role, Target
from charter.rules.treaty import ActOn, Treaty
from charter.testing.strategies.treaties import cite

WORDS = Words(text="shall assist", start=0, end=12)
ATTACK = EventPattern(kinds=("attack",), words=WORDS, target=Target.ONE_OR_MORE_PARTIES)


def pact(role: Role, signed: Day, parties: tuple[str, ...], *others: Provision) -> Treaty:
    """A treaty, in force on signature, by which so many parties assist whichever is attacked."""
    duty = Norm(
        kind="duty",
        citation=cite(1),
        modality=Modality.MUST,
        action=Action.ASSIST,
        action_words=WORDS,
        bearer=Who(role=role),
        beneficiary=Who(role=Role.ATTACKED_PARTY),
        triggers=(ATTACK,),
    )
    first, last = signed.earliest, signed.latest
    return Treaty(
        name="pact",
        title="Pact",
        short_name=None,
        parties=parties,
        acts=tuple(
            ActOn(party=each, act=Act.SIGNATURE, earliest=first, latest=last, words=WORDS)
            for each in parties
        ),
        provisions=(EntryIntoForce(citation=cite(None), by="signature"), duty, *others),
    )
