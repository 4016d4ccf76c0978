"""What an article provides: constitutive, regulative and treaty-law provisions."""

from typing import Annotated, Literal

from pydantic import Field

from charter.rules.model import Citation, Model, Number, Words
from charter.rules.pattern import Condition, EventKind, EventPattern, MeansUse, PlaceLimit
from charter.rules.terms import Action, Against, DutyKind, Modality, Part, Role


class Portion(Model):
    """Words of a sentence with the part that they play in what it provides."""

    part: Part
    words: Words


class _Provision(Model):
    """``unread`` holds the words of the sentence that no part of the rule rests on.

    ``portions`` are the others by the part they play, as far as no field of the rule has the words
    of that part; they are those of the whole sentence, which may make several provisions.
    """

    citation: Citation
    portions: tuple[Portion, ...] = ()
    unread: tuple[Words, ...] = ()


class Who(Model):
    """Who bears a duty or is owed it; ``quantifier`` is the clause's own "all", "each" or "any"."""

    role: Role
    names: tuple[str, ...] = ()
    quantifier: str | None = None


class Norm(_Provision):
    """A regulative provision: who must, may or must not do what, to whom, when and how.

    ``triggers`` are the casus foederis of a duty, any one of which suffices; without one the norm
    is standing. ``conduct`` is what a prohibition forbids the bearer to bring about, any one of
    which is a breach. ``exceptions`` defeat the norm where they hold. ``aim`` is the purpose the
    clause names, ``manner`` its adverbs of time and manner, in the words of the clause.
    """

    kind: Literal["duty", "prohibition", "permission", "declaration", "disputes"]
    modality: Modality
    action: Action
    action_words: Words
    bearer: Who | None
    beneficiary: Who | None = None
    triggers: tuple[EventPattern, ...] = ()
    conduct: tuple[EventPattern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    exceptions: tuple[Condition, ...] = ()
    duty_kind: DutyKind = DutyKind.EACH
    means: tuple[MeansUse, ...] = ()
    place: PlaceLimit | None = None
    until: Words | None = None
    aim: Words | None = None
    manner: tuple[str, ...] = ()
    number: Number | None = None

    @property
    def forbears(self) -> bool:
        """Whether the norm asks the bearer to leave something from the event on.

        As in "shall not support the aggressor": no event that is its trigger breaches it.
        """
        return self.kind == "prohibition" and not self.conduct


class CountsAs(_Provision):
    """A constitutive provision: an event matching ``pattern`` counts as each of ``as_kinds``.

    ``against`` is against whom it is deemed directed, where the words say so. ``includes`` is true
    of a definition by inclusion ("aggression also includes …").
    """

    kind: Literal["counts_as"] = "counts_as"
    pattern: EventPattern
    as_kinds: tuple[EventKind, ...]
    against: Against | None = None
    includes: bool = False
    for_articles: tuple[str, ...] = ()


class Definition(_Provision):
    """What a term of the charter means, in its own words."""

    kind: Literal["definition"] = "definition"
    term: str
    meaning: Words


class _TreatyLaw(_Provision):
    """What the final clauses share: who may or must, on which event, on what conditions."""

    modality: Modality | None = None
    bearer: Who | None = None
    beneficiary: Who | None = None
    triggers: tuple[EventPattern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    until: Words | None = None
    number: Number | None = None


class Scope(_TreatyLaw):
    """Where, when or to what the charter or some of its articles apply, or, ``denied``, do not."""

    kind: Literal["scope"] = "scope"
    denied: bool = False
    articles: tuple[str, ...] = ()
    place: PlaceLimit | None = None


class Savings(_TreatyLaw):
    """Other rights, duties or instruments are left as they are, or prevail."""

    kind: Literal["savings"] = "savings"
    saved: Words


class EntryIntoForce(_TreatyLaw):
    """When the charter enters into force.

    ``by`` is ``signature``; ``ratification`` (then ``number`` says how many, or "all", and
    ``names`` whose are needed in any case; with ``of_others`` the number counts only those that
    are not named); or ``date`` (then ``date`` is an ISO date). ``delay`` runs from then. ``of``
    says whether the charter enters into force, or only for those that come later, or whether the
    clause is about the act by which it does.
    """

    kind: Literal["entry_into_force"] = "entry_into_force"
    by: Literal["signature", "ratification", "date"]
    of: Literal["treaty", "later_party", "act"] = "treaty"
    names: tuple[str, ...] = ()
    of_others: bool = False
    date: str | None = None
    delay: Number | None = None


class Accession(_TreatyLaw):
    """Who may join, and by whose consent; ``number`` is the share of votes needed, if any."""

    kind: Literal["accession"] = "accession"
    open_to: Words | None = None


class Duration(_TreatyLaw):
    """For how long the charter binds; no ``number`` means without limit."""

    kind: Literal["duration"] = "duration"


class Withdrawal(_TreatyLaw):
    """Who may leave; ``manner`` is how the notice is given.

    ``number`` is the period of notice, or how long the charter must have been in force, or how long
    before the end of a term the notice must come, as ``counts`` says; ``after`` is how long it must
    have been in force where ``number`` is another figure.
    """

    kind: Literal["withdrawal"] = "withdrawal"
    in_writing: bool = False
    manner: tuple[str, ...] = ()
    counts: Literal["notice", "in_force", "before_term"] = "notice"
    after: Number | None = None


class Decision(_TreatyLaw):
    """How decisions are taken and whom they bind; ``number`` is the share of votes needed."""

    kind: Literal["decision"] = "decision"


class Institution(_TreatyLaw):
    """An organisation, organ or office is set up, or somebody is given one.

    ``holder`` names who holds the office, as the depositary.
    """

    kind: Literal["institution"] = "institution"
    what: Words
    holder: str | None = None
    manner: tuple[str, ...] = ()


class Purpose(_Provision):
    """A statement of purpose or a recital: recognised, without operative effect."""

    kind: Literal["purpose"] = "purpose"
    aim: Words


class Unread(_Provision):
    """A sentence that could not be read; ``stopped_at`` are the words that stopped the reader."""

    kind: Literal["unread"] = "unread"
    stopped_at: Words


Provision = Annotated[
    Norm
    | CountsAs
    | Definition
    | Scope
    | Savings
    | EntryIntoForce
    | Accession
    | Duration
    | Withdrawal
    | Decision
    | Institution
    | Purpose
    | Unread,
    Field(discriminator="kind"),
]
