"""The words of the trade that rules are made of.

The values are those of the reading card that alliance researchers use, so that a card is a
plain summary of a rule.
"""

from enum import StrEnum, auto


class Modality(StrEnum):
    """How firmly a norm binds."""

    MUST = auto()
    MUST_OWN_JUDGMENT = auto()
    MAY = auto()
    MUST_NOT = auto()
    DECLARES = auto()


class Action(StrEnum):
    """What a norm is about."""

    ASSIST = auto()
    CONSULT = auto()
    REFRAIN_FROM_FORCE = auto()
    REFRAIN_FROM_HOSTILE_ALLIANCE = auto()
    REMAIN_NEUTRAL = auto()
    WITHHOLD_HELP_TO_ENEMY = auto()
    GUARANTEE = auto()
    RESPECT = auto()
    COMBAT_TERRORISM = auto()
    PREVENT_OR_SETTLE_REBELLION = auto()
    DENY_TERRITORY = auto()
    REPORT = auto()
    SETTLE_PEACEFULLY = auto()
    COOPERATE = auto()
    MOBILISE = auto()
    NO_SEPARATE_PEACE = auto()
    TERMINATE_MEASURES = auto()
    OTHER = auto()


class Role(StrEnum):
    """Who is bound, or to whom something is owed."""

    EACH_PARTY = auto()
    OTHER_PARTIES = auto()
    ALL_PARTIES = auto()
    ATTACKED_PARTY = auto()
    ONE_PARTY = auto()
    NAMED = auto()
    ORGAN = auto()
    OTHERS = auto()
    EACH_OTHER = auto()
    THIRD_STATES = auto()


class Target(StrEnum):
    """Whom an event hits, as the clause says it."""

    ONE_OR_MORE_PARTIES = auto()
    ONE_PARTY = auto()
    OTHER_PARTY = auto()
    ALL_PARTIES = auto()
    NAMED = auto()
    FORCES_OF_PARTY = auto()
    THIRD_STATES = auto()
    OTHER_PARTY_OR_THIRD_STATE = auto()
    ANY = auto()


class Author(StrEnum):
    """Who brings an event about, as the clause says it."""

    ANYONE = auto()
    STATE = auto()
    THIRD_STATE = auto()
    NAMED = auto()
    SEVERAL_POWERS = auto()
    PARTY = auto()
    NON_STATE = auto()


class Against(StrEnum):
    """Against whom an event is deemed to be directed."""

    OTHER_PARTIES = auto()
    ALL_PARTIES = auto()
    OTHER_PARTY = auto()
    ONE_PARTY = auto()
    ONE_OR_MORE_PARTIES = auto()


class Means(StrEnum):
    """With what a duty is performed."""

    ARMED_FORCE = auto()
    ALL_MEANS = auto()
    MILITARY = auto()
    ECONOMIC = auto()
    POLITICAL = auto()
    PEACEFUL_MEANS = auto()
    FINANCIAL = auto()
    TERRITORY = auto()
    OTHER = auto()


class Rank(StrEnum):
    """In which order a means may be used."""

    INCLUDED = auto()
    FAVOURED = auto()
    IF_NECESSARY = auto()


class DutyKind(StrEnum):
    """Who discharges a duty that several bear."""

    EACH = auto()
    JOINTLY = auto()
    INDIVIDUALLY_OR_COLLECTIVELY = auto()


class Interest(StrEnum):
    """A legal interest that an event infringes."""

    SOVEREIGNTY = auto()
    TERRITORIAL_INTEGRITY = auto()
    POLITICAL_INDEPENDENCE = auto()
    SECURITY = auto()


class Needs(StrEnum):
    """Whether several interests must all be infringed or any one of them."""

    ALL = auto()
    ANY = auto()


class Asset(StrEnum):
    """The part of a state that an event strikes."""

    TERRITORY = auto()
    FORCES = auto()
    FORCES_ABROAD = auto()
    SHIPS = auto()
    AIRCRAFT = auto()
    PORTS = auto()
    ROADS = auto()
    COASTS = auto()
    INFRASTRUCTURE = auto()


class Quality(StrEnum):
    """A quality of an event that a clause asks for."""

    UNPROVOKED = auto()
    ARMED_FORCES_USED = auto()
    FROM_PARTY_TERRITORY = auto()
    FROM_TERRITORY_AT_DISPOSAL = auto()


class ConditionKind(StrEnum):
    """What a norm further depends on."""

    UNPROVOKED = auto()
    ON_REQUEST = auto()
    BY_DECISION_OF_ORGAN = auto()
    OWN_CONSTITUTIONAL_PROCESS = auto()
    AGGRESSOR_NOT_PARTY = auto()
    SAME_ENEMY = auto()
    AFTER_CONSULTATION = auto()
    UN_CHARTER = auto()
    REGION = auto()
    NAMED_ADVERSARY = auto()
    PRIOR_BREACH = auto()
    OTHER = auto()


class Part(StrEnum):
    """What a stretch of a sentence does in the rule that it makes."""

    TRIGGER = auto()
    TARGET = auto()
    AUTHOR = auto()
    BEARER = auto()
    MODALITY = auto()
    ACTION = auto()
    MEANS = auto()
    CONDITION = auto()
    PLACE = auto()
    UNTIL = auto()
    RECITAL = auto()


class Unit(StrEnum):
    """What a deciding figure counts."""

    YEARS = auto()
    MONTHS = auto()
    DAYS = auto()
    VOTES = auto()
    RATIFICATIONS = auto()
    PARTIES = auto()


class Act(StrEnum):
    """An act by which a state enters or leaves a treaty."""

    SIGNATURE = auto()
    RATIFICATION = auto()
    ACCESSION = auto()
    NOTICE_OF_WITHDRAWAL = auto()
    WITHDRAWAL = auto()
