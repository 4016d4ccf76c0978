"""Claims, duties and dates as English sentences: no styling, no law.

Every claim is a clause with a subject and two endings, one for when it holds and one for when it
fails, so that the same words serve a derivation, a reason and a fact that is not stated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import assert_never

from charter.findings import claims as c
from charter.findings.outcome import Bound, Obligation, Refusal
from charter.report import phrases
from charter.report.clauses import Clause, of_event
from charter.report.days import dated
from charter.report.norms import bears, cited, numbered, owed
from charter.rules.kinds import ancestors
from charter.rules.model import Citation
from charter.rules.terms import Act
from charter.rules.treaty import Treaty
from charter.scenario.model import World
from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class Prose:
    """Puts claims and duties into words.

    ``labels`` are the treaties' short names by name, ``dates`` the days of events, where they are
    known, by the events' labels.
    """

    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, treaties: tuple[Treaty, ...], world: World | None = None) -> "Prose":
        """Prose that cites these treaties by their short names and dates a world's events."""
        events = world.events if world else ()
        dates = {each.label: dated(each.day) for each in events if each.day.exact}
        labels = {each.name: each.label for each in treaties}
        return cls(MappingProxyType(labels), MappingProxyType(dates))

    def treaty(self, name: str) -> str:
        """The name by which a treaty is cited; "the charter" where it has none.

        >>> Prose({"liptako-gourma": "AES"}).treaty("liptako-gourma")
        'AES'
        """
        return self.labels.get(name, name) or "the charter"

    def claim(self, claim: c.Claim, truth: Truth) -> str:
        """The claim as a clause that affirms it, denies it, or leaves it open.

        >>> Prose().claim(c.AuthorIs("the raid", "Mali"), Truth.FALSE)
        'Mali is not the author of the raid'
        """
        return self.clause(claim).said(truth)

    def clause(self, claim: c.Claim) -> Clause:
        """The claim as subject and endings."""
        match claim:
            case (
                c.IsParty()
                | c.InForce()
                | c.EnteredIntoForce()
                | c.Expired()
                | c.ActDone()
                | c.Suspended()
                | c.Consented()
                | c.HappenedOn()
            ):
                return self._of_treaty(claim)
            case c.Owes() | c.Breaches() | c.Counted() | c.AuthorOfSort() | c.FallsUnder():
                return self._of_rule(claim)
            case c.Either(claims):
                return self._either(claims)
            case _:
                return of_event(claim)

    def _either(self, claims: tuple[c.Claim, ...]) -> Clause:
        """At least one of several claims, or none of them."""
        one = self.together(tuple((each, Truth.TRUE) for each in claims), last="or")
        none = self.together(tuple((each, Truth.FALSE) for each in claims))
        return Clause("", one, none)

    def _of_treaty(
        self,
        claim: c.IsParty
        | c.InForce
        | c.EnteredIntoForce
        | c.Expired
        | c.ActDone
        | c.Suspended
        | c.Consented
        | c.HappenedOn,
    ) -> Clause:
        match claim:
            case c.IsParty(party, treaty):
                name = self.treaty(treaty)
                return Clause(party, f"is a party to {name}", f"is not a party to {name}")
            case c.InForce(party, treaty, event):
                rest = f"in force for {party} on {self.day_of(event)}"
                return Clause(self.treaty(treaty), f"is {rest}", f"is not {rest}")
            case c.EnteredIntoForce(treaty, event):
                rest = f"entered into force by {self.day_of(event)}"
                return Clause(self.treaty(treaty), f"has {rest}", f"has not {rest}")
            case c.Expired(treaty, event):
                rest = f"ceased to be in force by {self.day_of(event)}"
                return Clause(self.treaty(treaty), f"has {rest}", f"has not {rest}")
            case c.ActDone(party, act, treaty, event):
                done = phrases.ACTS[Act(act)] if act in set(Act) else act.replace("_", " ")
                rest = f"{done} {self.treaty(treaty)} by {self.day_of(event)}"
                return Clause(party, f"has {rest}", f"has not {rest}")
            case c.Suspended(party, treaty, event):
                rest = f"suspended for {party} on {self.day_of(event)}"
                return Clause(self.treaty(treaty), f"is {rest}", f"is not {rest}")
            case c.Consented(party, treaty):
                rest = f"agreed to the accession of {party}"
                return Clause(
                    f"the parties to {self.treaty(treaty)}", f"have {rest}", f"have not {rest}"
                )
            case c.HappenedOn(event):
                known = ("is known well enough", "is not known well enough")
                return Clause(f"the day of {event}", *known, f"the day on which {event} happened")
            case _:
                assert_never(claim)

    def _of_rule(
        self, claim: c.Owes | c.Breaches | c.Counted | c.AuthorOfSort | c.FallsUnder
    ) -> Clause:
        match claim:
            case c.Owes(bearer, beneficiary, action, treaty, article, event):
                rest = f"{self.under(treaty, article)} because of {event}"
                what = owed(action, beneficiary)
                return Clause(bearer, f"owes {what} {rest}", f"does not owe {what} {rest}")
            case c.Breaches(party, treaty, article, event):
                rest = f"{self.article(treaty, article)} by {event}"
                return Clause(party, f"breaches {rest}", f"does not breach {rest}")
            case c.Counted(event, kind, victim, treaty):
                struck = f", done to {victim}," if victim else ""
                rest = f"{event}{struck} as {phrases.kind_of_event(kind)}"
                return Clause(self.treaty(treaty), f"counts {rest}", f"does not count {rest}")
            case c.FallsUnder(event, victim, treaty, article):
                struck = f", as done to {victim}" if victim else ""
                rest = f"under {self.article(treaty, article)}{struck}"
                return Clause(event, f"falls {rest}", f"does not fall {rest}")
            case c.AuthorOfSort(event, sort, treaty):
                what = phrases.AUTHORS[sort].replace("the treaty", self.treaty(treaty))
                return Clause(f"the author of {event}", f"is {what}", f"is not {what}")
            case _:
                assert_never(claim)

    def day_of(self, event: str) -> str:
        """The date of an event, or "the day of the raid" where it has none.

        A day that is asked about goes by its own date.

        >>> Prose(dates={"the raid": "2 October 2023"}).day_of("the raid")
        '2 October 2023'
        """
        return self.dates.get(event) or (event if event[:1].isdigit() else f"the day of {event}")

    def place(self, treaty: str, citation: Citation) -> str:
        """A citation with its treaty and its paragraph: "Article 8(2) of AES"."""
        return f"{cited(citation)} of {self.treaty(treaty)}"

    def article(self, treaty: str, article: str | None) -> str:
        """An article with its treaty: "Article 6 of AES"; the treaty alone where there is none."""
        return f"{numbered(article)} of {self.treaty(treaty)}" if article else self.treaty(treaty)

    def under(self, treaty: str, article: str | None) -> str:
        """Where something is owed from: "under Article 6 of AES"."""
        return f"under {self.article(treaty, article)}"

    def reasons(self, pairs: tuple[tuple[c.Claim, Truth], ...]) -> str:
        """Several claims in one breath; what is said of one subject is said together.

        >>> raid, mali = c.IsKind("the raid", "coup"), c.IsOver("the raid")
        >>> Prose().reasons(((raid, Truth.FALSE), (mali, Truth.TRUE)))
        'the raid is not a coup and is over'
        """
        return self.together(pairs)

    def together(self, pairs: tuple[tuple[c.Claim, Truth], ...], *, last: str = "and") -> str:
        """Several claims joined, those of one subject in one clause.

        >>> raid, siege = c.IsKind("the raid", "coup"), c.IsKind("the raid", "threat")
        >>> Prose().together(((raid, Truth.FALSE), (siege, Truth.FALSE)))
        'the raid is neither a coup nor a threat'
        """
        said: dict[str, list[str]] = {}
        for claim, truth in dict.fromkeys(pairs):
            if truth is Truth.FALSE and _goes_without_saying(claim, pairs):
                continue
            clause = self.clause(claim)
            subject = clause.subject if truth is not Truth.UNKNOWN else ""
            ending = clause.said(truth).removeprefix(subject).strip()
            endings = said.setdefault(subject, [])
            if ending not in endings:
                endings.append(ending)
        whole = (f"{subject} {phrases.joined(tuple(each), last)}" for subject, each in said.items())
        return phrases.listed(tuple(each.strip() for each in whole), last=last)

    def obligation(self, row: Obligation) -> str:
        """A duty or permission, or the breach of a prohibition, as a clause without its state."""
        where = self.place(row.treaty, row.norm.citation)
        if row.norm.kind == "prohibition" and not row.norm.forbears:
            return f"{row.bearer} breaches {where}"
        return f"{bears(row.norm, (row.bearer,), row.beneficiary)}, under {where}"

    def refusal(self, row: Refusal) -> str:
        """A duty that is not owed, or a prohibition that is not breached, as a clause."""
        where = self.place(row.treaty, row.norm.citation)
        if row.norm.kind == "prohibition" and not row.norm.forbears:
            return f"{row.bearer} does not breach {where}"
        what = owed(row.norm.action, row.beneficiary)
        verb = "may not give" if row.norm.kind == "permission" else "does not owe"
        return f"{row.bearer} {verb} {what} under {where}"

    def bound(self, row: Bound, parties: tuple[str, ...]) -> str:
        """Whether and since when a treaty binds parties that stand alike, as a sentence's end."""
        who = phrases.listed(parties)
        until = f", until {dated(row.until)}" if row.until else ""
        match row.truth:
            case Truth.TRUE:
                since = f", since {dated(row.since)}" if row.since else ""
                act = f" ({row.act})" if row.act else ""
                return f"binds {who}{since}{act}{until}"
            case Truth.FALSE:
                why = f", because {self.reasons(row.barred_by)}" if row.barred_by else ""
                nobody = phrases.listed(parties, last="or")
                return f"does not bind {nobody}{_when_bound(row, parties)}{why}"
            case Truth.UNKNOWN:
                rest = tuple(self.claim(each, Truth.UNKNOWN) for each in row.depends_on)
                rests = f", depending on {phrases.listed(rest)}" if rest else ""
                return f"may bind {who} or not{rests}"


def _goes_without_saying(claim: c.Claim, pairs: tuple[tuple[c.Claim, Truth], ...]) -> bool:
    """Whether an event is not of a kind because it is not even of a broader one."""
    if not isinstance(claim, c.IsKind):
        return False
    broader = (c.IsKind(claim.event, kind) for kind in ancestors(claim.kind) if kind != claim.kind)
    return any((each, Truth.FALSE) in pairs for each in broader)


def _when_bound(row: Bound, parties: tuple[str, ...]) -> str:
    """When a treaty binds parties that it does not bind on the day."""
    known = row.since and (row.since.earliest or row.since.latest)
    since = f" from {dated(row.since)}" if row.since and known else ""
    until = f" until {dated(row.until)}" if row.until else ""
    them = "it" if len(parties) == 1 else "them"
    return f" (it binds {them}{since}{until})" if since or until else ""
